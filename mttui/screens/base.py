"""The screen that all work screens build on: header, banner, body, hint and footer, and life with stores.

Stores are polled only while the screen is to be seen. However many of them change, the screen is drawn
once a frame at most.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from itertools import count
from typing import Any, ClassVar, ParamSpec

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker

from mttui.api.models.velocity import VelocityEvent
from mttui.stores.store import Store
from mttui.stores.watch import Sending
from mttui.text import Role, Span, line
from mttui.views.alarm import banner_line
from mttui.views.footer import FooterItem, footer_line
from mttui.views.header import header_line
from mttui.views.keyboard import find_key
from mttui.views.keys import keys_on
from mttui.views.notice import notice_lines, too_small_lines
from mttui.widgets.bindings import screen_bindings
from mttui.widgets.canvas import Canvas
from mttui.widgets.compositor import LeanCompositor
from mttui.widgets.strap import Strap

from .everywhere import Everywhere
from .header import HeaderSource
from .session import Session

P = ParamSpec("P")

FRAME = 0.05
"""Seconds between two drawings at least."""
_TICK = 1.0
_COUNT_REQUESTS_EVERY = 5
LEAST_WIDTH, LEAST_HEIGHT = 60, 15
"""Cells below which a message stands in place of the screen."""


class Body(Widget):
    """The part of the screen that is the screen's own."""

    DEFAULT_CSS = "Body { height: 1fr; }"


class WorkScreen(Everywhere):
    """A screen of the workstation.

    A subclass names its keys (``SCOPE``), the stores it shows (:meth:`wanted`), its widgets
    (:meth:`compose_body`), and how they show what the stores hold (:meth:`redraw`).
    """

    TICKS: ClassVar[bool] = False
    """Whether :meth:`redraw` runs every second, as ages that are shown need it."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Bind the keys of the screen's scope."""
        cls.BINDINGS = screen_bindings(cls.SCOPE)
        super().__init_subclass__(inherit_bindings=False, **kwargs)

    def __init__(self) -> None:
        super().__init__()
        self._compositor = LeanCompositor()
        self._leases: list[Callable[[], None]] = []
        self._header: HeaderSource | None = None
        self._dirty = False
        self._resting: Timer | None = None
        self._ticker: Timer | None = None
        self._ticks = 0
        self._works = count()

    # What a screen says about itself.

    def wanted(self) -> Iterable[Store[Any]]:
        """Return the stores that it shows: they are polled while it is to be seen."""
        return ()

    def compose_body(self) -> ComposeResult:
        """Yield the widgets of the body."""
        yield from ()

    def redraw(self) -> None:
        """Show what the stores hold now; called once a frame at most, and only while it is to be seen."""

    def events_elsewhere(self) -> tuple[VelocityEvent, ...]:
        """Return the active events that the banner tells of: those that the screen itself does not show."""
        return self.session.stores.watch.active

    # What it does with that.

    @property
    def session(self) -> Session:
        """The account that it works on."""
        return self.host.session

    def reason_against(self, key_id: str) -> str | None:
        """Say why nothing can be taken back."""
        if key_id == "undo" and self.session.deeds.undo is None:
            return "Nothing was done from here that can be taken back."
        return super().reason_against(key_id)

    def action_undo(self) -> None:
        """Take back what was done last."""
        from .running import undo_last  # noqa: PLC0415 (imported when first needed)

        self.run_worker(undo_last(self), group="undo")

    def compose(self) -> ComposeResult:
        """Lay out the parts that all screens have, from the top."""
        yield Strap(id="header")
        yield Strap(id="banner")
        yield Canvas(id="notice")
        with Body(id="body"):
            yield from self.compose_body()
        yield Strap(id="hint")
        yield Strap(id="footer")
        yield Canvas(id="too-small")

    def on_mount(self) -> None:
        """Begin to show."""
        self._header = HeaderSource(self.session)
        self._ticker = self.set_interval(_TICK, self._tick, pause=True)
        self.look()

    def on_unmount(self) -> None:
        """Let go of the stores."""
        self._rest()

    def on_screen_resume(self) -> None:
        """Be seen again."""
        self.look()

    def on_screen_suspend(self) -> None:
        """Be covered, unless it is only by a dialog."""
        self.look()

    def on_resize(self) -> None:
        """Say so when the terminal is too small; show everything anew when it fits."""
        width, height = self.size
        small = width < LEAST_WIDTH or height < LEAST_HEIGHT
        self.set_class(small, "-too-small")
        if small:
            lines = too_small_lines((width, height), (LEAST_WIDTH, LEAST_HEIGHT))
            self.query_one("#too-small", Canvas).show(lines)
        self.call_after_refresh(self.poke)

    def look(self) -> None:
        """Poll and draw if it is to be seen, neither if it is not."""
        seen = self.is_mounted and self._is_seen() and not self.host.asleep
        if seen and not self._leases:
            self._wake()
        elif not seen:
            self._rest()
        if seen:
            self.poke()

    def work(self, call: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run something in the background, which ends with the screen."""
        begin: Callable[[], Coroutine[None, None, None]] = partial(call, *args, **kwargs)
        _: Worker[None] = self.run_worker(begin, group=f"work {next(self._works)}")

    def work_alone(
        self, call: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Run something in the background, in place of the same that may be under way."""
        begin: Callable[[], Coroutine[None, None, None]] = partial(call, *args, **kwargs)
        name = getattr(call, "__qualname__", "")
        _: Worker[None] = self.run_worker(begin, group=name, exclusive=True)

    def poke(self) -> None:
        """Have it drawn, soon and once, however often this is called."""
        if not self._dirty:
            self._dirty = True
            if self._resting is None:
                self.call_next(self._draw)

    def _is_seen(self) -> bool:
        stack = self.app.screen_stack
        if self not in stack:
            return False
        return all(isinstance(above, ModalScreen) for above in stack[stack.index(self) + 1 :])

    def _wake(self) -> None:
        stores = self.session.stores
        shown = dict.fromkeys((stores.queues, *self.wanted()))
        self._leases = [stores.poller.want(store) for store in shown]
        self._leases += [
            store.subscribe(self.poke) for store in dict.fromkeys((*shown, stores.status, stores.events))
        ]
        if self._header is not None:
            self._header.count_requests()
        if self._ticker is not None:
            self._ticker.resume()

    def _rest(self) -> None:
        leases, self._leases = self._leases, []
        for let_go in leases:
            let_go()
        if self._ticker is not None:
            self._ticker.pause()

    def _draw(self) -> None:
        dirty, self._dirty = self._dirty, False
        if not dirty or not self._leases:
            return
        if self.session.stores.status.snapshot.value is not None:
            # Before anything is known, the first answer is not made to wait.
            self._resting = self.set_timer(FRAME, self._rested)
        self._draw_frame()
        self.redraw()

    def _rested(self) -> None:
        self._resting = None
        if self._dirty:
            self._draw()

    def _tick(self) -> None:
        if self._ticks % _COUNT_REQUESTS_EVERY == 0 and self._header is not None:
            self._header.count_requests()
        self._ticks += 1
        # A timer that was due while the process was stopped may never call: the tick ends its rest.
        self._rested()
        if self.TICKS:
            self.poke()
        else:
            self._draw_top()

    def _draw_frame(self) -> None:
        self._draw_top()
        lines = notice_lines(self.session.stores.status.snapshot, self.session.keyboard)
        notice = self.query_one("#notice", Canvas)
        notice.display = bool(lines)
        notice.show(lines)
        unknown = bool(lines) and self.session.stores.status.snapshot.value is None
        self.set_class(unknown, "-nothing-known")
        items = tuple(self._footer_items())
        self.query_one("#footer", Strap).tell(lambda width: footer_line(items, width))

    def _draw_hint(self) -> None:
        demo, watch = self.session.demo, self.session.stores.watch
        if demo is not None:
            hint = demo.line(is_open=watch.is_open, has_been_open=watch.has_been_open)
            self.query_one("#hint", Strap).tell(lambda _: line(Span(" DEMO ", Role.KEY), f" {hint}"))

    def _draw_top(self) -> None:
        if self._header is None:
            return
        self._draw_hint()
        facts = self._header.facts(asleep=self.host.asleep)
        self.query_one("#header", Strap).tell(lambda width: header_line(facts, width))
        stores = self.session.stores
        events = self.events_elsewhere()
        if not events:
            self.query_one("#banner", Strap).tell(None)
            return
        now = self.session.client.transport.platform_now()
        sending = Sending.of(stores.status.snapshot.value)
        key = self.session.keyboard.shown(find_key("go.incident"))
        self.query_one("#banner", Strap).tell(
            lambda width: banner_line(events, sending, now=now, key=key, width=width)
        )

    def _footer_items(self) -> Iterable[FooterItem]:
        keyboard = self.session.keyboard
        for key in keys_on(self.SCOPE):
            if key.footer and self.handler_of(key.id) is not None:
                off = self.reason_against(key.id) is not None
                yield FooterItem(keyboard.shown(key), key.title, key.footer, off)
