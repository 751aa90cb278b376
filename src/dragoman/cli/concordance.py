"""`dragoman concordance`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from itertools import groupby
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean, clipped, padded, width
from dragoman.cli.marks import marked
from dragoman.cli.options import filtered, in_workspace, json_too, some
from dragoman.cli.screen import say
from dragoman.cli.speech import locale, wording
from dragoman.concordance.model import Concordance, Counterpart, Filters, Line, Order, Year
from dragoman.languages.spacing import between_sentences
from dragoman.web.headline import not_yet_said, of_concordance
from dragoman.workspace import Workspace

_ORDERS: tuple[Order, ...] = ("newest", "oldest", "left", "right", "sample")
_WIDEST = 160
_EDGE = 12


@click.command(
    help=_(
        "Find every use of QUERY, each in its sentence, with what stands for it in the other languages. "
        'Words are found in all their forms; "words in quotation marks" stand together; =word stands as '
        "written; * is any letters; AND, OR, NOT, NEAR/5 and parentheses join words. Chinese is found by "
        "pinyin as well."
    )
)
@click.argument("query")
@filtered
@click.option(
    "--sort",
    "order",
    type=click.Choice(_ORDERS),
    default="newest",
    show_default=True,
    help=_("By date, by the words before or after, or a random sample."),
)
@click.option("--seed", default=0, type=click.IntRange(0), help=_("Another number gives another sample."))
@click.option("--kwic", is_flag=True, help=_("One line a use, the words found below each other."))
@click.option("--years", is_flag=True, help=_("Instead of lines, how many there are by year."))
@some()
@json_too
@in_workspace
def command(
    query: str,
    filters: Filters,
    order: Order,
    seed: int,
    kwic: bool,
    years: bool,
    limit: int,
    offset: int,
    as_json: bool,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.usage.concordance(
            query, filters, order=order, limit=limit, offset=offset, seed=seed
        )
    if as_json:
        answer(found)
        return
    if years:
        click.echo(table(_by_year(found.years), right=range(1, 6)), nl=False)
    elif kwic:
        size = min(shutil.get_terminal_size().columns, _WIDEST)
        click.echo("".join(f"{_cut(line, size)}\n" for line in found.lines), nl=False)
    else:
        click.echo("".join(f"{line}\n" for line in _whole(found.lines)), nl=False)
    _remark(found)


def _whole(lines: Sequence[Line]) -> Iterator[str]:
    """Whole sentences, each with its counterparts below, under the document that they stand in."""
    for _name, group in groupby(lines, lambda it: it.document):
        some_lines = list(group)
        first = some_lines[0]
        title = first.title or _("untitled")
        name = _("{title} (invented)").format(title=title) if first.invented else title
        about = "  ".join(part for part in (first.date, first.body) if part)
        yield f"{_dim(first.document)}  {click.style(clean(name), bold=True)}  {_dim(clean(about))}".rstrip()
        for line in some_lines:
            yield f"  {_dim(padded(line.anchor, _EDGE))}{marked(line.sentence.text, line.spans)}"
            for each in line.counterparts:
                yield f"  {_dim(padded(each.anchor or each.language, _EDGE))}{_counterpart(each)}"


def _counterpart(each: Counterpart) -> str:
    if not each.sentences:
        return _dim("—")
    spans = [*each.spans, *[()] * (len(each.sentences) - len(each.spans))]
    texts = [marked(one.text, marks) for one, marks in zip(each.sentences, spans, strict=True)]
    return between_sentences(each.language).join(texts)


def _cut(line: Line, size: int) -> str:
    """A line of `size` cells around the first of what was found."""
    text = clean(line.sentence.text)
    start, end = line.spans[0] if line.spans else (0, 0)
    room = max(size - width(text[start:end]) - _EDGE - 4, 2)
    before = clipped(text[:start].rstrip(), room // 2, left=True)
    after = clipped(text[end:].lstrip(), room - room // 2)
    indent = " " * (room // 2 - width(before))
    name = _dim(padded(line.anchor, _EDGE))
    return f"{name}{indent}{before} {click.style(text[start:end], reverse=True)} {after}".rstrip()


def _by_year(years: Sequence[Year]) -> list[list[str]]:
    words = wording()
    head = [_("year"), _("lines"), _("documents"), _("of"), _("in 1,000 sentences"), _("95% interval")]
    rows = [
        [
            each.year or _("undated"),
            words.count(each.hits),
            words.count(each.documents),
            words.count(each.of_documents),
            words.decimal(each.rate),
            f"{words.decimal(each.low)}–{words.decimal(each.high)}",
        ]
        for each in years
    ]
    return [head, *rows] if rows else []


def _remark(found: Concordance) -> None:
    """What is said besides: how the query was read, what else it may mean, how much there is."""
    for reading in found.readings:
        if reading.manner != "written":
            say(_("Read as {said} ({language}).").format(said=clean(reading.said), language=reading.language))
    if others := not_yet_said(found):
        say(_("Perhaps you meant: {words}").format(words=", ".join(map(clean, others))))
    say(of_concordance(found, locale()) if found.total else _("Nothing was found."))


def _dim(text: str) -> str:
    return click.style(text, dim=True) if text.strip() else text
