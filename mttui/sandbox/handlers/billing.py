"""Billing: the plan, its invoices, and what was used of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ..engine.documents import Document
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply
from .kept import Body, Kept, keep
from .registry import handles
from .stats import tallied

_PRICE, _CURRENCY = 99.0, "USD"
_PER_MESSAGE = 0.001
"""US dollars: the reference's example charges 45.23 for 45230 messages."""
_INVOICES = 6
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font"
    b" << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
)


def _months(now: int) -> list[datetime]:
    """Return the first days of the last months, this one first."""
    day = datetime.fromtimestamp(now, UTC).replace(day=1, hour=0, minute=0, second=0)
    days = [day]
    while len(days) < _INVOICES:
        days.append((days[-1] - timedelta(days=1)).replace(day=1))
    return days


def _invoices(_world: World, start: int) -> list[Body]:
    return [
        {
            "_id": f"inv_{number:03d}", "date": f"{day:%Y-%m-%d}", "amount": _PRICE, "currency": _CURRENCY,
            "status": "paid",
        }
        for number, day in enumerate(reversed(_months(start)), start=1)
    ]  # fmt: skip


def _with_pdf(call: Call, invoice: Document) -> Body:
    return {**invoice.body, "pdfUrl": call.base_url + _pdf(call, invoice)}


def _pdf(call: Call, invoice: Document) -> str:
    """Return the path of a one-page PDF that says what the invoice is for."""
    words = f"Invoice {invoice.id}, {invoice.body['date']}: {invoice.body['amount']} {_CURRENCY}"
    text = f"BT /F1 14 Tf 72 720 Td ({words}) Tj ET".encode()
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"xref\n0 5\n0000000000 65535 f \n%strailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return call.world.files.put(f"{invoice.id}.pdf", "application/pdf", body + trailer % (table, len(body)))


keep(Kept("billing.invoices", "invoice", "inv", label="date", stamps=(), seeds=_invoices, shows=_with_pdf))


@handles("billing.plan.get")
def plan(call: Call) -> Reply:
    """Get the plan."""
    first = _months(call.now)[0]
    following = (first + timedelta(days=32)).replace(day=1)
    return Reply({
        "name": "Business", "type": "monthly", "monthlyLimit": 6_000_000, "price": _PRICE,
        "currency": _CURRENCY, "billingDate": f"{following:%Y-%m-%d}",
    })  # fmt: skip


@handles("billing.usage.get")
def usage(call: Call) -> Reply:
    """Get what was sent in a range of time, and what that costs."""
    sent = sum(n for _, _, measure, n in tallied(call, "source") if measure == "sent")
    return Reply({"totalSent": sent, "totalCost": round(sent * _PER_MESSAGE, 2)})
