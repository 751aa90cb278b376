"""What every form of a report tells: the findings that are shown, numbered, with what they say in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.bitext.formats.preface import percent
from dragoman.bitext.model import Sentence
from dragoman.interface import Interface
from dragoman.languages.registry import language
from dragoman.languages.spacing import between_sentences
from dragoman.marking import _
from dragoman.versions.model import KINDS, Comparison, Finding, Stretch

_STATES = {"open": _("open"), "accepted": _("accepted"), "dismissed": _("dismissed")}


@dataclass(frozen=True, slots=True)
class Decided:
    """What a workspace knows of a finding: its name there, what somebody decided, and the reason for it.

    `state` is "open", "accepted" or "dismissed".
    """

    name: str = ""
    state: str = "open"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a version says at a finding: its sentences by their numbers, and what is marked in each."""

    language: str
    numbers: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    spans: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in a report, by its number from 1; `said` is by version."""

    number: int
    finding: Finding
    said: tuple[Said, ...]
    decided: Decided


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a comparison from a line of probability on, and those that somebody decided of."""

    title: str
    comparison: Comparison
    line: float
    entries: tuple[Entry, ...]

    @property
    def below(self) -> int:
        """How many findings are less probable, and not in the report."""
        return len(self.comparison.findings) - len(self.entries)


def report(comparison: Comparison, *, title: str, line: float, decided: Sequence[Decided] = ()) -> Report:
    """The report of a comparison; `decided` is by finding, () where there is no workspace to decide in."""
    known = decided or [Decided()] * len(comparison.findings)
    shown = [
        (one, decision)
        for one, decision in zip(comparison.findings, known, strict=True)
        if one.probability >= line or decision.state != "open"
    ]
    entries = tuple(
        Entry(number, one, said(comparison, one), decision)
        for number, (one, decision) in enumerate(shown, start=1)
    )
    return Report(title, comparison, line, entries)


def said(comparison: Comparison, finding: Finding) -> tuple[Said, ...]:
    """What each version says at a finding: the sentences of its row, and others that are marked."""
    found = []
    for column, (code, side) in enumerate(zip(comparison.languages, comparison.sides, strict=True)):
        marked: dict[int, list[Stretch]] = {}
        for place in finding.places[column]:
            marked.setdefault(place.sentence, []).append((place.start, place.end))
        numbers = sorted({*comparison.rows[finding.row].sentences[column], *marked})
        found.append(
            Said(
                code,
                tuple(numbers),
                tuple(side[number] for number in numbers),
                tuple(tuple(sorted(marked.get(number, ()))) for number in numbers),
            )
        )
    return tuple(found)


def remarks(entry: Entry, words: Interface) -> list[str]:
    """What is said of a finding: its kind and probability, the reason, who differs, what was decided."""
    gettext = words.gettext
    finding = entry.finding
    kind = gettext("{kind}, {probability} probable").format(
        kind=gettext(KINDS[finding.kind]), probability=percent(finding.probability, words)
    )
    found = [f"{kind[:1].upper()}{kind[1:]}", finding.reason.said(gettext)]
    if finding.alone:
        alone = gettext("{language}: differs from the other two, which agree")
        found.append(alone.format(language=language(finding.alone).name))
    if entry.decided.state != "open":
        state = gettext(_STATES[entry.decided.state])
        why = f": {entry.decided.reason}" if entry.decided.reason else ""
        found.append(f"{state[:1].upper()}{state[1:]}{why}")
    return found


def summary(told: Report, words: Interface) -> str:
    """How many places may differ, and how many less probable ones are not told."""
    count = len(told.entries)
    parts = [
        words.ngettext(
            "{count} place where the versions may differ in substance.",
            "{count} places where the versions may differ in substance.",
            count,
        ).format(count=count)
        if count
        else words.gettext("No place was found where the versions differ in substance.")
    ]
    if told.below:
        parts.append(
            words.ngettext(
                "{count} less probable one (below {line}) is not shown.",
                "{count} less probable ones (below {line}) are not shown.",
                told.below,
            ).format(count=told.below, line=percent(told.line, words))
        )
    return between_sentences(words.tag.partition("-")[0]).join(parts)


def names(codes: Sequence[str]) -> list[str]:
    """What languages call themselves."""
    return [language(code).name for code in codes]
