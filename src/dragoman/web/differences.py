"""Findings between language versions as pages show them, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.languages.spacing import between_sentences
from dragoman.marking import _
from dragoman.versions.model import KINDS
from dragoman.web.columns import Column, column
from dragoman.web.locales import Locale
from dragoman.web.marked import Piece, pieces
from dragoman.web.reasons import Part, parts
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visit
from dragoman.web.wording import Wording
from dragoman.workspace.findingmodel import Decision, DocumentFinding, Findings, State, Told

STATES: Mapping[State, str] = {
    "open": _("open"),
    "accepted": _("accepted"),
    "dismissed": _("dismissed"),
}
"""What pages call the states of a finding."""

_ALONE = {
    "en": _("The English version stands alone: the others agree."),
    "ru": _("The Russian version stands alone: the others agree."),
    "zh": _("The Chinese version stands alone: the others agree."),
}
_COLUMNS = (
    "document", "id", "row", "anchor", "kind", "probability", "alone", "reason", "state", "decision_reason",
    "decision_author", "decision_time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Version:
    """What a version says at a finding: its sentences in pieces, none where it says nothing of it."""

    column: Column
    pieces: tuple[Piece, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its words: the reason, who stands alone, what each version says, where it stands."""

    it: DocumentFinding
    kind: str
    reason: tuple[Part, ...]
    alone: str
    versions: tuple[Version, ...]
    address: str


def shown(visit: Visit, finding: DocumentFinding) -> Shown:
    """A finding as the page of a visitor shows it: the version in the language of the interface first."""
    gettext = visit.locale.words.gettext
    told = in_order(finding.told, visit.locale)
    return Shown(
        finding,
        gettext(KINDS[finding.kind]),
        parts(finding.reason, gettext),
        _alone(finding.alone, visit.locale),
        tuple(_version(each, alone=each.language == finding.alone) for each in told),
        address(visit, finding),
    )


def in_order(told: Sequence[Told], locale: Locale) -> list[Told]:
    """Versions as the reader orders them: that in the language of the interface first."""
    return sorted(told, key=lambda each: each.language != locale.code)


def address(visit: Visit, finding: DocumentFinding) -> str:
    """The lasting address of a finding's row in the reader, with the versions that were compared."""
    codes = [each.language for each in in_order(finding.told, visit.locale)]
    query = {"in": codes[0], "with": codes[1:], "at": finding.anchor}
    return visit.link(f"/documents/{finding.document}", query)


def _alone(code: str, locale: Locale) -> str:
    """That a version differs from two others which agree, in words; "" where that cannot be told."""
    if not code:
        return ""
    gettext = locale.words.gettext
    if code in _ALONE:
        return gettext(_ALONE[code])
    own = column(code, ()).name
    return gettext("One version stands alone ({language}): the others agree.").format(language=own)


def _version(told: Told, *, alone: bool) -> Version:
    found: list[Piece] = []
    joint = between_sentences(told.language)
    for number, (sentence, spans) in enumerate(zip(told.sentences, told.spans, strict=True)):
        if number and joint:
            found.append((joint, False))
        found += pieces(sentence.text, spans)
    return Version(column(told.language, told.sentences), tuple(found), alone)


def answer(found: Findings, locale: Locale) -> str:
    """The first line of the page: in how many places the versions may differ, and what is decided of them."""
    gettext, ngettext = locale.words.gettext, locale.words.ngettext
    counts = dict(found.counts)
    total, still = sum(counts.values()), counts["open"]
    if not total:
        return gettext("No place was found where the versions differ in substance.")
    places = ngettext(
        "{count} place where the versions may differ in substance",
        "{count} places where the versions may differ in substance",
        total,
    ).format(count=total)
    if still == total:
        decided = gettext("nothing is decided of them yet.") if total > 1 else gettext("it is open.")
    elif still:
        decided = ngettext("{count} is open.", "{count} are open.", still).format(count=still)
    else:
        decided = gettext("all of it is decided.")
    return gettext("{places}; {decided}").format(places=places, decided=decided)


def below(found: Findings, locale: Locale) -> str:
    """How many findings are less probable than the line, and not shown; "" for none."""
    if not found.below:
        return ""
    return locale.words.ngettext(
        "{count} less probable one (below {line}) is not shown.",
        "{count} less probable ones (below {line}) are not shown.",
        found.below,
    ).format(count=found.below, line=Wording(locale).percentage(found.line))


def facts(visit: Visit, found: Iterable[DocumentFinding]) -> list[dict[str, Any]]:
    """Findings as JSON; offsets of sentences count characters of the version's text, places those of a
    sentence.
    """
    gettext = visit.locale.words.gettext
    return [
        {
            "id": each.id,
            "kind": each.kind,
            "row": each.row + 1,
            "anchor": each.anchor,
            "probability": each.probability,
            "reason": each.reason.said(gettext),
            "alone": each.alone,
            "state": each.state,
            "decision": of_decision(each.decision) if each.decision else None,
            "address": address(visit, each),
            "versions": [_facts_of(told) for told in each.told],
        }
        for each in found
    ]


def _facts_of(told: Told) -> dict[str, Any]:
    return {
        "language": told.language,
        "sentences": [
            {
                "text": sentence.text,
                "start": sentence.start,
                "end": sentence.end,
                "anchor": anchor,
                "places": [{"start": start, "end": end} for start, end in spans],
            }
            for sentence, anchor, spans in zip(told.sentences, told.anchors, told.spans, strict=True)
        ],
        "words": list(told.words),
    }


def of_decision(decision: Decision) -> dict[str, Any]:
    """What somebody decided of a finding, as JSON."""
    return {
        "event": decision.event,
        "finding": decision.finding,
        "kind": decision.kind,
        "accepted": decision.accepted,
        "reason": decision.reason,
        "party": decision.party,
        "author": decision.author,
        "time": decision.time,
        "words": {passage.language: list(passage.words) for passage in decision.passages},
    }


def table(found: Findings, rows: Sequence[DocumentFinding], translate: Callable[[str], str]) -> Table:
    """Findings as a table: the sentences of each version, and the words in them that are marked."""
    codes = found.languages
    columns = [*_COLUMNS, *(name for code in codes for name in (code, f"{code}_words"))]
    return Table(f"{found.document}-differences", columns, _rows(rows, translate))


def _rows(rows: Iterable[DocumentFinding], translate: Callable[[str], str]) -> Iterator[list[Cell]]:
    for each in rows:
        held = each.decision
        row: list[Cell] = [
            each.document,
            each.id,
            each.row + 1,
            each.anchor,
            each.kind,
            each.probability,
            each.alone,
            each.reason.said(translate),
            each.state,
            held.reason if held else "",
            held.author or held.party if held else "",
            held.time if held else "",
        ]
        for told in each.told:
            row += [
                between_sentences(told.language).join(one.text for one in told.sentences),
                " … ".join(told.words),
            ]
        yield row
