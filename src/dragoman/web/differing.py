"""What two proposals of an entry differ in, as a page tells and marks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.glossary.changes import Change, Piece, changes
from dragoman.glossary.entry import AIMS, DIMENSIONS, PARTS_OF_SPEECH, RELATIONS, STATUSES
from dragoman.marking import _
from dragoman.web.agreed import Names
from dragoman.web.contents import SPELLINGS
from dragoman.web.locales import Locale
from dragoman.web.wording import own_name

_TITLES: Mapping[str, str] = {
    "aim": _("What it aims at"),
    "parties": _("For which parties"),
    "terms": _("Term"),
    "terms.order": _("Order of the terms"),
    "terms.status": _("Status"),
    "terms.part_of_speech": _("Part of speech"),
    "terms.source": _("Source"),
    "terms.note": _("Note on the term"),
    "terms.transliterations.pinyin": SPELLINGS["pinyin"],
    "terms.transliterations.palladius": SPELLINGS["palladius"],
    "subject": _("Subject field"),
    "dimension": _("Dimension"),
    "scope": _("Scope note"),
    "usage": _("Usage advice"),
    "definition": _("Joint definition"),
    "definitions": _("Definition that is acknowledged"),
    "relations": _("How the concepts are related"),
    "instrument": _("Instrument"),
    "replaces": _("Takes the place of"),
    "successor": _("Entry that takes its place"),
    "reason": _("Reason"),
}
_KINDS: Mapping[str, str] = {"added": _("new"), "removed": _("struck"), "changed": _("changed")}
_INSTRUMENT: Mapping[str, str] = {"title": _("title"), "date": _("date"), "source": _("source")}
_IN_LANGUAGES = ("terms", "scope", "usage", "definition")
# Fields whose values are names of something: one is told in the place of another, not letter by letter.
_NAMED = ("aim", "parties", "terms.status", "terms.part_of_speech", "dimension", "definitions", "relations",
          "replaces")  # fmt: skip


_WORDS: Mapping[str, Mapping[str, str]] = {
    "aim": {name: aim.title for name, aim in AIMS.items()},
    "dimension": DIMENSIONS,
    "terms.status": {str(name): status.title for name, status in STATUSES.items()},
    "terms.part_of_speech": PARTS_OF_SPEECH,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that differs: the field in words, of what, whether it is new, struck or changed; the text in
    pieces, with the language that it is in ("" for words of the interface)."""

    title: str
    of: str
    kind: str
    language: str
    pieces: tuple[Piece, ...]


def differences(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    names: Names,
    locale: Locale,
    numbers: Mapping[str, int],
) -> list[Difference]:
    """What a content has become, for readers; `numbers` are those of the entry's proposals by their hash."""
    spoken = {term["text"]: term["language"] for one in (before, after) for term in one["terms"]}
    return [_difference(one, spoken, _Said(names, locale, numbers)) for one in changes(before, after)]


@dataclass(frozen=True, slots=True)
class _Said:
    """How names of something are said."""

    names: Names
    locale: Locale
    numbers: Mapping[str, int]

    def word(self, template: str, **words: object) -> str:
        return self.locale.words.gettext(template).format(**words)

    def value(self, field: str, value: str) -> str:
        """What a name stands for, in words of the interface."""
        if not value:
            return ""
        match field:
            case "aim" | "dimension" | "terms.status" | "terms.part_of_speech":
                return self.word(_WORDS[field].get(value, "{value}"), value=value)
            case "parties":
                joint = self.word(", ")
                return joint.join(self.names.name(party) for party in value.split(", "))
            case "replaces" if value in self.numbers:
                return self.word(_("proposal {number}"), number=self.numbers[value])
            case "definitions" | "replaces":
                return f"{value.removeprefix('sha256:')[:12]}…"
            case _:
                pair, _colon, relation = value.rpartition(": ")
                of, _arrow, to = pair.partition(" → ")
                said = self.word(RELATIONS[relation].title) if relation in RELATIONS else relation
                return f"{self.names.name(of)} → {self.names.name(to)}: {said}"


def _difference(change: Change, spoken: Mapping[str, str], said: _Said) -> Difference:
    field = change.field.removesuffix(".order") if change.field != "terms.order" else change.field
    told = change.pieces
    if field in _NAMED:
        before, after = said.value(field, change.before), said.value(field, change.after)
        between = Piece("same", " " if before and after else "")
        both = (Piece("removed", before), between, Piece("added", after))
        told = tuple(piece for piece in both if piece.text)
    of, language = _of(change, spoken, said)
    return Difference(
        said.word(_TITLES.get(field, field)), of, said.word(_KINDS[change.kind]), language, told
    )


def _of(change: Change, spoken: Mapping[str, str], said: _Said) -> tuple[str, str]:
    """What the change is of, in words, and the language of its text."""
    if change.field in _IN_LANGUAGES:
        return own_name(change.of), change.of
    if change.field == "definitions":
        return said.names.name(change.of), ""
    if change.field == "instrument":
        return said.word(_INSTRUMENT.get(change.of, change.of)), ""
    if change.field.startswith("terms.transliterations."):
        return change.of, "zh-Cyrl" if change.field.endswith("palladius") else "zh-Latn"
    # What is said of a term, in whatever language: the term's own says nothing of that.
    return (change.of if change.of in spoken else ""), ""
