"""Email testing: code, links, images and accessibility of a message, and test mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.email_testing import (
        AccessibilityCheck,
        CodeAnalysis,
        ImageOptimization,
        ImageValidation,
        LinkValidation,
    )


class EmailTestingLinkValidation(Resource, id="email_testing.link_validation", section="Email Testing"):
    """Whether a message's links lead somewhere."""

    @operation(
        "POST",
        "/v1/email-testing/link-validation",
        effect=Effect.CHANGE,
        refreshes=("email_testing.link_validation",),
    )
    async def create(self, *, html: str) -> LinkValidation:
        """Check whether a message's links lead somewhere.

        Args:
            html: the message as HTML.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/email-testing/link-validation/{id}")
    async def get(self, id: str) -> LinkValidation:
        """Get what a link validation found.

        Args:
            id: the link validation's id.

        Raises:
            NotFound: there is no such link validation.
        """

    @operation("GET", "/v1/email-testing/link-validation")
    async def list(self) -> Page[LinkValidation]:
        """List the link validations that were run."""


class EmailTestingImageValidation(Resource, id="email_testing.image_validation", section="Email Testing"):
    """Whether a message's images load."""

    @operation(
        "POST",
        "/v1/email-testing/image-validation",
        effect=Effect.CHANGE,
        refreshes=("email_testing.image_validation",),
    )
    async def create(self, *, html: str) -> ImageValidation:
        """Check whether a message's images load.

        Args:
            html: the message as HTML.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/email-testing/image-validation/{id}")
    async def get(self, id: str) -> ImageValidation:
        """Get what an image validation found.

        Args:
            id: the image validation's id.

        Raises:
            NotFound: there is no such image validation.
        """


class EmailTestingAccessibility(Resource, id="email_testing.accessibility", section="Email Testing"):
    """Whether people with disabilities can read a message (WCAG)."""

    @operation(
        "POST",
        "/v1/email-testing/accessibility",
        effect=Effect.CHANGE,
        refreshes=("email_testing.accessibility",),
    )
    async def create(self, *, html: str) -> AccessibilityCheck:
        """Check whether people with disabilities can read a message (WCAG).

        Args:
            html: the message as HTML.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/email-testing/accessibility/{id}")
    async def get(self, id: str) -> AccessibilityCheck:
        """Get what an accessibility check found.

        Args:
            id: the accessibility check's id.

        Raises:
            NotFound: there is no such accessibility check.
        """

    @operation("GET", "/v1/email-testing/accessibility")
    async def list(self) -> Page[AccessibilityCheck]:
        """List the accessibility checks that were run."""


class EmailTestingCodeAnalysis(Resource, id="email_testing.code_analysis", section="Email Testing"):
    """Whether mail clients understand a message's HTML."""

    @operation(
        "POST",
        "/v1/email-testing/code-analysis",
        effect=Effect.CHANGE,
        refreshes=("email_testing.code_analysis",),
    )
    async def create(self, *, html: str) -> CodeAnalysis:
        """Check whether mail clients understand a message's HTML.

        Args:
            html: the message as HTML.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/email-testing/code-analysis/{id}")
    async def get(self, id: str) -> CodeAnalysis:
        """Get what a code analysis found.

        Args:
            id: the code analysis's id.

        Raises:
            NotFound: there is no such code analysis.
        """

    @operation("GET", "/v1/email-testing/code-analysis")
    async def list(self) -> Page[CodeAnalysis]:
        """List the code analyses that were run."""


class EmailTestingImageOptimization(Resource, id="email_testing.image_optimization", section="Email Testing"):
    """Smaller images."""

    @operation(
        "POST",
        "/v1/email-testing/image-optimization",
        effect=Effect.CHANGE,
        refreshes=("email_testing.image_optimization",),
    )
    async def create(self, *, html: str) -> ImageOptimization:
        """Resize and compress the images of a message.

        Args:
            html: the message as HTML.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class EmailTesting(Resource, id="email_testing", section="Email Testing"):
    """Checks of a message before it is sent."""

    accessibility = Child(EmailTestingAccessibility)
    code_analysis = Child(EmailTestingCodeAnalysis)
    image_optimization = Child(EmailTestingImageOptimization)
    image_validation = Child(EmailTestingImageValidation)
    link_validation = Child(EmailTestingLinkValidation)

    @operation("POST", "/v1/email-testing/send-test", effect=Effect.SEND, refreshes=("email_testing",))
    async def send_test(
        self,
        *,
        to: Sequence[str],
        subject: str | None = None,
        html: str | None = None,
        from_: str | None = None,
    ) -> Done:
        """Send a test message to given addresses.

        Args:
            to: the addresses.
            subject: the subject line.
            html: the message as HTML.
            from_: the address that it comes from.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """
