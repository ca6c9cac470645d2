"""Linting, simulating and predicting: what would become of a message that is not sent."""

from __future__ import annotations

from typing import Any

from ..company import PROVIDERS, SENDING_DOMAINS
from ..engine.content import (
    SPAM_LINE,
    accessibility,
    broken_links,
    compatibility,
    has_unsubscribe,
    read,
    score_of,
    spam_findings,
    spam_score,
)
from ..web.call import Call
from ..web.reply import Reply
from .registry import handles

_LONG_SUBJECT = 60
"""Characters from which phones cut a subject."""


def _email(call: Call) -> Any:
    fields = call.fields()
    html = str(fields.get("html") or fields.get("htmlContent") or "")
    return read(html, str(fields.get("subject") or ""))


@handles("content.lint")
def lint(call: Call) -> Reply:
    """Look for what spam filters and mail clients dislike."""
    email = _email(call)
    issues = [each for each in compatibility(email) if each["severity"] == "error"]
    issues += [
        {"severity": "error", "issue": f"the link {each or '(empty)'} leads nowhere"}
        for each in broken_links(email)
    ]
    warnings = [each for each in compatibility(email) if each["severity"] == "warning"] + accessibility(email)
    warnings += [{"severity": "warning", "issue": words} for words, _ in spam_findings(email)]
    if len(email.subject) > _LONG_SUBJECT:
        warnings.append({"severity": "warning", "issue": f"the subject has over {_LONG_SUBJECT} characters"})
    return Reply({"score": score_of(issues + warnings), "issues": issues, "warnings": warnings})


@handles("messages.simulate")
def simulate(call: Call) -> Reply:
    """Say whether a message would be sent: the sender, the recipient, the state of sending, the content."""
    fields, world, email = call.fields(), call.world, _email(call)
    sender, to = _address(fields.get("from")), _address(fields.get("to"))
    domain = sender.rpartition("@")[2]
    checks = [
        {
            "check": "sender domain",
            "passed": domain in SENDING_DOMAINS,
            "detail": domain or "no sender given",
        },
        {"check": "suppression", "passed": to not in world.suppression, "detail": to or "no recipient given"},
        {
            "check": "sending status",
            "passed": world.velocity.status == "active",
            "detail": world.velocity.status,
        },
        {"check": "unsubscribe link", "passed": has_unsubscribe(email), "detail": "in the content"},
    ]
    points = spam_score(email)
    return Reply({
        "eligible": all(each["passed"] for each in checks[:3]),
        "policy": checks,
        "contentAnalysis": {
            "spamScore": points, "isSpam": points >= SPAM_LINE,
            "findings": [{"issue": words, "points": value} for words, value in spam_findings(email)],
        },
    })  # fmt: skip


def _address(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("email", "")
    return str(value or "")


@handles("messages.predict_inbox")
def predict(call: Call) -> Reply:
    """Say how likely the inbox is, by provider: its usual rate less reputation and content."""
    reputation = call.world.reputation.score() / 100
    content = max(0.2, 1 - spam_score(_email(call)) / (2 * SPAM_LINE))
    odds = {each.name: each.inbox_rate / 100 * reputation * content for each in PROVIDERS}
    rows = [{"provider": name, "probability": round(value, 3)} for name, value in odds.items()]
    weighted = sum(odds[each.name] * each.share for each in PROVIDERS)
    return Reply({"probability": round(weighted, 3), "providers": rows})
