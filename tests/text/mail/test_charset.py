from __future__ import annotations

import quopri

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mttui.text.mail.charset import repair

INDONESIAN = "Harga “promo” – Rp 10.000 · café\n"


def read_as(text: str, wrong: str, right: str = "utf-8") -> str:
    """What comes of a text that was sent as `right` and read as `wrong`."""
    raw = text.encode(right)
    if wrong == "cp1252":
        # As browsers and mail programs have it: the bytes that the code page leaves out are controls.
        return "".join(bytes([each]).decode(wrong, "ignore") or chr(each) for each in raw)
    return raw.decode(wrong)


@pytest.mark.parametrize(
    ("broken", "mended", "note"),
    [
        (read_as("café", "cp1252"), "café", "charset repaired: UTF-8 had been read as windows-1252"),
        (read_as("«¿Qué tal?»", "latin-1"), "«¿Qué tal?»", "UTF-8 had been read"),
        (read_as(read_as("naïve — 10 €", "cp1252"), "cp1252"), "naïve — 10 €", "windows-1252, twice"),
        (read_as("Привет, как дела", "cp1252", "utf-8"), "Привет, как дела", "UTF-8 had been read"),
        (read_as("ok 👍", "cp1252", "utf-8"), "ok 👍", "UTF-8 had been read"),
        (read_as(INDONESIAN, "latin-1", "cp1252"), INDONESIAN, "read as windows-1252"),
        ("Harga \udcabpromo\udcbb", "Harga «promo»", "read as windows-1252"),
        ("\udce4\udcb8\udcad\udce6\udc96\udc87", "中文", "read as UTF-8"),
        (read_as("日本語です", "ascii", "iso2022_jp"), "日本語です", "read as ISO-2022-JP"),
        (read_as("hello there", "latin-1", "utf-16-le"), "hello there", "UTF-16"),
        ("caf=C3=A9 is =\nopen=20\n", "café is open \n", "quoted-printable was left in the text"),
        ('<a href=3D"x">=20\n<b class=3D"y">', '<a href="x"> \n<b class="y">', "quoted-printable"),
    ],
)
def test_what_a_wrong_decoder_did_is_undone_and_said(broken: str, mended: str, note: str) -> None:
    repaired = repair(broken)
    assert repaired.text == mended
    assert len(repaired.notes) == 1
    assert note in repaired.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "Größe: 20 °C, «CITÉ», Ångström",
        "AMANHÃ» disse ele, «à noite»",
        "«CITÉ»",
        "x=20, y=30 and mode=3D",
        "if a=C3:\nb=20",
        "=====\nMenu\n=====\n",
        "Привет",
        "日本語 😀",
        "broken \x9b31m sequence",
        "\x9d52;c;Y3Vy\x07",
        "\udce4\udcb8",
        "\udc9b31m",
        "\ud800",
        "\x1b$B!",
        "a\0b",
    ],
)
def test_what_may_be_meant_as_it_stands_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


def test_lost_characters_are_counted() -> None:
    assert repair("Unseri\ufffdse Preise f\ufffdr Sie").notes == (
        "2 characters lost to a wrong charset before it came here (\ufffd)",
    )


def test_a_byte_order_mark_goes_without_a_word() -> None:
    assert repair("\ufeffhello") == ("hello", ())
    assert repair("ï»¿hello") == ("hello", ())


@given(st.text(max_size=60))
def test_repairing_never_fails_and_text_that_was_read_rightly_in_ascii_stays(text: str) -> None:
    repair(text)
    plain = text.encode("ascii", "ignore").decode().replace("=", "").replace("\0", "").replace("\x1b", "")
    assert repair(plain) == (plain, ())


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=200))
def test_quoted_printable_comes_back_as_it_was(text: str) -> None:
    assume(not repair(text).notes)  # what looks misread as it is, is repaired once more
    encoded = quopri.encodestring(text.encode()).decode()
    repaired = repair(encoded)
    if repaired.notes:
        assert repaired.text == text
