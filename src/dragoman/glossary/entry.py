"""The words with which an entry of a glossary is described, and what each of them means.

Reference:
    ISO 860:2007 for the relations between concepts and the harmonization of terms; ISO 30042:2019 (TBX) and
    ISO 12620 for statuses and parts of speech; SKOS (W3C 2009) for the names of relations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from dragoman.languages.transcription.latin import latin
from dragoman.languages.transcription.pinyin import HANZI, pinyin
from dragoman.marking import _
from dragoman.terms.keys import BY_CHARACTER
from dragoman.terms.termbase import Status


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a field may hold: its lasting name, its title, and a sentence for readers."""

    name: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How one party's concept is related to another's.

    `meaning` is a sentence of {of} and {to}. `inverse` names how {to}'s is related to {of}'s.
    """

    name: str
    title: str
    meaning: str
    inverse: str


LEVELS: Mapping[str, Choice] = {
    level.name: level
    for level in (
        Choice("proposed", _("Proposed"), _("At least one party put it forward.")),
        Choice(
            "parallel",
            _("Parallel"),
            _("Every party has given its own definition and acknowledges those of the others."),
        ),
        Choice(
            "equivalent",
            _("Equivalent"),
            _("Every party accepts these terms as renderings of each other."),
        ),
        Choice("joint", _("Joint"), _("Every party accepts the same definition, in all language versions.")),
        Choice(
            "instrument",
            _("Fixed in an instrument"),
            _("It is fixed in a signed instrument, together with its scope note."),
        ),
    )
}
"""How far parties agree, in rising order; the first needs no agreement."""

OUTCOMES: Mapping[str, Choice] = {
    outcome.name: outcome
    for outcome in (
        Choice(
            "contested",
            _("Contested"),
            _("The parties record how their concepts differ; each attaches its reservation."),
        ),
        Choice("deferred", _("Deferred"), _("The parties agree to come back to it later.")),
        Choice("withdrawn", _("Withdrawn"), _("The parties agree to leave it out.")),
        Choice("superseded", _("Superseded"), _("Another entry has taken its place.")),
    )
}
"""What parties may agree on instead."""

AIMS: Mapping[str, Choice] = {
    **{name: level for name, level in LEVELS.items() if name != "proposed"},
    **OUTCOMES,
}
"""What a proposal may aim at: levels in rising order, then outcomes."""

RELATIONS: Mapping[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation("exact", _("exact"), _("The concepts of {of} and {to} are the same."), "exact"),
        Relation(
            "close", _("close"), _("The concepts of {of} and {to} are nearly the same, not quite."), "close"
        ),
        Relation(
            "broader",
            _("broader"),
            _("The concept of {of} is broader: it holds that of {to} inside it."),
            "narrower",
        ),
        Relation(
            "narrower",
            _("narrower"),
            _("The concept of {of} is narrower: it lies inside that of {to}."),
            "broader",
        ),
        Relation(
            "overlapping",
            _("overlapping"),
            _("The concepts of {of} and {to} share a part, and each has a part of its own."),
            "overlapping",
        ),
        Relation(
            "related",
            _("related"),
            _("The concepts of {of} and {to} have to do with each other, and share no part."),
            "related",
        ),
        Relation(
            "false-friend",
            _("false friend"),
            _("The words of {of} and {to} look alike, and mean different things."),
            "false-friend",
        ),
        Relation(
            "no-counterpart",
            _("no counterpart"),
            _("Between {of} and {to} the concept has no counterpart."),
            "no-counterpart",
        ),
    )
}
"""How the concepts of two parties may be related."""

DIMENSIONS: Mapping[str, str] = {
    "military": _("Military and political"),
    "legal": _("Legal and diplomatic"),
    "economic": _("Economic and financial"),
    "technological": _("Technological and informational"),
    "ecological": _("Ecological"),
    "social": _("Social, health and migration"),
    "humanitarian": _("Humanitarian and cultural"),
    "other": _("Other"),
}
"""The dimensions of relations between states that a concept may belong to, with their titles."""

PARTS_OF_SPEECH: Mapping[str, str] = {
    "noun": _("noun"),
    "properNoun": _("proper noun"),
    "adjective": _("adjective"),
    "verb": _("verb"),
    "adverb": _("adverb"),
    # A type of term in TBX's own modules, where this stands beside parts of speech.
    "phraseologicalUnit": _("set phrase"),
    "other": _("other"),
}
"""Parts of speech by their names in ISO 12620; a term may have none."""

STATUSES: Mapping[Status, Choice] = {
    "preferred": Choice("preferred", _("preferred"), _("The term to use.")),
    "admitted": Choice("admitted", _("admitted"), _("A term that may be used instead.")),
    "deprecated": Choice("deprecated", _("deprecated"), _("A term that is not to be used.")),
    "superseded": Choice("superseded", _("superseded"), _("A term that was used formerly.")),
}
"""The statuses of a term, those of `dragoman.terms.termbase.Status`."""

RESERVED = frozenset(
    ("agenda", "difference", "drafts", "editions", "learn", "new", "proposals", "rounds", "waiting")
)
"""Names that no entry has: pages of a glossary have them."""

_LONGEST_SLUG = 80
_SLUG = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{_LONGEST_SLUG - 1}}}")
_NOT_SLUG = re.compile("[^a-z0-9]+")
_APOSTROPHES = re.compile("['’ʼ`]")
# Languages whose terms name an entry first: most readers of addresses know Latin letters.
_FIRST = ("en", "ru", "zh")

# The firmest first, then what is open, then what was put aside.
_IN_LISTS = (*reversed(tuple(LEVELS)), "contested", "deferred", "superseded", "withdrawn")


def level_order(level: str) -> int:
    """The place of a level or outcome in lists, from 0: the firmest agreement first, "" (a draft) last."""
    return _IN_LISTS.index(level) if level in _IN_LISTS else len(_IN_LISTS)


def falls(before: str, after: str) -> bool:
    """Whether agreeing on `after` gives up something of what was agreed, so that a reason is due.

    A lower level does, and so does an outcome in the place of a level; not "superseded", where the entry
    that takes its place says enough.
    """
    levels = tuple(LEVELS)
    lower = levels[: levels.index(before)] if before in levels[1:] else ()
    return bool(lower) and after in (*lower, "contested", "deferred", "withdrawn")


def is_slug(name: str) -> bool:
    """Whether something may be named so in an address: up to 80 small letters, digits and hyphens."""
    return _SLUG.fullmatch(name) is not None


def entry_id(heads: Mapping[str, str], taken: Collection[str] = ()) -> str:
    """A name for an entry, made of one of its terms by language: the English one, else the Russian, the
    Chinese (in pinyin), or any other that has Latin letters.

    It is none of `taken` and of `RESERVED`: a number is put behind one that is.

    >>> entry_id({"ru": "водная безопасность", "zh": "水安全"})
    'vodnaya-bezopasnost'
    """
    codes = sorted(heads, key=lambda code: (_FIRST.index(code) if code in _FIRST else len(_FIRST), code))
    name = next((made for code in codes if (made := _slug(heads[code], code))), "entry")
    ends = ("", *(f"-{number}" for number in range(2, len(taken) + len(RESERVED) + 3)))
    names = (name[: _LONGEST_SLUG - len(end)].rstrip("-") + end for end in ends)
    return next(one for one in names if one not in taken and one not in RESERVED)


def _slug(text: str, code: str) -> str:
    """A term in small ASCII letters, with hyphens between its words, cut after a word if it is too long."""
    if code in BY_CHARACTER or HANZI.search(text):
        text = pinyin(text, "plain")
    marked = normalize("NFKD", latin(_APOSTROPHES.sub("", text)))
    plain = "".join(sign for sign in marked if sign.isascii() or sign.isspace())
    name = _NOT_SLUG.sub("-", plain).strip("-")
    if len(name) <= _LONGEST_SLUG:
        return name
    cut = name[:_LONGEST_SLUG]
    return (cut.rpartition("-")[0] or cut).strip("-")
