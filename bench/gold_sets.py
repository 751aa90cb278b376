"""The gold documents on which the aligner is fitted ("train"), tuned ("dev") and judged ("test").

The three share no unit: United Nations lines are divided by document, the Testament and the others by
place. The legal code and the Declaration are in "test" only.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bench.corpora import Corpus, goals, legal_code, pandemic, testament, united_nations
from dragoman.bitext.gold import Damage, Gold, damaged, resegmented
from dragoman.bitext.model import Sentence

Part = Literal["train", "dev", "test"]

# merged, cut, omitted, runs
_KINDS = (
    Damage(0.04, 0.04, 0.02, 0.0),
    Damage(),
    Damage(),
    Damage(0.15, 0.20, 0.10, 0.4),
    Damage(0.03, 0.03, 0.08, 0.8),
    Damage(0.12, 0.16, 0.0, 0.0),
    Damage(0.20, 0.20, 0.005, 0.0),
    Damage(0.0, 0.0, 0.0, 0.0),
)
_SENTENCE_ENDS = (re.compile(r"[.!?…][»”\"]?\s+(?=[«„\"(]?[А-ЯЁ])"), re.compile(r"[。！？][」』”]?"))
_CLAUSE_ENDS = (re.compile(r"[.!?…;][»”\"]?\s+"), re.compile(r"[。！？；][」』”]?"))
_PAIRS = (("ru", "zh"), ("en", "ru"), ("zh", "en"))


@dataclass(frozen=True, slots=True)
class _Plan:
    """How often a corpus is used and how long its documents are."""

    repeats: int
    shortest: int
    longest: int


def share(corpus: Corpus, part: Part, cuts: tuple[float, float]) -> Corpus:
    """The part of a corpus: whole groups for many groups, a stretch for few."""
    groups = sorted(set(corpus.groups))
    if len(groups) > 100:
        random.Random(1).shuffle(groups)
        first, second = (round(cut * len(groups)) for cut in cuts)
        own = set({"train": groups[:first], "dev": groups[first:second], "test": groups[second:]}[part])
        return corpus.part([k for k, group in enumerate(corpus.groups) if group in own])
    first, second = (round(cut * len(corpus)) for cut in cuts)
    stretch = {"train": (0, first), "dev": (first, second), "test": (second, len(corpus))}[part]
    return corpus.part(list(range(*stretch)))


def _lengths(total: int, plan: _Plan, dice: random.Random) -> Iterator[tuple[int, int]]:
    start = 0
    while total - start >= 4:
        size = round(math.exp(dice.uniform(math.log(plan.shortest), math.log(plan.longest))))
        yield start, min(total, start + size)
        start += size


def _documents(corpus: Corpus, part: Part, plan: _Plan, dice: random.Random) -> Iterator[Gold]:
    pairs = [pair for pair in _PAIRS if all(code in corpus.units for code in pair)]
    for _ in range(plan.repeats):
        for pair in pairs:
            for first, last in _lengths(len(corpus), plan, dice):
                codes = pair if dice.random() < 0.5 else (pair[1], pair[0])
                damage = dice.choice(_KINDS) if part == "train" else Damage()
                damage = replace(damage, smooth=dice.random() < 0.5)
                if dice.random() < 0.5:
                    damage = replace(damage, paragraphs=dice.uniform(1.2, 6))
                units = (corpus.units[codes[0]][first:last], corpus.units[codes[1]][first:last])
                yield damaged(units, codes, damage, dice, corpus.name)


def _as_given(corpus: Corpus, codes: tuple[str, str], name: str) -> Gold:
    sides = [tuple(Sentence(text) for text in corpus.units[code]) for code in codes]
    beads = tuple(((k,), (k,)) for k in range(len(corpus)))
    return Gold(sides[0], sides[1], *codes, beads, name)


def gold_set(part: Part) -> list[Gold]:
    """All documents of a part; the same at every call."""
    dice = random.Random(f"gold {part}")
    train = part == "train"
    short = 8 if train else 100
    documents: list[Gold] = []
    united = share(united_nations(), part, (0.6, 0.75))
    documents += _documents(united, part, _Plan(3 if train else 2, short, 600), dice)
    documents += _documents(share(pandemic(), part, (0.65, 0.8)), part, _Plan(3, short, 400), dice)
    documents += _documents(share(goals(), part, (0.55, 0.75)), part, _Plan(1, 20, 200), dice)
    verses = share(testament(), part, (0.45, 0.6))
    documents += _documents(verses, part, _Plan(2 if train else 1, short, 400), dice)
    for first, last in _lengths(len(verses), _Plan(1, 15, 300), dice):
        if last - first > 8:
            units = (verses.units["ru"][first:last], verses.units["zh"][first:last])
            ends = _CLAUSE_ENDS if dice.random() < 0.5 else _SENTENCE_ENDS
            documents.append(resegmented(units, ("ru", "zh"), ends, "bible, running text"))
    if not train:
        documents.append(_as_given(verses, ("ru", "zh"), "bible, verses"))
    if part == "test":
        code = legal_code()
        for licence in sorted(set(code.groups)):
            text = code.part([k for k, group in enumerate(code.groups) if group == licence])
            for pair in _PAIRS:
                documents.append(_as_given(text, pair, "legal code, units"))
                sides = (text.units[pair[0]], text.units[pair[1]])
                documents.append(damaged(sides, pair, Damage(), dice, "legal code"))
    return documents
