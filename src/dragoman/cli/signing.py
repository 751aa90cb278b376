"""Options that commands share which sign in the name of a party, and what they are given by language."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.options import Command, by_author, in_workspace


def signing(command: Command) -> Command:
    """The options of a command that signs: `party`, `author`, and in which workspace (`folder`)."""
    command = by_author(in_workspace(command))
    return click.option(
        "--as",
        "party",
        default="",
        metavar="PARTY",
        help=_("The party that signs; else the only one whose key lies in the workspace."),
    )(command)


def by_language(
    _context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """Texts by language out of "ru=…", or "ru=@FILE" for what stands in a file."""
    found: dict[str, str] = {}
    for said in given:
        code, equals, text = said.partition("=")
        if not equals or not code.strip() or not text.strip():
            raise click.BadParameter(
                _("{given!r} is not of the form CODE=TEXT, such as ru=текст.").format(given=said)
            )
        if code.strip() in found:
            raise click.BadParameter(_("The language {code} is given twice.").format(code=code.strip()))
        found[code.strip()] = _read(text.strip())
    return found


def texts(option: str, name: str, meaning: str, *, required: bool = False) -> Callable[[Command], Command]:
    """An option that is given once for each language, as a mapping."""
    return click.option(
        option,
        name,
        multiple=True,
        required=required,
        metavar="CODE=TEXT",
        callback=by_language,
        help=meaning,
    )


def _read(text: str) -> str:
    """The text itself, or that of the file which "@" names."""
    if not text.startswith("@"):
        return text
    try:
        return Path(text[1:]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise click.BadParameter(
            _("The file {file} cannot be read as UTF-8 text.").format(file=text[1:])
        ) from error
