"""Vouchers: what each is worth, how much of it is used, and until when it holds."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, ResourceView

VIEWS = (
    ResourceView(
        "vouchers",
        name="code",
        key="id",
        columns=(
            Field("code", width=12, grow=1, priority=9),
            Field("name", width=14, grow=2, priority=5),
            Field("active", width=6, priority=8),
            Field("value", "Worth", width=6, priority=7),
            Field("type", "As", Kind.STATUS, width=10, priority=6),
            Field("used_count", "Used", width=6, priority=7),
            Field("max_usage", "At most", width=7, priority=6),
            Field("expires_at", "Ends", width=6, priority=6),
            Field("created_at", "Age", width=4, priority=3),
        ),
        empty="There is no voucher. Press n to make one.",
    ),
)
