"""What lights up beside a hit: the counterparts of a concordance's lines, and how a term was rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import Connection

from dragoman.concordance.model import Counterpart, Line, Span
from dragoman.concordance.renderings import Use
from dragoman.languages import language as language_of
from dragoman.terms.keys import BY_CHARACTER, key_of
from dragoman.terms.links import Link, Partner, joined, link
from dragoman.workspace.termpages import forms_of, partners

# Hits whose words are kept: those of a page are a few forms of what was asked for.
_KEPT = 1_024

_Hit = tuple[str, tuple[str, ...]]

Known = Mapping[tuple[str, str], Mapping[str, tuple[Partner, ...]]]
"""Partners by the two languages and the key of a term."""


def linked(connection: Connection, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines with what answers their hits marked in their counterparts, as far as that is known."""
    known = _known(connection, lines)
    return tuple(
        replace(line, counterparts=tuple(_marked(line, each, known) for each in line.counterparts))
        for line in lines
    )


def uses(connection: Connection, lines: Sequence[Line], other: str) -> list[Use]:
    """Each line as a use of what was asked, with its rendering in another language; "" where none is known.

    Lines without a counterpart in that language are left out: nothing is said there.
    """
    known = _known(connection, lines)
    found: list[tuple[Line, str, float, str]] = []
    for line in lines:
        for each in line.counterparts:
            if each.language == other and each.sentences:
                links = [made for _at, made in _links(line, each, known) if made.key]
                best = max(links, key=lambda made: made.sure, default=None)
                shown = (best.key, best.sure) if best is not None else ("", 0.0)
                found.append((line, *shown, each.anchor))
    forms = forms_of(connection, other, sorted({key for _line, key, _sure, _anchor in found if key}))
    return [
        Use(line.date, line.body, line.document, forms.get(key, key), sure, line.anchor)
        for line, key, sure, _anchor in found
    ]


def _known(connection: Connection, lines: Sequence[Line]) -> Known:
    wanted: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        keys = {key for whole, parts in _asked(line) for key in (whole, *parts)}
        for each in line.counterparts:
            wanted.setdefault((line.language, each.language), set()).update(keys)
    return {
        (code, other): partners(connection, code, sorted(keys), other)
        for (code, other), keys in wanted.items()
    }


def _asked(line: Line) -> Iterator[_Hit]:
    """The hits of a line; words that were asked for one by one and stand side by side are a hit together."""
    for start, end in joined(line.sentence.text, line.spans):
        yield _hit(line.sentence.text[start:end], line.language)


@lru_cache(maxsize=_KEPT)
def _hit(text: str, code: str) -> _Hit:
    """The key of a hit, and those of its words where it has several."""
    whole = key_of(text, code)
    if code in BY_CHARACTER:
        parts = tuple(word.lemma for word in language_of(code).words(text))
    else:
        parts = tuple(whole.split(" "))
    return whole, parts if len(parts) > 1 else ()


def _links(line: Line, each: Counterpart, known: Known) -> Iterator[tuple[int, Link]]:
    """What answers the hits of a line in each sentence of a counterpart, by the sentence's number there."""
    table = known[line.language, each.language]
    for whole, parts in dict.fromkeys(_asked(line)):
        for at, sentence in enumerate(each.sentences):
            made = link(
                sentence.text, each.language, table.get(whole, ()), [table.get(part, ()) for part in parts]
            )
            if made is not None:
                yield at, made
                break


def _marked(line: Line, each: Counterpart, known: Known) -> Counterpart:
    spans: list[set[Span]] = [set() for _sentence in each.sentences]
    sure = 1.0
    for at, made in _links(line, each, known):
        spans[at].update(made.spans)
        sure = min(sure, made.sure)
    if not any(spans):
        return each
    return replace(each, spans=tuple(tuple(_apart(found)) for found in spans), sure=sure)


def _apart(found: set[Span]) -> Iterator[Span]:
    """Spans in order, none that overlaps one before it."""
    end = -1
    for span in sorted(found):
        if span[0] >= end:
            yield span
            end = span[1]
