"""Email testing."""

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
    """Email testing link validation."""

    @operation(
        "POST",
        "/v1/email-testing/link-validation",
        effect=Effect.CHANGE,
        refreshes=("email_testing.link_validation",),
    )
    async def create(self, *, html: str | None = None) -> LinkValidation:
        """Run a check of every link in an email's HTML.

        Args:
            html: html.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/email-testing/link-validation/{id}")
    async def get(self, id: str) -> LinkValidation:
        """Get the result of a link validation.

        Args:
            id: the link validation's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("GET", "/v1/email-testing/link-validation")
    async def list(self) -> Page[LinkValidation]:
        """List every link validation."""


class EmailTestingImageValidation(Resource, id="email_testing.image_validation", section="Email Testing"):
    """Email testing image validation."""

    @operation(
        "POST",
        "/v1/email-testing/image-validation",
        effect=Effect.CHANGE,
        refreshes=("email_testing.image_validation",),
    )
    async def create(self, *, html: str | None = None) -> ImageValidation:
        """Run a check of every image in an email.

        Args:
            html: html.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/email-testing/image-validation/{id}")
    async def get(self, id: str) -> ImageValidation:
        """Get the result of an image validation.

        Args:
            id: the image validation's id.

        Raises:
            NotFound: there is none of that id.
        """


class EmailTestingAccessibility(Resource, id="email_testing.accessibility", section="Email Testing"):
    """Email testing accessibility."""

    @operation(
        "POST",
        "/v1/email-testing/accessibility",
        effect=Effect.CHANGE,
        refreshes=("email_testing.accessibility",),
    )
    async def create(self, *, html: str | None = None) -> AccessibilityCheck:
        """Run an accessibility check of an email against WCAG.

        Args:
            html: html, as ``<html><body>...</body></html>``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/email-testing/accessibility/{id}")
    async def get(self, id: str) -> AccessibilityCheck:
        """Get the result of an accessibility check.

        Args:
            id: the accessibility's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("GET", "/v1/email-testing/accessibility")
    async def list(self) -> Page[AccessibilityCheck]:
        """List every accessibility check."""


class EmailTestingCodeAnalysis(Resource, id="email_testing.code_analysis", section="Email Testing"):
    """Email testing code analysis."""

    @operation(
        "POST",
        "/v1/email-testing/code-analysis",
        effect=Effect.CHANGE,
        refreshes=("email_testing.code_analysis",),
    )
    async def create(self, *, html: str | None = None) -> CodeAnalysis:
        """Run a code analysis of an email's HTML for compatibility issues.

        Args:
            html: html.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/email-testing/code-analysis/{id}")
    async def get(self, id: str) -> CodeAnalysis:
        """Get the result of a code analysis.

        Args:
            id: the code analysi's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("GET", "/v1/email-testing/code-analysis")
    async def list(self) -> Page[CodeAnalysis]:
        """List every code analysis that was run."""


class EmailTestingImageOptimization(Resource, id="email_testing.image_optimization", section="Email Testing"):
    """Email testing image optimization."""

    @operation(
        "POST",
        "/v1/email-testing/image-optimization",
        effect=Effect.CHANGE,
        refreshes=("email_testing.image_optimization",),
    )
    async def create(self, *, html: str | None = None) -> ImageOptimization:
        """Optimise (resize and compress) the images of an email.

        Args:
            html: html.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class EmailTesting(Resource, id="email_testing", section="Email Testing"):
    """Email testing."""

    accessibility = Child(EmailTestingAccessibility)
    code_analysis = Child(EmailTestingCodeAnalysis)
    image_optimization = Child(EmailTestingImageOptimization)
    image_validation = Child(EmailTestingImageValidation)
    link_validation = Child(EmailTestingLinkValidation)

    @operation("POST", "/v1/email-testing/send-test", effect=Effect.SEND, refreshes=("email_testing",))
    async def send_test(
        self,
        *,
        to: Sequence[str] | None = None,
        subject: str | None = None,
        html: str | None = None,
        from_: str | None = None,
    ) -> Done:
        """Send a test marketing email to given addresses.

        Args:
            to: to.
            subject: subject, as ``Test Campaign``.
            html: html, as ``<html><body>Preview</body></html>``.
            from_: from , as ``sender@example.com``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
