"""Completion in bash, for which `NAME=VALUE` is three words: click would complete the last by itself."""

from __future__ import annotations

import os
from typing import Any, ClassVar

from click.shell_completion import BashComplete, CompletionItem, add_completion_class, split_arg_string

_SCRIPT = """\
%(complete_func)s() {
    local IFS=$'\\n' completion type value
    COMPREPLY=()
    for completion in $(env COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_WORDBREAKS="$COMP_WORDBREAKS" \\
            %(complete_var)s=bash_complete "$1"); do
        IFS=',' read -r type value <<< "$completion"
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain) COMPREPLY+=("$value"); if [[ $value == *= ]]; then compopt -o nospace; fi ;;
        esac
    done
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Completes the word before the cursor, as the line has it."""

    source_template: ClassVar[str] = _SCRIPT
    _before = ""
    """What of the word bash takes for another one, and does not want again."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        line = os.environ["COMP_LINE"]
        words = split_arg_string(line)[1:]
        begun = words.pop() if words and not line[-1:].isspace() else ""
        name, equals, _ = begun.partition("=")
        if equals and equals in os.environ.get("COMP_WORDBREAKS", ""):
            self._before = name + equals
        return words, begun

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return a line for the script."""
        return f"{item.type},{item.value.removeprefix(self._before)}"


def register() -> None:
    """Let click write this script for bash, and answer it."""
    add_completion_class(Bash)
