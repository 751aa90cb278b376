"""How a term was rendered in another language: by which body, from when to when, and where that changed.

Shares are of uses, as a reader meets them; notices are of documents. The uses of one document depend on each
other (a translator keeps to a word), so each document counts once, with the rendering that it has most often.
A notice is given where chance is a poor explanation: all tests of a table share one level. One more case is
told: a body that went over from one rendering to another and never back, however few its documents are.

What a notice cannot tell: why. Two bodies that wrote at different times, or on different subjects, may differ
for that reason; the dates stand beside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Literal

from dragoman.signals.changes import Change, Rules, examine
from dragoman.signals.fisher import fisher
from dragoman.signals.intervals import wilson

LEVEL = 0.05
"""How often a table in which nothing changes or differs may have a notice."""

# Documents before and after a switch that is told although chance may have made it.
_FEWEST_EACH = 2
_FEWEST_DRAWS, _MOST_DRAWS = 399, 9_999
# Draws for each unit of 1 / level, so that a p-value can be as low as the level and lower.
_DRAWS = 10


@dataclass(frozen=True, slots=True)
class Use:
    """One use of the term with what answers it in the other language.

    `rendering` is "" where nothing was found, `sure` its probability, `date` an ISO date or empty, `place`
    any name of the sentence.
    """

    date: str
    body: str
    document: str
    rendering: str
    sure: float = 1.0
    place: str = ""


@dataclass(frozen=True, slots=True)
class BodyRendering:
    """One body's uses of a rendering; `first` and `last` are dates, empty where none is known."""

    body: str
    count: int
    documents: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """One rendering: uses, documents, and its share of all uses that have a rendering.

    The 95 % interval (Wilson 1927) takes uses for independent; where a few documents hold many of them it is
    too narrow.
    """

    rendering: str
    count: int
    documents: int
    share: float
    low: float
    high: float
    first: str
    last: str
    bodies: tuple[BodyRendering, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One body changed its rendering, or two bodies differ.

    Attributes:
        kind: Which of both.
        body: The body, or the first of the two.
        other_body: The second of the two, else "".
        before: The main rendering of `body`, before the change if there was one.
        after: That from the change on, or that of `other_body`.
        since: Date of the first document after the change, else "".
        earliest: The 95 % interval of that date begins here.
        latest: It ends here.
        before_count: Documents with `before`, of those before the change, or of `body`.
        before_of: All of these documents.
        after_count: Documents with `after`, of those from the change on, or of `other_body`.
        after_of: All of these.
        p_value: By chance, times the number of tests of the table; 1 at most.
    """

    kind: Literal["changed", "differs"]
    body: str
    other_body: str
    before: str
    after: str
    since: str
    earliest: str
    latest: str
    before_count: int
    before_of: int
    after_count: int
    after_of: int
    p_value: float


@dataclass(frozen=True, slots=True)
class Silent:
    """Too few documents to say whether a body changed its rendering, or whether two differ."""

    kind: Literal["changed", "differs"]
    body: str
    other_body: str
    documents: int


@dataclass(frozen=True, slots=True)
class Renderings:
    """All renderings of a term, most frequent first.

    `total` counts all uses, `without` those without a rendering. `silent` names what nothing can be said of.
    """

    term: str
    language: str
    other: str
    total: int
    without: int
    renderings: tuple[Rendering, ...]
    notices: tuple[Notice, ...]
    silent: tuple[Silent, ...]


def renderings(
    term: str, language: str, other: str, uses: Iterable[Use], *, level: float = LEVEL, seed: int = 0
) -> Renderings:
    """The table of renderings of a `term` in `language` into the `other` language, with notices."""
    every = list(uses)
    found = [use for use in every if use.rendering]
    by_rendering: dict[str, list[Use]] = defaultdict(list)
    for use in found:
        by_rendering[use.rendering].append(use)
    rows = [_rendering(name, own, len(found)) for name, own in by_rendering.items()]
    notices, silent = _judged(_documents(found), level, seed)
    return Renderings(
        term,
        language,
        other,
        len(every),
        len(every) - len(found),
        tuple(sorted(rows, key=lambda row: (-row.count, row.rendering))),
        tuple(sorted(notices, key=lambda notice: (notice.p_value, notice.body, notice.other_body))),
        tuple(silent),
    )


def _rendering(name: str, uses: Sequence[Use], total: int) -> Rendering:
    by_body: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_body[use.body].append(use)
    bodies = [BodyRendering(body, *_extent(own)) for body, own in by_body.items()]
    count, documents, first, last = _extent(uses)
    ordered = tuple(sorted(bodies, key=lambda one: (-one.count, one.body)))
    return Rendering(name, count, documents, count / total, *wilson(count, total), first, last, ordered)


def _extent(uses: Sequence[Use]) -> tuple[int, int, str, str]:
    """Uses, documents, first and last date."""
    dates = sorted(use.date for use in uses if use.date)
    ends = (dates[0], dates[-1]) if dates else ("", "")
    return len(uses), len({use.document for use in uses}), *ends


@dataclass(frozen=True, slots=True)
class _Document:
    """A document with its main rendering."""

    date: str
    rendering: str


def _documents(uses: Sequence[Use]) -> dict[str, list[_Document]]:
    """Documents by body, in order of date; of equally frequent renderings the first by letters is main."""
    by_document: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in uses:
        by_document[use.body, use.document].append(use)
    found: dict[str, list[_Document]] = defaultdict(list)
    for (body, _), own in sorted(by_document.items()):
        found[body].append(_Document(min(use.date for use in own), _main(use.rendering for use in own)))
    return {body: sorted(own, key=lambda document: document.date) for body, own in found.items()}


def _main(names: Iterable[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name))


def _judged(
    documents: Mapping[str, Sequence[_Document]], level: float, seed: int
) -> tuple[list[Notice], list[Silent]]:
    """All tests of a table: each body over time, and each two bodies; without a body nothing."""
    documents = {body: own for body, own in documents.items() if body}
    changing = [(body, _alternatives(own)) for body, own in documents.items()]
    changing = [(body, names) for body, names in changing if names]
    differing = [
        (pair, names)
        for pair in combinations(documents, 2)
        if (names := _alternatives([*documents[pair[0]], *documents[pair[1]]]))
    ]
    tests = sum(len(names) for _, names in changing) + sum(len(names) for _, names in differing)
    notices: list[Notice] = []
    silent: list[Silent] = []
    for body, names in changing:
        answer = _changed(body, [one for one in documents[body] if one.date], names, tests, level, seed)
        _sort_out(answer, notices, silent)
    for (body, other_body), names in differing:
        _sort_out(_differs(body, other_body, documents, names, tests, level), notices, silent)
    return notices, silent


def _sort_out(answer: Notice | Silent | None, notices: list[Notice], silent: list[Silent]) -> None:
    if isinstance(answer, Notice):
        notices.append(answer)
    elif answer:
        silent.append(answer)


def _alternatives(documents: Sequence[_Document]) -> list[str]:
    """The renderings to test against all others: none where there is one, one of two, each of more."""
    names = sorted({document.rendering for document in documents})
    return names[: 0 if len(names) < 2 else 1 if len(names) == 2 else None]


def _changed(
    body: str, documents: Sequence[_Document], names: Sequence[str], tests: int, level: float, seed: int
) -> Notice | Silent | None:
    """Whether a body's documents, one after the other, changed their main rendering."""
    draws = min(_MOST_DRAWS, max(_FEWEST_DRAWS, int(_DRAWS * tests / level)))
    rules = Rules(level=level / tests, fewest=2, most=1, draws=draws, seed=seed)
    dates = sorted({document.date for document in documents})
    of = Counter(document.date for document in documents)
    best: Change | None = None
    silences = 0
    for name in names:
        counts = Counter(document.date for document in documents if document.rendering == name)
        examined = examine([counts[date] for date in dates], [of[date] for date in dates], "share", rules)
        silences += bool(examined.silence)
        for change in examined.changes:
            if best is None or change.p_value < best.p_value:
                best = change
    if best is None:
        switched = _switched(body, documents, tests)
        if switched is not None:
            return switched
        return Silent("changed", body, "", len(documents)) if silences == len(names) else None
    since, earliest, latest = dates[best.index], dates[best.first], dates[best.last]
    early = [document.rendering for document in documents if document.date < since]
    late = [document.rendering for document in documents if document.date >= since]
    before, after = _main(early), _main(late)
    if before == after:
        return None  # the share of a lesser rendering changed
    return Notice(
        "changed", body, "", before, after, since, earliest, latest,
        early.count(before), len(early), late.count(after), len(late), min(1.0, best.p_value * tests),
    )  # fmt: skip


def _switched(body: str, documents: Sequence[_Document], tests: int) -> Notice | None:
    """A body that used one rendering up to a date and another from then on, in every document.

    So plain a fact is told even of so few documents that chance may have made it; how likely that is, its
    p-value says: that of all orders of these documents, two are as clear.
    """
    ordered = sorted(documents, key=lambda document: document.date)
    names = list(dict.fromkeys(document.rendering for document in ordered))
    if len(names) != 2:
        return None
    early = [document for document in ordered if document.rendering == names[0]]
    late = [document for document in ordered if document.rendering == names[1]]
    last, first = early[-1].date, late[0].date
    # "2020" may be before "2020-05" or after it.
    if min(len(early), len(late)) < _FEWEST_EACH or last >= first or first.startswith(last):
        return None
    p_value = min(1.0, 2 * tests / comb(len(ordered), len(early)))
    return Notice(
        "changed", body, "", names[0], names[1], late[0].date, late[0].date, late[0].date,
        len(early), len(early), len(late), len(late), p_value,
    )  # fmt: skip


def _differs(
    body: str,
    other_body: str,
    documents: Mapping[str, Sequence[_Document]],
    names: Sequence[str],
    tests: int,
    level: float,
) -> Notice | Silent | None:
    """Whether the main renderings of two bodies are different ones."""
    own = [document.rendering for document in documents[body]]
    others = [document.rendering for document in documents[other_body]]
    if fisher(len(own), len(own), 0, len(others)) * tests > level:
        return Silent("differs", body, other_body, len(own) + len(others))
    p_value = tests * min(
        fisher(own.count(name), len(own), others.count(name), len(others)) for name in names
    )
    before, after = _main(own), _main(others)
    if p_value > level or before == after:
        return None
    return Notice(
        "differs", body, other_body, before, after, "", "", "",
        own.count(before), len(own), others.count(after), len(others), p_value,
    )  # fmt: skip
