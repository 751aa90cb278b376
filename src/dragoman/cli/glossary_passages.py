"""Passages of the documents that show an entry in use: found, and cited by a party."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer
from dragoman.cli.cells import clean
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.passphrase import unlocked
from dragoman.cli.screen import say
from dragoman.cli.signing import signing
from dragoman.errors import InputError
from dragoman.workspace import Workspace
from dragoman.workspace.attesting import Suggested

_MOST = 20


@click.command(
    help=_(
        "List dated passages of the documents here that have the terms of an ENTRY, with their counterparts, "
        "by numbers that `cite` takes."
    )
)
@click.argument("glossary")
@click.argument("entry")
@json_too
@in_workspace
def passages(glossary: str, entry: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = _found(workspace, glossary, entry)
    if as_json:
        answer(found)
        return
    for number, each in enumerate(found, start=1):
        body = each.body
        click.echo(clean(f"{number}  {body['date']}  {body['document']}  {body['title']}"))
        for passage in body["passages"]:
            click.echo(clean(f"  {passage['language']}  {' '.join(passage['words'])}"))
    if not found:
        say(_("Nothing was found."))


@click.command(help=_("Cite a passage that shows an ENTRY in use, by its NUMBER in `passages`."))
@click.argument("glossary")
@click.argument("entry")
@click.argument("number", type=click.IntRange(1, _MOST))
@signing
def cite(glossary: str, entry: str, number: int, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = _found(workspace, glossary, entry)
        if number > len(found):
            raise InputError(
                "There is no passage {number}; there are {count}.",
                where=entry,
                remedy="`dragoman glossary passages` lists them.",
                number=number,
                count=len(found),
            )
        signer = unlocked(workspace, party, author)
        click.echo(workspace.glossaries.attest(signer, glossary, entry, found[number - 1].body))


def _found(workspace: Workspace, glossary: str, entry: str) -> Sequence[Suggested]:
    """Passages with the terms of what holds, else of the latest proposal."""
    known = workspace.glossaries.entry(glossary, entry)
    shown = next((one for one in known.proposals if one.hash == known.holding), None)
    proposals = (*known.proposals, *((shown,) if shown else ()))
    terms = proposals[-1].content["terms"] if proposals else ()
    return workspace.usage.attestations(terms, limit=_MOST)


COMMANDS = (passages, cite)
"""The commands, in the order in which a person meets them."""
