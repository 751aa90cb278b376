"""What a proposal holds, as pages show it: terms by language, texts, relations in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.glossary.entry import DIMENSIONS, PARTS_OF_SPEECH, RELATIONS, STATUSES
from dragoman.marking import _
from dragoman.web.agreed import Badge, Names, Text, badge, languages_in_order, texts
from dragoman.web.locales import Locale

SPELLINGS: Mapping[str, str] = {"pinyin": _("pinyin"), "palladius": _("Palladius")}
"""How a Chinese term may be written in other letters."""
SPELT_IN: Mapping[str, str] = {"pinyin": "zh-Latn", "palladius": "zh-Cyrl"}
"""The language tags of these spellings (BCP 47)."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A term in other letters: what that way of writing is called, its language tag, the letters."""

    title: str
    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term; `status` is its lasting name, `use` what it says to readers, `meaning` a sentence on it."""

    text: str
    status: str
    use: str
    meaning: str
    part_of_speech: str
    spellings: tuple[Spelling, ...]
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a proposal or a draft, in words of the interface, its texts in their languages."""

    aim: Badge
    terms: tuple[tuple[str, tuple[Term, ...]], ...]
    subject: str
    dimension: str
    definition: tuple[Text, ...]
    scope: tuple[Text, ...]
    usage: tuple[Text, ...]
    relations: tuple[str, ...]
    instrument: Mapping[str, str]
    successor: str
    reason: str


def content(it: Mapping[str, Any], names: Names, locale: Locale) -> Content:
    """A content as pages show it."""
    gettext = locale.words.gettext
    dimension = it["dimension"]
    return Content(
        badge(it["aim"], locale),
        tuple(_terms(it, locale)),
        it["subject"],
        gettext(DIMENSIONS[dimension]) if dimension in DIMENSIONS else dimension,
        tuple(texts(it["definition"], locale)),
        tuple(texts(it["scope"], locale)),
        tuple(texts(it["usage"], locale)),
        tuple(relation(one, names, locale) for one in it["relations"]),
        it["instrument"],
        it["successor"],
        it["reason"],
    )


def relation(one: Mapping[str, str], names: Names, locale: Locale) -> str:
    """How two parties' concepts are related, as a sentence."""
    found = RELATIONS.get(one["relation"])
    template = locale.words.gettext(found.meaning) if found else "{of} → {to}"
    return template.format(of=names.name(one["of"]), to=names.name(one["to"]))


def _terms(it: Mapping[str, Any], locale: Locale) -> list[tuple[str, tuple[Term, ...]]]:
    codes = languages_in_order({term["language"] for term in it["terms"]}, locale)
    return [
        (code, tuple(_term(term, locale) for term in it["terms"] if term["language"] == code))
        for code in codes
    ]


def _term(term: Mapping[str, Any], locale: Locale) -> Term:
    gettext = locale.words.gettext
    status = STATUSES.get(term["status"])
    part = PARTS_OF_SPEECH.get(term["part_of_speech"], "")
    return Term(
        term["text"],
        term["status"],
        gettext(status.title) if status else term["status"],
        gettext(status.meaning) if status else "",
        gettext(part) if part else term["part_of_speech"],
        tuple(
            Spelling(gettext(SPELLINGS[name]), SPELT_IN[name], term["transliterations"][name])
            for name in SPELLINGS
            if term["transliterations"].get(name)
        ),
        term["source"],
        term["note"],
    )
