"""Tracking settings: what is followed in messages."""

from __future__ import annotations

from typing import Any

from ..web.call import Call
from ..web.reply import Reply
from .kept import setting, setting_of
from .registry import handles

DEFAULTS: dict[str, dict[str, Any]] = {
    "click": {"enabled": True},
    "open": {"enabled": True},
    "google_analytics": {
        "enabled": False, "utmSource": "mailtarget", "utmMedium": "email", "utmCampaign": "{{campaign}}",
    },
    "subscription": {"enabled": True, "text": "Berhenti berlangganan", "url": "https://lapak.example/berhenti"},
}  # fmt: skip
for _name, _default in DEFAULTS.items():
    setting(f"tracking_settings.{_name}", _default)


@handles("tracking_settings.list")
def list_(call: Call) -> Reply:
    """List the settings and which are on."""
    return Reply([
        {"name": name, "enabled": setting_of(call.world, f"tracking_settings.{name}", default)["enabled"]}
        for name, default in DEFAULTS.items()
    ])  # fmt: skip
