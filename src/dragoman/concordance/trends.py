"""How a formulation came and went: first and last use, by body, over time, and when its use changed.

What is counted is documents: one that repeats a phrase ten times uses it, as does one that says it once. So
a long document is as much as a short one, and the repetitions of one author do not pass for a trend.

Unless asked otherwise, only verbatim uses make a document one that uses the phrase. Varied ones are counted
beside: some are the same phrase in another dress, others are another phrase (社会主义经济, 社会主义市场经济).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from dragoman.concordance.calendar import Calendar, fitting
from dragoman.concordance.company import Companion, companions
from dragoman.concordance.heat import heat
from dragoman.errors import InputError
from dragoman.signals.changes import Change, Examination, Level, Rules, Silence, examine
from dragoman.signals.intervals import wilson

# Series whose examination is kept.
_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Exposure:
    """A document that could have used the formulation; `date` is an ISO date of any precision or empty."""

    document: str
    date: str
    body: str
    sentences: int


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """One use: `text` as it stands there, `place` any name of its sentence."""

    document: str
    date: str
    body: str
    verbatim: bool
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month, or several from `year` to `until` (the same where it is one).

    Attributes:
        documents: How many documents use it.
        of: How many there are.
        verbatim: Uses, not documents.
        varied: Uses, not documents.
        share: Of documents, 0.0 where there are none.
        low: Of the 95 % interval (Wilson 1927).
        high: Of the 95 % interval.
        heat: 0 to 5, see `heat`.
    """

    year: str
    until: str
    documents: int
    of: int
    verbatim: int
    varied: int
    share: float
    low: float
    high: float
    heat: int


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of the share of documents: `year` is the first year or month of the new level.

    `earliest` to `latest` is the 95 % interval of that year or month. `before` and `after` are the levels,
    whose `start` and `end` count years or months from the first.
    """

    year: str
    earliest: str
    latest: str
    before: Level
    after: Level
    p_value: float


@dataclass(frozen=True, slots=True)
class BodyUse:
    """One issuing body's use; `first` and `last` are dates, empty where it has none."""

    body: str
    documents: int
    of: int
    verbatim: int
    varied: int
    share: float
    low: float
    high: float
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class History:
    """What became of a formulation in a collection.

    Attributes:
        phrase: As it was asked for.
        language: BCP 47 primary subtag.
        with_varied: Whether a varied use makes a document one that uses it.
        first: The earliest dated use that counts so; None without one.
        last: The latest one.
        documents: How many use it.
        of_documents: How many could.
        only_varied: How many have varied uses alone; 0 where these make a document one that uses it.
        undated: How many of these have no date that tells the period; they are in no period.
        verbatim: Uses word for word.
        varied: Other uses.
        periods: From the first to the last document, the empty ones too.
        changes: Of the share of documents, in order.
        p_value: Of one share for the whole time; 1 where nothing was tested.
        silence: Why nothing can be said of changes ("periods": too few; "counts": too few uses, or too few
            documents without one), else "".
        bodies: Most documents first.
        before: Company before the main change, the one of the lowest p-value; empty without a change.
        after: Company from the main change on.
        heat: Of the last period.
    """

    phrase: str
    language: str
    with_varied: bool
    first: PhraseUse | None
    last: PhraseUse | None
    documents: int
    of_documents: int
    only_varied: int
    undated: int
    verbatim: int
    varied: int
    periods: tuple[Period, ...]
    changes: tuple[Shift, ...]
    p_value: float
    silence: Silence
    bodies: tuple[BodyUse, ...]
    before: tuple[Companion, ...]
    after: tuple[Companion, ...]
    heat: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What `company` needs: the lemmas of each use's sentence by `place`, and of all other sentences.

    `elsewhere` tells in how many other sentences a lemma stands, of `sentences` in all; `without` are lemmas
    to leave out, such as the formulation's own.
    """

    lemmas: Mapping[str, Sequence[str]]
    elsewhere: Mapping[str, int]
    sentences: int
    without: Collection[str] = ()


def history(
    phrase: str,
    language: str,
    uses: Iterable[PhraseUse],
    exposures: Iterable[Exposure],
    *,
    with_varied: bool = False,
    calendar: Calendar | None = None,
    rules: Rules | None = None,
    surroundings: Surroundings | None = None,
) -> History:
    """The history of a formulation, from its uses and from all documents that could have used it.

    Without a `calendar` that of `calendar.fitting` is taken. `with_varied` lets varied uses count as uses.

    Raises:
        InputError: A use stands in a document that is not among the exposures.
    """
    documents = {exposure.document: exposure for exposure in exposures}
    used = sorted(uses, key=lambda use: (use.date, use.document, use.place))
    if any(use.document not in documents for use in used):
        raise InputError(
            "A use stands in a document that is not among those that could have used the phrase."
        )
    calendar = calendar or fitting([exposure.date for exposure in documents.values()])
    counted = [use for use in used if use.verbatim or with_varied]
    using = {use.document for use in counted}
    course = _Course(calendar, used, using, list(documents.values()))
    examined = _examined(tuple(course.counts), tuple(course.of), rules)
    shifts = tuple(course.shift(change) for change in examined.changes)
    periods = course.periods()
    dated = [use for use in counted if use.date]
    before, after = _company(counted, shifts, surroundings)
    verbatim = sum(use.verbatim for use in used)
    return History(
        phrase=phrase,
        language=language,
        with_varied=with_varied,
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        documents=len(using),
        of_documents=len(documents),
        only_varied=len({use.document for use in used} - using),
        undated=len(documents) - sum(course.of),
        verbatim=verbatim,
        varied=len(used) - verbatim,
        periods=periods,
        changes=shifts,
        p_value=examined.p_value,
        silence=examined.silence,
        bodies=_bodies(used, using, list(documents.values())),
        before=before,
        after=after,
        heat=periods[-1].heat if periods else 0,
    )


@lru_cache(maxsize=_KEPT)
def _examined(counts: tuple[int, ...], of: tuple[int, ...], rules: Rules | None) -> Examination:
    """Pages of many formulations ask the same of the same series again and again."""
    return examine(counts, of, "share", rules)


class _Course:
    """Uses and documents by year or month."""

    def __init__(
        self,
        calendar: Calendar,
        uses: Sequence[PhraseUse],
        using: Set[str],
        exposures: Sequence[Exposure],
    ) -> None:
        self._calendar = calendar
        numbers = [(calendar.number(it.date), it.document in using, it.document) for it in exposures]
        placed = [(number, hit) for number, hit, _ in numbers if number is not None]
        self._first = min((number for number, _ in placed), default=0)
        length = max((number for number, _ in placed), default=-1) - self._first + 1
        self.counts, self.of = [0] * length, [0] * length
        for number, hit in placed:
            self.of[number - self._first] += 1
            self.counts[number - self._first] += hit
        self._uses = [[0, 0] for _ in range(length)]
        at = {document: number for number, _, document in numbers}
        for use in uses:
            place = at[use.document]
            if place is not None:
                self._uses[place - self._first][use.verbatim] += 1

    def periods(self) -> tuple[Period, ...]:
        """All periods, each with its heat against those before it."""
        groups: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self.of)):
            groups[self._calendar.first_of_period(self._first + place)].append(place)
        found = []
        earlier = earlier_of = 0
        for places in groups.values():
            documents, of = sum(self.counts[k] for k in places), sum(self.of[k] for k in places)
            low, high = wilson(documents, of)
            found.append(
                Period(
                    year=self._name(places[0]),
                    until=self._name(places[-1]),
                    documents=documents,
                    of=of,
                    verbatim=sum(self._uses[k][True] for k in places),
                    varied=sum(self._uses[k][False] for k in places),
                    share=documents / of if of else 0.0,
                    low=low,
                    high=high,
                    heat=heat(documents, of, earlier, earlier_of),
                )
            )
            earlier, earlier_of = earlier + documents, earlier_of + of
        return tuple(found)

    def shift(self, change: Change) -> Shift:
        """A change with the names of its years or months."""
        year, earliest, latest = map(self._name, (change.index, change.first, change.last))
        return Shift(year, earliest, latest, change.before, change.after, change.p_value)

    def _name(self, place: int) -> str:
        return self._calendar.name(self._first + place)


def _bodies(uses: Sequence[PhraseUse], using: Set[str], exposures: Sequence[Exposure]) -> tuple[BodyUse, ...]:
    """Every body that could have used it."""
    of: dict[str, int] = defaultdict(int)
    for exposure in exposures:
        of[exposure.body] += 1
    body_of = {exposure.document: exposure.body for exposure in exposures}
    by_body: dict[str, list[PhraseUse]] = defaultdict(list)
    for use in uses:
        by_body[body_of[use.document]].append(use)
    found = []
    for body, number in of.items():
        own = by_body[body]
        documents = len({use.document for use in own} & using)
        verbatim = sum(use.verbatim for use in own)
        dates = [use.date for use in own if use.date and use.document in using]
        ends = (dates[0], dates[-1]) if dates else ("", "")
        share = documents / number
        found.append(
            BodyUse(
                body,
                documents,
                number,
                verbatim,
                len(own) - verbatim,
                share,
                *wilson(documents, number),
                *ends,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.documents, one.body)))


def _company(
    uses: Sequence[PhraseUse], shifts: Sequence[Shift], surroundings: Surroundings | None
) -> tuple[tuple[Companion, ...], tuple[Companion, ...]]:
    if surroundings is None or not shifts:
        return (), ()
    main = min(shifts, key=lambda shift: shift.p_value).year
    # A date that does not tell the month is neither before a month nor after it.
    places = {use.place: use.date[: len(main)] >= main for use in uses if len(use.date) >= len(main)}
    sides = []
    for later in (False, True):
        sentences = [
            surroundings.lemmas.get(place, ()) for place, is_later in places.items() if is_later is later
        ]
        sides.append(
            companions(
                sentences, surroundings.elsewhere, surroundings.sentences, without=surroundings.without
            )
        )
    return sides[0], sides[1]
