from __future__ import annotations

import socket

import pytest

from mttui.text import Role, Span
from mttui.text.mail import read_letter
from tests.text.mail.drawing import assert_safe, drawn, html, words

RULE = "─" * 24


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("<p>one<p>two", ["one", "", "two"]),
        ("<div>one</div><div>two</div>", ["one", "two"]),
        ("one<br>two<br><br>three", ["one", "two", "", "three"]),
        ("one<br><br><br><br><br>two", ["one", "", "", "two"]),
        ("<div>one</div><div><br></div><div>two</div>", ["one", "", "two"]),
        (
            "<p class=MsoNormal>one</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>two</p>",
            ["one", "", "two"],
        ),
        ("<p style='margin:0'>one</p><p style='margin:0'>two</p>", ["one", "two"]),
        ("<p style='margin:0 0 16px'>one</p><p style='margin:0 0 16px'>two</p>", ["one", "", "two"]),
        ("<h1>Title</h1>text", ["Title", "", "text"]),
        ("one<hr>two", ["one", RULE, "two"]),
        ("  a \n <b> b</b>c<i>d </i> e", ["a bcd e"]),
        ("a&nbsp;&nbsp;&nbsp;b &lt;c&gt; &amp;amp; &eacute;", ["a b <c> &amp; é"]),
        ("su\u00adper\u200bcali &zwnj;&nbsp;&zwnj;&nbsp;&#847; x", ["supercali x"]),
        ("<ul><li>one<li>two <b>bold</b></ul>", ["• one", "• two bold"]),
        ("<ol start=3><li>c<li value=7>g<li>h</ol>", ["3. c", "7. g", "8. h"]),
        ("<ul><li>one<ol><li>in<li>side</ol><li>two</ul>", ["• one", "  1. in", "  2. side", "• two"]),
        ("<ul><li><p>one</p><p>more</p></li><li></li></ul>end", ["• one", "", "  more", "", "end"]),
        ("<dl><dt>Term<dd>what it means</dl>", ["Term", "  what it means"]),
        ("<pre>\n  a\tb\n\n    c &lt;d></pre>", ["  a     b", "", "    c <d>"]),
        ("<div style='white-space: pre-wrap'>a\n  b</div>", ["a", "  b"]),
        ("x<xmp>a <b>c</xmp>", ["x", "", "a <b>c"]),
        ("<p>a<plaintext><b>not a tag</b></plaintext>z", ["a", "", "<b>not a tag</b></plaintext>z"]),
        ("a<script>alert(1)</script><style>p{}</style><template>t</template><noscript>n</noscript>", ["a"]),
        ("<!-- c --><!--[if mso]><b>for Outlook</b><![endif]--><![if !mso]>a<![endif]>", ["a"]),
        ("<title>T</title><svg><text>s</text></svg><iframe>i</iframe>a", ["a"]),
        ("Jane Roe <jane@example.com> wrote", ["Jane Roe <jane@example.com> wrote"]),
        ("<blockquote>one<blockquote>two</blockquote></blockquote>", ["> one", ">", "> > two"]),
        ("<p>one<b>two<i>three<table><tr><td>four", ["onetwothree", "four"]),
        ("<details><summary>More</summary>inside</details>", ["More", "inside"]),
        ("was <s>$10</s> $5", ["was $10 $5"]),
    ],
)
def test_html_as_rows(source: str, rows: list[str]) -> None:
    assert [row.rstrip() for row in html(source)] == rows


def test_roles_say_what_is_strong_linked_and_aside() -> None:
    letter = read_letter(
        None,
        '<p>a <b>b</b> <span style="font-weight: 700">c</span> <del>d</del> <a href="https://x.example">e</a></p>',
    )
    assert letter.parts[0].rows[0].spans == (
        Span("a"),
        Span(" b c", Role.STRONG),
        Span(" d ", Role.MUTED),
        Span("e", Role.LINK),
        Span("[1]", Role.LINK),
    )


def test_links_are_numbered_by_where_they_lead() -> None:
    letter = read_letter(
        None,
        """<a href="https://a.example">A</a>, <a href="https://b.example/?x=1&amp;y=2">B</a>,
        <a href="https://a.example">again</a>, <a href="#top">top</a>, <a name="x">no link</a>,
        <a href="mailto:">m</a>, <a href="mailto:budi@example.com">budi@example.com</a>,
        <a href="https://c.example"><img src="c.png"></a>,
        <a href="https://d.example"><img src="d.png" alt="D"></a>, <a href="https://e.example"></a>""",
    )
    assert words(letter) == [
        "A[1], B[2], again[1], top, no link, m, budi@example.com, [image][3], [image: D][4],"
    ]
    assert [(each.number, each.text, each.target) for each in letter.links] == [
        (1, "A", "https://a.example"),
        (2, "B", "https://b.example/?x=1&y=2"),
        (3, "[image]", "https://c.example"),
        (4, "[image: D]", "https://d.example"),
    ]


def test_a_link_around_blocks_has_its_number_behind_them() -> None:
    assert html('<a href="https://a.example"><div>Buy</div><div>now</div></a>after') == [
        "Buy",
        "now[1]",
        "after",
    ]


def test_links_of_an_image_map() -> None:
    letter = read_letter(None, '<map><area href="https://a.example" alt="Shop"></map>')
    assert words(letter) == ["[image: Shop][1]"]


def test_images_have_words_or_are_counted() -> None:
    letter = read_letter(
        None,
        """<p>a <img src="https://x.example/1.png" alt="Logo"> b <img src="https://x.example/2.png">
        <img src="https://x.example/3.png" alt=""> <img src="e.png" alt="🎉">
        <img src="https://t.example/p.gif" width=1 height=1 alt="hello">
        <img src="https://t.example/q" style="width:0px;height:0px">
        <img src="https://t.example/r" style="display:none">
        <img src="https://t.example/wf/open?upn=1">
        <img src="https://cdn.example/spacer.gif" width=1 height=1>
        <img src="cid:dot" width=1 height=1>
        <img src="https://cdn.example/line.png" width=600 height=1 alt=""></p>""",
    )
    assert words(letter) == ["a [image: Logo] b 🎉"]
    assert letter.notes == ("4 tracking pixels, not loaded", "5 images without words, not shown")


def test_forms_are_shown_and_cannot_be_sent() -> None:
    letter = read_letter(
        None,
        """<form action="https://evil.example"><label>Name</label> <input name="user" placeholder="Your name">
        <input type=password name=pw value=secret> <input type=hidden name=t value=1>
        <input type=checkbox checked> agree <input type=radio> no
        <select name=colour><option>red<option selected>blue</select> <textarea name=why>because</textarea>
        <button>Send <b>it</b></button> <input type=submit value=OK></form>after""",
    )
    fields, *others = words(letter)
    assert fields == (
        "Name [Your name ____ (text)] [pw ____ (password)] [x] agree ( ) no [colour: red / blue] "
        "[why because (text)] [button Send it] [button OK]"
    )
    assert others == ["[this form cannot be sent from here]", "after"]
    assert letter.notes == ("a form with 6 fields: shown, cannot be sent",)
    assert letter.links == ()


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">x y</div>',
        '<div style="DISPLAY : none !important; color: red">x y</div>',
        '<div style="max-height:0;overflow:hidden">x y</div>',
        '<div style="height:0px; width:0px; overflow:hidden">x y</div>',
        '<div style="opacity:0">x y</div>',
        '<div style="visibility:hidden">x y</div>',
        '<div style="font-size:0px">x y</div>',
        '<div style="color:#fff; background-color: #FFFFFF">x y</div>',
        "<div hidden>x <b>y</b></div>",
        '<span class="preheader">x y</span>',
        '<div id="pre">x y</div>',
        '<div style="display:none"><div>x</div><div>y</div></div>',
    ],
)
def test_hidden_text_is_left_out_and_said(hidden: str) -> None:
    sheet = "<style>@media print{.a{display:none}} .preheader, #pre { display: none !important }</style>"
    letter = read_letter(None, f"{sheet}<p>before</p>{hidden}<p>after</p>")
    assert words(letter) == ["before", "", "after"]
    assert letter.notes == ("hidden text left out: 2 words",)


@pytest.mark.parametrize(
    "shown",
    [
        '<div style="font-size:0"><span style="font-size:13px">x y</span></div>',
        '<div style="visibility:hidden"><b style="visibility:visible">x y</b></div>',
        '<a style="mso-hide:all">x y</a>',
        '<div style="max-height:0.5em">x y</div>',
        '<div style="font-size:0.9em; line-height:0">x y</div>',
        '<div class="a">x y</div>',
        '<div class="b">x y</div>',
        '<div class="pre" style="display:block">x y</div>',
        '<div style="color:#fff;background:#000">x y</div>',
    ],
)
def test_what_can_be_seen_is_shown(shown: str) -> None:
    sheet = "<style>@media print{.a{display:none}} .c .b{display:none} .pre{display:none}</style>"
    letter = read_letter(None, sheet + shown)
    assert words(letter) == ["x y"]
    assert letter.notes == ()


def test_entities_do_not_smuggle_controls_to_the_terminal() -> None:
    letter = read_letter(None, "<p>Hi &#27;[2J&#x1b;]0;x&#7;</p><pre>&#155;31m\x1b[1m</pre>")
    assert_safe(drawn(letter, 40), 40)


@pytest.mark.parametrize(
    "tag", ["div", "blockquote", "span", "b", "font", "ul", "li", "table", "a", "form", "svg"]
)
def test_no_depth_of_nesting_is_too_deep(tag: str) -> None:
    letter = read_letter(
        None, f"<{tag} href='https://a.example'>" * 10_000 + "deep" + f"</{tag}>" * 10_000 + " end"
    )
    said = " ".join(words(letter))
    assert "end" in said
    assert ("deep" in said) == (tag != "svg")
    assert_safe(drawn(letter, 40), 40)


def test_a_long_line_goes_on_in_further_rows() -> None:
    said = html("<p>" + "word " * 10_000 + "<b>strong</b> " * 10_000)
    assert max(map(len, said)) <= 16_000
    assert " ".join(" ".join(said).split()) == ("word " * 10_000 + "strong " * 10_000).strip()


def test_only_the_first_two_megabytes_are_read() -> None:
    letter = read_letter(None, "<p>" + "word " * 600_000)
    assert letter.notes == ("cut after 2 MB: the rest of 3.0 MB was not read",)
    assert sum(map(len, words(letter))) > 1_990_000


def test_no_more_than_so_many_elements_are_read() -> None:
    letter = read_letter(None, "<b>a</b> " * 70_000)
    assert letter.notes == ("cut after 60,000 elements: the rest was not read",)
    assert 59_000 < len(letter.own_words.split()) < 60_001


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = """<link rel=stylesheet href="https://a.example/a.css"><style>@import url(https://a.example/b.css);
    body{background:url(https://a.example/c.png)}</style><base href="https://a.example/">
    <img src="d.png" alt="d">
    <iframe src="https://a.example/e"></iframe><script src="https://a.example/f.js"></script>
    <body background="https://a.example/g.png"><object data="https://a.example/h">h</object>"""
    assert html(source) == ["[image: d] h"]
