"""Brings the message catalogues up to date with the messages that the code holds.

Messages come from four places: calls of gettext in Dragoman's code, the templates of its pages, calls of
gettext in click (so that a help page is in one language throughout), and the sentences that Dragoman's errors
are made of.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from dragoman import errors
from scripts.compile_catalogues import compile_catalogues

SOURCE = Path(__file__).parent.parent / "src" / "dragoman"
LOCALE = SOURCE / "locale"
LANGUAGES = ("ru", "zh_Hans")
# The modules of click whose messages a person at the command line can meet.
CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "types")

_HEADER = """\
# Messages of the command line of Dragoman: {name}.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
# As the pages' own environments read templates (`dragoman.web.templates`).
_TEMPLATES = {"newstyle_gettext": "true", "trimmed": "true", "silent": "false"}
# What is made of sentences, and how many of its first arguments are: errors, and the findings of an
# examination.
_SENTENCES = {name: 1 for name, value in vars(errors).items() if isinstance(value, type)} | {"Finding": 2}


def path_of(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / "dragoman.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it is; an empty one where there is none yet."""
    path = path_of(language)
    text = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(text), locale=language, domain="dragoman")


def messages() -> Catalog:
    """Every message that the code holds now."""
    found = Catalog(domain="dragoman")
    ours = sorted(SOURCE.rglob("*.py"))
    clicks = [Path(click.__file__).parent / f"{name}.py" for name in CLICK]
    for file in [*clicks, *ours]:
        for _line, message, _comments, context in extract_from_file("python", file, keywords=_KEYWORDS):
            found.add(message, context=context)
    for file in sorted(SOURCE.rglob("templates/*.html")):
        for _line, message, _comments, context in extract_from_file(
            "jinja2.ext:babel_extract", file, keywords=_KEYWORDS, options=_TEMPLATES
        ):
            found.add(message, context=context)
    for file in ours:
        for sentence in error_sentences(file.read_text(encoding="utf-8")):
            found.add(sentence)
    return found


def error_sentences(code: str) -> Iterator[str]:
    """The constant sentences of which errors and findings in a module are made: what is wrong, what to do."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SENTENCES:
            remedies = [keyword.value for keyword in node.keywords if keyword.arg == "remedy"]
            for part in [*node.args[: _SENTENCES[node.func.id]], *remedies]:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def updated(language: str) -> Catalog:
    """The catalogue of a language with exactly the messages that the code holds now."""
    catalogue = read(language)
    catalogue.update(messages(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> str:
    """A catalogue as its file has it: sorted, without places and dates, so that only messages change it."""
    body = BytesIO()
    write_po(body, catalogue, width=110, no_location=True, sort_output=True, omit_header=True)
    locale = catalogue.locale
    name = locale.english_name if locale else ""
    header = _HEADER.format(name=name, language=locale, plural_forms=catalogue.plural_forms)
    return header + body.getvalue().decode("utf-8").strip() + "\n"


def untranslated(catalogue: Catalog) -> list[str]:
    """Messages that lack a translation or one of its plural forms, or whose translation is a guess."""
    lacking = []
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple | list) else [message.string]
        if message.id and (message.fuzzy or not all(strings)):
            lacking.append(str(message.id))
    return lacking


def main() -> int:
    """Update and compile both catalogues; ends with 1 while a message lacks its translation."""
    missing = []
    for language in LANGUAGES:
        catalogue = updated(language)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_text(written(catalogue), encoding="utf-8")
        missing += [f"{language}: no translation of {message!r}" for message in untranslated(catalogue)]
    compile_catalogues(LOCALE)
    print("\n".join(missing) or "All messages are translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
