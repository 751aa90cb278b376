"""What is wrong with a draft: which field, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.marking import Reason


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a draft from being proposed, or that its writer should know.

    `field` leads to it, such as "terms[2].language" or "definition.zh" (terms are counted from 0, as in the
    content); "" is the whole. `what` and `remedy` are in words.
    """

    field: str
    what: Reason
    remedy: Reason


def problem(field: str, what: str, remedy: str, /, **words: object) -> Problem:
    """A problem of two templates, both filled with the same words."""
    said = {name: str(word) for name, word in words.items()}
    return Problem(field, Reason(what, said), Reason(remedy, said))


def refusal(problems: Sequence[Problem]) -> InputError:
    """The first of some problems as an error that names its field."""
    first = problems[0]
    return InputError(
        first.what.template,
        where=first.field,
        remedy=first.remedy.template,
        **{**first.remedy.words, **first.what.words},
    )
