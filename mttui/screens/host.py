"""What the screens know of the app they run in."""

from __future__ import annotations

from abc import abstractmethod

from mttui.text import Line, Role, Span

from .session import Session
from .type_ahead import TypeAhead


class Host(TypeAhead[int]):
    """The app, as far as screens may use it."""

    session: Session
    """The account; screens other than the first-run screen exist only with one."""

    asleep: bool = False
    """Whether nobody has looked for so long that the screens no longer poll."""

    def account_line(self) -> Line:
        """Return the account's name; production is said in words."""
        profile = self.session.profile
        production = (Span(" PRODUCTION ", Role.ALERT), Span(" ")) if profile.production else ()
        return (*production, Span(profile.name, Role.STRONG))

    @abstractmethod
    def leave(self, code: int = 0) -> None:
        """End the program in good order: changes under way come to their end, within bounds.

        Args:
            code: the exit status.
        """

    @abstractmethod
    def ask_to_leave(self, *, overtakes: bool = False) -> None:
        """Ask whether to leave; asked twice, leave.

        Args:
            overtakes: whether the key that asks came before others that were pressed earlier; otherwise
                what is typed behind it is the answer.
        """

    @abstractmethod
    def look(self) -> None:
        """Have the screens that are to be seen poll and draw, and the others not."""
