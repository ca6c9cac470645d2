"""Contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.contacts import (
        Contact,
        ContactCustomFieldInput,
        ContactsActivityInfo,
        ContactsExportInfo,
        ContactsImportInfo,
        ContactSubscribeSourceInput,
    )


class ContactsImport(Resource, id="contacts.import", section="Import / Export"):
    """Contacts import."""

    @operation("POST", "/v1/contacts/import", effect=Effect.CHANGE, refreshes=("contacts.import",))
    async def create(
        self, *, format: str | None = None, data: str | None = None, label_ids: Sequence[str] | None = None
    ) -> ContactsImportInfo:
        """Create an asynchronous job that imports contacts from an encoded CSV or JSON payload.

        Args:
            format: format, as ``csv``.
            data: data.
            label_ids: label ids.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class ContactsActivity(Resource, id="contacts.activity", section="Contact Activity"):
    """Contacts activity."""

    @operation("GET", "/v1/contacts/{id}/activity", paged=True)
    async def list(
        self, id: str, *, page: int | None = None, per_page: int | None = None
    ) -> Page[ContactsActivityInfo]:
        """List a contact's activity events, paginated.

        Args:
            id: the activity's id.
            page: page number from 1.
            per_page: rows a page, 100 at most.

        Raises:
            NotFound: there is none of that id.
        """


class ContactsExport(Resource, id="contacts.export", section="Import / Export"):
    """Contacts export."""

    @operation("POST", "/v1/contacts/export", effect=Effect.CHANGE, refreshes=("contacts.export",))
    async def create(
        self, *, format: str | None = None, label_ids: Sequence[str] | None = None, query: str | None = None
    ) -> ContactsExportInfo:
        """Create an asynchronous job that exports the contacts matching a filter.

        Args:
            format: format, as ``csv``.
            label_ids: label ids.
            query: query, as ``jakarta``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/contacts/export/{id}")
    async def get(self, id: str) -> ContactsExportInfo:
        """Get an export job's status, and its download URL once the file is ready.

        Args:
            id: the export's id.

        Raises:
            NotFound: there is none of that id.
        """


class Contacts(Resource, id="contacts", section="Contacts"):
    """Contacts."""

    activity = Child(ContactsActivity)
    export = Child(ContactsExport)
    import_ = Child(ContactsImport)

    @operation("POST", "/v1/contacts", effect=Effect.CHANGE, refreshes=("contacts",))
    async def create(
        self,
        *,
        email: str | None = None,
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
        custom_field: ContactCustomFieldInput | None = None,
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
            email: email, as ``alice@example.com``.
            name: name, as ``Alice Tan``.
            firstname: firstname, as ``Alice``.
            lastname: lastname, as ``Tan``.
            day_of_birth: day of birth, as ``1995-06-12``.
            gender: gender, as ``FEMALE``.
            phone: phone, as ``+628123456789``.
            city: city, as ``Jakarta``.
            country: country, as ``Indonesia``.
            note: note, as ``Lead from enterprise form``.
            company: company, as ``Mailtarget``.
            custom_period: custom period.
            custom_field: custom field.
            labels: labels.
            segments: segments.
            index: index, as ``contacts-main``.
            state: state, as ``ACTIVE``.
            deleted_state: deleted state, as ``ACTIVE``.
            tester: tester.
            unsubscribe_reason: unsubscribe reason, as ````.
            unsubscribe_origin: unsubscribe origin, as ````.
            funnel: funnel, as ``sales``.
            subscribe_source: subscribe source.
            campaigns: campaigns.
            scenarios: scenarios.

        Raises:
            Unprocessable: a field is missing or not accepted.
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
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/contacts/{id}", effect=Effect.CHANGE, refreshes=("contacts",))
    async def update(
        self,
        id: str,
        *,
        email: str | None = None,
        name: str | None = None,
        city: str | None = None,
        country: str | None = None,
        labels: Sequence[str] | None = None,
        custom_field: ContactCustomFieldInput | None = None,
    ) -> Contact:
        """Partially update a contact.

        Args:
            id: the contact's id.
            email: email, as ``alice.updated@example.com``.
            name: name, as ``Alice Updated``.
            city: city, as ``Bandung``.
            country: country, as ``Indonesia``.
            labels: labels.
            custom_field: custom field.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/contacts/{id}", effect=Effect.DESTROY, refreshes=("contacts",))
    async def delete(self, id: str) -> Done:
        """Delete a contact.

        Args:
            id: the contact's id.

        Raises:
            NotFound: there is none of that id.
        """
