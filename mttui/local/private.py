"""Files for this user's eyes: exports, results of runs, reports."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_privately(path: Path, text: str) -> None:
    """Write a file that only this user can read, whole or not at all.

    Raises:
        OSError: it cannot be written; what was there before is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
