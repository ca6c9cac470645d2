"""The links of an HTML mail while it is rendered: their words, their images, their numbers."""

from __future__ import annotations

from mttui.text.line import Role
from mttui.text.mail.links import TEXT_LIMIT, Links, cleaned, shows_itself
from mttui.text.mail.looks import Given, said
from mttui.text.mail.rows import RowBuilder


class Anchors:
    """Follows the one link that may be open."""

    def __init__(self, out: RowBuilder) -> None:
        self.links = Links()
        self.is_open = False
        self.holds_image = False
        """Whether the open link holds an image, which may have no words."""
        self.texts: list[str] = []
        """What the open link is shown as."""
        self._out = out
        self._target = ""

    def open(self, given: Given) -> None:
        """Begin an `<a>` with these attributes; one that leads nowhere else is no link."""
        self.follow(cleaned(said(given, "href")))

    def follow(self, target: str) -> None:
        """Begin a link; one without a target, or to a place in the mail, is none."""
        self.is_open = not target.endswith((":", "#")) and target[:1] not in ("", "#")
        self._target = target
        self.texts = []
        self.holds_image = False

    def close(self) -> None:
        """End the link that is open, and put its number behind it."""
        if not self.is_open:
            return
        shown = " ".join(" ".join(self.texts).split())[:TEXT_LIMIT]
        if not shown and self.holds_image:
            shown = "[image]"
            self._out.words(shown, Role.LINK)
        self.is_open = False
        if shown and not shows_itself(shown, self._target):
            self._out.marker(f"[{self.links.add(self._target, shown)}]")
