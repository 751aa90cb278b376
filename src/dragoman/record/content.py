"""What a proposal holds: the terms of an entry, what is said of them, and for whom.

A proposal is named by the digest of its content, so it cannot be changed: another content is another one.

Reference:
    ISO 860:2007, ISO 704:2022, ISO 30042:2019 for the names of what an entry holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from dragoman.marking import _
from dragoman.record.canonical import JSON, digest, is_digest
from dragoman.record.fields import (
    are_parties,
    are_texts_by_language,
    is_date,
    is_language,
    is_slug,
    items,
)
from dragoman.record.names import is_signed_party

LEVELS = ("proposed", "parallel", "equivalent", "joint", "instrument")
"""How far parties agree, in rising order. The first needs no agreement."""
OUTCOMES = ("contested", "deferred", "withdrawn", "superseded")
"""What parties may agree on instead."""
AIMS = (*LEVELS[1:], *OUTCOMES)
"""What a proposal may aim at."""
STATUSES = ("preferred", "admitted", "deprecated", "superseded")
RELATIONS = (
    "exact", "close", "broader", "narrower", "overlapping", "related", "false-friend", "no-counterpart",
)  # fmt: skip
FIELDS = (
    "aim", "parties", "terms", "subject", "dimension", "scope", "usage", "definition", "definitions",
    "relations", "instrument", "replaces", "successor", "reason",
)  # fmt: skip

_TERM = ("language", "text", "status", "part_of_speech", "transliterations", "source", "note")
_WORDY = ("equivalent", "joint", "instrument")
_LONGEST_TERM = 300
_LONGEST_TEXT = 20_000


def says_less(aim: str, than: str) -> bool:
    """Whether what has this aim gives up something of the level that another one has.

    A lower level does, and so does an outcome in the place of a level; not "superseded", where the entry that
    takes its place says enough.
    """
    if than not in LEVELS or aim == "superseded":
        return False
    return aim not in LEVELS or LEVELS.index(aim) < LEVELS.index(than)


def proposal_hash(glossary: str, entry: str, content: JSON) -> str:
    """The name of a proposal: of this content, for this entry."""
    return digest({"glossary": glossary, "entry": entry, "content": content})


def content_fault(content: Mapping[str, Any]) -> str | None:
    """What is wrong with the content of a proposal, as a sentence; None if nothing is."""
    if set(content) != set(FIELDS):
        return _("The content does not have the fields that a proposal has.")
    for check in (_whole_fault, _terms_fault, _parts_fault, _aim_fault):
        found = check(content)
        if found is not None:
            return found
    return None


def _whole_fault(content: Mapping[str, Any]) -> str | None:
    texts = ("aim", "subject", "dimension", "successor", "reason")
    if not all(isinstance(content[name], str) and len(content[name]) <= _LONGEST_TEXT for name in texts):
        return _("A field that must be a text is none, or is too long.")
    if content["aim"] not in AIMS:
        return _("The aim is none of the levels and outcomes.")
    if not are_parties(content["parties"]) or not content["parties"]:
        return _("The parties are not a list of parties that sign, in rising order.")
    if len(content["parties"]) < 2:
        return _("A proposal is for two parties or more; what is one party's own stays in its drafts.")
    for name in ("scope", "usage", "definition"):
        if not are_texts_by_language(content[name]) or any(
            len(text) > _LONGEST_TEXT for text in content[name].values()
        ):
            return _("Scope note, usage advice or definition is not a text in each language, or too long.")
    return None


def _terms_fault(content: Mapping[str, Any]) -> str | None:
    terms = items(content["terms"])
    if terms is None or not terms:
        return _("There is no term.")
    seen = set()
    for term in terms:
        if not isinstance(term, Mapping) or set(term) != set(_TERM):
            return _("A term does not have the fields that a term has.")
        if not is_language(term["language"]):
            return _("The language of a term is no code of a language.")
        text = term["text"]
        if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST_TERM:
            return _("A term is empty, too long, or no text.")
        if term["status"] not in STATUSES:
            return _("The status of a term is none of preferred, admitted, deprecated, superseded.")
        if not all(isinstance(term[name], str) for name in ("part_of_speech", "source", "note")):
            return _("Part of speech, source or note of a term is no text.")
        said = term["transliterations"]
        if not isinstance(said, Mapping) or not all(isinstance(one, str) for one in said.values()):
            return _("The transliterations of a term are no texts by name.")
        if (term["language"], text) in seen:
            return _("A term stands twice in the same language.")
        seen.add((term["language"], text))
    return None


def _parts_fault(content: Mapping[str, Any]) -> str | None:
    definitions = content["definitions"]
    if not isinstance(definitions, Mapping) or not all(map(is_digest, definitions.values())):
        return _("The definitions do not name events.")
    if not set(definitions) <= set(content["parties"]):
        return _("There is a definition of a party that the proposal is not for.")
    relations = items(content["relations"])
    if relations is None or not all(map(_is_relation, relations)):
        return _("A relation does not name two parties and how their concepts are related.")
    if any({one["of"], one["to"]} - set(content["parties"]) for one in relations):
        return _("There is a relation of a party that the proposal is not for.")
    instrument = content["instrument"]
    if not isinstance(instrument, Mapping) or set(instrument) not in (set(), {"title", "date", "source"}):
        return _("An instrument has a title, a date and a source.")
    if instrument and not (
        isinstance(instrument["title"], str)
        and is_date(instrument["date"])
        and isinstance(instrument["source"], str)
    ):
        return _("An instrument has a title, a date and a source.")
    replaces = items(content["replaces"])
    if (
        replaces is None
        or not all(map(is_digest, replaces))
        or not all(before < after for before, after in pairwise(replaces))
    ):
        return _("What a proposal takes the place of is a list of hashes in rising order.")
    if content["successor"] and not is_slug(content["successor"]):
        return _("The successor is no name of an entry.")
    return None


def _is_relation(value: JSON) -> bool:
    return (
        isinstance(value, Mapping)
        and set(value) == {"of", "to", "relation"}
        and is_signed_party(value["of"])
        and is_signed_party(value["to"])
        and value["of"] != value["to"]
        and value["relation"] in RELATIONS
    )


def _aim_fault(content: Mapping[str, Any]) -> str | None:
    """What the aim asks for and is not there."""
    aim = content["aim"]
    languages = {term["language"] for term in content["terms"]}
    if aim in _WORDY and len(languages) < 2:
        return _("Renderings of each other need terms in two languages or more.")
    if aim in ("joint", "instrument") and set(content["definition"]) != languages:
        return _("A joint definition is there in every language of the terms, and in no other.")
    if aim == "instrument" and not (content["instrument"].get("title") and content["instrument"]["date"]):
        return _("What is fixed in an instrument names it, with its date.")
    if aim == "parallel" and set(content["definitions"]) != set(content["parties"]):
        return _("Parallel definitions are there of every party.")
    if aim == "contested" and not content["relations"]:
        return _("What is contested has a relation between the parties' concepts.")
    if aim in ("deferred", "withdrawn") and not content["reason"].strip():
        return _("The reason is missing.")
    if aim == "superseded" and not content["successor"]:
        return _("It is not said which entry takes its place.")
    return None
