"""Moving about in the inbox: rows, splits, messages, what is searched for, sorted and marked."""

from __future__ import annotations

from textual import on

from mttui.api.models.threads import Thread
from mttui.text import Role
from mttui.views.inbox_words import empty_words
from mttui.widgets.grid import Grid
from mttui.widgets.line_edit import LineEdit

from .board import InboxBoard


class Moving(InboxBoard):
    """Where one is in the inbox, and how one gets elsewhere."""

    # Moving about

    @on(Grid.Moved)
    def _moved(self, moved: Grid.Moved) -> None:
        """Show the thread that was gone to."""
        if self._held is not None and moved.index == self._held_at:
            return  # the next thread has come up under the cursor, and nobody went to it
        self._held = None
        if moved.key:
            self.draw_thread()

    def stay_with(self, thread: Thread | None) -> None:
        """Go on showing a thread that leaves the list, until one goes to another; ``None`` lets go of it."""
        self._held, self._held_at = thread, self.grid.cursor_index

    def on_grid_opened(self) -> None:
        """Enter in the list."""
        self.action_open()

    def action_open(self) -> None:
        """Read the thread on the whole screen, or go back to the list."""
        self.read(reads=not self._reads)

    def read(self, *, reads: bool) -> None:
        """Give the conversation the whole screen, or part of it."""
        if reads == self._reads:
            return
        self._reads = reads
        self.grid.display = not reads
        self.set_focus(self.pane if reads else self.grid)
        self.poke()

    def action_back(self) -> None:
        """Go back to the list, then show all of it again, then leave."""
        edit = self.query_one("#find", LineEdit)
        if edit.display:
            edit.put("")
            self.threads.find("")
            self._leave_line()
        elif self._reads:
            self.read(reads=False)
        elif self.threads.search is not None:
            edit.put("")
            self.threads.find("")
        elif self.threads.marks:
            self.threads.unmark()
        else:
            super().action_back()

    def action_quit(self) -> None:
        """Go back to the list first."""
        if self._reads:
            self.read(reads=False)
        else:
            super().action_quit()

    def go(self, steps: int) -> None:
        """Go to another thread of the list."""
        self._held = None
        self.grid.action_step(steps)
        self.draw_thread()

    def action_record_next(self) -> None:
        """Go to the next thread."""
        self.go(1)

    def action_record_previous(self) -> None:
        """Go to the thread before."""
        self.go(-1)

    def action_inbox_split_next(self) -> None:
        """Go to the next split."""
        self._go_to_split(self._at + 1)

    def action_inbox_split_previous(self) -> None:
        """Go to the split before."""
        self._go_to_split(self._at - 1)

    def _go_to_split(self, at: int) -> None:
        self._cursors[self.split.name] = self.grid.cursor_key
        self._at = at % len(self.inbox.splits)
        self._held, self._drawn = None, ()
        self.query_one("#find", LineEdit).put(self.threads.search.words if self.threads.search else "")
        # The stores of this split are polled from now on, those of the other one no longer.
        self._rest()
        self.grid.show_list(self.threads, empty=empty_words(self.threads))
        self.go_to(self._cursors.get(self.split.name))
        self.look()

    def go_to(self, thread_id: str | None) -> None:
        """Put the cursor on a thread, where it is in the list."""
        at = None if thread_id is None else self.threads.index_of(thread_id)
        if at is not None:
            self._held = None
            self.grid.move_to(at)

    def action_inbox_message_down(self) -> None:
        """Move the message down by a page."""
        self.pane.action_scroll_page(1)

    def action_inbox_message_up(self) -> None:
        """Move the message up by a page."""
        self.pane.action_scroll_page(-1)

    def action_inbox_fold(self) -> None:
        """Unfold quoted text and signatures, or fold them."""
        self._unfolded = not self._unfolded
        self.draw_thread()

    def action_inbox_headers(self) -> None:
        """Show the headers of the messages, or hide them."""
        self._headers = not self._headers
        self.draw_thread()

    def action_refresh(self) -> None:
        """Read list and conversation again."""
        super().action_refresh()
        if (thread := self.selected) is not None:
            self.inbox.conversations.retry(thread)
        self.look_for_drafts()

    # Searching, sorting, marking

    def action_filter(self) -> None:
        """Type what to look for."""
        edit = self.query_one("#find", LineEdit)
        edit.display = True
        self.set_focus(edit)  # at once: the next key may be on its way already

    def on_line_edit_changed(self, message: LineEdit.Changed) -> None:
        """Show the threads that have these words."""
        self.threads.find(message.text)

    def on_line_edit_submitted(self) -> None:
        """Go on in the list with what was found."""
        self._leave_line()

    def _leave_line(self) -> None:
        self.query_one("#find", LineEdit).display = False
        self.set_focus(self.grid)

    def action_sort(self) -> None:
        """Put first who is to be answered first, or the latest."""
        wanted = not self.threads.by_breach
        self.threads.order_by_breach(wanted=wanted)
        self.tell("First who is to be answered first." if wanted else "The latest first.")

    def action_marks_range(self) -> None:
        """Mark all threads from the last mark to the cursor."""
        asked, left_out = self.grid.mark_range()
        self.tell(f"{asked - left_out} of {asked} marked." if left_out else f"{asked} marked.")

    def action_marks_all(self) -> None:
        """Mark all threads that are loaded, or take all marks away."""
        if self.threads.marks:
            self.threads.unmark()
            self.tell("No marks.")
            return
        marked, shown = self.grid.mark_loaded(), len(self.threads)
        if marked < shown:
            self.tell(f"{marked:,} marked: those that are loaded, of {shown:,}.", Role.WARN)
        else:
            self.tell(f"All {marked:,} marked.")
