"""Set formulations in dated official texts: first and last use, changes, heat, company; judged examples."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from bench.dated_texts import (
    ITEMS,
    REPORTS,
    SPEECHES,
    Text,
    fingerprint,
    items,
    reports,
    speeches,
    surroundings,
    uses,
)
from bench.formulation_examples import EXAMPLES
from dragoman.concordance.calendar import Calendar
from dragoman.concordance.formulations import Formulation, elements
from dragoman.concordance.heat import NAMES
from dragoman.concordance.trends import History, PhraseUse, Shift, history
from dragoman.signals.segments import best_cuts, likelihood, stretches

Row = list[str | float]

# Chosen before anything was counted: formulations of several periods, as textbooks explain them.
_REPORTS = (
    "人类命运共同体", "一带一路", "和平共处", "改革开放", "科学发展观", "四个现代化", "小康社会",
    "可持续发展", "高质量发展", "社会主义市场经济", "和谐社会", "共同富裕", "乡村振兴", "独立自主",
)  # fmt: skip
# The other ones are found by a rule: see `_most_changed`.
_RULE, _CHARACTERS, _WORDS, _FEWEST, _SHARED = 10, (4, 8), (2, 4), 10, 0.8
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_COMPANY = ("改革开放", "可持续发展", "和平共处")

_SPEECHES = (
    "peaceful coexistence", "general and complete disarmament", "new international economic order",
    "sustainable development", "climate change", "international terrorism", "weapons of mass destruction",
    "rule of law", "sovereign equality", "settlement of disputes by peaceful means", "multipolar world",
    "community with a shared future",
)  # fmt: skip
_MEMBERS = frozenset({"BLR", "CHN", "IND", "IRN", "KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB"})
_ITEMS = (
    "стратегическое партнёрство", "взаимовыгодное сотрудничество", "Евразийский экономический союз",
    "Шанхайская организация сотрудничества", "технологический суверенитет", "многополярный мир",
)  # fmt: skip


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _changes(found: History) -> str:
    """Each change with the interval of its year, the shares, and the p-value."""
    said = {"periods": "too few periods", "counts": "too few documents", "": "none above chance"}
    return "; ".join(map(_change, found.changes)) or said[found.silence]


def _change(shift: Shift) -> str:
    when = shift.year
    if shift.earliest != shift.latest:
        when += f" ({shift.earliest}–{shift.latest})"
    return f"{when}: {_percent(shift.before.rate)} → {_percent(shift.after.rate)}, p {shift.p_value:.3f}"


def _ends(found: History) -> list[str]:
    return [use.date[:10] if use else "–" for use in (found.first, found.last)]


def _most_changed(texts: Sequence[Text]) -> list[str]:
    """Set phrases whose share of documents changed most, by one rule and without a choice.

    Two to four words, four to eight characters, a word with content at either end; in ten documents or more;
    not part of a longer one that four fifths of its documents have, and without a neighbour, left or right,
    in four fifths of its uses. Of these the ones with the greatest likelihood ratio of one change against
    none, and none that shares two words with one before it.
    """
    where: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, text in enumerate(texts):
        for sentence in text.sentences:
            for start in range(len(sentence.words)):
                for number in range(_WORDS[0], _WORDS[1] + 1):
                    own = sentence.words[start : start + number]
                    joined = all(left.end == right.start for left, right in pairwise(own))
                    size = sum(len(word.text) for word in own)
                    if len(own) < number or not joined or not _CHARACTERS[0] <= size <= _CHARACTERS[1]:
                        continue
                    if own[0].pos in _CONTENT and own[-1].pos in _CONTENT:
                        where[tuple(word.lemma for word in own)].add(n)
    often = {words: places for words, places in where.items() if len(places) >= _FEWEST}
    part_of: dict[tuple[str, ...], int] = defaultdict(int)
    for words, places in often.items():
        for inner in (words[:-1], words[1:]):
            part_of[inner] = max(part_of[inner], len(places))
    gains = {
        words: _gain(places, len(texts))
        for words, places in often.items()
        if part_of[words] < _SHARED * len(places)
    }
    chosen: list[tuple[str, ...]] = []
    for words in sorted(gains, key=lambda it: (-gains[it], it)):
        apart = all(len(set(words) & set(other)) < 2 for other in chosen)
        if apart and "".join(words) not in _REPORTS and _whole("".join(words), texts):
            chosen.append(words)
        if len(chosen) == _RULE:
            break
    return ["".join(words) for words in chosen]


def _whole(phrase: str, texts: Sequence[Text]) -> bool:
    """Whether no character stands before the phrase, or after it, in four fifths of its uses."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for text in texts:
        for sentence in text.sentences:
            start = sentence.text.find(phrase)
            if start >= 0:
                end = start + len(phrase)
                before[sentence.text[max(0, start - 1) : start]] += 1
                after[sentence.text[end : end + 1]] += 1
    return all(
        not character.isalnum() or number < _SHARED * side.total()
        for side in (before, after)
        for character, number in side.most_common(1)
    )


def _gain(places: set[int], number: int) -> float:
    """How much likelier two shares of documents are than one, as a difference of logarithms."""
    counts = np.array([int(k in places) for k in range(number)])
    of = np.ones(number)
    (cut,) = best_cuts(stretches("share", counts, of), 1)[1]
    sums = np.array([counts[:cut].sum(), counts[cut:].sum(), counts.sum()])
    left, right, whole = likelihood("share", sums, np.array([cut, number - cut, number]))
    return float(left + right - whole)


def _in_reports() -> dict[str, Any]:
    texts = reports()
    exposures = [text.exposure for text in texts]
    found_by_rule = _most_changed(texts)
    rows: list[Row] = []
    periods: list[Row] = []
    company: list[Row] = []
    names: list[str] = []
    for phrase in (*_REPORTS, *found_by_rule):
        own = uses(phrase, "zh", texts)
        found = history(phrase, "zh", own, exposures, calendar=Calendar("year", 10))
        chosen = "list" if phrase in _REPORTS else "rule"
        counts = f"{found.documents}/{found.of_documents}", found.verbatim, found.varied
        rows.append([phrase, chosen, *counts, *_ends(found), _changes(found), NAMES[found.heat]])
        names = [f"{period.year}–{period.until[2:]}" for period in found.periods]
        periods.append([phrase, *(f"{it.documents}/{it.of} · {it.heat}" for it in found.periods)])
        if phrase in _COMPANY:
            company += _kept(phrase, own, texts)
    columns = [
        "formulation", "chosen by", "documents", "verbatim", "varied", "first", "last",
        "changes of the share of documents", "heat, last ten years",
    ]  # fmt: skip
    return {
        "reports": {"columns": columns, "rows": rows},
        "periods": {"columns": ["formulation", *names], "rows": periods},
        "company": {"columns": ["formulation", "before", "from then on"], "rows": company},
    }


def _kept(phrase: str, own: Sequence[PhraseUse], texts: Sequence[Text]) -> list[Row]:
    """The company that a formulation keeps before and after its main change."""
    exposures = [text.exposure for text in texts]
    found = history(phrase, "zh", own, exposures, surroundings=surroundings(phrase, "zh", own, texts))
    sides = [
        "、".join(f"{one.lemma} {one.count}" for one in side[:8]) or "–"
        for side in (found.before, found.after)
    ]
    return [[phrase, *sides]]


def _in_speeches() -> dict[str, Any]:
    own: dict[str, list[PhraseUse]] = {phrase: [] for phrase in _SPEECHES}
    exposures = []
    for text in speeches():
        exposures.append(text.exposure)
        for phrase, found in own.items():
            found += uses(phrase, "en", [text])
    rows: list[Row] = []
    for phrase, every in own.items():
        for group, within in (("present members", True), ("others", False)):
            some = [use for use in every if (use.body in _MEMBERS) == within]
            told = [exposure for exposure in exposures if (exposure.body in _MEMBERS) == within]
            told_of = history(phrase, "en", some, told, calendar=Calendar("year", 5))
            counts = f"{told_of.documents}/{told_of.of_documents}", told_of.verbatim, told_of.varied
            rows.append([phrase, group, *counts, *_ends(told_of), _changes(told_of), NAMES[told_of.heat]])
    columns = [
        "formulation", "speakers", "documents", "verbatim", "varied", "first", "last",
        "changes of the share of documents", "heat, last period",
    ]  # fmt: skip
    return {"columns": columns, "rows": rows}


def _in_items() -> dict[str, Any]:
    texts = items()
    exposures = [text.exposure for text in texts]
    rows: list[Row] = []
    months: list[str] = []
    for phrase in _ITEMS:
        found = history(phrase, "ru", uses(phrase, "ru", texts), exposures)
        months = [period.year for period in found.periods]
        body = found.bodies[0]
        share = f"{_percent(body.share)} ({_percent(body.low)}–{_percent(body.high)})"
        by_month = [f"{period.documents}/{period.of}" for period in found.periods]
        rows.append([phrase, f"{found.documents}/{found.of_documents}", share, *by_month, _changes(found)])
    columns = ["formulation", "documents", "share", *months, "changes of the share of documents"]
    return {"columns": columns, "rows": rows}


def _examples() -> dict[str, Any]:
    """How the judged examples fare, by the least similarity that counts as a varied use."""
    rows: list[Row] = []
    for like in (0.6, 2 / 3, 0.7, 0.75, 0.8, 0.85):
        found = right = exact = used = 0
        for example in EXAMPLES:
            code = example.language
            own = Formulation(example.phrase, code, like=like).uses(elements(example.passage, code))
            verdict = "not" if not own else "verbatim" if own[0].verbatim else "varied"
            found += bool(own)
            used += example.verdict != "not"
            right += bool(own) and example.verdict != "not"
            exact += verdict == example.verdict
        judged = [f"{right}/{used}", f"{right}/{found}", f"{exact}/{len(EXAMPLES)}"]
        rows.append([f"{like:.2f}", *judged])
    return {
        "columns": ["least similarity", "uses found", "of those found, uses", "judged alike"],
        "rows": rows,
    }


def measure() -> dict[str, Any]:
    """The judged examples; in `parts` the reports, the speeches and the news items."""
    parts = _in_reports()
    parts["speeches"] = _in_speeches()
    parts["items"] = _in_items()
    prints = [f"{name.partition('/')[0]} {fingerprint(name)}" for name in (REPORTS, SPEECHES, ITEMS)]
    return {**_examples(), "data": f"fingerprints {', '.join(prints)}", "parts": parts}
