"""Texts that a form asks for in several languages: a field each, and one for all other languages."""

from __future__ import annotations

from dragoman.errors import InputError, UnknownLanguage
from dragoman.languages import language
from dragoman.record.fields import is_language
from dragoman.web.posted import Posted

MORE = "more"
"""What stands in the place of a code for languages that have no field: "fr Glossaire", one a line."""


def texts_of(sent: Posted, *names: str) -> dict[str, str]:
    """The texts of the fields that begin with these names, by the language that follows behind a hyphen;
    without those that are empty.

    Raises:
        InputError: a line does not begin with the code of a language.
    """
    found: dict[str, str] = {}
    beginning = "-".join((*names, ""))
    for key, value in sent.fields:
        if not key.startswith(beginning):
            continue
        code = key.removeprefix(beginning)
        if code == MORE:
            found.update(_more(value))
        elif value.strip() and is_language(code):
            found[code] = value.strip().replace("\r\n", "\n")
    return found


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _more(text: str) -> dict[str, str]:
    found = {}
    for line in lines_of(text):
        code, _space, said = line.partition(" ")
        if not _is_known(code) or not said.strip():
            raise InputError(
                "“{line}” does not begin with the code of a language.",
                remedy="Write the code, a space and the text: fr Glossaire.",
                line=line,
            )
        found[code] = said.strip()
    return found


def _is_known(code: str) -> bool:
    """Whether it is the code of a language, and not a word that merely looks like one."""
    try:
        language(code)
    except UnknownLanguage:
        return False
    return is_language(code)
