"""What comes out for real texts as they are: figures, and the worst beads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bench.corpora import Corpus, declaration, goals, united_nations
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.model import Alignment, Bead, Sentence

Pair = tuple[str, str]
Row = list[str | float]

_PAIRS: tuple[Pair, ...] = (("ru", "zh"), ("en", "zh"), ("en", "ru"))
_TRADITIONAL: tuple[Pair, ...] = (("ru", "zh-Hant"), ("en", "zh-Hant"))
# The beads that are shown: so many in all, of them up to so many wrong ones that were thought right.
_WORST, _WRONG = 10, 5
_DOUBTFUL = 0.7
# Characters of a text that are quoted.
_QUOTED = 160
_MARKUP = re.compile(r"[\\|<>*`\[\]_$]")


def aligned(corpus: Corpus, pair: Pair) -> Alignment:
    """The units of a corpus aligned as sentences, the whole corpus as one document."""
    sides = [[Sentence(text) for text in corpus.units[code]] for code in pair]
    return align_sentences(sides[0], sides[1], *pair, encoder())


def right(bead: Bead) -> bool:
    """Whether a bead joins one unit and the same unit of the other language."""
    return len(bead.source) == 1 and bead.source == bead.target


def worst(beads: Sequence[Bead]) -> list[Bead]:
    """Wrong beads of the highest probability, then the beads of the lowest."""
    wrong = sorted((bead for bead in beads if not right(bead)), key=lambda bead: -bead.probability)[:_WRONG]
    others = sorted((bead for bead in beads if bead not in wrong), key=lambda bead: bead.probability)
    return [*wrong, *others[: _WORST - len(wrong)]]


def _quoted(text: str) -> str:
    short = text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"
    return _MARKUP.sub(lambda match: f"\\{match.group()}", short) or "–"


def _figures(title: str, corpus: Corpus, pair: Pair, found: Alignment) -> Row:
    share = sum(right(bead) for bead in found) / len(corpus)
    mean = sum(bead.probability for bead in found) / len(found)
    doubtful = sum(bead.probability < _DOUBTFUL for bead in found)
    return [title, "–".join(pair), len(corpus), len(found), f"{share:.1%}", f"{mean:.3f}", doubtful]


def _shown(alignment: Alignment) -> dict[str, Any]:
    rows = []
    for bead in worst(alignment.beads):
        name = f"\\[{', '.join(map(str, bead.source))}\\]:\\[{', '.join(map(str, bead.target))}\\]"
        verdict = "yes" if right(bead) else "no"
        texts = [_quoted(text) for text in alignment.texts(bead)]
        rows.append([name, f"{bead.probability:.2f}", verdict, *texts])
    return {"columns": ["bead", "stated probability", "right", "Russian", "Chinese"], "rows": rows}


def measure() -> dict[str, Any]:
    """A row for each text and pair of languages; in `parts` the worst Russian-Chinese beads of each text."""
    rows: list[Row] = []
    parts = {}
    fingerprints = []
    for name, title, corpus, pairs in (
        ("un", "United Nations documents, lines", united_nations(), _PAIRS),
        ("udhr", "Universal Declaration of Human Rights", declaration(), _PAIRS + _TRADITIONAL),
        ("sdg", "Sustainable development goals", goals(), _PAIRS),
    ):
        for pair in pairs:
            found = aligned(corpus, pair)
            rows.append(_figures(title, corpus, pair, found))
            if pair == ("ru", "zh"):
                parts[name] = _shown(found)
        fingerprints.append(f"{name} {corpus.fingerprint()}")
    columns = ["texts", "languages", "units", "beads", "exactly right", "mean stated", "stated below 0.7"]
    data = f"fingerprints {', '.join(fingerprints)}"
    return {"columns": columns, "rows": rows, "data": data, "parts": parts}
