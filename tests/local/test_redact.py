from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.local.redact import Redactor, is_secret_name
from mttui.local.secret import Secret

KEY = 'sk/live+1"23'
REDACTOR = Redactor([Secret(KEY), None, "", "abc"])


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Authorization: Bearer abc.def-123", "Authorization: ••• •••"),
        ("curl -H 'x: bearer abc.def-123'", "curl -H 'x: bearer •••'"),
        (f"the key {KEY}, twice {KEY}", "the key •••, twice •••"),
        ("GET /x?a=1&apiKey=hush&b=2", "GET /x?a=1&apiKey=•••&b=2"),
        ("GET /x?k=sk%2Flive%2B1%2223", "GET /x?k=•••"),
        ('{"apiKey": "hu\\"sh", "name": "x"}', '{"apiKey": "•••", "name": "x"}'),
        ("{'smtp_password': 'hush'}", "{'smtp_password': '•••'}"),
        ("X-Api-Key: hush", "X-Api-Key: •••"),
        ("client_secret=hush; next", "client_secret=•••; next"),
        ("https://me:hush@host/x", "https://•••@host/x"),
        ("https://host:8080/x@y", "https://host:8080/x@y"),
        ("550 5.1.1 <budi@example.com>: user unknown", "550 5.1.1 <budi@example.com>: user unknown"),
        ("rate: 7.2, sent: 100", "rate: 7.2, sent: 100"),
        ("keyboard=us monkey: 5", "keyboard=us monkey: 5"),
    ],
)
def test_text(text: str, clean: str) -> None:
    assert REDACTOR.text(text) == clean


def test_data_by_name_by_value_and_in_depth() -> None:
    data = {
        "id": 5, "ok": True, "none": None, "rate": 1.5, "API-Key": {"any": "thing"},
        "list": [{"password": 1}, f"x {KEY} y", (Secret("hush"),)], KEY: "as a name",
    }  # fmt: skip
    assert REDACTOR.data(data) == {
        "id": 5, "ok": True, "none": None, "rate": 1.5, "API-Key": "•••",
        "list": [{"password": "•••"}, "x ••• y", ["•••"]], "•••": "as a name",
    }  # fmt: skip


def test_short_keys_are_not_searched_for() -> None:
    assert REDACTOR.text("abc abcd") == "abc abcd"


@pytest.mark.parametrize("piece", ["a=", "a.", "abc:", 'abc:"', "Bearer ", "x://", "a:b@", "\\"])
@pytest.mark.timeout(10)
def test_long_text_is_cut_not_chewed(piece: str) -> None:
    """No pattern may go back over the text again and again."""
    assert len(REDACTOR.text(piece * 1_000_000)) <= 100_000


@pytest.mark.parametrize("name", ["apiKey", "x-api-key", "SMTP_PASSWORD", "refreshToken", "secret"])
def test_secret_names(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize("name", ["keyId", "apiKeyId", "monkey", "tokens", "name", "passwordHint"])
def test_names_that_are_none(name: str) -> None:
    assert not is_secret_name(name)


@given(
    st.text(min_size=6).filter(lambda key: "•" not in key),
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    ),
)
def test_a_known_key_is_nowhere_in_what_comes_out(key: str, data: object) -> None:
    hidden = Redactor([Secret(key)])
    out = hidden.data({"a": data, "b": [key, {key: f"x{key}y"}], "c": key})
    for text in strings(out):
        assert key not in text
    assert key not in hidden.text(json.dumps({"c": key}, ensure_ascii=False))


def strings(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for pair in data.items() for item in pair for text in strings(item)]
    if isinstance(data, list):
        return [text for item in data for text in strings(item)]
    return [data] if isinstance(data, str) else []
