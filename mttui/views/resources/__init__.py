"""The resources that are described, one module a family; each has ``VIEWS``, a tuple of views.

A family is imported when one of its resources is first shown. A resource that nobody described has the
default view.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from mttui.views.resource import ResourceView


def described(resource: str) -> ResourceView | None:
    """Return what is said of a resource, or ``None``."""
    return _family(resource.partition(".")[0]).get(resource)


@functools.cache
def _family(name: str) -> Mapping[str, ResourceView]:
    if not name.isidentifier() or find_spec(f"{__name__}.{name}") is None:
        return {}
    views: tuple[ResourceView, ...] = import_module(f"{__name__}.{name}").VIEWS
    return {view.resource: view for view in views}
