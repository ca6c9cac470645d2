"""A screen of panels for the byte tests: `t` makes one tick, `q` quits."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from mttui.text import Role, Span, count, line, trend
from mttui.widgets.panel import Panel
from tests.widgets.kit_app import KitApp

TITLES = ("Queues", "Velocity", "Reputation", "Flow")


class PanelProgram(KitApp):
    """Four panels of live figures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "tick", "Tick"),
        Binding("a", "age", "Age"),
    ]

    def __init__(self) -> None:
        self.panels = [Panel(title) for title in TITLES]
        super().__init__(self.panels)
        self.ticks = 0

    def on_mount(self) -> None:
        """Fill the panels."""
        self.show(0.0)

    def show(self, age: float) -> None:
        """Show the figures of this tick."""
        for at, panel in enumerate(self.panels):
            figure = count(48_211 + self.ticks * 17 if at < 3 else 7)
            samples = [(float(second), 2.0 + second % 5) for second in range(60)]
            panel.show_body(
                [
                    line(Span("pending ", Role.MUTED), Span(figure, Role.STRONG), " mails"),
                    *trend(samples, width=40, height=2, start=0, end=60, threshold=5, label="5 %"),
                    line("tick ", str(self.ticks) if not at else "steady"),
                ],
                age=age,
                interval=10,
            )

    def action_tick(self) -> None:
        """Change one figure in each of the first three panels."""
        self.ticks += 1
        self.show(0.0)

    def action_age(self) -> None:
        """Let everything be stale."""
        self.show(60.0)


if __name__ == "__main__":
    PanelProgram().run(mouse=False)
