"""`python -m mttui`, and what the `mttui` command calls."""

from __future__ import annotations

import sys

from mttui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
