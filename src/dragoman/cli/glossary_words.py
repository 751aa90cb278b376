"""What a party says in its own name: founding a glossary, definitions, notes, passages that it cites."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.passphrase import unlocked
from dragoman.cli.screen import say
from dragoman.cli.signing import signing, texts
from dragoman.workspace import Workspace


@click.command(help=_("Found a GLOSSARY of several parties, in several languages."))
@click.argument("glossary")
@texts("--title", "titles", _("Its title, once for each language."), required=True)
@click.option(
    "--language",
    "languages",
    multiple=True,
    required=True,
    metavar="CODE",
    help=_("A language of its terms."),
)
@click.option(
    "--party", "parties", multiple=True, metavar="PARTY", help=_("A party besides the one that signs.")
)
@signing
def found(
    glossary: str,
    titles: dict[str, str],
    languages: tuple[str, ...],
    parties: tuple[str, ...],
    party: str,
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        workspace.glossaries.found(signer, glossary, titles, languages, parties)
    say(_("There is a glossary {glossary} now.").format(glossary=glossary))


@click.command(
    help=_("Add parties and languages to a GLOSSARY; what was agreed stays among those who agreed it.")
)
@click.argument("glossary")
@click.option("--language", "languages", multiple=True, metavar="CODE", help=_("A further language."))
@click.option("--party", "parties", multiple=True, metavar="PARTY", help=_("A further party."))
@signing
def extend(
    glossary: str,
    languages: tuple[str, ...],
    parties: tuple[str, ...],
    party: str,
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        workspace.glossaries.extend(signer, glossary, parties=parties, languages=languages)
    say(_("The glossary {glossary} is extended.").format(glossary=glossary))


@click.command(
    help=_("Give the party's own definition of an ENTRY: TEXT, in its own language. The former one is kept.")
)
@click.argument("glossary")
@click.argument("entry")
@click.argument("text")
@click.option("--language", required=True, metavar="CODE", help=_("The language of the definition."))
@click.option("--source", default="", metavar="TEXT", help=_("What it is taken from."))
@click.option("--date", default="", metavar="DATE", help=_("The date of its source."))
@texts("--translation", "translations", _("The party's own translation, once for each language."))
@signing
def define(
    glossary: str,
    entry: str,
    text: str,
    language: str,
    source: str,
    date: str,
    translations: dict[str, str],
    party: str,
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        event = workspace.glossaries.define(
            unlocked(workspace, party, author),
            glossary,
            entry,
            language,
            text,
            source=source,
            date=date,
            translations=translations,
        )
    click.echo(event)


@click.command(help=_('Give the party\'s own note on an ENTRY: TEXT; "" takes back what stood there.'))
@click.argument("glossary")
@click.argument("entry")
@click.argument("text")
@click.option("--language", required=True, metavar="CODE", help=_("The language of the note."))
@signing
def note(glossary: str, entry: str, text: str, language: str, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        click.echo(workspace.glossaries.note(signer, glossary, entry, language, text))


COMMANDS = (found, extend, define, note)
"""The commands, in the order in which a person meets them."""
