"""Aligners against each other on the same gold documents, in the same run.

The documents are of the part of `bench/gold_sets.py` that only judges. Each aligner works in a process of its
own, with one BLAS thread; its time is CPU seconds, encoding included, loading the model not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import galechurch
from sentalign import sentalign

from bench.apart import apart, cpu_seconds
from bench.corpora import united_nations
from bench.gold_sets import gold_set
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.gold import Gold
from dragoman.bitext.score import score

Beads = list[tuple[list[int], list[int]]]

# Sentences of each corpus, both sides together, at the most: sentalign takes minutes for more.
_MOST = 1300
_CORPORA = {
    "un": "United Nations",
    "tico": "TICO-19",
    "legal code": "legal code",
    "bible": "New Testament, cut and merged",
    "bible, verses": "New Testament, verses",
}


def documents(corpus: str) -> list[Gold]:
    """Documents of a corpus up to `_MOST` sentences; one that is longer is shortened."""
    chosen: list[Gold] = []
    sentences = 0
    for gold in gold_set("test"):
        size = len(gold.source) + len(gold.target)
        if gold.name == corpus and (not chosen or sentences + size <= _MOST):
            chosen.append(gold if size <= _MOST else _beginning(gold))
            sentences += min(size, _MOST)
    return chosen


def _beginning(gold: Gold) -> Gold:
    """The first beads of a document whose beads are all 1-1."""
    count = _MOST // 2
    return Gold(
        gold.source[:count],
        gold.target[:count],
        gold.source_language,
        gold.target_language,
        gold.beads[:count],
        gold.name,
    )


def by_dragoman(gold: Gold) -> Beads:
    alignment = align_sentences(
        gold.source, gold.target, gold.source_language, gold.target_language, encoder()
    )
    return [(list(bead.source), list(bead.target)) for bead in alignment]


def by_galechurch(gold: Gold) -> Beads:
    """With lengths scaled to the ratio of the two texts, which is its best setting here."""
    source, target = [s.text for s in gold.source], [s.text for s in gold.target]
    ratio = sum(map(len, target)) / sum(map(len, source))
    return [
        (list(range(bead.source_start, bead.source_end)), list(range(bead.target_start, bead.target_end)))
        for bead in galechurch.align(source, target, mean_xy=ratio).beads
    ]


def by_sentalign(gold: Gold) -> Beads:
    """With the same encoder as Dragoman, and beads of up to six sentences."""
    source, target = [s.text for s in gold.source], [s.text for s in gold.target]
    found = sentalign(source, target, encoder().encode, alignment_max_size=6)
    return [(list(map(int, one.src_indices)), list(map(int, one.tgt_indices))) for one in found.alignments]


_ALIGNERS: dict[str, Callable[[Gold], Beads]] = {
    "Dragoman": by_dragoman,
    "galechurch": by_galechurch,
    "sentalign": by_sentalign,
}


def run(aligner: str, corpus: str) -> tuple[list[Beads], float]:
    """What an aligner makes of a corpus, and in how many CPU seconds; called in a process of its own."""
    golds = documents(corpus)
    encoder().encode(["Load the model."])
    began = cpu_seconds()
    found = [_ALIGNERS[aligner](gold) for gold in golds]
    return found, cpu_seconds() - began


def _row(aligner: str, corpus: str, golds: Sequence[Gold]) -> list[object]:
    done = apart("align", "run", aligner, corpus)
    beads, seconds = done.result
    result = score((found, gold.beads) for found, gold in zip(beads, golds, strict=True))
    sentences = sum(len(gold.source) + len(gold.target) for gold in golds)
    return [
        _CORPORA[corpus],
        aligner,
        f"{result.strict.f1:.3f}",
        f"{result.lax.f1:.3f}",
        f"{result.omissions.precision:.2f} / {result.omissions.recall:.2f}" if corpus == "un" else "",
        round(sentences / seconds),
        round(done.memory),
    ]


def measure() -> dict[str, object]:
    """Quality and speed by corpus and aligner."""
    rows = []
    sizes = []
    for corpus in _CORPORA:
        golds = documents(corpus)
        sizes.append(f"{_CORPORA[corpus]} {sum(len(gold.beads) for gold in golds)}")
        rows += [_row(aligner, corpus, golds) for aligner in _ALIGNERS]
    return {
        "columns": [
            "texts", "method", "F1 strict", "F1 lax", "omissions P / R", "sentences/s", "memory, MB",
        ],
        "rows": rows,
        "data": f"beads: {', '.join(sizes)}; UN texts {united_nations().fingerprint()}",
    }  # fmt: skip
