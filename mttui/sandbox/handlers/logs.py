"""The API log and the audit log."""

from __future__ import annotations

import json
from typing import Any

from ..clock import iso
from ..engine.listing import Listing
from ..web.call import Call
from ..web.reply import Reply, invalid
from .registry import handles

_API_COLUMNS = "id, method, path, status, duration, api_key_id, ip, at, request_id"
_STATUS_DIGITS = 3
_AUDIT_COLUMNS = "id, user_id, user_email, action, resource, resource_id, ip, at, details"


@handles("api_logs.list")
def api_logs(call: Call) -> Reply:
    """List API requests, the latest first."""
    page = call.page()
    listing = Listing(call.world.connection, "api_logs", _API_COLUMNS)
    if method := call.query.get("method", ""):
        listing.where("method = ?", method.upper())
    if status := call.query.get("statusCode", ""):
        if not (status.isdecimal() and len(status) == _STATUS_DIGITS):
            raise invalid("statusCode", "must be a number of three digits")
        listing.where("status = ?", int(status))
    rows = listing.rows("id DESC", page.per_page, page.offset)
    return page.reply([_api_log(row) for row in rows], listing.total())


def _api_log(row: tuple[Any, ...]) -> dict[str, Any]:
    number, method, path, status, duration, key, ip, at, request_id = row
    return {
        "_id": f"log_{number:03d}", "method": method, "path": path, "statusCode": status,
        "duration": duration, "apiKeyId": key, "ipAddress": ip, "timestamp": iso(at),
        "requestId": request_id,
    }  # fmt: skip


@handles("audit_logs.list")
def audit_logs(call: Call) -> Reply:
    """List what people did, the latest first."""
    page, (start, end) = call.page(), call.time_range(0)
    listing = Listing(call.world.connection, "audit_logs", _AUDIT_COLUMNS)
    listing.where("at >= ? AND at < ?", start, end)
    if action := call.query.get("action", ""):
        listing.where("action = ?", action.lower())
    rows = listing.rows("at DESC, id DESC", page.per_page, page.offset)
    return page.reply([_audit_log(row) for row in rows], listing.total())


def _audit_log(row: tuple[Any, ...]) -> dict[str, Any]:
    number, user_id, email, action, resource, resource_id, ip, at, details = row
    return {
        "_id": f"al_{number:03d}", "userId": user_id, "userEmail": email, "action": action,
        "resource": resource, "resourceId": resource_id, "ipAddress": ip, "timestamp": iso(at),
        "details": json.loads(details),
    }  # fmt: skip
