"""Findings about renderings: what the terms of a document, or of a whole collection, tell of its versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.bitext.encoder import Encoder
from dragoman.bitext.parallel import Columns
from dragoman.languages.lately import words_of
from dragoman.terms.extraction import Extraction, extract
from dragoman.terms.texts import Text, Units, analysis
from dragoman.versions.merged import Weighed
from dragoman.versions.passages import Layout
from dragoman.versions.wording import Lexicon, Occurrence, Wording, lexicon, wordings

Places = Mapping[str, Sequence[Occurrence]]
"""Where terms stand in a version, by their keys."""


def document_terms(layout: Layout, encoder: Encoder) -> tuple[Extraction, tuple[Places, ...]]:
    """The terms of a document, found in its own versions alone, and where each stands in each version."""
    texts = []
    for version in layout.versions:
        sentences = tuple(one.text for one in version.sentences)
        code = version.language
        found = analysis(sentences, [words_of(code, one) for one in sentences], code)
        texts.append(Text(code, "", code, "", "", sentences, found.words, found.phrases))
    units = [
        Units(left, right, tuple((row.sentences[left], row.sentences[right]) for row in layout.rows))
        for left, right in layout.pairs
    ]
    made = extract(texts, _by_language(texts, units), encoder.encode, encoder.languages)
    return made, places_by_text(made, range(len(texts)))


def places_by_text(found: Extraction, texts: Sequence[int]) -> tuple[Places, ...]:
    """Where the terms of a collection stand in some of its texts, which are named by their numbers."""
    wanted: dict[int, dict[str, Sequence[Occurrence]]] = {at: {} for at in texts}
    for (at, key), places in found.places.items():
        if at in wanted:
            wanted[at][key] = places
    return tuple(wanted.values())


def lexicons(found: Extraction, languages: Sequence[str]) -> Mapping[tuple[str, str], Lexicon]:
    """The renderings of terms from each language to each other."""
    return {
        (one, other): lexicon(found, one, other) for one in languages for other in languages if one != other
    }


def worded(
    layout: Layout, places: Sequence[Places], known: Mapping[tuple[str, str], Lexicon]
) -> Iterator[Weighed]:
    """Where a version renders a term otherwise than the rest of the document, or than other documents do.

    `places` are by version; `known` as `lexicons` gives it.
    """
    for pair in layout.pairs:
        for one, other in (pair, pair[::-1]):
            codes = (layout.versions[one].language, layout.versions[other].language)
            passages = [(row.sentences[one], row.sentences[other]) for row in layout.rows]
            for each in wordings(passages, places[one], places[other], known[codes]):
                yield _weighed(layout, each, (one, other))


def _weighed(layout: Layout, found: Wording, columns: Columns) -> Weighed:
    spans = {}
    for column, places in zip(columns, (found.term, found.rendering), strict=True):
        side = layout.side(found.passage, column)
        spans[column] = () if side is None else tuple(side.stretch(*place) for place in places)
    return Weighed(found.kind, found.passage, spans, found.reason, found.score)


def _by_language(texts: Sequence[Text], units: Sequence[Units]) -> list[Units]:
    """Units with the text whose language comes first in the alphabet on the left, as terms are paired."""
    return [
        each
        if texts[each.left].language < texts[each.right].language
        else Units(each.right, each.left, tuple((right, left) for left, right in each.beads))
        for each in units
    ]
