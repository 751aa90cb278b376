"""Qualifications: one taken away, or one put in where an adverb may stand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bench.planting.halves import own
from bench.planting.model import Change, Part
from bench.planting.occurrences import borders
from bench.planting.russian import analysed

_COLUMN = {"en": "english", "ru": "russian", "zh": "chinese"}
_MODAL = re.compile(
    r"\b(?:shall|should|must|may|can|will|could|would)\b(?= [a-z]+)(?! not| be\b| also| have\b| like\b)"
)
_ENDS = re.compile(r"(?<=[\w)])(?=[.;]$)")
# Sentences that ask or allow something: what limits it may stand at their end.
_NORM = {
    "en": re.compile(
        r"\b(?:shall|should|must|may|will|calls? (?:up)?on|requests?|invites?|urges?|decides?|agreed)\b"
    ),
    "ru": re.compile(
        r"\b(?:долж|следует|обяз|призыва|прос|предлага|постанов|мо(?:же|гу)т|буд[уе]т|рекоменд)",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"应|须|请|可以|敦促|鼓励|呼吁|要求|决定|建议"),
}  # fmt: skip
# A comma stands before clauses and detached phrases.
_DETACHED = re.compile(
    r"(?:if|where|when|unless|as appropriate|subject|without prejudice|inter alia|in|taking|security|should|"
    r"pending|если|где|когда|насколько|при условии|без ущерба|там|с учетом|как правило)"
)
_CHINESE_MODAL = re.compile(r"应当|应该|必须|可以|应|须|可|将|请|能够|继续")


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """Every qualification of the half taken away; some put in, drawn from those that the sentence admits."""
    rows = list(own("qualifications", part))
    taken = [change for row in rows for change in _taken(text, language, row)]
    fit = [row for row in rows if not any(phrase in text for phrase in row[_COLUMN[language]].split(";"))]
    spots = {"en": _english, "ru": _russian, "zh": _chinese}[language](text)
    put = []
    for place, at in spots:
        admitted = [row for row in fit if place in row["places"]]
        if admitted:
            row = dice.choice(admitted)
            phrases = row[_COLUMN[language]].split(";")
            if language == "zh" and place == "end":
                phrases = [phrase for phrase in phrases if len(phrase) > 4 or phrase == "必要时"]
            if phrases:
                put.append(_inserted(text, at, dice.choice(phrases), place, language, row["en"]))
    return [*taken, *put]


def _taken(text: str, language: str, row: Mapping[str, str]) -> Iterator[Change]:
    for phrase in row[_COLUMN[language]].split(";"):
        if language == "zh":
            for match in re.finditer(rf"(?<![不未非]){phrase}(?P<comma>，(?=.{{4}}))?", text):
                # The comma goes with a phrase that begins a clause.
                opens = match.start() == 0 or text[match.start() - 1] == "，"
                end = match.end() if opens else match.start() + len(phrase)
                if {match.start(), match.start() + len(phrase)} <= borders(text):
                    yield Change(match.start(), end, "", f"{row['en']}>")
            continue
        search = rf"(?:^|(?P<comma>,) | ){re.escape(phrase)}(?P<after>,?)(?![\w-])"
        for match in re.finditer(search, text, re.IGNORECASE):
            change = _cut(text, match, row["en"])
            if change is not None:
                yield change


def _cut(text: str, match: re.Match[str], name: str) -> Change | None:
    """The phrase with the commas that only it needs."""
    if match.start() == 0:
        rest = re.match(r"\s*(\w)", text[match.end() :])
        return Change(0, match.end() + rest.end(), rest.group(1).upper(), f"{name}>") if rest else None
    if re.search(r"(?:\b(?:not|не|и|and|or|или|even)|[(:])$", text[: match.start()]):
        return None
    following = text[match.end() :]
    # Before "and" and before what it governs a phrase cannot go by itself.
    if re.match(r" (?:and|or|и|или|of|to\b)", following) and not match.group("comma"):
        return None
    if match.group("comma") and not match.group("after") and following[:1] == " ":
        return Change(match.start() + 1, match.end(), "", f"{name}>")
    return Change(match.start(), match.end(), "", f"{name}>")


def _inserted(text: str, at: int, phrase: str, place: str, language: str, name: str) -> Change:
    if language == "zh":
        new = f"{phrase}，" if place == "end" else phrase
    elif place == "mid":
        apart = _DETACHED.match(phrase) is not None
        new = f", {phrase}," if apart else f" {phrase}"
    else:
        new = f", {phrase}" if _DETACHED.match(phrase) else f" {phrase}"
    return Change(at, at, new, f">{name}, {place}")


def _english(text: str) -> Iterator[tuple[str, int]]:
    for match in _MODAL.finditer(text):
        yield "mid", match.end()
    if len(text) > 40 and _NORM["en"].search(text):
        for match in _ENDS.finditer(text):
            yield "end", match.start()


def _russian(text: str) -> Iterator[tuple[str, int]]:
    words = analysed(text)
    for (_start, end, reading), (after, _end, following) in pairwise(words):
        modal = reading.lemma in (
            "мочь",
            "должный",
            "следовать",
            "призывать",
            "надлежать",
            "быть",
            "необходимо",
        )
        if modal and following.feats.get("VerbForm") == "Inf" and after == end + 1:
            yield "mid", end
    if len(text) > 40 and _NORM["ru"].search(text):
        for match in _ENDS.finditer(text):
            yield "end", match.start()


def _chinese(text: str) -> Iterator[tuple[str, int]]:
    edges = borders(text)
    for match in _CHINESE_MODAL.finditer(text):
        verb = match.end() < len(text) - 2 and re.match(r"[\u4e00-\u9fff]", text[match.end()])
        if verb and {match.start(), match.end()} <= edges and match.group() not in ("请", "继续", "可"):
            yield "mid", match.end() if match.group() != "将" else match.start()
    opening = re.match(r"(?!谨|鉴于|为此|然而|此外|另外|但|因此|不过)[\u4e00-\u9fff]", text)
    if text.endswith(("。", "；")) and len(text) > 12 and opening and _NORM["zh"].search(text):
        yield "end", 0
