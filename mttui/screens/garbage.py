"""Keeping the collector of garbage from holding up a key.

Going through everything that there is takes some hundredths of a second. What a start or a screen has made
once stays to the end, and need not be gone through again.
"""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 5_000, 20, 20
"""After how many new objects the youngest are gone through, and after how many rounds of one age the next."""


def keep_for_good() -> None:
    """Take what there is as there to stay, and collect garbage of what comes from now on."""
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    gc.enable()
