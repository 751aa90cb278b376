"""What a party writes for itself, and how that becomes a proposal."""

from __future__ import annotations

import json
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.glossary_view import digits, title
from dragoman.cli.options import by_author, in_workspace, json_too
from dragoman.cli.passphrase import unlocked
from dragoman.cli.screen import say
from dragoman.cli.signing import signing, texts
from dragoman.errors import InputError
from dragoman.workspace import Workspace, proposing

_PARTS = ("content", "definition", "note")


@click.command(
    help=_(
        "Keep a draft of an ENTRY for a PARTY, as FILE has it: JSON with the fields of a proposal, which may "
        "be incomplete, or with content, definition and note. Nobody else sees it."
    )
)
@click.argument("glossary")
@click.argument("entry")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--as", "party", required=True, metavar="PARTY", help=_("The party whose draft it is."))
@by_author
@in_workspace
def draft(glossary: str, entry: str, file: Path, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        whose = workspace.parties.party(party).id
        made = workspace.drafts.save(whose, glossary, entry, _read(file), author=author)
    say(_("Kept as revision {number} of the draft.").format(number=made.number))


@click.command(help=_("List the drafts of a PARTY, the latest first."))
@click.argument("party")
@click.argument("glossary", default="")
@json_too
@in_workspace
def drafts(party: str, glossary: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.drafts.drafts(workspace.parties.party(party).id, glossary)
    if as_json:
        answer(found)
        return
    rows = [
        (
            it.time[:10],
            f"{it.glossary}/{it.entry}",
            str(it.number),
            title(it.aim),
            " · ".join(it.heads.values()),
        )
        for it in found
    ]
    click.echo(table(rows), nl=False)
    if not found:
        say(_("There are no drafts."))


@click.command(
    help=_(
        "Propose an ENTRY of a GLOSSARY as FILE has it (JSON, see `draft`), or else as the party's draft has "
        "it, and accept it. The hash that is written names the proposal."
    )
)
@click.argument("glossary")
@click.argument("entry")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--only-propose", is_flag=True, help=_("Do not accept it yet."))
@texts("--reservation", "reservation", _("A reservation of the acceptance, once for each language."))
@signing
def propose(
    glossary: str,
    entry: str,
    file: Path | None,
    only_propose: bool,
    reservation: dict[str, str],
    party: str,
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    given = _read(file) if file is not None else {}
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        if file is None:
            kept = workspace.drafts.draft(signer.party, glossary, entry)
            given = {"content": kept.content, "definition": kept.definition, "note": kept.note}
        name = proposing.propose(
            workspace, signer, glossary, entry, given, accept=not only_propose, reservation=reservation
        )
        if file is None:
            workspace.drafts.save(signer.party, glossary, entry, given, author=author, state="proposed")
    click.echo(name)
    say(
        _("Proposed. Others accept it by `dragoman glossary accept {glossary} {proposal}`.").format(
            glossary=glossary, proposal=digits(name)
        )
    )


def _read(file: Path) -> dict[str, Any]:
    """A draft out of JSON: its parts, or only its content.

    Raises:
        InputError: the file cannot be read, or is no draft.
    """
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            "The file cannot be read: {reason}.", where=str(file), reason=error.strerror
        ) from error
    except ValueError as error:
        raise InputError("This is no JSON: {reason}.", where=str(file), reason=error) from error
    if not isinstance(read, dict):
        raise InputError(
            "This is no draft.",
            where=str(file),
            remedy="Write the fields of a proposal, as `dragoman glossary proposal --json` shows them.",
        )
    if read.keys() <= set(_PARTS):
        return {part: read.get(part) or {} for part in _PARTS}
    return {"content": read}


COMMANDS = (draft, drafts, propose)
"""The commands, in the order in which a person meets them."""
