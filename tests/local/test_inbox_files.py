"""What this box keeps for the inbox, opened together: each copy has its token, and leaves nothing held."""

from __future__ import annotations

import pytest

from mttui.local.database import Database
from mttui.local.draft import new_draft
from mttui.local.errors import DatabaseError
from mttui.local.inbox_files import COPIES, InboxFiles
from mttui.local.outgoing import Outgoing
from mttui.local.snoozes import Snooze
from tests.local.copies_of_mttui import START, Hands


def opened(database: Database) -> InboxFiles:
    trouble: list[DatabaseError] = []
    files = InboxFiles(database, on_trouble=trouble.append, now=Hands())
    assert trouble == []
    return files


def test_two_copies_of_one_box_know_of_each_other(database: Database) -> None:
    one, two = opened(database), opened(database)
    assert one.copies.own != two.copies.own
    assert (database.path.parent / COPIES).is_dir()
    draft = one.drafts.save(new_draft("live", "t1", body="Halo"))
    assert two.drafts.take(draft.id) is None, "the other one is typing there"
    assert list(two.drafts.elsewhere("live")) == ["t1"]
    kept = one.outbox.put(Outgoing("live", "t2", "Halo", START))
    assert two.outbox.recover("live") == []
    one.snoozes.put(Snooze("live", "t3", START))
    assert len(one.snoozes.claim_due("live", START)) == 1
    assert two.snoozes.claim_due("live", START) == []
    one.close()
    assert two.drafts.take(draft.id) is not None
    assert [row.id for row in two.outbox.recover("live")] == [kept.id]
    assert len(two.snoozes.claim_due("live", START)) == 1
    two.close()


def test_closing_writes_what_was_typed_last(database: Database) -> None:
    files = opened(database)
    files.writer.save(new_draft("live", "t1", body="Half a wor"))
    files.close()
    later = opened(database)
    assert [each.body for each in later.drafts.offered("live")] == ["Half a wor"]
    later.close()


def test_all_of_it_goes_by_the_time_that_is_given(database: Database) -> None:
    files = opened(database)
    draft = files.drafts.save(new_draft("live", "t1", body="Halo"))
    assert draft.updated_at == START
    assert files.outbox.put(Outgoing("live", "t1", "Halo", START)).created_at == START
    files.snoozes.put(Snooze("live", "t1", START))
    assert files.snoozes.all("live")[0].at == START
    files.close()


def test_a_folder_that_cannot_be_used_says_so(database: Database) -> None:
    (database.path.parent / COPIES).write_text("in the way")
    with pytest.raises(DatabaseError, match=COPIES):
        opened(database)


def test_the_state_file_stays_open_when_they_are_closed(database: Database) -> None:
    files = opened(database)
    files.close()
    assert database.query("SELECT count(*) FROM drafts")[0][0] == 0
