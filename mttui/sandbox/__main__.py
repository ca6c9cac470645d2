"""``python -m mttui.sandbox [SCENARIO]``: the sandbox server without the rest of mttui."""

from __future__ import annotations

import sys

from .options import SandboxOptions
from .server import serve

if __name__ == "__main__":
    sys.exit(serve(SandboxOptions(scenario=(sys.argv[1:] or ["calm"])[0])))
