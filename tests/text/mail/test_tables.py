from __future__ import annotations

from tests.text.mail.drawing import html

ROW = "<tr><td>{}</td><td>{}</td></tr>"


def test_a_grid_of_short_cells_becomes_columns() -> None:
    source = """<table><tr><th>Item<th>Price<th>Note</tr><tr><td>Kopi<td>Rp 10.000<td>hot</tr>
    <tr><td>Teh manis<td>Rp 8.000<td></tr></table>after"""
    assert html(source) == [
        "Item           Price  Note",
        "Kopi       Rp 10.000  hot",
        "Teh manis   Rp 8.000",
        "after",
    ]


def test_wide_characters_are_measured_in_cells() -> None:
    assert html(f"<table>{ROW.format('東京', 'a')}{ROW.format('x', 'b')}</table>") == ["東京  a", "x     b"]


def test_empty_columns_and_rows_are_left_out() -> None:
    source = """<table><tr><td>&nbsp;<td>a<td><img src=x.gif><td>b</tr><tr><td><td><td><td></tr>
    <tr><td><td>c<td><td>d</tr></table>"""
    assert html(source) == ["a  b", "c  d"]


def test_a_layout_table_flows() -> None:
    long = "word " * 30
    source = f"<table><tr><td>{long}</td><td>side</td></tr><tr><td colspan=2>foot</td></tr></table>"
    assert html(source) == [long.strip(), "", "side", "foot"]


def test_short_cells_of_a_layout_table_stand_side_by_side() -> None:
    source = """<table><tr><td><p>text</p></td></tr>
    <tr><td><a href="https://a.example">A</a></td><td>|</td><td><table><tr><td>B</table></td></tr></table>"""
    assert html(source) == ["text", "", "A[1]  |  B"]


def test_a_table_in_a_quote_keeps_its_mark() -> None:
    source = f"<blockquote><table>{ROW.format('a', '1')}{ROW.format('bb', '20')}</table></blockquote>"
    assert html(source) == ["> a    1", "> bb  20"]


def test_lists_in_cells_keep_their_bullets() -> None:
    assert html("<table><tr><td><ul><li>a</ul><td>b</table>") == ["• a  b"]


def test_a_table_within_a_paragraph_of_rows_without_cells() -> None:
    assert html("<table><tr></tr><caption>Cap</caption><td>a<td colspan=0>b<td colspan=999>c</table>") == [
        "Cap",
        "a  b  c",
    ]


def test_many_rows_are_not_slow_to_align() -> None:
    assert len(html("<table>" + ROW.format("a", "b") * 15_000 + "</table>")) == 15_000
