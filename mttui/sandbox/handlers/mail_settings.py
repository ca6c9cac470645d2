"""Mail settings: what is done to every message, and with what comes back."""

from __future__ import annotations

from typing import Any

from ..web.call import Call
from ..web.reply import Reply
from .kept import setting, setting_of
from .registry import handles

DEFAULTS: dict[str, dict[str, Any]] = {
    "bounce_purge": {"enabled": True, "hardBouncesPurgeAfterDays": 90, "softBouncesPurgeAfterDays": 7},
    "forward_bounce": {"enabled": False, "email": "bounces@lapak.example"},
    "forward_spam": {"enabled": True, "email": "abuse@lapak.example"},
    "address_whitelist": {"enabled": False, "list": ["lapak.example"]},
    "template": {"enabled": False, "html": "<html><body>{{content}}</body></html>"},
}
for _name, _default in DEFAULTS.items():
    setting(f"mail_settings.{_name}", _default)


@handles("mail_settings.list")
def list_(call: Call) -> Reply:
    """List the settings and which are on."""
    return Reply([
        {"name": name, "enabled": setting_of(call.world, f"mail_settings.{name}", default)["enabled"]}
        for name, default in DEFAULTS.items()
    ])  # fmt: skip
