"""What an operation of the platform is: one declaration, read by everything else.

A typed stub method of a :class:`Resource` is the whole declaration. Its decorator gives HTTP method,
path and effect, its signature gives the path values, the query and the body, its docstring the help::

    class VelocityEvents(Resource, id="velocity.events", section="Velocity Control"):
        @operation("POST", "/v1/velocity/events/{id}/resolve", effect=Effect.SEND,
                   refreshes=("velocity.events", "velocity.status"))
        async def resolve(self, id: str) -> Done:
            '''Resolve a velocity event: mark it as handled and resume sending.'''

The client method, the palette entry, the command line, the help and the contract test all read the
:class:`Operation` that results; there is no second list anywhere.
"""

from __future__ import annotations

import enum
import functools
import inspect
import re
import typing
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType, SimpleNamespace
from typing import Any, ClassVar, Concatenate, Literal, ParamSpec, Protocol, TypeVar, overload

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", bound="Resource")

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]

_PATH_VARIABLE = re.compile(r"\{(\w+)\}")
_QUERY_METHODS = frozenset({"GET", "DELETE"})


class Effect(enum.StrEnum):
    """What running an operation does to the world, from harmless to irrevocable."""

    READ = "read"
    """Nothing changes, whatever the HTTP method: rendering, linting and simulating are reads."""
    CHANGE = "change"
    """Something on the platform changes."""
    SEND = "send"
    """Mail goes out, or sending resumes."""
    DESTROY = "destroy"
    """Something is deleted, cancelled or purged."""


class Place(enum.Enum):
    """Where an argument travels."""

    PATH = "path"
    QUERY = "query"
    BODY = "body"
    """One field of the JSON body."""
    WHOLE_BODY = "whole body"
    """The JSON body itself, for the few that take a bare array or a document."""


Query = Place.QUERY
"""``Annotated[T, Query]`` sends an argument in the query where the method would put it in the body."""
Body = Place.BODY
"""``Annotated[T, Body]`` sends an argument in the body of a DELETE."""
WholeBody = Place.WHOLE_BODY
"""``Annotated[T, WholeBody]`` sends an argument as the body itself."""


class DeclarationError(TypeError):
    """An operation is declared in a way that cannot work; raised while its module is imported."""


@dataclass(frozen=True, slots=True)
class Wire:
    """``Annotated[T, Wire("list-id")]``: the name on the wire where camelCase of the argument is wrong."""

    name: str


def camel_case(name: str) -> str:
    """Turn an argument name into the platform's JSON and query style: ``per_page`` to ``perPage``."""
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(part.title() for part in rest)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of an operation."""

    name: str
    """The Python name."""
    wire: str
    """The name on the wire."""
    place: Place
    required: bool
    annotation: Any
    """The type, without ``Annotated`` markers of this module."""
    default: Any = inspect.Parameter.empty


class Caller(Protocol):
    """Runs an operation. The client is one; a test may be another."""

    async def call(self, operation: Operation, arguments: Mapping[str, Any]) -> Any:
        """Send the request that ``operation`` with ``arguments`` (by Python name) stands for."""


@dataclass(eq=False)
class Operation:
    """One operation of the platform, as its stub declares it."""

    method: Method
    """HTTP method."""
    path: str
    """Path with ``{name}`` variables, as ``/v1/velocity/events/{id}/resolve``."""
    effect: Effect
    function: Callable[..., Any]
    """The stub: its signature and docstring are the rest of the declaration."""
    refreshes: tuple[str, ...] = ()
    """Ids of the resources that are out of date once it has run."""
    paged: bool = False
    """Whether the answer is one page of several, with ``page`` and ``perPage``."""
    alternate_method: Method | None = None
    """The other verb worth one try when an update is answered 405."""
    id: str = ""
    """``<resource>.<verb>``; filled in by the resource that holds the stub."""
    section: str = ""
    """Title of the reference's section it stands in."""
    beyond: str = ""
    """Why it is here although the reference does not have it; empty for all that it has."""
    path_variables: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Check what can be checked without resolving annotations."""
        self.path_variables = tuple(_PATH_VARIABLE.findall(self.path))
        code = self.function.__code__
        arguments = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
        wire_names = {camel_case(name) for name in arguments} | set(arguments)
        missing = [name for name in self.path_variables if name not in wire_names]
        if missing:
            raise DeclarationError(
                f"{self.function.__qualname__}: {self.path} has {{{missing[0]}}}, "
                "but no argument of that name"
            )

    @property
    def doc(self) -> str:
        """The docstring, cleaned of its indentation."""
        return inspect.getdoc(self.function) or ""

    @property
    def summary(self) -> str:
        """The docstring's first line."""
        return self.doc.partition("\n")[0]

    @property
    def resource(self) -> str:
        """The id of the resource it belongs to: what stands before the verb."""
        return self.id.rpartition(".")[0]

    @functools.cached_property
    def _hints(self) -> dict[str, Any]:
        names = {**self.function.__globals__, **_models_of(self.function.__module__)}
        return typing.get_type_hints(self.function, globalns=names, include_extras=True)

    @functools.cached_property
    def _argument_hints(self) -> dict[str, Any]:
        """The types of the arguments; no model is imported where none of them names one."""
        named = {name: text for name, text in self.function.__annotations__.items() if name != "return"}
        try:
            return typing.get_type_hints(
                SimpleNamespace(__annotations__=named), self.function.__globals__, include_extras=True
            )
        except NameError:
            return self._hints

    @functools.cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The arguments in the order of the signature."""
        declared = list(inspect.signature(self.function).parameters.values())[1:]
        return tuple(self._parameter(parameter) for parameter in declared)

    def _parameter(self, declared: inspect.Parameter) -> Parameter:
        hint = self._argument_hints.get(declared.name, Any)
        wire = camel_case(declared.name)
        place = Place.QUERY if self.method in _QUERY_METHODS else Place.BODY
        metadata: list[Any] = []
        if typing.get_origin(hint) is typing.Annotated:
            hint, *metadata = typing.get_args(hint)
        for marker in metadata:
            if isinstance(marker, Place):
                place = marker
            elif isinstance(marker, Wire):
                wire = marker.name
        others = tuple(m for m in metadata if not isinstance(m, Place | Wire))
        if others:
            hint = typing.Annotated[(hint, *others)]
        for variable in (wire, declared.name):
            if variable in self.path_variables:
                wire, place = variable, Place.PATH
        return Parameter(
            name=declared.name,
            wire=wire,
            place=place,
            required=declared.default is inspect.Parameter.empty,
            annotation=hint,
            default=declared.default,
        )

    @functools.cached_property
    def returns(self) -> Any:
        """The type that the answer is read as."""
        return self._hints.get("return", Any)

    def bind(self, *args: Any, **kwargs: Any) -> Mapping[str, Any]:
        """Match call arguments to parameters by name; defaults are left out.

        Raises:
            TypeError: an argument is missing or not known, as for any Python call.
        """
        signature = _signature(self.function)
        bound = signature.bind(None, *args, **kwargs)
        return MappingProxyType(dict(list(bound.arguments.items())[1:]))


@functools.cache
def _models_of(module: str) -> Mapping[str, Any]:
    """Return the names that a family's annotations may use: those of its models, and of the common ones.

    The families import their models for type checkers only, so that declaring all of them stays cheap;
    the models of one are imported when the types of one of its operations are first asked for.
    """
    package, _, family = module.rpartition(".operations.")
    if not package:
        return {}
    found = vars(import_module(f"{package}.models.base"))
    if find_spec(f"{package}.models.{family}") is not None:
        found = {**found, **vars(import_module(f"{package}.models.{family}"))}
    return found


@functools.cache
def _signature(function: Callable[..., Any]) -> inspect.Signature:
    return inspect.signature(function)


Stub = Callable[Concatenate[S, P], Awaitable[T]]


def operation(
    method: Method,
    path: str,
    *,
    effect: Effect | None = None,
    refreshes: tuple[str, ...] = (),
    paged: bool = False,
    alternate_method: Method | None = None,
    section: str = "",
    beyond: str = "",
) -> Callable[[Callable[Concatenate[S, P], Awaitable[T]]], Callable[Concatenate[S, P], Awaitable[T]]]:
    """Declare the operation that a stub method of a :class:`Resource` stands for.

    Args:
        method: HTTP method.
        path: full path, with a ``{name}`` for each value that an argument gives.
        effect: what it does; may be left out for a GET, which reads.
        refreshes: ids of the resources that are out of date once it has run.
        paged: the answer is one page of several.
        alternate_method: the verb to try once when this one is answered 405.
        section: the reference's section, where it is another than the resource's.
        beyond: why it is here although the reference does not have it.

    Raises:
        DeclarationError: a path variable has no argument, or something other than a GET has no effect.
    """
    if effect is None:
        if method != "GET":
            raise DeclarationError(f"{method} {path} must say what its effect is")
        effect = Effect.READ

    def declare(
        stub: Callable[Concatenate[S, P], Awaitable[T]],
    ) -> Callable[Concatenate[S, P], Awaitable[T]]:
        declared = Operation(
            method=method,
            path=path,
            effect=effect,
            function=stub,
            refreshes=refreshes,
            paged=paged,
            alternate_method=alternate_method,
            section=section,
            beyond=beyond,
        )

        @functools.wraps(stub)
        async def run(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
            result: T = await self.caller.call(declared, declared.bind(*args, **kwargs))
            return result

        run.operation = declared  # type: ignore[attr-defined]  # functions take attributes
        return run

    return declare


def operation_of(method: Callable[..., Any]) -> Operation:
    """Return the operation behind a client or resource method, as ``client.campaigns.cancel``."""
    declared = getattr(method, "operation", None)
    if not isinstance(declared, Operation):
        raise TypeError(f"{method!r} is not an operation")
    return declared


class Resource:
    """A group of operations with a common id, as ``velocity.events`` with ``list`` and ``resolve``.

    A subclass that has only children (``velocity``) is a namespace. Children are declared with
    :class:`Child`.
    """

    id: ClassVar[str] = ""
    section: ClassVar[str] = ""
    operations: ClassVar[Mapping[str, Operation]] = MappingProxyType({})
    """The operations declared here, by id, children's not included."""
    children: ClassVar[tuple[type[Resource], ...]] = ()

    def __init__(self, caller: Caller) -> None:
        self.caller = caller

    def __init_subclass__(cls, *, id: str, section: str = "", **kwargs: Any) -> None:  # noqa: A002  # the platform's word
        """Complete the operations declared in the class body with their ids."""
        super().__init_subclass__(**kwargs)
        cls.id, cls.section = id, section
        found: dict[str, Operation] = {}
        children: list[type[Resource]] = []
        for name, member in vars(cls).items():
            declared = getattr(member, "operation", None)
            if isinstance(declared, Operation):
                declared.id = f"{id}.{name.rstrip('_')}"
                declared.section = declared.section or section
                found[declared.id] = declared
            elif isinstance(member, Child):
                children.append(member.resource)
        cls.operations = MappingProxyType(found)
        cls.children = tuple(children)


R = TypeVar("R", bound=Resource)


class Child(typing.Generic[R]):
    """A resource within a resource: ``events = Child(VelocityEvents)`` in ``Velocity``."""

    def __init__(self, resource: type[R]) -> None:
        self.resource = resource
        self.name = ""

    def __set_name__(self, owner: type[Resource], name: str) -> None:
        """Remember the attribute, to store the instance under it."""
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Resource]) -> Child[R]: ...

    @overload
    def __get__(self, instance: Resource, owner: type[Resource]) -> R: ...

    def __get__(self, instance: Resource | None, owner: type[Resource]) -> Child[R] | R:
        """Return the child bound to the same caller; made once an instance."""
        if instance is None:
            return self
        child = self.resource(instance.caller)
        vars(instance)[self.name] = child
        return child
