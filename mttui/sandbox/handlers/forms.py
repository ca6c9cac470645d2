"""Forms: where people sign up, and what they sent."""

from __future__ import annotations

from ..clock import iso
from ..company import FIRST_NAMES, LAST_NAMES
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply
from .kept import DAY, Body, Kept, keep
from .registry import handles

SUBMISSION = "form_submission"
_FORMS = (
    ("frm_001", "Newsletter sign-up", 38),
    ("frm_002", "Seller waiting list", 17),
    ("frm_003", "Event RSVP", 0),
)


def _with_count(call: Call, form: Document) -> Body:
    _, total = call.world.documents.page(SUBMISSION, search=f"{form.id} ", limit=1)
    return {**form.body, "submissionCount": total}


FORMS = keep(
    Kept(
        "forms",
        "form",
        "frm",
        seeds=lambda _world, _start: [{"_id": ref, "name": name} for ref, name, _ in _FORMS],
        shows=_with_count,
    )
)


@founder
def submit(world: World, start: int) -> None:
    """Let people have sent the forms."""
    for ref, _, count in _FORMS:
        for number in range(count):
            first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number % len(LAST_NAMES)]
            body = {
                "_id": f"sbm_{ref[-3:]}{number:03d}",
                "formId": ref,
                "data": {"email": f"{first}.{last}@gmail.example", "name": f"{first.title()} {last.title()}"},
                "createdAt": iso(start - (count - number) * DAY // 4),
            }
            world.documents.put(Document(SUBMISSION, str(body["_id"]), body, label=f"{ref} "))


@handles("forms.submissions.list")
def submissions(call: Call) -> Reply:
    """List what was sent with a form, the oldest first."""
    form = FORMS.find(call)
    every = call.world.documents.all(SUBMISSION)
    return Reply([each.body for each in every if each.body["formId"] == form.id])
