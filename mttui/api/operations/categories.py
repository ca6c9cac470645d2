"""Categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.categories import Category, CategoryStats


class CategoriesStats(Resource, id="categories.stats", section="Categories"):
    """Categories stats."""

    @operation("GET", "/v1/categories/{name}/stats")
    async def get(
        self, name: str, *, date_from: When | None = None, date_to: When | None = None
    ) -> CategoryStats:
        """Get the statistics of one category.

        Args:
            name: the stat's name.
            date_from: start of the range.
            date_to: end of the range.

        Raises:
            NotFound: there is none of that id.
        """


class Categories(Resource, id="categories", section="Categories"):
    """Categories."""

    stats = Child(CategoriesStats)

    @operation("GET", "/v1/categories")
    async def list(self) -> Page[Category]:
        """List categories with their message count and last use."""

    @operation("DELETE", "/v1/categories/{name}", effect=Effect.DESTROY, refreshes=("categories",))
    async def delete(self, name: str) -> Done:
        """Remove a category.

        Args:
            name: the category's name.

        Raises:
            NotFound: there is none of that id.
        """
