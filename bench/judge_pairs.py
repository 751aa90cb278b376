"""Make the list of pairs that is judged blind: python -m bench.judge_pairs FILE [KEY].

FILE gets the 500 most probable Russian-Chinese pairs of the UN development set and 100 wrong ones,
shuffled, with a sentence pair for each, and nothing that tells which is which. KEY, a file for afterwards,
tells it. Half of the wrong ones are pairs that often stand in the same lines and are improbable, half are
probable pairs whose partners were exchanged with those of a neighbour of the same length.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.terms import extraction
from bench.un_terms import un_texts
from dragoman.terms.extraction import Extraction
from dragoman.terms.links import places
from dragoman.terms.model import Pair

_TOP, _PLANTED, _SEED = 500, 100, 20_261_122
_IMPROBABLE, _TOGETHER = 0.03, 3


def main(blind: Path, key: Path) -> None:
    """Write both files."""
    found = extraction()
    pairs = [pair for pair in found.pairs if (pair.left_language, pair.right_language) == ("ru", "zh")]
    chance = random.Random(_SEED)
    rows = [(_row(pair.left, pair.right, found), "0") for pair in pairs[:_TOP]]
    rows += [(row, "1") for row in _wrong(pairs, found, chance)]
    chance.shuffle(rows)
    with blind.open("w", encoding="utf-8", newline="") as file, key.open("w", encoding="utf-8") as secret:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["number", "ru", "zh", "ru_sentence", "zh_sentence", "verdict"])
        for number, ((one, other, left, right), planted) in enumerate(rows, start=1):
            writer.writerow([number, one[1], other[1], left, right, ""])
            secret.write(f"{number}\t{one[0]}\t{other[0]}\t{planted}\n")


Shown = tuple[tuple[str, str], tuple[str, str], str, str]


def _wrong(pairs: Sequence[Pair], found: Extraction, chance: random.Random) -> list[Shown]:
    near = [
        pair
        for pair in pairs
        if pair.probability < _IMPROBABLE
        and pair.count >= _TOGETHER
        and min(pair.left_rank, pair.right_rank) >= 2
    ]
    rows = [_row(pair.left, pair.right, found) for pair in chance.sample(near, _PLANTED // 2)]
    probable = chance.sample(pairs[:_TOP], _PLANTED)
    probable.sort(key=lambda pair: (len(pair.right), pair.right))
    for one, other in zip(probable[::2], probable[1::2], strict=True):
        rows.append(_row(one.left, other.right, found))
    return rows


def _row(left: str, right: str, found: Extraction) -> Shown:
    forms = {code: {term.key: term.form for term in found.terms[code]} for code in ("ru", "zh")}
    sides = [[sentence for text in un_texts(code) for sentence in text.sentences] for code in ("ru", "zh")]
    together = [
        at
        for at, (one, other) in enumerate(zip(*sides, strict=True))
        if right in other and left.split()[0][:4] in one.lower() and places(one, "ru", left)
    ]
    at = together[0] if together else None
    quoted = [side[at][:300] if at is not None else "" for side in sides]
    return (left, forms["ru"][left]), (right, forms["zh"][right]), quoted[0], quoted[1]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
