"""How a query is read in each language: as written, as the sounds of Chinese, or with a word corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from dragoman.concordance.model import Reading
from dragoman.concordance.query import Node, Word, words
from dragoman.concordance.streams import by_character, fitting, streams
from dragoman.concordance.suggest import MOST, corrections
from dragoman.concordance.wanted import Any, Wanted, is_chinese, sounding, wanted
from dragoman.workspace.vocabulary import Words


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked in one language, and how the query was read for it."""

    code: str
    wanted: Wanted
    readings: tuple[Reading, ...]


def as_written(
    connection: Connection, query: str, node: Node, codes: Sequence[str], chosen: str
) -> list[Asked]:
    """A query in each language that its script fits; in the `chosen` one in any case, there as sounds too.

    Raises:
        InputError: more is asked than can be looked for at once.
    """
    found = []
    letters = _letters(node)
    for code in codes:
        if not chosen and not fitting(letters, code):
            continue
        own = wanted(node, code, Words(connection, code))
        readings = (Reading(code, "written", query.strip()),)
        heard = as_sounds(connection, query, node, code) if chosen and is_chinese(code) else None
        if heard is not None and own is not None:
            found.append(Asked(code, Any((own, heard.wanted)), (*readings, *heard.readings)))
        elif heard is not None:
            found.append(heard)
        elif own is not None:
            found.append(Asked(code, own, readings))
    return found


def as_sounds(connection: Connection, query: str, node: Node, code: str) -> Asked | None:
    """A query in pinyin or Palladius as Chinese; None where a word is neither."""
    if any(is_han(letter) for letter in _letters(node)):
        return None
    heard = sounding(node, code, Words(connection, code))
    if heard is None:
        return None
    russian = any("а" <= letter <= "ё" for letter in _letters(node).lower())
    return Asked(code, heard, (Reading(code, "palladius" if russian else "pinyin", query.strip()),))


def _letters(node: Node) -> str:
    """The words of a query without its operators."""
    return " ".join(word.text for word in words(node))


def is_han(letter: str) -> bool:
    """Whether it is a Chinese character."""
    return letter > "\u2e80"


def corrected(connection: Connection, query: str, node: Node, codes: Sequence[str]) -> list[tuple[str, str]]:
    """Queries with small typing errors mended, the likeliest first, each with the language of its words.

    Only words that the collection does not hold are mended, and only where each of them can be.
    """
    found: dict[str, str] = {}
    letters = _letters(node)
    for code in codes:
        if not by_character(code) and fitting(letters, code):
            for said in _mended(connection, query, node, code):
                found.setdefault(said, code)
    return list(found.items())[:MOST]


def _mended(connection: Connection, query: str, node: Node, code: str) -> Iterator[str]:
    vocabulary = Words(connection, code)
    unknown = [word for word in words(node) if _is_unknown(word, code, vocabulary)]
    if not unknown or len(unknown) > MOST:
        return
    choices = []
    for word in unknown:
        form = streams(word.text, code).forms[0]
        near = corrections(form, vocabulary.known, vocabulary.beginning)
        if not near:
            return
        choices.append(near)
    # The commonest for each word; then other choices for one word at a time.
    best = [near[0] for near in choices]
    others = ((at, other) for at, near in enumerate(choices) for other in near[1:])
    variants = [best, *([*best[:at], other, *best[at + 1 :]] for at, other in others)]
    for variant in islice(variants, MOST):
        said = query
        for word, other in sorted(zip(unknown, variant, strict=True), key=lambda pair: -pair[0].start):
            said = said[: word.start] + other + said[word.start + len(word.text) :]
        yield said.strip()


def _is_unknown(word: Word, code: str, vocabulary: Words) -> bool:
    """Whether neither the form nor the lemma of a single word occurs."""
    if "*" in word.text:
        return False
    made = streams(word.text, code)
    if len(made.forms) != 1:
        return False
    return not vocabulary.counts(made.forms) and (word.exact or not vocabulary.lemma_counts(made.lemmas))
