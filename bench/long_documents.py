"""Long Russian-Chinese documents of distinct sentences, whose true beads are known.

No corpus here has 50,000 aligned sentences, so a unit is either a verse, line or segment of a corpus, or
two short ones of the same corpus side by side. Runs of sentences of news and reports that nobody translated
stand between.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bench.corpora import goals, pandemic, shared_data, testament, united_nations
from dragoman.bitext.gold import Damage, Gold, damaged
from dragoman.bitext.model import Sentence
from dragoman.languages import language

# A unit of at most so many Russian characters may be joined with another.
_SHORT = 110
_DAMAGE = Damage(merged=0.05, cut=0.06, omitted=0.02, runs=0.0)
# Sentences of an untranslated run; one run a side for every so many units.
_RUN, _UNITS_A_RUN = 20, 1000
_NEWS = "kremlin-2025/kremlin_ru_2025.jsonl", "text"
_REPORTS = "zh-government-reports/government_work_reports.jsonl", "content"

Pair = tuple[str, str]


def long_document(units: int) -> Gold:
    """A document of so many units, up to some 60,000; the same at every call. Runs come on top."""
    dice = random.Random(f"long {units}")
    chosen = _units(units, dice)
    gold = damaged(([a for a, _ in chosen], [b for _, b in chosen]), ("ru", "zh"), _DAMAGE, dice, "long")
    runs = max(1, units // _UNITS_A_RUN)
    for side, (file, field) in enumerate((_NEWS, _REPORTS)):
        strangers = _strangers(file, field, gold.source_language if side == 0 else gold.target_language)
        gold = _with_runs(gold, side, strangers, runs, dice)
    return gold


def _units(count: int, dice: random.Random) -> list[Pair]:
    """Distinct pairs: each corpus in its order, then joined ones at random places."""
    stock: list[list[Pair]] = []
    for corpus in (united_nations(), testament(), pandemic(), goals()):
        stock.append(list(dict.fromkeys(zip(corpus.units["ru"], corpus.units["zh"], strict=True))))
    single = [pair for pairs in stock for pair in pairs]
    if count <= len(single):
        first = dice.randrange(len(single) - count + 1)
        return single[first : first + count]
    short = [[pair for pair in pairs if len(pair[0]) <= _SHORT] for pairs in stock]
    joined: dict[Pair, None] = {}
    while len(joined) < count - len(single):
        pairs = dice.choices(short, [len(pairs) for pairs in short])[0]
        one, other = dice.choice(pairs), dice.choice(pairs)
        joined[f"{one[0]} {other[0]}", f"{one[1]}{other[1]}"] = None
    made = [*single, *joined]
    dice.shuffle(made)
    return made


def _strangers(file: str, field: str, code: str) -> Iterator[str]:
    """Distinct sentences that stand in one language only."""
    folder = shared_data()
    if folder is None:
        raise FileNotFoundError("The shared data is absent: set DRAGOMAN_SHARED_DATA to its folder.")
    seen: set[str] = set()
    speech = language(code)
    for line in (folder / "text" / file).read_text(encoding="utf-8").splitlines():
        for paragraph in json.loads(line)[field].splitlines():
            for span in speech.sentences(paragraph):
                words = " ".join(span.of(paragraph).split())
                if 10 < len(words) < 600 and words not in seen:
                    seen.add(words)
                    yield words


def _with_runs(gold: Gold, side: int, strangers: Iterator[str], runs: int, dice: random.Random) -> Gold:
    """The document with runs of strangers on one side, each before a bead with both sides."""
    texts = list((gold.source, gold.target)[side])
    places = sorted(dice.sample([bead[side][0] for bead in gold.beads if bead[0] and bead[1]], runs))
    new: list[Sentence] = []
    moved_to: list[int] = []
    added: list[int] = []
    for k, sentence in enumerate(texts):
        if k in places:
            added += range(len(new), len(new) + _RUN)
            new += [Sentence(next(strangers)) for _ in range(_RUN)]
        moved_to.append(len(new))
        new.append(sentence)

    def renumbered(indices: Sequence[int]) -> tuple[int, ...]:
        return tuple(moved_to[k] for k in indices)

    if side == 0:
        beads = [(renumbered(a), b) for a, b in gold.beads] + [((k,), ()) for k in added]
        return replace(gold, source=tuple(new), beads=tuple(beads))
    beads = [(a, renumbered(b)) for a, b in gold.beads] + [((), (k,)) for k in added]
    return replace(gold, target=tuple(new), beads=tuple(beads))
