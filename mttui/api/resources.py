"""Every top-level resource of the platform, each loaded on first use.

One line a resource: the attribute of the client, the module of ``operations/`` it lives in and its class.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from .operation import Resource

if TYPE_CHECKING:
    from .operations.account import Account
    from .operations.alerts import Alerts
    from .operations.allowlist import Allowlist
    from .operations.api_logs import ApiLogs
    from .operations.audit_logs import AuditLogs
    from .operations.automations import Automations
    from .operations.batches import Batches
    from .operations.billing import Billing
    from .operations.blocks import Blocks
    from .operations.bounces import Bounces
    from .operations.campaigns import Campaigns
    from .operations.categories import Categories
    from .operations.contacts import Contacts
    from .operations.content import Content
    from .operations.custom_fields import CustomFields
    from .operations.data_erasure import DataErasure
    from .operations.data_privacy import DataPrivacy
    from .operations.deliverability import Deliverability
    from .operations.designs import Designs
    from .operations.dmarc import Dmarc
    from .operations.domain_auth import DomainAuth
    from .operations.email_activity import EmailActivity
    from .operations.email_testing import EmailTesting
    from .operations.enforced_tls import EnforcedTls
    from .operations.engagement import Engagement
    from .operations.events import Events
    from .operations.forms import Forms
    from .operations.idempotency import Idempotency
    from .operations.inbound import Inbound
    from .operations.inbound_domains import InboundDomains
    from .operations.inbound_parse import InboundParse
    from .operations.integrations import Integrations
    from .operations.invalid_emails import InvalidEmails
    from .operations.ip_access import IpAccess
    from .operations.ip_pools import IpPools
    from .operations.ips import Ips
    from .operations.labels import Labels
    from .operations.link_branding import LinkBranding
    from .operations.log_redaction import LogRedaction
    from .operations.mail_settings import MailSettings
    from .operations.mailing_lists import MailingLists
    from .operations.marketing_stats import MarketingStats
    from .operations.message_streams import MessageStreams
    from .operations.messages import Messages
    from .operations.metrics import Metrics
    from .operations.preview import Preview
    from .operations.quotas import Quotas
    from .operations.recipient_lists import RecipientLists
    from .operations.relay_webhooks import RelayWebhooks
    from .operations.reputation import Reputation
    from .operations.reverse_dns import ReverseDns
    from .operations.scheduled_messages import ScheduledMessages
    from .operations.scopes import Scopes
    from .operations.seed_lists import SeedLists
    from .operations.seed_tests import SeedTests
    from .operations.segments import Segments
    from .operations.senders import Senders
    from .operations.sending_queues import SendingQueues
    from .operations.single_sends import SingleSends
    from .operations.smtp_credentials import SmtpCredentials
    from .operations.snippets import Snippets
    from .operations.spam_reports import SpamReports
    from .operations.sso import Sso
    from .operations.stats import Stats
    from .operations.subusers import Subusers
    from .operations.suppression import Suppression
    from .operations.teammates import Teammates
    from .operations.templates import Templates
    from .operations.threads import Threads
    from .operations.tracking_domains import TrackingDomains
    from .operations.tracking_settings import TrackingSettings
    from .operations.unsubscribe_groups import UnsubscribeGroups
    from .operations.unsubscribes import Unsubscribes
    from .operations.user import User
    from .operations.validate import Validate
    from .operations.velocity import Velocity
    from .operations.verified_senders import VerifiedSenders
    from .operations.vouchers import Vouchers
    from .operations.webhooks import Webhooks

R = TypeVar("R", bound=Resource)


class Lazy(Generic[R]):
    """A resource whose module is imported when it is first asked for."""

    def __init__(self, class_name: str) -> None:
        self.class_name = class_name
        self.name = ""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        """Take the attribute's name, which is the name of the module, too."""
        self.name = name

    def load(self) -> type[R]:
        """Import the family and return the resource's class."""
        module = import_module(f".operations.{self.name}", __package__)
        resource: type[R] = getattr(module, self.class_name)
        return resource

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Lazy[R]: ...

    @overload
    def __get__(self, instance: object, owner: type[Any]) -> R: ...

    def __get__(self, instance: Any, owner: type[Any]) -> Lazy[R] | R:
        """Return the resource bound to the client; made once a client."""
        if instance is None:
            return self
        resource = self.load()(instance)
        vars(instance)[self.name] = resource
        return resource


class Resources:
    """The resources as attributes; the client adds how to call them."""

    velocity: Lazy[Velocity] = Lazy("Velocity")
    sending_queues: Lazy[SendingQueues] = Lazy("SendingQueues")
    reputation: Lazy[Reputation] = Lazy("Reputation")
    campaigns: Lazy[Campaigns] = Lazy("Campaigns")
    events: Lazy[Events] = Lazy("Events")
    bounces: Lazy[Bounces] = Lazy("Bounces")
    stats: Lazy[Stats] = Lazy("Stats")
    metrics: Lazy[Metrics] = Lazy("Metrics")
    api_logs: Lazy[ApiLogs] = Lazy("ApiLogs")
    audit_logs: Lazy[AuditLogs] = Lazy("AuditLogs")
    quotas: Lazy[Quotas] = Lazy("Quotas")
    alerts: Lazy[Alerts] = Lazy("Alerts")
    webhooks: Lazy[Webhooks] = Lazy("Webhooks")
    scheduled_messages: Lazy[ScheduledMessages] = Lazy("ScheduledMessages")
    batches: Lazy[Batches] = Lazy("Batches")
    single_sends: Lazy[SingleSends] = Lazy("SingleSends")
    smtp_credentials: Lazy[SmtpCredentials] = Lazy("SmtpCredentials")
    ip_access: Lazy[IpAccess] = Lazy("IpAccess")
    account: Lazy[Account] = Lazy("Account")
    allowlist: Lazy[Allowlist] = Lazy("Allowlist")
    automations: Lazy[Automations] = Lazy("Automations")
    billing: Lazy[Billing] = Lazy("Billing")
    blocks: Lazy[Blocks] = Lazy("Blocks")
    categories: Lazy[Categories] = Lazy("Categories")
    contacts: Lazy[Contacts] = Lazy("Contacts")
    content: Lazy[Content] = Lazy("Content")
    custom_fields: Lazy[CustomFields] = Lazy("CustomFields")
    data_erasure: Lazy[DataErasure] = Lazy("DataErasure")
    data_privacy: Lazy[DataPrivacy] = Lazy("DataPrivacy")
    deliverability: Lazy[Deliverability] = Lazy("Deliverability")
    designs: Lazy[Designs] = Lazy("Designs")
    dmarc: Lazy[Dmarc] = Lazy("Dmarc")
    domain_auth: Lazy[DomainAuth] = Lazy("DomainAuth")
    email_activity: Lazy[EmailActivity] = Lazy("EmailActivity")
    email_testing: Lazy[EmailTesting] = Lazy("EmailTesting")
    enforced_tls: Lazy[EnforcedTls] = Lazy("EnforcedTls")
    engagement: Lazy[Engagement] = Lazy("Engagement")
    forms: Lazy[Forms] = Lazy("Forms")
    idempotency: Lazy[Idempotency] = Lazy("Idempotency")
    inbound: Lazy[Inbound] = Lazy("Inbound")
    inbound_domains: Lazy[InboundDomains] = Lazy("InboundDomains")
    inbound_parse: Lazy[InboundParse] = Lazy("InboundParse")
    integrations: Lazy[Integrations] = Lazy("Integrations")
    invalid_emails: Lazy[InvalidEmails] = Lazy("InvalidEmails")
    ip_pools: Lazy[IpPools] = Lazy("IpPools")
    ips: Lazy[Ips] = Lazy("Ips")
    labels: Lazy[Labels] = Lazy("Labels")
    link_branding: Lazy[LinkBranding] = Lazy("LinkBranding")
    log_redaction: Lazy[LogRedaction] = Lazy("LogRedaction")
    mail_settings: Lazy[MailSettings] = Lazy("MailSettings")
    mailing_lists: Lazy[MailingLists] = Lazy("MailingLists")
    marketing_stats: Lazy[MarketingStats] = Lazy("MarketingStats")
    message_streams: Lazy[MessageStreams] = Lazy("MessageStreams")
    messages: Lazy[Messages] = Lazy("Messages")
    preview: Lazy[Preview] = Lazy("Preview")
    recipient_lists: Lazy[RecipientLists] = Lazy("RecipientLists")
    relay_webhooks: Lazy[RelayWebhooks] = Lazy("RelayWebhooks")
    reverse_dns: Lazy[ReverseDns] = Lazy("ReverseDns")
    scopes: Lazy[Scopes] = Lazy("Scopes")
    seed_lists: Lazy[SeedLists] = Lazy("SeedLists")
    seed_tests: Lazy[SeedTests] = Lazy("SeedTests")
    segments: Lazy[Segments] = Lazy("Segments")
    senders: Lazy[Senders] = Lazy("Senders")
    snippets: Lazy[Snippets] = Lazy("Snippets")
    spam_reports: Lazy[SpamReports] = Lazy("SpamReports")
    sso: Lazy[Sso] = Lazy("Sso")
    subusers: Lazy[Subusers] = Lazy("Subusers")
    suppression: Lazy[Suppression] = Lazy("Suppression")
    teammates: Lazy[Teammates] = Lazy("Teammates")
    templates: Lazy[Templates] = Lazy("Templates")
    threads: Lazy[Threads] = Lazy("Threads")
    tracking_domains: Lazy[TrackingDomains] = Lazy("TrackingDomains")
    tracking_settings: Lazy[TrackingSettings] = Lazy("TrackingSettings")
    unsubscribe_groups: Lazy[UnsubscribeGroups] = Lazy("UnsubscribeGroups")
    unsubscribes: Lazy[Unsubscribes] = Lazy("Unsubscribes")
    user: Lazy[User] = Lazy("User")
    validate: Lazy[Validate] = Lazy("Validate")
    verified_senders: Lazy[VerifiedSenders] = Lazy("VerifiedSenders")
    vouchers: Lazy[Vouchers] = Lazy("Vouchers")
