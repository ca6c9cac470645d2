"""The account, and the person who holds the key."""

from __future__ import annotations

import hashlib
from typing import Any

from ..company import ADMIN, SENDING_DOMAINS
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Reply, invalid
from .kept import setting, setting_of
from .registry import handles
from .subusers import remaining

EMAIL, USERNAME, PASSWORD = "user.email", "user.username", "user.password"
_LEAST_PASSWORD = 8
_PROFILE: dict[str, Any] = {
    "firstName": "Ayu", "lastName": "Admin", "phone": "+62215550100", "company": "Lapak Nusantara",
    "city": "Jakarta", "country": "Indonesia", "timezone": "Asia/Jakarta", "language": "id",
}  # fmt: skip
setting("user.profile", _PROFILE)


@handles("account.get")
def account(call: Call) -> Reply:
    """Get the account."""
    return Reply({
        "companyId": "1", "companyName": "Lapak Nusantara", "defaultSendingDomain": SENDING_DOMAINS[0],
        "plan": "Business", "status": call.world.velocity.status, "timezone": "Asia/Jakarta",
    })  # fmt: skip


@handles("user.email.get")
def email(call: Call) -> Reply:
    """Get the address that one signs in with."""
    return Reply(setting_of(call.world, EMAIL, {"email": ADMIN.email}))


@handles("user.email.update")
def set_email(call: Call) -> Reply:
    """Change that address."""
    address = call.text("email", limit=254)
    if "@" not in address:
        raise invalid("email", "must be an address")
    call.world.documents.put(Document(EMAIL, "it", {"email": address}))
    return Reply({"email": address})


@handles("user.username.get")
def username(call: Call) -> Reply:
    """Get the user name."""
    return Reply(setting_of(call.world, USERNAME, {"username": "admin"}))


@handles("user.username.update")
def set_username(call: Call) -> Reply:
    """Change the user name."""
    name = call.text("username", limit=64)
    call.world.documents.put(Document(USERNAME, "it", {"username": name}))
    return Reply({"username": name})


@handles("user.password.update")
def set_password(call: Call) -> Reply:
    """Change the password; only a digest of it is kept, and where an old one is given it must be right."""
    fields = call.fields()
    new = str(fields.get("newPassword") or fields.get("password") or "")
    if new and len(new) < _LEAST_PASSWORD:
        raise invalid("newPassword", f"must have at least {_LEAST_PASSWORD} characters")
    digest = hashlib.sha256(new.encode()).hexdigest()
    call.world.documents.put(Document(PASSWORD, "it", {"digest": digest}))
    return Reply(message="Password updated")


@handles("user.credits.get")
def user_credits(call: Call) -> Reply:
    """Get the credits that are left."""
    left = remaining(call)
    return Reply({"total": left["credits"], "used": left["used"], "remaining": left["remaining"]})
