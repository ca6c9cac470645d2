from __future__ import annotations

import pytest

from mttui.text.mail.links import Links, cleaned, shows_itself, warn


@pytest.mark.parametrize(
    ("text", "target", "warning"),
    [
        ("https://bank.example", "https://evil.example/login", "shows bank.example, leads to evil.example"),
        (
            "bank.example",
            "https://bank.example.evil.example",
            "shows bank.example, leads to bank.example.evil.example",
        ),
        (
            "Log in at https://bank.example now",
            "https://evil.example",
            "shows bank.example, leads to evil.example",
        ),
        (
            "Log in",
            "https://bank.example@evil.example/",
            "leads to evil.example: what stands before the @ is not the host",
        ),
        ("x", "javascript:alert(1)", "runs a script"),
        ("x", "JavaScript:alert(1)", "runs a script"),
        ("x", "data:text/html,hi", "holds its own page, from no host"),
        ("x", "file:///etc/passwd", "opens a file"),
        ("x", "ms-word:ofe|u|https://a.example", "opens another program (ms-word:)"),
        ("x", "/path", "names no host"),
        ("x", "{{ action_url }}", "names no host"),
        ("x", "http://203.0.113.7/a", "leads to a bare number instead of a host name"),
        ("x", "https://xn--80ak6aa92e.com/", "the host xn--80ak6aa92e.com reads аррӏе.com"),
        ("x", "https://аррӏе.com/", "the host has letters that may look like others: xn--80ak6aa92e.com"),
        ("budi@example.com", "mailto:eve@evil.example", "shows budi@example.com, writes to eve@evil.example"),
    ],
)
def test_what_speaks_against_a_link(text: str, target: str, warning: str) -> None:
    assert warn(text, target) == warning


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("bank.example", "https://www.bank.example/login"),
        ("www.bank.example/login", "https://bank.example/login?x=1"),
        ("https://mail.bank.example", "https://bank.example"),
        ("BANK.example", "https://Bank.Example:443"),
        ("invoice.pdf", "https://files.example/invoice.pdf"),
        ("Node.js", "https://nodejs.example"),
        ("click here. now", "https://a.example"),
        ("budi@example.com", "mailto:budi@example.com?subject=hi"),
        ("call us", "tel:+62123"),
        ("x", "//a.example/b"),
    ],
)
def test_nothing_speaks_against_it(text: str, target: str) -> None:
    assert warn(text, target) == ""


def test_a_target_is_read_as_a_browser_reads_it() -> None:
    assert cleaned(" \x01java\nscript:alert(1)\t") == "javascript:alert(1)"


def test_the_same_target_has_the_same_number_and_keeps_the_warning() -> None:
    links = Links()
    assert [links.add("https://a.example", "one"), links.add("https://b.example", "two")] == [1, 2]
    assert links.add("https://a.example", "bank.example") == 1
    first, second = links.all()
    assert (first.text, first.warning) == ("bank.example", "shows bank.example, leads to a.example")
    assert (second.number, second.text, second.warning) == (2, "two", "")


def test_an_address_that_shows_itself_needs_no_number() -> None:
    assert shows_itself("Budi@example.com", "mailto:budi@example.com")
    assert not shows_itself("Budi", "mailto:budi@example.com")
    assert not shows_itself("https://a.example", "https://a.example")
