"""Where the entries of a word list stand in a sentence, and what could stand there instead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import rjieba

from bench.planting.halves import half, listed
from bench.planting.model import Change, Part
from bench.planting.russian import by_form, cases_at, declined, gender, same_form

Entry = Mapping[str, str]

# One state under two names is no other state.
_SAME = ({"Russia", "the Russian Federation"},)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entry of a word list in a sentence; `cases` are those it may be in, empty but in Russian."""

    start: int
    end: int
    entry: Entry
    cases: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def borders(text: str) -> frozenset[int]:
    """Where words of a Chinese sentence begin or end."""
    at, found = 0, {0}
    for word in _jieba().cut(text):
        at += len(word)
        found.add(at)
    return frozenset(found)


@lru_cache(maxsize=4096)
def tagged(text: str) -> Mapping[int, str]:
    """The parts of speech of a Chinese sentence by where its words begin."""
    at, found = 0, {}
    for word, tag in _jieba().tag(text):
        found[at] = tag
        at += len(word)
    return found


@cache
def _jieba() -> rjieba.Jieba:
    return rjieba.Jieba()


def occurrences(text: str, language: str, name: str, part: Part) -> Iterator[Occurrence]:
    """The entries of a half of a list in a sentence; of those that overlap, the longest."""
    search, entries = _searched(name, language)
    for match in search.finditer(text):
        for entry, cases in entries[_plain(match.group(), language)]:
            if half(entry["en"]) != part or not _alone(text, match, language):
                continue
            if language == "ru":
                yield Occurrence(*match.span(), entry, cases_at(text, *match.span(), cases))
            else:
                yield Occurrence(*match.span(), entry)


def exchanged(text: str, language: str, name: str, one: Occurrence, part: Part) -> list[Change]:
    """The other entries of the half that fit where one stands."""
    found = []
    for other in listed(name):
        if half(other["en"]) != part or not _another(one.entry, other):
            continue
        new = _fitting(one, other, language)
        if new:
            if one.start == 0 or (text[one.start].isupper() and language == "en"):
                new = new[0].upper() + new[1:]
            found.append(Change(one.start, one.end, new, one.entry["en"]))
    return found


def _fitting(one: Occurrence, other: Entry, language: str) -> str:
    if any(one.entry.get(trait) != other.get(trait) for trait in ("number", "sort")):
        return ""
    if language != "ru":
        return other[language]
    if gender(one.entry["ru"]) != gender(other["ru"]):
        return ""
    return same_form(declined(other["ru"]), one.cases)


def _another(one: Entry, other: Entry) -> bool:
    """Whether two entries mean different things: neither name holds the other in any language."""
    if {one["en"], other["en"]} in _SAME or one["en"].isupper() != other["en"].isupper():
        return False
    pairs = [(one[code].lower(), other[code].lower()) for code in ("en", "ru", "zh")]
    return not any(left in right or right in left for left, right in pairs)


def _alone(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the entry is not a part of a longer name."""
    before, after = text[: match.start()], text[match.end() :]
    if language == "zh":
        return {match.start(), match.end()} <= borders(text) and not re.match(r"洋|河|比绍", after)
    if re.search(
        r"(\b[Tt]he|\bSouth|\bNorth|\bNew|\bEquatorial|\b[A-Z][a-z]+ and|\b[A-Z][a-z]+ of) $", before
    ):
        return False
    return not re.match(
        r" (on|for|of|against|по|и) ([A-ZА-Я]|the )| по |-| and [A-Z][a-z]+ (Council|Affairs)", after
    )


def _plain(form: str, language: str) -> str:
    return form[0].lower() + form[1:] if language == "en" and form.startswith("The ") else form


@cache
def _searched(
    name: str, language: str
) -> tuple[re.Pattern[str], Mapping[str, Sequence[tuple[Entry, frozenset[str]]]]]:
    entries: dict[str, list[tuple[Entry, frozenset[str]]]] = defaultdict(list)
    for entry in listed(name):
        if language == "ru":
            for form, cases in by_form(declined(entry["ru"])).items():
                entries[form].append((entry, cases))
        else:
            entries[entry[language]].append((entry, frozenset()))
    forms = sorted(entries, key=len, reverse=True)
    if language == "zh":
        return re.compile("|".join(map(re.escape, forms))), entries
    either = [re.escape(form) for form in forms]
    either = [f"[Tt]{form[1:]}" if form.startswith("the\\ ") else form for form in either]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(either)})(?![\w-])"), entries
