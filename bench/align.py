"""Aligners against each other on the same gold documents, in the same run.

The documents are of the part of `bench/gold_sets.py` that only judges. For each corpus every aligner works in
a process of its own with one BLAS thread. Its time is CPU seconds from lists of sentences to beads, encoding
included, loading programs and models left out.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import galechurch
from galechurch._lengths import char_length
from sentalign import sentalign

from bench.apart import apart, cpu_seconds
from bench.gold_sets import gold_set
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.gold import Gold
from dragoman.bitext.score import Rate, Score, score

Beads = Sequence[tuple[Sequence[int], Sequence[int]]]

DRAGOMAN, GALECHURCH = "Dragoman", "galechurch"
SENTALIGN, SENTALIGN_8 = "sentalign, beads up to 6", "sentalign, beads up to 8 (its default)"
TOGETHER = "all of these"
# Corpus -> its name in the tables, and how many sentences of it all aligners get, both sides together:
# sentalign takes minutes for more. Documents are taken from the first on, long ones cut.
CORPORA = {
    "un": ("United Nations", 2400),
    "tico": ("TICO-19", 1200),
    "sdg": ("SDG", 1200),
    "legal code": ("legal code", 1200),
    "legal code, units": ("legal code, units", 1200),
    "bible": ("New Testament, cut and merged", 1600),
    "bible, verses": ("New Testament, verses", 1200),
}
# Documents of verses are made of so many.
_VERSES = 100
_RESAMPLED = 1000


def documents(corpus: str) -> list[Gold]:
    """Every document of a corpus in the judging part."""
    return [gold for gold in gold_set("test") if gold.name == corpus]


def some(golds: Iterable[Gold], most: int) -> list[Gold]:
    """The first documents, up to so many sentences."""
    chosen: list[Gold] = []
    for gold in (part for whole in golds for part in _cut(whole)):
        size = len(gold.source) + len(gold.target)
        if size <= most:
            chosen.append(gold)
            most -= size
    return chosen


def _cut(gold: Gold) -> Iterator[Gold]:
    """A long document whose beads are all 1-1 as several, others as they are."""
    if gold.not_one_to_one or len(gold.beads) <= _VERSES:
        yield gold
        return
    for first in range(0, len(gold.beads), _VERSES):
        here = slice(first, first + _VERSES)
        beads = tuple(((k,), (k,)) for k in range(len(gold.source[here])))
        yield replace(gold, source=gold.source[here], target=gold.target[here], beads=beads)


def by_dragoman(gold: Gold) -> Beads:
    alignment = align_sentences(
        gold.source, gold.target, gold.source_language, gold.target_language, encoder()
    )
    return [(bead.source, bead.target) for bead in alignment]


def by_galechurch(gold: Gold) -> Beads:
    """With the ratio of the two texts' lengths, its best setting between these languages.

    `mean_xy` has to be characters of the source for one of the target; the other way round, as its
    documentation says it, no beads come out between Russian and Chinese.
    """
    source, target = [s.text for s in gold.source], [s.text for s in gold.target]
    ratio = sum(map(char_length, source)) / sum(map(char_length, target))
    return [
        (range(bead.source_start, bead.source_end), range(bead.target_start, bead.target_end))
        for bead in galechurch.align(source, target, mean_xy=ratio).beads
    ]


def by_sentalign(gold: Gold, most: int) -> Beads:
    """With Dragoman's encoder, and beads of up to so many sentences on both sides together."""
    source, target = [s.text for s in gold.source], [s.text for s in gold.target]
    found = sentalign(source, target, encoder().encode, alignment_max_size=most)
    return [(one.src_indices, one.tgt_indices) for one in found.alignments]


_ALIGNERS: dict[str, Callable[[Gold], Beads]] = {
    DRAGOMAN: by_dragoman,
    GALECHURCH: by_galechurch,
    SENTALIGN: lambda gold: by_sentalign(gold, 6),
    SENTALIGN_8: lambda gold: by_sentalign(gold, 8),
}


def run(aligner: str, corpus: str, most: str) -> tuple[list[list[list[list[int]]]], float]:
    """The beads that an aligner makes, and CPU seconds; called in a process of its own."""
    golds = documents(corpus) if most == "all" else some(documents(corpus), int(most))
    if aligner != GALECHURCH:
        encoder().encode(["Load the model."])
    began = cpu_seconds()
    found = [_ALIGNERS[aligner](gold) for gold in golds]
    seconds = cpu_seconds() - began
    return [[[[int(k) for k in side] for side in bead] for bead in beads] for beads in found], seconds


def interval(pairs: Sequence[tuple[Beads, Beads]]) -> tuple[float, float]:
    """95 % interval of strict F1, documents drawn with replacement (Efron 1979)."""
    dice = random.Random(0)
    counted = [_counts(found, gold) for found, gold in pairs]
    drawn = []
    for _ in range(_RESAMPLED):
        columns = zip(*dice.choices(counted, k=len(counted)), strict=True)
        right, found, wanted_right, wanted = map(sum, columns)
        drawn.append(Rate(right / found, wanted_right / wanted).f1)
    drawn.sort()
    return drawn[round(0.025 * _RESAMPLED)], drawn[round(0.975 * _RESAMPLED) - 1]


def _counts(found: Beads, gold: Beads) -> tuple[int, int, int, int]:
    """Found beads that are right, found beads; two-sided beads of the gold that were found, all of them."""
    made, true = ({(tuple(a), tuple(b)) for a, b in beads} for beads in (found, gold))
    two_sided = {bead for bead in true if bead[0] and bead[1]}
    return len(made & true), len(made), len(made & two_sided), len(two_sided)


def fingerprint(golds: Iterable[Gold]) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of texts and beads."""
    digest = hashlib.sha256()
    for gold in golds:
        texts = [[sentence.text for sentence in side] for side in (gold.source, gold.target)]
        digest.update(repr([*texts, gold.beads]).encode())
    return digest.hexdigest()[:12]


def _paired(found: Sequence[Beads], golds: Sequence[Gold]) -> list[tuple[Beads, Beads]]:
    return [(beads, gold.beads) for beads, gold in zip(found, golds, strict=True)]


def _figures(pairs: Sequence[tuple[Beads, Beads]]) -> list[str | float]:
    result: Score = score(pairs)
    left_out = any(not (a and b) for _, gold in pairs for a, b in gold)
    omissions = f"{result.omissions.precision:.2f} / {result.omissions.recall:.2f}" if left_out else ""
    low, high = interval(pairs)
    return [f"{result.strict.f1:.3f}", f"{low:.3f} – {high:.3f}", f"{result.lax.f1:.3f}", omissions]


def measure() -> dict[str, Any]:
    """Quality and speed by corpus and aligner; last all corpora together, and all documents for Dragoman."""
    rows: list[list[str | float]] = []
    judged: dict[str, list[tuple[Beads, Beads]]] = {aligner: [] for aligner in _ALIGNERS}
    taken = dict.fromkeys(_ALIGNERS, 0.0)
    memory = dict.fromkeys(_ALIGNERS, 0.0)
    chosen = {corpus: some(documents(corpus), most) for corpus, (_, most) in CORPORA.items()}
    for corpus, (title, most) in CORPORA.items():
        golds = chosen[corpus]
        count = sum(len(gold.source) + len(gold.target) for gold in golds)
        for aligner in _ALIGNERS:
            done = apart("align", "run", aligner, corpus, str(most))
            beads, seconds = done.result
            pairs = _paired(beads, golds)
            judged[aligner] += pairs
            taken[aligner] += seconds
            memory[aligner] = max(memory[aligner], done.memory)
            rows.append([title, aligner, *_figures(pairs), round(count / seconds), round(done.memory)])
    every = [gold for golds in chosen.values() for gold in golds]
    count = sum(len(gold.source) + len(gold.target) for gold in every)
    for aligner, pairs in judged.items():
        speed = round(count / taken[aligner])
        rows.append([TOGETHER, aligner, *_figures(pairs), speed, round(memory[aligner])])
    rows += [_whole(corpus) for corpus in CORPORA]
    data = f"{len(every)} documents of {count:,} sentences, fingerprint {fingerprint(every)}"
    columns = ["texts", "method", "F1 strict", "95 % interval", "F1 lax", "omissions P / R"]
    return {"columns": [*columns, "sentences/s", "memory, MB"], "rows": rows, "data": data}


def _whole(corpus: str) -> list[str | float]:
    """Dragoman on every document of a corpus, too many for sentalign."""
    golds = documents(corpus)
    done = apart("align", "run", DRAGOMAN, corpus, "all")
    beads, seconds = done.result
    pairs = _paired(beads, golds)
    count = sum(len(gold.source) + len(gold.target) for gold in golds)
    name = "Dragoman, all documents"
    return [CORPORA[corpus][0], name, *_figures(pairs), round(count / seconds), round(done.memory)]
