"""Measure how long mail takes to be read and its first screen to be laid out, beside the bars.

    python -m tests.bench.mail

Samples are made here, of real shapes. Each is measured several times; the best and the middle
are printed, in milliseconds of this process's own CPU time.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from mttui.text.mail import Flow, pieces, read_letter

ROUNDS = 7
SCREEN = 50
WIDTH = 100
WORDS = (
    "Terima kasih atas laporan Anda kami sedang memeriksa antrean pengiriman dan akan menjawab "
    "segera the queue of campaign 4711 has been paused since the bounce rate stood above its line "
)
FONT = "font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#333333"
BLOCK = """
<!--[if mso]><table role="presentation" width="600" align="center"><tr><td style="padding:0"><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="wrapper">
 <tr><td align="center" valign="top" style="padding:20px 0;background-color:#f4f4f4">
  <table width="600" class="card" style="max-width:600px;background:#ffffff;border-radius:4px"><tbody><tr>
   <td style="padding:24px;{font}"><a href="https://example.com/c/{n}?utm_source=mail&amp;utm_medium=email">
    <img src="https://cdn.example.com/{n}.png" width="552" height="240" alt="Offer {n}" style="border:0"></a>
    <h2 style="margin:0 0 12px;font-size:20px;{font}">Offer number {n}</h2>
    <p style="margin:0 0 12px;{font}">{words}</p><p style="margin:0 0 12px;{font}">{words}</p>
    <ul><li style="{font}">First <b>point</b></li><li style="{font}">Second <i>point</i></li></ul>
    <a style="display:inline-block;padding:12px 24px;{font}" href="https://example.com/b/{n}">Buy now</a>
   </td></tr></tbody></table>
 </td></tr>
 <tr><td height="24" style="font-size:24px;line-height:24px;mso-line-height-rule:exactly">&nbsp;</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
"""
PAGE = """<!DOCTYPE html><html><head><style>.preheader{{display:none}}
@media screen{{.x{{width:1px}}}}</style></head>
<body style="margin:0"><span class="preheader">Offers of the week &zwnj;&nbsp;&zwnj;&nbsp;</span>{blocks}
<img src="https://track.example.com/open" width="1" height="1"></body></html>"""


class Case(NamedTuple):
    """A mail, and how many milliseconds it may take."""

    name: str
    text: str
    html: str
    bar: float


def html_of(size: int) -> str:
    """A marketing mail of about so many characters."""
    blocks = [""]
    while len(blocks) * len(blocks[-1]) < size:
        blocks.append(BLOCK.format(n=len(blocks), words=WORDS, font=FONT))
    return PAGE.format(blocks="".join(blocks))


def cases() -> list[Case]:
    """The mails to be measured."""
    paragraph = WORDS * 6 + "\n\n"
    reply = (
        f"{WORDS}\n\nPada Sen, 3 Mar 2025 pukul 10.12 Budi <budi@example.com> menulis:\n"
        + f"> {WORDS}\n" * 40
    )
    return [
        Case("typical text, a reply", reply, "", 5),
        Case("typical HTML, 20 kB", "", html_of(20_000), 5),
        Case("typical HTML, 60 kB", "", html_of(60_000), 5),
        Case("HTML of 1 MB", "", html_of(1_000_000), 100),
        Case("text of 10 MB", paragraph * (10_000_000 // len(paragraph)), "", 500),
        Case("text of 10 MB, one line", "word " * 2_000_000, "", 500),
        Case("text of 10 MB, not ASCII", "Привет, мир — 世界 " * (10_000_000 // 17), "", 500),
        Case("100,000 lines", "line\n" * 100_000, "", 500),
        Case(
            "100,000 quoted lines",
            f"Halo,\n\nBudi wrote:\n{'> line of a quote' * 1}\n" + "> line\n" * 100_000,
            "",
            500,
        ),
        Case("10,000 nested elements", "", "<blockquote><div>" * 10_000 + "deep", 500),
        Case("2 MB of <div>", "", "<div>" * 400_000, 1_000),
    ]


def timed(what: Callable[[], object]) -> list[float]:
    """Run it several times; return the CPU time of each run, in milliseconds, sorted."""
    taken = []
    for _ in range(ROUNDS):
        started = time.process_time()
        what()
        taken.append((time.process_time() - started) * 1_000)
    return sorted(taken)


def first_screen(case: Case) -> None:
    """Read the mail and lay out its first screen."""
    Flow(pieces(0, read_letter(case.text, case.html)), WIDTH).rows(0, SCREEN)


def to_the_end(case: Case) -> None:
    """Go to the last line, which lays out all that is above it."""
    flow = Flow(pieces(0, read_letter(case.text, case.html)), WIDTH, unfolded={(0, at) for at in range(99)})
    flow.rows(flow.finish() - SCREEN, SCREEN)


def main() -> None:
    """Print a line for each mail."""
    first_screen(Case("", "warm", "<p>warm</p>", 0))
    print(f"{'':28}{'read + first screen':>22}{'bar':>8}{'to the end':>14}   (ms: best / middle)")
    for case in cases():
        best, middle = (read := timed(partial(first_screen, case)))[0], statistics.median(read)
        end = timed(partial(to_the_end, case))[0]
        mark = "" if middle <= case.bar else "  over"
        print(f"{case.name:28}{best:12.1f} /{middle:8.1f}{case.bar:8.0f}{end:14.1f}{mark}")


if __name__ == "__main__":
    main()
