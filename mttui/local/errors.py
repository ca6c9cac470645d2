"""The errors of this package, each with what to do about it.

LocalError
├── ConfigError      the config file, a flag or an environment variable
├── CredentialError  no key could be had
└── DatabaseError    the state file
"""

from __future__ import annotations


class LocalError(Exception):
    """Something on this box is not as it must be.

    The message says what, `advice` what to do about it. Neither ever holds a key.
    """

    exit_code = 2
    """What the command line exits with: 2, wrong usage or configuration."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class ConfigError(LocalError):
    """The config file, a flag or an environment variable does not say what it should."""


class CredentialError(LocalError):
    """A key was asked for and could not be had."""


class DatabaseError(LocalError):
    """The state file cannot be opened, read or written."""

    exit_code = 1
