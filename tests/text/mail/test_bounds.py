from __future__ import annotations

import re
import time

import pytest

from mttui.text.mail import read_letter
from mttui.text.mail.bounds import DEPTH, LIMIT, within_bounds


def deepest(html: str, name: str) -> int:
    depth = deepest = 0
    for ends in re.findall(rf"<(/?){name}\b", html):
        depth += -1 if ends else 1
        deepest = max(deepest, depth)
    return deepest


def test_what_is_within_bounds_stays_as_it_is() -> None:
    flat = "<div><p>a<br><a href='x'>b</a></div>" * 5_000
    assert within_bounds(flat) is flat
    unclosed = "<p>x<li>y<td><a name=z>" * 5_000
    assert within_bounds(unclosed) is unclosed


def test_what_nests_too_deeply_is_left_out_with_its_end_and_its_text_stays() -> None:
    html = "<div>" * 3_000 + "deep" + "</div>" * 3_000 + "<div>flat</div>"
    bounded = within_bounds(html)
    assert deepest(bounded, "div") == DEPTH
    assert bounded.count("<div>") == bounded.count("</div>") == DEPTH + 1
    assert "deep" in bounded
    assert bounded.endswith("<div>flat</div>")


def test_too_many_attributes_are_left_out() -> None:
    many = " ".join(f'a{at}=">"' for at in range(5_000))
    assert within_bounds(f"x<p {many}>y") == "x<p>y"
    assert within_bounds(f"<html {many}>y") == "<html>y"
    image = f"<img src='data:image/png;base64,{'A' * 100_000}'>"
    assert within_bounds(image * 30) == image * 30


def test_tags_in_comments_and_scripts_do_not_count() -> None:
    html = "<!--" + "<div>" * 3_000 + "--><script>" + "<div>" * 3_000 + "</script><div>x</div>"
    assert within_bounds(html) == html


# What takes a parser time by the square, or memory without end, when nobody stops it.
ATTACKS = {
    "div": "<div>",
    "uppercase": "<DIV>",
    "list": "<ul><li>",
    "fonts": "<font color={n}>",
    "copies": "<p><font color={n}></p><p>x",
    "attributes": "<p " + " ".join(f"a{at}" for at in range(400_000)),
    "quoted attributes": "<p " + " ".join(f'a{at}=">"' for at in range(200_000)),
    "gathered attributes": "<html a{n}>",
    "misnested": "<b><div>{n}</b>",
    "ends of others": "<div></x>",
    "ends elsewhere": "<a </ ",
    "tags in tags": "<a ",
    "raw tags in tags": "<style ",
    "style": "<p style='border-top:" + "border-top:" * 170_000 + "'>x",
    "sheet without rules": "<style>none" + "a" * 1_900_000 + "</style>",
    "sheet of comments": "<style>none" + "/* " * 600_000 + "</style>",
    "sheet of at rules": "<style>none" + "@" * 1_900_000 + "</style>",
    "spacers": "<img width=1 height=1 src='https://x/" + "spacer" * 300_000 + "'>",
    "tables": "<table><tr><td>x<td>y",
    "tables side by side": "<table><tr><td>x<td>y</table>",
    "rows": "<tr><td>x<td>y",
    "comments": "<!-- <div ",
    "entities": "&amp;&nbsp",
    "brackets": "<",
    "brackets in addresses": "https://a.example/" + ")" * 1_000_000,
    "addresses": "https://a.example ",
    "signs of equality": "=\n",
    "mangled": "Ã©",
    "old line ends": "\r",
    "blank lines": "\n",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_mail_takes_long_to_read(attack: str) -> None:
    body = "".join(attack.format(n=n) for n in range(max(LIMIT // len(attack), 1)))[:LIMIT]
    started = time.process_time()
    read_letter(None, body)
    read_letter("x" + body + "x", None)
    assert time.process_time() - started < 20
