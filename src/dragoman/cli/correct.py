"""`dragoman correct`."""

from __future__ import annotations

import re
from gettext import gettext as _
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

import click

from dragoman.cli.options import by_author, in_workspace
from dragoman.cli.reading import whole
from dragoman.cli.screen import say
from dragoman.cli.show import wanted
from dragoman.errors import InputError
from dragoman.workspace import Parallel, ParallelRow, Workspace

Side: TypeAlias = tuple[str, list[tuple[int, int]]]

_SIDE = re.compile(r"([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*):((?:\d+-\d+(?:,\d+-\d+)*)?)")


@click.command(
    help=_(
        "Correct which sentences of a DOCUMENT belong together. Either join rows, or part one, by the names "
        "that `dragoman show` gives them; or name the sentences of two languages by their places, such as "
        "ru:120-180,181-240 zh:40-71, where an empty side (zh:) says that there is no counterpart. The "
        "correction is an event of the record: it outlasts every rebuild and can be taken back by `dragoman "
        "restore`."
    )
)
@click.argument("document")
@click.argument("sides", nargs=-1, metavar="[SIDE SIDE]")
@click.option(
    "--join",
    multiple=True,
    metavar="ROW",
    help=_("Make one row of these; once for each row, at least twice."),
)
@click.option(
    "--part", default="", metavar="ROW", help=_("The texts of this row have nothing to do with each other.")
)
@click.option(
    "--in", "first", default="", metavar="CODE", help=_("First language of the rows, as with `show`.")
)
@click.option(
    "--with",
    "others",
    multiple=True,
    metavar="CODE",
    help=_("Another language of the rows; may be repeated."),
)
@by_author
@in_workspace
def command(
    document: str,
    sides: tuple[str, ...],
    join: tuple[str, ...],
    part: str,
    first: str,
    others: tuple[str, ...],
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    if bool(sides) + bool(join) + bool(part) != 1:
        raise click.UsageError(_("Say one of three: two sides, --join with rows, or --part with a row."))
    if sides and len(sides) != 2:
        raise click.UsageError(_("A correction has two sides, such as ru:120-180 zh:40-71."))
    if len(join) == 1:
        raise click.UsageError(_("Name at least two rows to join."))
    with Workspace.open(folder) as workspace:
        name = workspace.document(document).id
        if sides:
            pairs = [(_side(sides[0]), _side(sides[1]))]
        else:
            parallel = whole(workspace, name, wanted(workspace, name, first, others))
            rows = [_row(parallel, anchor) for anchor in join or (part,)]
            pairs = joined(rows) if join else parted(rows[0])
        hashes = [workspace.correct(name, left, right, author=author) for left, right in pairs]
    for event in hashes:
        click.echo(event)
    say(_("Corrected. `dragoman restore` with the document and this name takes it back."))


def joined(rows: list[ParallelRow]) -> list[tuple[Side, Side]]:
    """What to correct so that these rows become one: a correction for each two languages that they hold."""
    sides = _sides(rows)
    return list(combinations([side for side in sides if side[1]], 2)) or list(combinations(sides, 2))[:1]


def parted(row: ParallelRow) -> list[tuple[Side, Side]]:
    """What to correct so that the texts of a row stand alone, each without a counterpart."""
    made: list[tuple[Side, Side]] = []
    for left, right in combinations(_sides([row]), 2):
        made += [((left[0], left[1]), (right[0], [])), ((left[0], []), (right[0], right[1]))]
    return [pair for pair in made if pair[0][1] or pair[1][1]]


def _sides(rows: list[ParallelRow]) -> list[Side]:
    """The places of all sentences of some rows, language by language."""
    return [
        (cells[0].language, sorted((it.start, it.end) for cell in cells for it in cell.sentences))
        for cells in zip(*(row.cells for row in rows), strict=True)
    ]


def _row(parallel: Parallel, name: str) -> ParallelRow:
    """The row of this name, or the one that holds the sentence of this name.

    Raises:
        InputError
    """
    for row in parallel.rows:
        names = {f"{cell.language}{it.start}" for cell in row.cells for it in cell.sentences}
        if name == row.anchor or name in names:
            return row
    raise InputError(
        "There is no row of this name.",
        where=name,
        remedy="`dragoman show` with the same languages gives the rows and their names.",
    )


def _side(text: str) -> Side:
    """A side such as "ru:120-180,181-240"."""
    match = _SIDE.fullmatch(text)
    if match is None:
        raise InputError(
            "This is not a side of a correction.",
            where=text,
            remedy="Write the language and the places of whole sentences, such as ru:120-180,181-240.",
        )
    places = [place.split("-") for place in match[2].split(",") if place]
    return match[1], [(int(start), int(end)) for start, end in places]
