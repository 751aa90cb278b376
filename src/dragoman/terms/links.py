"""Where a term's counterpart stands in the sentence that answers it ("links.v1").

The known partners of the term are looked for, the most probable first; where the term as a whole has none
that stands there, its words are, each by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.languages import language as language_of
from dragoman.languages.folding import fold_characters
from dragoman.languages.simplified import simplified
from dragoman.terms.keys import BY_CHARACTER, LEFT_OUT

METHOD = "links.v1"

Span = tuple[int, int]

# Sentences whose words are kept: a page of lines with counterparts in two languages, several times.
_KEPT = 2_048
# What the words of a term answer when each is looked for by itself says less than the term's own partner.
_IN_PARTS = 0.5


@dataclass(frozen=True, slots=True)
class Partner:
    """A term of the other language: its key, and how probable it is that it renders the term asked for.

    `forms` are forms in which it often occurs; where one stands in a sentence, its words need no analysis.
    """

    key: str
    probability: float
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Where the counterpart stands: `spans` in order, offsets in characters. `key` is the partner's; "" where
    the words were found one by one. `sure` is its probability."""

    spans: tuple[Span, ...]
    key: str
    sure: float


def link(
    text: str, code: str, partners: Sequence[Partner], parts: Sequence[Sequence[Partner]] = ()
) -> Link | None:
    """The counterpart of a term in a sentence, None where none is known.

    Args:
        text: The sentence. code: Its language.
        partners: Partners of the term, the most probable first. parts: Those of each of its words.
    """
    for partner in partners:
        spans = _written(text, code, partner.forms) or places(text, code, partner.key)
        if spans:
            return Link(spans, partner.key, partner.probability)
    found: list[Span] = []
    sure = 1.0
    for each in parts:
        one = link(text, code, each)
        if one is None:
            return None
        found.extend(one.spans)
        sure *= one.sure
    return Link(joined(text, found), "", sure * _IN_PARTS) if found else None


def places(text: str, code: str, key: str) -> tuple[Span, ...]:
    """Where a term stands in a sentence, by its key: simplified characters, or lemmas in sequence."""
    if code in BY_CHARACTER:
        characters, offsets = _characters(text)
        found: list[Span] = []
        at = characters.find(key) if key else -1
        while at >= 0:
            found.append((offsets[at], offsets[at + len(key) - 1] + 1))
            at = characters.find(key, at + len(key))
        return tuple(found)
    wanted = tuple(key.split(" "))
    lemmas, spans = _lemmas(text, code)
    if wanted[0] not in lemmas:
        return ()
    size = len(wanted)
    return tuple(
        (spans[at][0], spans[at + size - 1][1])
        for at in range(len(lemmas) - size + 1)
        if lemmas[at : at + size] == wanted
    )


def _written(text: str, code: str, forms: Sequence[str]) -> tuple[Span, ...]:
    """Where forms stand as whole words; in Chinese the key is found as quickly."""
    if code in BY_CHARACTER or not forms:
        return ()
    folded = _folded(text)
    found: list[Span] = []
    for form in forms:
        wanted = fold_characters(form)
        at = folded.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if not folded[at - 1 : at].isalnum() and not folded[end : end + 1].isalnum():
                found.append((at, end))
            at = folded.find(wanted, end)
    return tuple(sorted(set(found)))


@lru_cache(maxsize=_KEPT)
def _folded(text: str) -> str:
    return fold_characters(text)


@lru_cache(maxsize=_KEPT)
def _characters(text: str) -> tuple[str, tuple[int, ...]]:
    """The characters that keys may hold, and where each stands in the text."""
    kept = [(sign, at) for at, sign in enumerate(fold_characters(simplified(text))) if sign not in LEFT_OUT]
    return "".join(sign for sign, _at in kept), tuple(at for _sign, at in kept)


@lru_cache(maxsize=_KEPT)
def _lemmas(text: str, code: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    words = language_of(code).words(text)
    return tuple(word.lemma for word in words), tuple((word.start, word.end) for word in words)


def joined(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that only spaces part as one."""
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
