"""Contacts: who can be written to, what they did, and their files in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.contacts import (
        Contact,
        ContactActivity,
        ContactExport,
        ContactImport,
        ContactSubscribeSourceInput,
    )


class ContactsImport(Resource, id="contacts.import", section="Import / Export"):
    """Contacts brought in from a file."""

    @operation("POST", "/v1/contacts/import", effect=Effect.CHANGE, refreshes=("contacts.import",))
    async def create(
        self, *, format: str | None = None, data: str | None = None, label_ids: Sequence[str] | None = None
    ) -> ContactImport:
        """Start an import of contacts from an encoded CSV or JSON file.

        It runs in the background (202); the answer has the job's id. Each row needs an ``email`` column.

        Args:
            format: ``csv`` or ``json``.
            data: the file in base64, 20 MB at most.
            label_ids: ids of labels that each contact gets.

        Raises:
            Unprocessable: the file cannot be read, or a field is missing. A bad row only counts as failed
                (``INVALID_EMAIL``).
        """


class ContactsActivity(Resource, id="contacts.activity", section="Contact Activity"):
    """What a contact did with the mail that it got."""

    @operation("GET", "/v1/contacts/{id}/activity", paged=True)
    async def list(
        self, id: str, *, page: int | None = None, per_page: int | None = None
    ) -> Page[ContactActivity]:
        """List what a contact did, as opens and clicks.

        Args:
            id: the contact's id.
            page: page number from 1.
            per_page: rows a page, 100 at most.

        Raises:
            NotFound: there is no such contact.
        """


class ContactsExport(Resource, id="contacts.export", section="Import / Export"):
    """Contacts written to a file."""

    @operation("POST", "/v1/contacts/export", effect=Effect.CHANGE, refreshes=("contacts.export",))
    async def create(
        self, *, format: str | None = None, label_ids: Sequence[str] | None = None, query: str | None = None
    ) -> ContactExport:
        """Start an export of the contacts that match a filter.

        It runs in the background (202): read it with ``contacts.export.get``.

        Args:
            format: ``csv`` or ``json``.
            label_ids: ids of labels; contacts with any of them.
            query: words to look for.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/contacts/export/{id}")
    async def get(self, id: str) -> ContactExport:
        """Get how an export stands, and its download link once it is completed.

        The link ends 24 hours later (``expires_at``).

        Args:
            id: the export's id.

        Raises:
            NotFound: there is no such export.
        """


class Contacts(Resource, id="contacts", section="Contacts"):
    """The contacts of the account."""

    activity = Child(ContactsActivity)
    export = Child(ContactsExport)
    import_ = Child(ContactsImport)

    @operation("POST", "/v1/contacts", effect=Effect.CHANGE, refreshes=("contacts",))
    async def create(
        self,
        *,
        email: str,
        name: str | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        day_of_birth: When | None = None,
        gender: str | None = None,
        phone: str | None = None,
        city: str | None = None,
        country: str | None = None,
        note: str | None = None,
        company: str | None = None,
        custom_period: Sequence[Any] | None = None,
        custom_field: Mapping[str, Any] | None = None,
        labels: Sequence[str] | None = None,
        segments: Sequence[str] | None = None,
        index: str | None = None,
        state: str | None = None,
        deleted_state: str | None = None,
        tester: bool | None = None,
        unsubscribe_reason: str | None = None,
        unsubscribe_origin: str | None = None,
        funnel: str | None = None,
        subscribe_source: ContactSubscribeSourceInput | None = None,
        campaigns: Sequence[Any] | None = None,
        scenarios: Sequence[Any] | None = None,
    ) -> Contact:
        """Create a contact.

        Args:
            email: the address; no two contacts share one.
            name: full name.
            firstname: given name.
            lastname: family name.
            day_of_birth: birthday.
            gender: as ``FEMALE``.
            phone: number with the country's code, as ``+628123456789``.
            city: city.
            country: country.
            note: anything to remember.
            company: where the contact works.
            custom_period: not explained in any source.
            custom_field: values of the account's custom fields, by their names.
            labels: names or ids of labels.
            segments: ids of segments.
            index: not explained in any source.
            state: ``ACTIVE`` in the reference; only active contacts get campaigns.
            deleted_state: ``ACTIVE`` in the reference.
            tester: whether it is one of the account's own test addresses.
            unsubscribe_reason: why it unsubscribed.
            unsubscribe_origin: where it unsubscribed.
            funnel: how far it has come as a customer, as ``sales``; free text.
            subscribe_source: where it subscribed.
            campaigns: campaigns that it got; normally left out.
            scenarios: automations that it is in; normally left out.

        Raises:
            Unprocessable: there is no address, or not a valid one.
            Conflict: there is a contact of that address.
        """

    @operation("GET", "/v1/contacts", paged=True)
    async def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        search: str | None = None,
        sort: Literal["createdAt", "-createdAt", "email", "-email"] | None = None,
    ) -> Page[Contact]:
        """List contacts, with paging and simple search.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for in names and addresses.
            sort: the field to sort by, with ``-`` in front for descending; not in the reference.
        """

    @operation("GET", "/v1/contacts/{id}")
    async def get(self, id: str) -> Contact:
        """Get one contact.

        Args:
            id: the contact's id.

        Raises:
            NotFound: there is no such contact.
        """

    @operation("PUT", "/v1/contacts/{id}", effect=Effect.CHANGE, refreshes=("contacts",))
    async def update(
        self,
        id: str,
        *,
        email: str | None = None,
        name: str | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        day_of_birth: When | None = None,
        gender: str | None = None,
        phone: str | None = None,
        company: str | None = None,
        note: str | None = None,
        city: str | None = None,
        country: str | None = None,
        labels: Sequence[str] | None = None,
        custom_field: Mapping[str, Any] | None = None,
    ) -> Contact:
        """Update a contact; fields that are left out stay as they are.

        Labels are replaced as a whole. Later SDKs always send the address, first name and labels.

        Args:
            id: the contact's id.
            email: the address; no two contacts share one.
            name: full name.
            firstname: given name.
            lastname: family name.
            day_of_birth: birthday.
            gender: as ``FEMALE``.
            phone: number with the country's code, as ``+628123456789``.
            company: where the contact works.
            note: anything to remember.
            city: city.
            country: country.
            labels: names or ids of labels; they replace the old ones.
            custom_field: values of the account's custom fields, by their names.

        Raises:
            NotFound: there is no such contact.
            Unprocessable: the address is not valid.
            Conflict: another contact has that address.
        """

    @operation("DELETE", "/v1/contacts/{id}", effect=Effect.DESTROY, refreshes=("contacts",))
    async def delete(self, id: str) -> Done:
        """Delete a contact for good.

        To keep it and only stop mail to it, unsubscribe or suppress its address instead.

        Args:
            id: the contact's id.

        Raises:
            NotFound: there is no such contact.
        """
