"""Every key of the workstation, declared once.

Bindings, footer, help screen and the table of the README are made from :data:`KEYS`; the config remaps
by id. What a key does on a screen is that screen's handler of the same name, see
:mod:`mttui.screens.base`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Where a key works."""

    GLOBAL = "everywhere"
    MOVE = "moving in a list"
    LIST = "what is selected"
    OPS = "ops"
    INCIDENTS = "incidents"
    INCIDENT = "incident room"
    PLACE = "a screen's sections"
    BROWSE = "a list of records"
    RECORD = "one record"
    INBOX = "inbox"
    COMPOSER = "reply"
    OPERATIONS = "operations"
    OPERATION = "one operation"
    HELP = "help"
    REQUESTS = "request log"
    FORM = "form"
    BULK = "bulk run"
    CONSOLE = "console"
    ANSWER = "answer"
    CALLS = "history of calls"
    DIALOG = "dialogs"


@dataclass(frozen=True, slots=True)
class Key:
    """One key, or several that mean the same."""

    id: str
    """What it does, as ``incident.cancel``: the name in the config's `[keys]`."""
    keys: tuple[str, ...]
    """As Textual names them; a character stands for itself."""
    title: str
    """One or two words, for the footer."""
    help: str
    """One sentence."""
    scope: Scope
    footer: int = 0
    """Place in the footer, from 1; 0 is not there. Higher ones go first where room is short."""
    changes: bool = False
    """Whether it changes the platform, which read-only mode does not allow."""
    replaces: str = ""
    """Id of the key whose place it takes where it works."""


KEYS: tuple[Key, ...] = (
    Key("go.ops", ("1",), "Ops", "Open Ops: live panels.", Scope.GLOBAL),
    Key("go.incidents", ("2",), "Incidents", "Open Incidents: velocity events and rules.", Scope.GLOBAL),
    Key("go.inbox", ("3",), "Inbox", "Open the Inbox.", Scope.GLOBAL),
    Key("go.campaigns", ("4",), "Campaigns", "Open Campaigns and everything else that sends.", Scope.GLOBAL),
    Key("go.audiences", ("5",), "Audiences", "Open Audiences: contacts, segments, lists.", Scope.GLOBAL),
    Key("go.deliverability", ("6",), "Deliverability", "Open Deliverability.", Scope.GLOBAL),
    Key("go.compliance", ("7",), "Compliance", "Open Compliance: suppression, privacy, audit.", Scope.GLOBAL),
    Key(
        "go.platform", ("8",), "Platform", "Open Platform: webhooks, settings, people, quotas.", Scope.GLOBAL
    ),
    Key("go.console", ("9",), "Console", "Open the Console: every operation.", Scope.GLOBAL),
    Key("go.incident", ("!",), "Incident", "Open the active incident.", Scope.GLOBAL, 6),
    Key("command", (":",), "Command", "Open the command line.", Scope.GLOBAL, 8),
    Key("palette", ("ctrl+p",), "Palette", "Find a screen, an action or an operation.", Scope.GLOBAL, 12),
    Key("help", ("?",), "Keys", "List the keys that work here.", Scope.GLOBAL, 1),
    Key("back", ("escape",), "Back", "Go back.", Scope.GLOBAL),
    Key("quit", ("q",), "Back/quit", "Go back; at the root, ask to leave.", Scope.GLOBAL, 14),
    Key("refresh", ("ctrl+r",), "Refresh", "Refresh what is shown now.", Scope.GLOBAL, 13),
    Key("freeze", ("space",), "Freeze", "Freeze the live panels, or let them go on.", Scope.GLOBAL, 9),
    Key("requests", ("L",), "Requests", "Show or hide the request log.", Scope.GLOBAL, 11),
    Key("focus.next", ("tab",), "Next", "Move to the next part of the screen.", Scope.GLOBAL),
    Key("focus.previous", ("shift+tab",), "Previous", "Move to the part before.", Scope.GLOBAL),
    Key("list.down", ("j", "down"), "Down", "Move down.", Scope.MOVE),
    Key("list.up", ("k", "up"), "Up", "Move up.", Scope.MOVE),
    Key("list.first", ("g", "home"), "First", "Move to the first row.", Scope.MOVE),
    Key("list.last", ("G", "end"), "Last", "Move to the last row.", Scope.MOVE),
    Key("list.page_down", ("ctrl+d", "pagedown"), "Page down", "Move down by a page.", Scope.MOVE),
    Key("list.page_up", ("ctrl+u", "pageup"), "Page up", "Move up by a page.", Scope.MOVE),
    Key("list.mark", ("x",), "Mark", "Mark the row, or unmark it.", Scope.MOVE),
    Key("open", ("enter",), "Open", "Open what is selected.", Scope.LIST, 2),
    Key("filter", ("/",), "Filter", "Filter what is shown.", Scope.LIST, 7),
    Key("actions", ("a",), "Actions", "List every action for what is selected.", Scope.LIST, 5),
    Key("new", ("n",), "New", "Make a new one.", Scope.LIST, 10, changes=True),
    Key("edit", ("e",), "Edit", "Edit what is selected.", Scope.LIST, 10, changes=True),
    Key("delete", ("D",), "Delete", "Delete what is selected, after asking.", Scope.LIST, changes=True),
    Key("undo", ("u",), "Undo", "Undo what was done last.", Scope.LIST, changes=True),
    Key("copy", ("y",), "Copy id", "Copy the id.", Scope.LIST, 10),
    Key("copy.raw", ("Y",), "Copy", "Copy the JSON, or the request as curl.", Scope.LIST),
    Key("raw", ("J",), "JSON", "Show the raw JSON.", Scope.LIST),
    Key("sort", ("o",), "Sort", "Choose what to sort by.", Scope.LIST, 10),
    Key("marks.range", ("X",), "Mark to", "Mark all rows from the last mark to here.", Scope.BROWSE),
    Key("marks.all", ("*",), "Mark all", "Mark all rows that are loaded, or unmark all.", Scope.BROWSE),
    Key("record.next", ("]",), "Next", "Go to the next record of the list.", Scope.RECORD, 3),
    Key("record.previous", ("[",), "Previous", "Go to the record before.", Scope.RECORD, 4),
    Key(
        "incident.cancel",
        ("c",),
        "Cancel",
        "Stop the selected suspect: cancel, unschedule or delete it.",
        Scope.INCIDENT,
        2,
        changes=True,
    ),
    Key("incident.purge", ("P",), "Purge", "Purge the scheduled queue.", Scope.INCIDENT, 4, changes=True),
    Key(
        "incident.resolve",
        ("r",),
        "Resolve",
        "Resolve the event: sending resumes.",
        Scope.INCIDENT,
        3,
        changes=True,
    ),
    Key(
        "incident.dismiss",
        ("d",),
        "Dismiss",
        "Dismiss the event as a false alarm: sending resumes.",
        Scope.INCIDENT,
        4,
        changes=True,
    ),
    Key("incident.tune", ("t",), "Tune", "Tune the rule's threshold.", Scope.INCIDENT, 5, changes=True),
    Key("incident.note", ("m",), "Note", "Write a note into the timeline.", Scope.INCIDENT, 5),
    Key("incident.export", ("E",), "Export", "Export the timeline as a post-mortem.", Scope.INCIDENT, 5),
    Key(
        "incident.allow",
        ("i",),
        "IP access",
        "Restrict who may call the API: allow an address, or remove one.",
        Scope.INCIDENT,
        6,
        changes=True,
    ),
    Key(
        "inbox.reply",
        ("r",),
        "Reply",
        "Write a reply; a draft that is there is taken up again.",
        Scope.INBOX,
        2,
        changes=True,
    ),
    Key("inbox.done", ("d",), "Done", "Close the thread.", Scope.INBOX, 2, changes=True),
    Key(
        "inbox.pending",
        ("p",),
        "Pending",
        "Wait for somebody: set the thread pending.",
        Scope.INBOX,
        3,
        changes=True,
    ),
    Key(
        "inbox.snooze",
        ("s",),
        "Snooze",
        "Put the thread away until a time, or until there is a reply.",
        Scope.INBOX,
        3,
        changes=True,
    ),
    Key("inbox.open", ("O",), "Reopen", "Open the thread again.", Scope.INBOX, 6, changes=True),
    Key("inbox.labels", ("l",), "Labels", "Put labels on, or take them off.", Scope.INBOX, 5, changes=True),
    Key(
        "inbox.classify",
        ("c",),
        "Classify",
        "Ask what it is about, and take the suggested labels or not.",
        Scope.INBOX,
        6,
    ),
    Key("inbox.answer", ("t",), "Answer", "Reply with a saved answer.", Scope.INBOX, 4, changes=True),
    Key(
        "inbox.split.next", ("tab",), "Split", "Go to the next split.", Scope.INBOX, 7, replaces="focus.next"
    ),
    Key(
        "inbox.split.previous",
        ("shift+tab",),
        "Split back",
        "Go to the split before.",
        Scope.INBOX,
        replaces="focus.previous",
    ),
    Key(
        "inbox.message.down",
        (">",),
        "Read on",
        "Move the message down by a page.",
        Scope.INBOX,
        9,
    ),
    Key("inbox.message.up", ("<",), "Read back", "Move the message up by a page.", Scope.INBOX),
    Key("inbox.fold", ("z",), "Unfold", "Unfold quoted text and signatures, or fold them.", Scope.INBOX, 8),
    Key(
        "inbox.headers", ("h",), "Headers", "Show the headers of the messages, or hide them.", Scope.INBOX, 10
    ),
    Key(
        "inbox.drafts",
        ("v",),
        "Drafts",
        "List drafts, and replies that can still be called back.",
        Scope.INBOX,
        10,
    ),
    Key("inbox.export", ("E",), "Export", "Write the response times to a file.", Scope.INBOX, 11),
    Key(
        "reply.send",
        ("ctrl+s",),
        "Send",
        "Send the reply, once its window to call it back is over.",
        Scope.COMPOSER,
        1,
        changes=True,
    ),
    Key("reply.answer", ("ctrl+t",), "Answer", "Put a saved answer in.", Scope.COMPOSER, 3),
    Key(
        "reply.status",
        ("ctrl+n",),
        "Then",
        "Choose what becomes of the thread with the reply.",
        Scope.COMPOSER,
        2,
    ),
    Key("reply.copies", ("ctrl+o",), "Cc", "Say who gets a copy.", Scope.COMPOSER, 6),
    Key("reply.labels", ("ctrl+l",), "Labels", "Put labels on the thread with the reply.", Scope.COMPOSER, 6),
    Key("reply.quote", ("ctrl+q",), "Quote", "Put in what is answered, as a quote.", Scope.COMPOSER, 4),
    Key("reply.editor", ("ctrl+e",), "Editor", "Write it in your editor.", Scope.COMPOSER, 5),
    Key(
        "reply.discard",
        ("ctrl+x",),
        "Throw away",
        "Throw the draft away; u in the inbox brings it back.",
        Scope.COMPOSER,
        7,
    ),
    Key("reply.keys", ("f1", "ctrl+g"), "Keys", "List the keys that work here.", Scope.COMPOSER, 2),
    Key("reply.leave", ("escape",), "Leave", "Leave it as a draft.", Scope.COMPOSER, 2),
    Key("bulk.start", ("S",), "Start", "Start the run, or go on after a pause.", Scope.BULK, 2, changes=True),
    Key("bulk.pause", ("p",), "Pause", "Send no more for now.", Scope.BULK, 3),
    Key("bulk.stop", ("X",), "Stop", "Send nothing more; what is left is skipped.", Scope.BULK, 4),
    Key("bulk.retry", ("r",), "Again", "Take up again what was not done.", Scope.BULK, 5, changes=True),
    Key("bulk.export", ("E",), "Export", "Write what was not done to a file.", Scope.BULK, 5),
    Key("console.help", ("i",), "Help", "Read the help of the selected operation.", Scope.CONSOLE, 3),
    Key("console.history", ("H",), "History", "List the calls made from this box.", Scope.CONSOLE, 4),
    Key("answer.again", ("r",), "Again", "Ask again, with the same arguments.", Scope.ANSWER, 3),
    Key("answer.headers", ("h",), "Headers", "Show the headers of the answer.", Scope.ANSWER, 5),
    Key("answer.fold", ("z",), "Fold", "Fold everything, or unfold everything.", Scope.ANSWER, 6),
    Key("calls.again", ("r",), "Again", "Make the selected call again.", Scope.CALLS, 3),
    Key("form.send", ("ctrl+s",), "Send", "Check what was typed and send it.", Scope.FORM, 1),
    Key("form.pick", ("ctrl+n",), "Choose", "Choose from what there is.", Scope.FORM, 2),
    Key("form.editor", ("ctrl+e",), "Editor", "Edit all of it as JSON in your editor.", Scope.FORM, 3),
    Key("form.request", ("ctrl+o",), "Dry run", "Show the request; nothing is sent.", Scope.FORM, 4),
    Key("form.leave", ("escape",), "Leave", "Leave the form; asks when something was typed.", Scope.FORM, 5),
    Key("dialog.yes", ("y",), "Yes", "Do it.", Scope.DIALOG),
    Key("dialog.no", ("n", "escape"), "No", "Leave it.", Scope.DIALOG),
    Key("dialog.activate", ("enter",), "Choose", "Do what is marked.", Scope.DIALOG),
    Key("dialog.next", ("right", "tab", "l", "down"), "Next", "Mark the other choice.", Scope.DIALOG),
    Key(
        "dialog.previous",
        ("left", "shift+tab", "h", "up"),
        "Previous",
        "Mark the other choice.",
        Scope.DIALOG,
    ),
)
"""All keys, in the order in which the help screen lists them."""

INCLUDES: dict[Scope, tuple[Scope, ...]] = {
    Scope.GLOBAL: (),
    Scope.MOVE: (),
    Scope.LIST: (Scope.GLOBAL, Scope.MOVE),
    Scope.OPS: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.INCIDENTS: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.INCIDENT: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.PLACE: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.BROWSE: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.RECORD: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.OPERATIONS: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.OPERATION: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.HELP: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.REQUESTS: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.CONSOLE: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.ANSWER: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.CALLS: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.BULK: (Scope.LIST, Scope.GLOBAL, Scope.MOVE),
    Scope.INBOX: (Scope.LIST, Scope.RECORD, Scope.BROWSE, Scope.GLOBAL, Scope.MOVE),
    Scope.COMPOSER: (),
    Scope.FORM: (),
    Scope.DIALOG: (),
}
"""The scopes whose keys work together with those of a scope."""


def keys_in(scope: Scope) -> Iterator[Key]:
    """Yield the keys that are declared for a scope itself."""
    return (key for key in KEYS if key.scope is scope)


def keys_on(scope: Scope) -> Iterator[Key]:
    """Yield the keys that work where ``scope`` is in force, its own first."""
    replaced = {key.replaces for key in keys_in(scope)}
    for each in (scope, *INCLUDES[scope]):
        yield from (key for key in keys_in(each) if key.id not in replaced)
