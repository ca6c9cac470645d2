"""What the attributes of an element say: seen or not, set apart, quoted, signed.

Only what is written at the element and the plainest rules of the mail's own style sheet are
looked at. Nothing is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

Given = Mapping[str, str | None]
"""The attributes of an element, as the parser gives them: None for one without a value."""
_STYLE = 4_000
"""How many characters of a style are looked at."""


def said(given: Given, name: str) -> str:
    """Return the value of an attribute, empty when there is none."""
    return given.get(name) or ""


class Cue(Enum):
    """What a mail program says about a piece of the mail, by the name it gives it."""

    NONE = "nothing"
    QUOTE = "all of it is quoted"
    REPLY = "an attribution and quotes, perhaps with answers between them"
    REST = "everything from here on is quoted"
    HEADERS = "everything from here on is quoted, if it begins with the headers of a mail"
    SIGNATURE = "a signature"


@dataclass(frozen=True, slots=True)
class Look:
    """What the attributes of an element say about how it looks."""

    is_hidden: bool = False
    """With everything in it."""
    is_invisible: bool | None = None
    """Its text, until an element in it says otherwise; None when nothing is said."""
    is_bold: bool = False
    is_pre: bool = False
    """White space in it stands."""
    is_tight: bool = False
    """A paragraph without space around it."""
    cue: Cue = Cue.NONE


PLAIN = Look()
_NOTHING_TOLD = (None, None, None, None, False)

_QUOTES = (
    "yahoo_quoted",
    "protonmail_quote",
    "zmail_extra",
    "tutanota_quote",
    "moz-cite-prefix",
    "gmail_attr",
)
_QUOTE_IDS = frozenset({"OLK_SRC_BODY_SECTION", "isForwardContent", "replyIntro"})
_REST_IDS = frozenset({"divRplyFwdMsg", "x_divRplyFwdMsg", "stopSpelling", "OutlookMessageHeader"})
_SIGNATURES = ("gmail_signature", "moz-signature", "protonmail_signature_block", "yahoo-signature")
_SIGNATURE_IDS = frozenset(
    {
        "Signature",
        "x_Signature",
        "AppleMailSignature",
        "ms-outlook-mobile-signature",
        "lineBreakAtBeginningOfSignature",
    }
)
_BORDER_TOP = re.compile(r"border-top(?:-style)?:[^;]*solid")
_ZERO = r"0(?:\.0+)?(?:px|pt|em|rem|%)?(?=;|!|$)"
_HIDDEN = re.compile(rf"(?:^|;)(?:display:none|opacity:{_ZERO}|mso-hide:all;display:none)")
_CLIPPED = re.compile(rf"(?:^|;)max-height:{_ZERO}")
_FLAT = re.compile(rf"(?:^|;)(?:height|width):{_ZERO}")
_FONT_SIZE = re.compile(r"(?:^|;)font-size:([^;!]*)")
_NOTHING = re.compile(_ZERO).match
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!\s]+)")
_BOLD = re.compile(r"(?:^|;)font-weight:(?:bold|[6-9]00)")
_PRE = re.compile(r"(?:^|;)white-space:(?:pre|break-spaces)")
_NO_MARGIN = re.compile(r"(?:^|;)margin:(?:0(?:\.0+1?)?[a-z]*\s?)+(?:;|!|$)")
_SPACE_BELOW = re.compile(r"(?:^|;)(?:margin|padding)-bottom:[^0.;]")
_WHITES = {"white": "#ffffff", "#fff": "#ffffff"}


_Told = tuple[str, str | None, str | None, str | None, str | None, bool]


@dataclass(slots=True)
class Looks:
    """Reads attributes, each spelling of them once: the elements of a mail repeat themselves."""

    sheet: Sheet
    _known: dict[_Told, Look] = field(default_factory=dict)

    def of(self, name: str, given: Given) -> Look:
        """Return the look of an element with these attributes."""
        get = given.get
        told = (
            name if self.sheet else "",
            get("style"),
            get("class"),
            get("id"),
            get("data-smartmail"),
            "hidden" in given,
        )
        if told[1:] == _NOTHING_TOLD:
            return PLAIN
        look = self._known.get(told)
        if look is None:
            look = self._known[told] = self._read(name, given)
        return look

    def _read(self, name: str, given: Given) -> Look:
        style = _squeezed(said(given, "style")[:_STYLE])
        classes = said(given, "class").split()
        named = said(given, "id")
        hidden = "hidden" in given or _hides(style)
        if self.sheet and not hidden and "display:" not in style:
            hidden = self.sheet.hides(name, classes, named)
        look = Look(
            is_hidden=hidden,
            is_invisible=_is_invisible(style),
            is_bold="font-weight" in style and bool(_BOLD.search(style)),
            is_pre="white-space" in style and bool(_PRE.search(style)),
            is_tight="MsoNormal" in classes or ("margin" in style and _is_tight(style)),
            cue=_cue(classes, named, given, style),
        )
        return PLAIN if look == PLAIN else look


def _squeezed(style: str) -> str:
    """Write a style so that it can be searched: lower case, no blanks around `:` and `;`."""
    if not style:
        return ""
    return re.sub(r"\s*([:;])\s*", r"\1", " ".join(style.lower().split()))


def _hides(style: str) -> bool:
    """Whether the style hides an element and all that is in it.

    `mso-hide:all` alone does not: it is how a button is hidden from Outlook only.
    """
    if ("none" in style or "opacity" in style) and _HIDDEN.search(style):
        return True
    return "overflow:hidden" in style and bool(_CLIPPED.search(style) or len(_FLAT.findall(style)) > 1)


def _is_invisible(style: str) -> bool | None:
    if not style:
        return None
    if "visibility:hidden" in style:
        return True
    size = _FONT_SIZE.search(style)
    if size is not None:
        return bool(_NOTHING(size[1].strip()))
    if "background" in style:
        colour, ground = _COLOUR.search(style), _GROUND.search(style)
        if colour and ground and _named(colour[1]) == _named(ground[1]):
            return True
    return False if "visibility:visible" in style else None


def _is_tight(style: str) -> bool:
    return bool(_NO_MARGIN.search(style)) and not _SPACE_BELOW.search(style)


def _named(colour: str) -> str:
    return _WHITES.get(colour.strip(), colour.strip())


def _cue(classes: list[str], named: str, given: Given, style: str) -> Cue:
    # Programs that carry a mail along put a prefix before its classes: x_, ecx, ydp4711….
    for each in classes:
        if each.endswith(("gmail_quote", "gmail_quote_container")):
            return Cue.REPLY
        if each.endswith(_QUOTES):
            return Cue.QUOTE
        if each.endswith(_SIGNATURES):
            return Cue.SIGNATURE
    if named in _QUOTE_IDS:
        return Cue.QUOTE
    if named in _REST_IDS:
        return Cue.REST
    if named in _SIGNATURE_IDS or given.get("data-smartmail") == "gmail_signature":
        return Cue.SIGNATURE
    if named in ("appendonsend", "x_appendonsend") or ("border-top" in style and _BORDER_TOP.search(style)):
        return Cue.HEADERS
    return Cue.NONE


# Each of these passes over its text once, whatever is in it.
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_AT_RULE = re.compile(r"@[^{};@]*(?:;|\{(?:[^{}]|\{[^{}]*\})*+\})")
_RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*)\}")
_SELECTOR = re.compile(r"([a-z0-9]*)([.#])([\w-]+)", re.IGNORECASE).fullmatch


@dataclass(slots=True)
class Sheet:
    """The rules of the mail's style sheet that hide what has one class or id, on every screen."""

    _hiding: set[tuple[str, str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, css: str) -> Sheet:
        """Read the text of the `<style>` elements of a mail."""
        sheet = cls()
        if "none" in css:
            sheet._read(css)
        return sheet

    def _read(self, css: str) -> None:
        css = _AT_RULE.sub("", _COMMENT.sub("", css).replace("<!--", "").replace("-->", ""))
        for selectors, body in _RULE.findall(css):
            if not _hides(_squeezed(body)):
                continue
            for each in selectors.split(","):
                if (found := _SELECTOR(each.strip())) is not None:
                    self._hiding.add((found[1].lower(), found[2], found[3]))

    def __bool__(self) -> bool:
        return bool(self._hiding)

    def hides(self, name: str, classes: list[str], named: str) -> bool:
        """Whether a rule hides an element with this name, these classes and this id."""
        marks = [(".", each) for each in classes] + ([("#", named)] if named else [])
        return any((tag, *mark) in self._hiding for mark in marks for tag in ("", name))
