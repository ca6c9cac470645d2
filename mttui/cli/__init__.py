"""The command line: one module a command, starting without Textual where no screen is needed.

Data goes to stdout, words to stderr. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration,
130 Ctrl+C, 143 SIGTERM.
"""

from __future__ import annotations
