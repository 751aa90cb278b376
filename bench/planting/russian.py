"""Russian forms: what a phrase is in each case, and which case an occurrence is in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

import rumorph

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_WORD = re.compile(r"[\w-]+|[^\w\s]")
_AFTER: Mapping[str, frozenset[str]] = {
    word: frozenset(cases.split())
    for words, cases in (
        ("к ко согласно благодаря вопреки", "Dat"),
        ("от из для без против после до у около кроме среди вокруг со-стороны относительно помимо", "Gen"),
        ("между над перед", "Ins"),
        ("о об обо при", "Loc"),
        ("в во на", "Acc Loc"),
        ("с со", "Gen Ins"),
        ("по", "Dat"),
        ("через про сквозь", "Acc"),
    )
    for word in words.split()
}


@cache
def analyser() -> rumorph.Analyzer:
    """The dictionary, read once."""
    return rumorph.Analyzer()


@lru_cache(maxsize=4096)
def analysed(text: str) -> tuple[tuple[int, int, rumorph.Analysis], ...]:
    """The words of a sentence where they stand, each with its most probable reading."""
    found = list(_WORD.finditer(text))
    readings = analyser().analyze_sentence([each.group() for each in found])
    return tuple(
        (each.start(), each.end(), reading[0])
        for each, reading in zip(found, readings, strict=True)
        if reading
    )


@cache
def declined(phrase: str, *, plural: bool = False) -> Mapping[str, str]:
    """A phrase by case; what follows "|" stays as it is. `plural`: of a phrase that is given in the singular.

    Raises:
        ValueError: a word is not known in the nominative.
    """
    changing, bar, frozen = phrase.partition("|")
    if not changing or changing.isupper():
        return dict.fromkeys(CASES, frozen if bar else changing)
    words = changing.split(" ")
    head = _noun(words)
    forms = {}
    for case in CASES:
        made = [
            word if word == "и" else _form(word, case, head, plural=plural, last=at == len(words) - 1)
            for at, word in enumerate(words)
        ]
        forms[case] = " ".join(made) + (f" {frozen}" if bar else "")
    return forms


def _noun(words: list[str]) -> Mapping[str, str]:
    for word in reversed(words):
        for reading in _nominatives(word.split("-")[0] if _double(word) else word):
            if reading.pos in ("NOUN", "PROPN"):
                return reading.feats
    raise ValueError(f"No noun in the nominative: {' '.join(words)}")


def _double(word: str) -> bool:
    """Whether both parts of a word have endings: «государство-участник», and not «Нью-Йорк»."""
    _first, _hyphen, second = word.partition("-")
    return second[:1].islower() and any(one.pos == "NOUN" for one in _nominatives(second))


def _nominatives(word: str) -> list[rumorph.Analysis]:
    """Readings of a word in the nominative: nouns first, things before beings («франк», «Сальвадор»)."""
    found = [one for one in analyser().analyze(word) if one.feats.get("Case") == "Nom"]
    return sorted(
        found,
        key=lambda one: (
            one.pos not in ("NOUN", "PROPN"),
            one.feats.get("Animacy") == "Anim",
            "NameType" not in one.feats and word[0].isupper(),
            -one.prob,
        ),
    )


def _form(word: str, case: str, head: Mapping[str, str], *, plural: bool, last: bool) -> str:
    if _double(word):
        first, _hyphen, second = word.partition("-")
        thing = case == "Acc" and head.get("Animacy") == "Inan" and head.get("Gender") != "Fem"
        made = [
            _form(first, case, head, plural=plural, last=True),
            _form(second, "Nom" if thing or (case == "Acc" and head["Number"] == "Plur") else case, head,
                  plural=plural, last=True),
        ]  # fmt: skip
        return "-".join(made)
    readings = _nominatives(word)
    nouns = [one for one in readings if one.pos in ("NOUN", "PROPN")] if last else []
    readings = [one for one in readings if last or one.pos not in ("NOUN", "PROPN")]
    for reading in nouns or readings:
        wanted = {"Case": case}
        if plural:
            wanted["Number"] = "Plur"
        if not nouns and case == "Acc" and (head.get("Gender") == "Masc" or head.get("Number") == "Plur"):
            wanted["Animacy"] = head.get("Animacy", "Inan")
        try:
            return _cased(word, reading.inflect(**wanted))
        except rumorph.FormNotFoundError:
            continue
    raise ValueError(f"No {case} of {word}")


def _cased(like: str, word: str) -> str:
    plain = word.replace("ё", "е")
    if "-" in like and "-" in plain:
        return "-".join(map(_cased, like.split("-"), plain.split("-")))
    if like.isupper() and len(like) > 1:
        return plain.upper()
    return plain[0].upper() + plain[1:] if like[0].isupper() else plain


def by_form(forms: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """The cases that each form of a phrase can be in."""
    found: dict[str, set[str]] = defaultdict(set)
    for case, form in forms.items():
        found[form].add(case)
    return {form: frozenset(cases) for form, cases in found.items()}


def cases_at(text: str, start: int, end: int, possible: frozenset[str]) -> frozenset[str]:
    """The cases that an occurrence may be in, fewer where a preposition or the sentence tells."""
    if len(possible) == 1:
        return possible
    before = re.search(r"(\w+)\s+$", text[:start])
    told = _AFTER.get(before.group(1).lower(), frozenset()) if before else frozenset()
    if told & possible:
        return told & possible
    read = {
        str(reading.feats["Case"])
        for at, last, reading in analysed(text)
        if start <= at and last <= end and reading.feats.get("Case") in possible
    }
    return frozenset(read) if len(read) == 1 else possible


def same_form(forms: Mapping[str, str], cases: frozenset[str]) -> str:
    """The form of a phrase that serves in all the cases; "" where they differ."""
    found = {forms[case] for case in cases}
    return found.pop() if len(found) == 1 else ""


def gender(phrase: str) -> tuple[str, str]:
    """Gender and number of a phrase, by which other words agree with it; a plural has no gender."""
    changing = phrase.partition("|")[0]
    if not changing or changing.isupper():
        return "", "Sing"
    head = _noun(changing.split(" "))
    number = head.get("Number", "Sing")
    return ("" if number == "Plur" else head.get("Gender", ""), number)
