"""Mail settings: which of them are on; each has a record of its own."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView

_ALL = Relation("All mail settings", "mail_settings.list", {})

VIEWS = (
    ResourceView(
        "mail_settings",
        one="mail setting",
        name="name",
        columns=(
            Field("name", "Setting", Kind.STATUS, width=24, grow=1, priority=9),
            Field("enabled", "On", width=4, priority=8),
        ),
        relations=(
            Relation("Bounce purge", "mail_settings.bounce_purge.get", {}),
            Relation("Forward bounces", "mail_settings.forward_bounce.get", {}),
            Relation("Forward spam reports", "mail_settings.forward_spam.get", {}),
            Relation("Address whitelist", "mail_settings.address_whitelist.get", {}),
            Relation("Template around all mail", "mail_settings.template.get", {}),
        ),
    ),
    ResourceView(
        "mail_settings.bounce_purge",
        title="Bounce purge",
        one="setting of the bounce purge",
        relations=(_ALL,),
    ),
    ResourceView(
        "mail_settings.forward_bounce",
        title="Forward bounces",
        one="forwarding of bounces",
        relations=(_ALL, Relation("Bounces", "bounces.list", {})),
    ),
    ResourceView(
        "mail_settings.forward_spam",
        title="Forward spam reports",
        one="forwarding of spam reports",
        relations=(_ALL, Relation("Spam reports", "spam_reports.list", {})),
    ),
    ResourceView(
        "mail_settings.address_whitelist", title="Address whitelist", one="whitelist", relations=(_ALL,)
    ),
    ResourceView(
        "mail_settings.template", title="Template around all mail", one="template", relations=(_ALL,)
    ),
)
