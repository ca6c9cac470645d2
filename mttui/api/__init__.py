"""The async API layer: the platform as typed Python. Imports nothing else of mttui."""

from __future__ import annotations

import sys

# httpx brings a command line along, and with it rich and pygments: 0.05 s at every start. An entry of
# None refuses that import, and httpx is made to do without it.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # the import system knows None
