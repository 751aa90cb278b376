"""Terms and pairs of the UN development set against the thesaurus: found, linked, judged; time taken."""

from __future__ import annotations

import csv
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.corpora import united_nations
from bench.un_terms import CODES, Entry, occurring, places_of, un_texts
from dragoman.bitext.encoder import encoder
from dragoman.bitext.remembering import Remembering
from dragoman.signals.intervals import wilson
from dragoman.terms.extraction import Extraction, extract
from dragoman.terms.links import Partner, link
from dragoman.terms.model import Pair
from dragoman.terms.texts import Units

Row = list[str | float]

JUDGED = Path(__file__).parent / "judged" / "pairs.tsv"
_TOP = 100
# Below this a partner is not looked for in a sentence, as in the workspace.
_LEAST = 0.1


def extraction() -> Extraction:
    """What is found in the development set, all its languages together."""
    sides = {code: un_texts(code) for code in CODES}
    texts = [text for code in CODES for text in sides[code]]
    size = len(sides["ru"])
    units = [
        Units(
            CODES.index(one) * size + at,
            CODES.index(other) * size + at,
            tuple(((number,), (number,)) for number in range(len(sides[one][at].sentences))),
        )
        for one, other in (sorted(pair) for pair in combinations(CODES, 2))
        for at in range(size)
    ]
    vectors = Remembering(encoder())
    return extract(texts, units, vectors.encode, known=vectors.languages)


def measure() -> dict[str, Any]:
    """Recall and first partners by language pair and half; `parts` has links, judgements, the top pairs."""
    for code in CODES:
        un_texts(code)
    begun = time.process_time()
    found = extraction()
    seconds = time.process_time() - begun
    rows: list[Row] = []
    links: list[Row] = []
    for left, right in combinations(sorted(CODES), 2):
        pairs = [pair for pair in found.pairs if (pair.left_language, pair.right_language) == (left, right)]
        for half, halves in (("tuned on", {True}), ("held out", {False}), ("both", {True, False})):
            mine = [entry for entry in occurring(left, right) if entry.tuned in halves]
            rows.append([f"{left}–{right}", half, len(mine), *_recalled(mine, pairs, found, left, right)])
            links.append([f"{left}–{right}", half, *_linked(mine, pairs, left, right)])
            links.append(
                [f"{right}–{left}", half, *_linked(mine, [_turned(pair) for pair in pairs], right, left)]
            )
    columns = [
        "languages",
        "entries",
        "number",
        "both candidates",
        "paired",
        "partner first",
        "back",
        "both first",
    ]
    return {
        "columns": columns,
        "rows": rows,
        "data": f"fingerprint {united_nations().fingerprint()}; terms and pairs found in {seconds:.0f} s CPU",
        "parts": {
            "links": {
                "columns": ["languages", "entries", "occurrences", "exact spans", "none shown"],
                "rows": links,
            },
            "judged": _judged(found),
            "top": _shown(found),
        },
    }


def _recalled(
    mine: Sequence[Entry], pairs: Sequence[Pair], found: Extraction, left: str, right: str
) -> list[str | float]:
    keys = {code: {term.key for term in found.terms[code]} for code in (left, right)}
    both = {(pair.left, pair.right) for pair in pairs}
    first = {(pair.left, pair.right) for pair in pairs if pair.left_rank == 1}
    back = {(pair.left, pair.right) for pair in pairs if pair.right_rank == 1}
    wanted = [(entry.keys[left], entry.keys[right]) for entry in mine]
    counts = (
        sum(one in keys[left] and other in keys[right] for one, other in wanted),
        *(sum(pair in known for pair in wanted) for known in (both, first, back, first & back)),
    )
    return [_share(count, len(wanted)) for count in counts]


def _linked(mine: Sequence[Entry], pairs: Sequence[Pair], left: str, right: str) -> list[str | float]:
    """How often the span that is shown is the thesaurus' label, wherever both labels stand in a line."""
    partners: dict[str, list[Partner]] = {}
    for pair in pairs:
        if pair.probability >= _LEAST:
            partners.setdefault(pair.left, []).append(Partner(pair.right, pair.probability))
    sentences = [sentence for text in un_texts(right) for sentence in text.sentences]
    total = exact = none = 0
    for entry in mine:
        for line in places_of(left, entry.keys[left]) & places_of(right, entry.keys[right]):
            total += 1
            known = sorted(partners.get(entry.keys[left], ()), key=lambda each: -each.probability)
            answer = link(sentences[line], right, known)
            none += answer is None
            exact += answer is not None and answer.key == entry.keys[right]
    return [total, _share(exact, total), none]


def _turned(pair: Pair) -> Pair:
    return Pair(
        pair.right_language, pair.left_language, pair.right, pair.left, pair.right_form, pair.left_form,
        pair.count, pair.documents, pair.first, pair.last, pair.bodies, pair.association, pair.dice,
        pair.similarity, pair.probability, pair.right_rank, pair.left_rank,
    )  # fmt: skip


def _judged(found: Extraction) -> dict[str, Any]:
    """Precision of the top 500 as judged blind; see docs/terms.md for the protocol."""
    with JUDGED.open(encoding="utf-8") as file:
        listed = list(csv.DictReader(file, delimiter="\t"))
    real = [row for row in listed if row["planted"] == "0"]
    planted = [row for row in listed if row["planted"] == "1"]
    verdicts = [row["verdict"] for row in real]
    caught = sum(row["verdict"] != "right" for row in planted)
    now = [(pair.left, pair.right) for pair in _russian_chinese(found)[: len(real)]]
    same = len(set(now) & {(row["ru_key"], row["zh_key"]) for row in real})
    return {
        "columns": ["judged", "pairs", "right", "partly", "wrong", "of these in today's top"],
        "rows": [
            ["the top pairs", len(real), _share(verdicts.count("right"), len(real)),
             verdicts.count("partly"), verdicts.count("wrong"), same],
            ["wrong pairs mixed in, noticed", len(planted), _share(caught, len(planted)), "", "", ""],
        ],
    }  # fmt: skip


def _shown(found: Extraction) -> dict[str, Any]:
    rows = [
        [number, pair.left_form, pair.right_form, pair.count, pair.documents, f"{pair.probability:.3f}"]
        for number, pair in enumerate(_russian_chinese(found)[:_TOP], start=1)
    ]
    return {"columns": ["rank", "Russian", "Chinese", "lines", "documents", "probability"], "rows": rows}


def _russian_chinese(found: Extraction) -> list[Pair]:
    return [pair for pair in found.pairs if (pair.left_language, pair.right_language) == ("ru", "zh")]


def _share(count: int, total: int) -> str:
    """A share with its 95 % interval (Wilson)."""
    if not total:
        return "–"
    low, high = wilson(count, total)
    return f"{count / total:.1%} [{low:.1%}; {high:.1%}]"
