"""What is wrong with the words of a draft: its terms, and its texts in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.errors import UnknownLanguage
from dragoman.glossary.context import Context
from dragoman.glossary.entry import DIMENSIONS, PARTS_OF_SPEECH, STATUSES
from dragoman.glossary.problem import Problem, problem
from dragoman.glossary.shape import TRANSLITERATIONS
from dragoman.languages import language
from dragoman.marking import _
from dragoman.terms.keys import BY_CHARACTER

_BY_LANGUAGE = ("scope", "usage", "definition")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")
_WORD = re.compile(r"[^\W\d_]+")
# Marks that change the direction of a text: what is seen is not what is there.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ONE_OF = _("Take one of: {there}.")


def wording_problems(content: Mapping[str, Any], context: Context) -> Iterator[Problem]:
    """Problems of the terms one by one and together, of the texts, of subject and dimension."""
    if not content["terms"]:
        yield problem("terms", _("There is no term."), _("Give at least one."))
    for number, term in enumerate(content["terms"]):
        yield from _of_term(f"terms[{number}]", term, context)
    yield from _of_terms(content)
    for name in _BY_LANGUAGE:
        for code, text in content[name].items():
            field = f"{name}.{code}"
            yield from _of_language(field, code, context)
            if not text.strip():
                what = _("The text in {language} is empty.")
                yield problem(field, what, _("Write it, or take it out."), language=code)
    if content["dimension"] and content["dimension"] not in DIMENSIONS:
        yield _unknown("dimension", content["dimension"], DIMENSIONS)


def _of_term(field: str, term: Mapping[str, Any], context: Context) -> Iterator[Problem]:
    text = term["text"]
    yield from _of_language(f"{field}.language", term["language"], context)
    if not any(sign.isalnum() for sign in text):
        yield problem(f"{field}.text", _("A term is empty."), _("Write it, or take the line out."))
    yield from _of_letters(f"{field}.text", text)
    for name, there in (("status", STATUSES), ("part_of_speech", PARTS_OF_SPEECH)):
        if term[name] not in there and (term[name] or name == "status"):
            yield _unknown(f"{field}.{name}", term[name], there)
    for name in term["transliterations"]:
        if name not in TRANSLITERATIONS:
            yield _unknown(f"{field}.transliterations", name, TRANSLITERATIONS)
        elif term["language"] not in BY_CHARACTER:
            what = _("{term} has a transliteration, and is no Chinese term.")
            yield problem(f"{field}.transliterations", what, _("Take it out."), term=text)


def _of_letters(field: str, text: str) -> Iterator[Problem]:
    """Letters of another alphabet that look like those around them: «кoд» with a Latin o."""
    if _TURNING.search(text):
        yield problem(
            field,
            _("A term holds marks that turn the direction of a text."),
            _("Write it anew: they are not seen, and may have come with something pasted."),
        )
    for match in _WORD.finditer(text):
        counts = Counter(alphabet for sign in match[0] if (alphabet := _alphabet(sign)))
        if len(counts) > 1:
            odd = min(counts, key=lambda alphabet: (counts[alphabet], alphabet))
            letters = "".join(dict.fromkeys(sign for sign in match[0] if _alphabet(sign) == odd))
            yield problem(
                field,
                _("The word {word} mixes alphabets: {letters} of it are {alphabet} letters."),
                _("Write the whole word in one alphabet; a hyphen may stand between two."),
                word=match[0],
                letters=letters,
                alphabet=odd.capitalize(),
            )


def _alphabet(sign: str) -> str:
    """The alphabet that a letter is of, among those that look like each other; "" for all others."""
    name = unicodedata.name(sign, "")
    return next((alphabet for alphabet in _ALPHABETS if name.startswith(alphabet)), "")


def _of_terms(content: Mapping[str, Any]) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    preferred: dict[str, str] = {}
    for number, term in enumerate(content["terms"]):
        code, text = term["language"], term["text"]
        if first.setdefault((code, text.casefold()), number) != number:
            what = _("{term} stands twice in the language {language}.")
            remedy = _("Keep one of the two.")
            yield problem(f"terms[{number}].text", what, remedy, term=text, language=code)
        elif term["status"] == "preferred" and preferred.setdefault(code, text) != text:
            yield problem(
                f"terms[{number}].status",
                _("In the language {language} both {term} and {other} are preferred."),
                _("Prefer one of them; the other may be admitted."),
                language=code,
                term=preferred[code],
                other=text,
            )


def _of_language(field: str, code: str, context: Context) -> Iterator[Problem]:
    if code in context.languages:
        return
    there = ", ".join(context.languages)
    try:
        language(code)
    except UnknownLanguage:
        what = _("There is no language with the code {code}.")
    else:
        what = _("The glossary does not have the language {code}.")
    remedy = _("Its languages are: {there}.")
    yield problem(field, what, remedy, code=code, there=there)


def _unknown(field: str, name: str, there: Mapping[Any, Any] | tuple[str, ...]) -> Problem:
    what = _("{field} cannot be {name}.")
    return problem(field, what, _ONE_OF, field=field, name=name or "“”", there=", ".join(there))
