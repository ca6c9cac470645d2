"""Finding an operation by what a person types: id, path, words, a field's name, or an intent.

Ranked over id, path, summary, docstring, arguments and what people say for it in English or Indonesian
(:mod:`.finder_words`). A mistyped word counts as the nearest one that is known.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mttui.api.catalogue import operations
from mttui.api.operation import Effect, Operation

from .finder_words import INTENTS, SAME, STOP_WORDS, VERBS

_WORD = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SAID_ALIKE = 0.7
"""What a word counts that another one stands for."""
_BEGUN = 0.6
"""What the beginning of a word counts."""
_MISTYPED = 0.5
_SHORTEST_MISTYPED = 4
_SHORTEST_BEGUN = 2
_FIRST_INTENT = 14.0
_LATER_INTENT = 0.8
"""Each operation of an intent counts so much of the one before."""
_WHOLE_ID = 100.0
_WHOLE_PATH = 80.0
_METHOD = 40.0
"""More than words can add: of two operations at a path, the one whose method was typed comes first."""
_WEIGHTS = {
    "deed": 5.5,
    "id": 5.0,
    "verb": 3.5,
    "path": 2.0,
    "summary": 3.0,
    "section": 1.5,
    "field": 1.2,
    "doc": 0.6,
}
"""How much a word counts by where it stands."""
_PLAINEST = 0.15
"""What each further part of an id costs: a plain resource comes before its sub-resources."""
_LEAST_SHARE = 0.25
"""What scores less than this share of the best is not shown."""


@functools.cache
def stem(word: str) -> str:
    """Cut a word to what its forms share, roughly: ``bounces``, ``bounced`` and ``bouncing`` alike."""
    word = word.casefold()
    for ending, least, put in (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, ""), ("s", 4, "")):
        if word.endswith(ending) and len(word) >= least and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + put
            break
    return word.removesuffix("e") if len(word) >= _SHORTEST_MISTYPED else word


def stems(text: str) -> list[str]:
    """Return the words of a text, cut to their stems; ``perPage`` and ``per_page`` are two words."""
    return [stem(word) for word in _WORD.findall(_HUMPS.sub(" ", text))]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An operation and what its words count."""

    operation: Operation
    weights: Mapping[str, float]
    path: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Index:
    entries: Sequence[_Entry]
    rarity: Mapping[str, float]
    """How much a word tells, by how few operations have it."""


def find_operations(words: str, *, limit: int | None = 20) -> list[Operation]:
    """Return the operations that ``words`` may mean, the likeliest first.

    Args:
        words: what a person typed; nothing gives all of them in the order of the catalogue.
        limit: how many at most; ``None`` for all that fit.
    """
    if not words.strip():
        return list(operations().values())[:limit]
    scores = _scores(words)
    best = max(scores.values(), default=0.0)
    found = [entry for entry in _index().entries if scores.get(entry.operation.id, 0.0) > best * _LEAST_SHARE]
    found.sort(key=lambda entry: -scores[entry.operation.id])
    return [entry.operation for entry in found[:limit]]


def _scores(words: str) -> dict[str, float]:
    index = _index()
    asked = [word for word in stems(words) if word not in _stop_words()] or stems(words)
    scores = dict.fromkeys((entry.operation.id for entry in index.entries), 0.0)
    total = 0.0
    for word in dict.fromkeys(asked):
        meanings = _meanings(word)
        rarity = max((index.rarity.get(each, 0.0) * share for each, share in meanings.items()), default=0.0)
        total += 1
        for entry in index.entries:
            best = max(
                (entry.weights[each] * share for each, share in meanings.items() if each in entry.weights),
                default=0.0,
            )
            scores[entry.operation.id] += best * rarity
    _add_intents(scores, stems(words))
    _add_whole(scores, words.strip())
    for entry in index.entries:
        if scores[entry.operation.id]:
            scores[entry.operation.id] -= _PLAINEST * entry.operation.id.count(".")
    return scores


def _add_whole(scores: dict[str, float], words: str) -> None:
    """Put first what is named outright, by its id or by a path."""
    asked_id = words.casefold().replace(" ", ".").replace("-", "_")
    path = next((part for part in words.split() if part.startswith("/")), "").partition("?")[0]
    method = words.split(maxsplit=1)[0].upper()
    for entry in _index().entries:
        id_ = entry.operation.id
        if asked_id == id_:
            scores[id_] += _WHOLE_ID
        elif id_.startswith(f"{asked_id}."):
            # Of a resource that is named by itself, what there is comes before what can be done.
            scores[id_] += _FIRST_INTENT + (entry.operation.effect is Effect.READ) + id_.endswith(".list")
        if path and entry.path.fullmatch(path):
            scores[id_] += _WHOLE_PATH + _METHOD * (method == entry.operation.method)


def _add_intents(scores: dict[str, float], said: Sequence[str]) -> None:
    for phrases, ids in _intents():
        if any(phrase <= set(said) for phrase in phrases):
            longest = max(len(phrase) for phrase in phrases if phrase <= set(said))
            boost = _FIRST_INTENT * (1 + longest / 2)
            for id_ in ids:
                if id_ in scores:
                    scores[id_] += boost
                boost *= _LATER_INTENT


@functools.cache
def _intents() -> tuple[tuple[tuple[frozenset[str], ...], tuple[str, ...]], ...]:
    """Read the table of intents: phrases as sets of words, and ids."""
    rows = [entry.partition("->") for entry in INTENTS.strip().split("\n\n")]
    return tuple(
        (tuple(frozenset(stems(phrase)) for phrase in said.split("|")), tuple(ids.split()))
        for said, _, ids in rows
    )


@functools.cache
def _stop_words() -> frozenset[str]:
    return frozenset(stem(word) for word in STOP_WORDS.split())


@functools.cache
def _alike() -> Mapping[str, frozenset[str]]:
    """What each word may stand for."""
    found: dict[str, set[str]] = {}
    for group in SAME.splitlines():
        members = set(stems(group))
        for word in members:
            found[word] = found.get(word, set()) | members - {word}
    return {word: frozenset(others) for word, others in found.items()}


def _meanings(word: str) -> dict[str, float]:
    """Return what a typed word may be, and how sure that is."""
    known = _index().rarity
    found = dict.fromkeys(_alike().get(word, ()), _SAID_ALIKE)
    if len(word) >= _SHORTEST_BEGUN:
        found |= {each: _BEGUN for each in known if each.startswith(word)}
    if word in known:
        found[word] = 1.0
    if not found and len(word) >= _SHORTEST_MISTYPED:
        found = {each: _MISTYPED * share for each, share in _mistyped(word).items()}
    return found


@functools.lru_cache(maxsize=256)
def _mistyped(word: str) -> dict[str, float]:
    import difflib  # noqa: PLC0415 - only for a word that is not known

    spelt = difflib.get_close_matches(word, [*_index().rarity, *_alike()], n=2, cutoff=0.75)
    return {meant: 1.0 for each in spelt for meant in (each, *_alike().get(each, ()))}


@functools.cache
def _index() -> _Index:
    entries = [_entry(operation) for operation in operations().values()]
    counts: dict[str, int] = {}
    for entry in entries:
        for word in entry.weights:
            counts[word] = counts.get(word, 0) + 1
    rarity = {word: 0.3 + math.log(1 + len(entries) / count) / 4 for word, count in counts.items()}
    return _Index(entries, rarity)


def _entry(operation: Operation) -> _Entry:
    weights: dict[str, float] = {}

    def add(where: str, words: Iterable[str]) -> None:
        for word in words:
            if word not in _stop_words():
                weights[word] = max(weights.get(word, 0.0), _WEIGHTS[where])

    resource, _, verb = operation.id.rpartition(".")
    add("deed", stems(verb))
    add("id", stems(resource))
    add("verb", stems(f"{verb} {VERBS.get(verb, '')}"))
    add("path", stems(operation.path))
    add("summary", stems(operation.summary))
    add("section", stems(operation.section))
    code = operation.function.__code__
    names = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    add("field", [word for name in names for word in (*stems(name), stem(name.replace("_", "")))])
    add("doc", stems(operation.doc))
    pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(operation.path))
    return _Entry(operation, weights, re.compile(pattern))
