"""What comes out for real texts: figures, and the worst beads as they are.

`python -m bench.real_texts` writes docs/real-texts.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.corpora import Corpus, declaration, goals, united_nations
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.model import Alignment, Sentence

_PAGE = Path(__file__).resolve().parents[1] / "docs" / "real-texts.md"
_PAIRS = (("ru", "zh"), ("en", "ru"), ("zh", "en"))
_WORST = 10
_QUOTED = 160

_HEAD = """\
# Real texts

What the aligner makes of texts that nobody prepared for it. Each unit of a text (a line, a paragraph, a
target) was given as one sentence, so a bead is right when it joins the same unit on both sides. The lines
of the United Nations corpus are a sample of 732 documents and not running text; they were aligned in one
piece of 4,000 lines. Most of them were also used for fitting ([the method](method.md)), so these figures
show what comes out and judge nothing.

"""
_SOURCES = """
## Sources

- United Nations Parallel Corpus v1.0, development set: Ziemski, M., Junczys-Dowmunt, M., and Pouliquen, B.
2016,
  *LREC*, 3530-3534.
- Universal Declaration of Human Rights: Office of the United Nations High Commissioner for Human Rights, in
the files
  of Unicode's UDHR project.
- Sustainable development goals, targets and indicators: United Nations, as kept in
open-sdg/sdg-translations (MIT).
"""


def aligned(corpus: Corpus, pair: tuple[str, str]) -> Alignment:
    """The units of a corpus aligned as sentences."""
    sides = [[Sentence(text) for text in corpus.units[code]] for code in pair]
    return align_sentences(sides[0], sides[1], *pair, encoder())


def _cell(text: str) -> str:
    short = text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
    return short.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*") or "—"


def _section(title: str, corpus: Corpus) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| pair | units | beads | exactly right | mean probability | below 0.7 |"
    yield "|---|---|---|---|---|---|"
    alignments = {pair: aligned(corpus, pair) for pair in _PAIRS}
    for pair, found in alignments.items():
        right = sum(bead.source == bead.target and len(bead.source) == 1 for bead in found)
        mean = sum(bead.probability for bead in found) / len(found)
        doubtful = sum(bead.probability < 0.7 for bead in found)
        share = f"{right} ({right / len(corpus):.1%})"
        yield f"| {pair[0]}–{pair[1]} | {len(corpus)} | {len(found)} | {share} | {mean:.3f} | {doubtful} |"
    found = alignments[_PAIRS[0]]
    yield f"\nThe {_WORST} beads of the Russian-Chinese alignment with the lowest probability, as they are:\n"
    yield "| bead | probability | Russian | Chinese |"
    yield "|---|---|---|---|"
    for bead in sorted(found, key=lambda bead: bead.probability)[:_WORST]:
        source, target = found.texts(bead)
        name = f"{list(bead.source)}:{list(bead.target)}"
        yield f"| {name} | {bead.probability:.2f} | {_cell(source)} | {_cell(target)} |"
    yield ""


def page() -> str:
    """The whole page."""
    parts = [_HEAD.rstrip("\n") + "\n"]
    for title, corpus in (
        ("United Nations documents", united_nations()),
        ("Universal Declaration of Human Rights", declaration()),
        ("Sustainable development goals", goals()),
    ):
        parts.append("\n".join(_section(title, corpus)))
    return "\n".join(parts) + _SOURCES


if __name__ == "__main__":
    _PAGE.write_text(page(), encoding="utf-8")
