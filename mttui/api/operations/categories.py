"""Categories: names that messages are counted under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.categories import Category, CategoryStats


class CategoriesStats(Resource, id="categories.stats", section="Categories"):
    """What became of the messages of a category."""

    @operation("GET", "/v1/categories/{name}/stats")
    async def get(
        self, name: str, *, date_from: When | None = None, date_to: When | None = None
    ) -> CategoryStats:
        """Get the statistics of one category.

        Args:
            name: the category's name.
            date_from: the first moment or day that counts.
            date_to: the last moment or day that counts.

        Raises:
            NotFound: there is no such category.
        """


class Categories(Resource, id="categories", section="Categories"):
    """Names that messages are counted under."""

    stats = Child(CategoriesStats)

    @operation("GET", "/v1/categories")
    async def list(self) -> Page[Category]:
        """List categories with how many messages they have and when they were last used."""

    @operation("DELETE", "/v1/categories/{name}", effect=Effect.DESTROY, refreshes=("categories",))
    async def delete(self, name: str) -> Done:
        """Remove a category.

        Args:
            name: the category's name.

        Raises:
            NotFound: there is no such category.
        """
