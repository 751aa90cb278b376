"""The rows of the reader as HTML.

A page has a thousand of them, so they are written here and not in the template: what all have in common is
made once, and the texts alone are escaped row by row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from dragoman.bitext.formats.preface import DOUBTFUL
from dragoman.bitext.formats.side import html
from dragoman.bitext.model import Sentence
from dragoman.record.events import Event
from dragoman.terms.model import Mark
from dragoman.versions.model import KINDS
from dragoman.web.columns import Column
from dragoman.web.signs import Signs
from dragoman.web.slugs import readable, slug
from dragoman.web.visit import Visit
from dragoman.web.wording import Wording
from dragoman.workspace.model import Parallel, ParallelRow

Marks: TypeAlias = Mapping[str, Mapping[int, Sequence[Mark]]]
"""Terms by language and by where their sentence begins in its text; in order, none inside another."""

# What HTML takes for its own, and what it cannot hold (`html`).
_SPECIAL = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Of a time, the day.
_DAY = len("2026-11-22")


class Lines:
    """Writes the rows of one page; `events` are those that corrected any of them.

    `marks` are the terms in the sentences, which lead to their pages; `signs` the findings in the rows, which
    lead to theirs.
    """

    def __init__(
        self,
        visit: Visit,
        parallel: Parallel,
        columns: Sequence[Column],
        events: Mapping[str, Event],
        marks: Marks | None = None,
        signs: Signs | None = None,
    ) -> None:
        self._wording, gettext = Wording(visit.locale), visit.locale.words.gettext
        self._parallel, self._columns, self._events = parallel, columns, events
        self._together = len(columns) > 1
        self._mend = gettext("Correct row {number}")
        self._mended = gettext("Corrected by {author}, {day}")
        self._doubtful = gettext("Doubtful: these sentences belong together with a probability of {percent}.")
        nothing, self._correct = html(gettext("no counterpart")), html(gettext("correct"))
        self._corrected = html(gettext("corrected"))
        elsewhere, moved = html(gettext("Stands elsewhere in the other text.")), html(gettext("moved"))
        self._moved = f'<small title="{elsewhere}">{moved}</small>'
        self._starts = [f'<td role="cell" lang="{html(one.tag)}" dir="{one.direction}"' for one in columns]
        self._blank = f' class="blank"><i lang="{visit.locale.words.tag}" dir="ltr">{nothing}</i></td>'
        self._base = html(visit.link(f"/documents/{parallel.document.id}/rows/"))
        self._marks, self._terms = marks or {}, html(visit.link("/terms/"))
        self._signs, self._gettext, self._comma = signs or {}, gettext, gettext(", ")
        self._differs = html(gettext("differs?"))
        self._may_differ = gettext("The versions may differ here: {kinds}")
        self._compared = html(visit.link(f"/documents/{parallel.document.id}/compare"))
        self._openings: dict[str, dict[str, str]] = {one.code: {} for one in columns}
        self._queries = {code: html(_query(visit, code, parallel.languages)) for code in parallel.languages}

    def html(self) -> str:
        """All rows."""
        return "\n".join(map(self._row, self._parallel.rows))

    def _row(self, row: ParallelRow) -> str:
        number = self._wording.count(row.number)
        doubtful = row.probability < DOUBTFUL
        differing = self._differing(row.anchor)
        margin = self._margin(row, number, doubtful, differing) if self._together else differing
        cells = "".join(
            f"{start}>{self._text(column, cell.sentences)}</td>" if cell.sentences else start + self._blank
            for start, column, cell in zip(self._starts, self._columns, row.cells, strict=True)
        )
        return (
            f'<tr role="row" id="{row.anchor}"{_kinds(row, doubtful)}><th role="rowheader" scope="row">'
            f'<a href="#{row.anchor}">{number}</a>{_ratio(row)}</th>{cells}'
            f'<td role="cell" class="sure">{margin}</td></tr>'
        )

    def _text(self, column: Column, sentences: Sequence[Sentence]) -> str:
        """The words of a cell, the terms in them as links."""
        if not self._marks:
            return html(column.joint.join([one.text for one in sentences]))
        return column.joint.join([self._marked(column.code, one) for one in sentences])

    def _marked(self, code: str, sentence: Sentence) -> str:
        """A sentence with its terms as links; most need no escaping, which would take a page of them long."""
        found, text = self._marks.get(code, {}).get(sentence.start, ()), sentence.text
        if not found:
            return html(text)
        written = html if _SPECIAL.search(text) else str
        openings, parts, at = self._openings[code], list[str](), 0
        for mark in found:
            opening = openings.get(mark.key) or self._opening(mark)
            parts += (written(text[at : mark.start]), opening, written(text[mark.start : mark.end]), "</a>")
            at = mark.end
        parts.append(written(text[at:]))
        return "".join(parts)

    def _opening(self, mark: Mark) -> str:
        """The beginning of the link to a term's page; letters stay letters: a page has thousands of these."""
        path = html(readable(slug(mark.form)))
        opening = f'<a class="term" href="{self._terms}{path}?in={mark.language}">'
        self._openings[mark.language][mark.key] = opening
        return opening

    def _margin(self, row: ParallelRow, number: str, doubtful: bool, differing: str) -> str:
        """How sure the row is or who corrected it, whether it was moved or may differ, and where it can be
        corrected.
        """
        address, moved = self._address(row), self._moved if row.moved else ""
        if row.corrected:
            title = html(self._author(row))
            link = f'<a class="mended" href="{address}#corrections" title="{title}">{self._corrected}</a>'
            return link + moved + differing
        shown = html(self._wording.percentage(row.probability))
        title = f' title="{html(self._doubtful.format(percent=shown))}"' if doubtful else ""
        label = html(self._mend.format(number=number))
        return (
            f"<span{title}>{shown}{'&#8239;?' if doubtful else ''}</span>{moved}{differing}"
            f'<a class="mend" href="{address}" aria-label="{label}">{self._correct}</a>'
        )

    def _differing(self, anchor: str) -> str:
        """The way to the first finding in a row; its title says what all of them are."""
        found = self._signs.get(anchor, ())
        if not found:
            return ""
        kinds = self._comma.join(dict.fromkeys(self._gettext(KINDS[one.kind]) for one in found))
        title = html(self._may_differ.format(kinds=kinds))
        address = f"{self._compared}#f-{html(found[0].id)}"
        return f'<a class="differs" href="{address}" title="{title}">{self._differs}</a>'

    def _address(self, row: ParallelRow) -> str:
        language = next(cell.language for cell in row.cells if cell.sentences)
        return f"{self._base}{row.anchor}{self._queries[language]}"

    def _author(self, row: ParallelRow) -> str:
        event = max((self._events[name] for name in row.corrected), key=lambda one: one.time)
        return self._mended.format(
            author=event.author or event.party, day=self._wording.day(event.time[:_DAY])
        )


def _query(visit: Visit, first: str, languages: Sequence[str]) -> str:
    """What names the columns for a row whose anchor is in one of them."""
    others = [code for code in languages if code != first]
    return "?" + visit.link("", {"in": first, "with": others}).partition("?")[2]


def _kinds(row: ParallelRow, doubtful: bool) -> str:
    kinds = (
        ("opens", row.opens),
        ("heading", row.kind == "heading"),
        ("doubtful", doubtful),
        ("corrected", bool(row.corrected)),
    )
    names = " ".join(name for name, holds in kinds if holds)
    return f' class="{names}"' if names else ""


def _ratio(row: ParallelRow) -> str:
    """ "2 : 1", nothing where it is one to one or a side is empty."""
    counts = [len(cell.sentences) for cell in row.cells]
    if len(counts) < 2 or 0 in counts or set(counts) == {1}:
        return ""
    return f"<small>{'&#8239;:&#8239;'.join(map(str, counts))}</small>"
