"""A draft that was checked, as pages show it and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.glossary.model import CHECK_KINDS, Checked, Remark, Use
from dragoman.languages.spacing import between_sentences
from dragoman.marking import _
from dragoman.plain import plain
from dragoman.terms.termbase import Designation, Entry, Standing, Status
from dragoman.web import reasons
from dragoman.web.columns import column
from dragoman.web.locales import Locale
from dragoman.web.marked import Passage, Piece, pieces
from dragoman.web.reasons import Part
from dragoman.web.wording import Wording

STANDINGS: Mapping[Standing, str] = {
    "known": _("found in the workspace"),
    "agreed": _("agreed"),
    "given": _("from the list"),
}
"""Where an entry comes from, in words."""

STATUSES: Mapping[Status, str] = {
    "preferred": _("to be used"),
    "admitted": _("may be used"),
    "deprecated": _("not to be used"),
    "superseded": _("superseded"),
}
"""What may be done with a word, in words."""


@dataclass(frozen=True, slots=True)
class Said:
    """A remark with its words: its kind, the reason, and what the source has there."""

    it: Remark
    number: int
    kind: str
    reason: tuple[Part, ...]
    source: Passage | None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the draft: its number, its text in pieces, the remarks on it; `opens` a paragraph."""

    number: int
    pieces: tuple[Piece, ...]
    remarks: tuple[Said, ...]
    opens: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A term that the draft uses, with what stands for it in other languages."""

    it: Use
    status: str
    others: tuple[tuple[str, tuple[Designation, ...]], ...]
    origin: str


def lines(found: Checked, line: float, locale: Locale) -> list[Line]:
    """The sentences of the draft, with the remarks that are probable enough."""
    by_sentence: dict[int, list[Said]] = {}
    for number, remark in enumerate(found.at(line), start=1):
        by_sentence.setdefault(remark.sentence, []).append(_said(found, remark, number, locale))
    made = []
    for at, sentence in enumerate(found.sentences):
        here = by_sentence.get(at, [])
        spans = [(one.it.start, one.it.end) for one in here if one.it.words]
        made.append(
            Line(
                at + 1,
                tuple(pieces(sentence.text, spans)),
                tuple(here),
                at == 0 or found.sentences[at - 1].block != sentence.block,
                sentence.kind == "heading",
            )
        )
    return made


def used(found: Checked, locale: Locale) -> list[Known]:
    """The terms that the draft uses."""
    gettext = locale.words.gettext
    return [
        Known(one, gettext(STATUSES[one.designation.status]), _others(one.entry, found.language),
              _origin(one.entry, locale))
        for one in found.used
    ]  # fmt: skip


def answer(found: Checked, line: float, locale: Locale) -> str:
    """The first line of the page: how much there is to remark, and in how many sentences."""
    gettext, ngettext, count = locale.words.gettext, locale.words.ngettext, Wording(locale).count
    remarks = found.at(line)
    sentences = len(found.sentences)
    if not remarks:
        if not found.used:
            return gettext("There is nothing to remark: none of these terms stands in the draft")
        return gettext("There is nothing to remark: the draft keeps to these terms")
    what = ngettext("{count} remark", "{count} remarks", len(remarks)).format(count=count(len(remarks)))
    where = ngettext("in {count} of {of} sentence", "in {count} of {of} sentences", sentences)
    return gettext("{remarks} {where}").format(
        remarks=what,
        where=where.format(count=count(len({one.sentence for one in remarks})), of=count(sentences)),
    )


def by_kind(found: Checked, line: float, locale: Locale) -> str:
    """How many remarks of each kind there are, in words; "" without any."""
    gettext, count = locale.words.gettext, Wording(locale).count
    counted = Counter(one.kind for one in found.at(line))
    parts = [
        gettext("{kind}: {count}").format(kind=gettext(said), count=count(counted[kind]))
        for kind, said in CHECK_KINDS.items()
        if counted[kind]
    ]
    said = gettext("; ").join(parts)
    return said[:1].upper() + said[1:] + gettext(".") if parts else ""


def facts(found: Checked, line: float, locale: Locale) -> dict[str, Any]:
    """What was found, as JSON; reasons and notes are in the language of the address. Nothing is stored."""
    gettext = locale.words.gettext
    remarks = found.at(line)
    return {
        "language": found.language,
        "source_language": found.source_language,
        "method": found.method,
        "line": line,
        "below": len(found.remarks) - len(remarks),
        "stored": False,
        "sentences": [plain(one) for one in found.sentences],
        "source": [plain(one) for one in found.source],
        "remarks": [{**plain(one), "reason": one.reason.said(gettext)} for one in remarks],
        "used": [plain(one) for one in found.used],
        "notes": [gettext(note) for note in found.notes],
    }


def _said(found: Checked, remark: Remark, number: int, locale: Locale) -> Said:
    gettext = locale.words.gettext
    return Said(
        remark,
        number,
        gettext(CHECK_KINDS[remark.kind]),
        reasons.parts(remark.reason, gettext),
        _source(found, remark) if remark.source_sentences else None,
    )


def _source(found: Checked, remark: Remark) -> Passage:
    """The sentences of the source that answer, with the term in them."""
    sentences = [found.source[at] for at in remark.source_sentences]
    shown = column(found.source_language, sentences)
    parts: list[Piece] = []
    joint = between_sentences(found.source_language)
    for number, (at, sentence) in enumerate(zip(remark.source_sentences, sentences, strict=True)):
        if number and joint:
            parts.append((joint, False))
        spans = [(one.start, one.end) for one in remark.source_spans if one.sentence == at]
        parts += pieces(sentence.text, spans)
    return Passage(shown.tag, shown.direction, tuple(parts))


def _others(entry: Entry, language: str) -> tuple[tuple[str, tuple[Designation, ...]], ...]:
    """What stands for an entry in other languages, by their codes in order."""
    codes = sorted({one.language for one in entry.designations} - {language})
    return tuple((code, found) for code in codes if (found := entry.of(code)))


def _origin(entry: Entry, locale: Locale) -> str:
    """Where an entry comes from: the name of its list, and how sure what a collection tells is."""
    wording, gettext = Wording(locale), locale.words.gettext
    name = wording.for_reader(entry.source) or gettext(STANDINGS[entry.standing])
    if entry.standing == "known":
        return gettext("{name}, {percent}").format(name=name, percent=wording.percentage(entry.probability))
    return name
