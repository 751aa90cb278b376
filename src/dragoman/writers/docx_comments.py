"""Comments in a copy of a Word document, at words of the text that is read from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from dragoman.marking import _
from dragoman.readers.docx import trace
from dragoman.readers.docx_names import is_strict, strict
from dragoman.readers.docx_styles import Styles
from dragoman.writers import docx_markup as markup
from dragoman.writers.docx_cuts import gap, landing
from dragoman.writers.docx_markup import CommentStyles, serialised
from dragoman.writers.docx_part import CommentsPart, numbers_of
from dragoman.writers.docx_places import Aside, Place, Places, Spot
from dragoman.writers.moments import moment, written
from dragoman.writers.packing import repacked

_BESIDE: dict[Aside, str] = {
    "note": _("Meant in the note: {words}"),
    "box": _("Meant in the text box: {words}"),
}
_QUOTED = 300


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of the characters from `start` to `end` (not included) of `Reading.text`.

    `paragraphs` are shown as they are; `initials` stand before the number of the comment.
    """

    start: int
    end: int
    paragraphs: tuple[str, ...]
    author: str = "Dragoman"
    initials: str = "D"


def commented(
    data: bytes,
    comments: Sequence[Comment],
    *,
    when: datetime | str,
    where: str = "",
    translate: Callable[[str], str] = str,
) -> bytes:
    """A copy of a DOCX with comments at words of its text, beside those that it has.

    The document reads as before (`readers.docx.read`). Runs are parted at the borders of the words; parts of
    the archive that hold neither body nor comments stay as they are, byte for byte, and the same input gives
    the same bytes. Word takes no comments in notes and text boxes: one that is meant for words there stands
    at the reference to the note or at the box, and says which words are meant, in a sentence given to
    `translate` first. A number that Word counts has no place of its own: the words after it are commented.

    Args:
        data: the document.
        comments: places are in the text of `readers.docx.read(data, ...)`; they may overlap, reach over
            paragraphs and cells, or be empty (a point).
        when: the date of the comments, in UTC where it names no other zone.
        where: what the document is called in messages.
        translate: gives a sentence in the language of the comments.

    Raises:
        InputError: a place is not within the text, or the file or `when` cannot be used.
        TooLarge: there would be more comments than Word takes.
    """
    date = moment(when)
    traced = trace(data, where)
    package, tree = traced.package, traced.body.getroottree().getroot()
    places = Places(traced)
    found = [places.place(each.start, each.end) for each in comments]
    if not comments:
        return data
    original = package.archive.read(package.main) or b""
    part = CommentsPart(package, strict=is_strict(original))
    taken = numbers_of(tree, part.root)
    markup.refuse_more(len(set(taken)) + len(comments), where)
    styles = _styles(package.related("styles"))
    first = max(taken, default=-1) + 1
    for number, (each, place) in enumerate(zip(comments, found, strict=True), start=first):
        said = [*each.paragraphs, *_beside(place, translate)]
        part.root.append(markup.comment(number, said, each.author, each.initials, written(date), styles))
    _put(tree, found, first, styles)
    changed = {package.main: serialised(tree), **part.changed()}
    if is_strict(original):
        changed |= {name: strict(changed[name]) for name in (package.main, part.name)}
    return repacked(package.archive, changed, date)


def _styles(root: etree._Element | None) -> CommentStyles:
    """The document's styles of comments: their identifiers differ between languages, their names do not."""
    styles = Styles(root)
    return CommentStyles(styles.named("annotation text"), styles.named("annotation reference"))


def _beside(place: Place, translate: Callable[[str], str]) -> list[str]:
    """Which words are meant that stand beside the body."""
    return [
        translate(_BESIDE[kind]).format(words=words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…")
        for kind, words in place.beside
    ]


def _put(tree: etree._Element, places: Sequence[Place], first: int, styles: CommentStyles) -> None:
    """Put the borders and marks of comments into a document, from its end to its beginning."""
    elements = {spot.element for place in places for spot in (place.start, place.end)}
    order = {each: number for number, each in enumerate(tree.iter()) if each in elements}

    def key(spot: Spot) -> tuple[int, int]:
        return order[spot.element], spot.offset

    ending, beginning, points = (defaultdict[Spot, list[int]](list) for _ in range(3))
    # What began last ends first, and what ends last begins first, so that comments nest.
    for number, place in sorted(enumerate(places), key=lambda each: key(each[1].start), reverse=True):
        (points if place.start == place.end else ending)[place.end].append(number)
    for number, place in sorted(enumerate(places), key=lambda each: key(each[1].end), reverse=True):
        if place.start != place.end:
            beginning[place.start].append(number)
    for spot in sorted({*ending, *beginning, *points}, key=key, reverse=True):
        here = gap(spot)
        ends = [*((number, markup.end(first + number)) for number in ending[spot])]
        borders = [border for _, border in ends]
        for number in points[spot]:
            ends.append((number, markup.end(first + number)))
            borders += [markup.begin(first + number), ends[-1][1]]
        borders += [markup.begin(first + number) for number in beginning[spot]]
        here.parent[here.place : here.place] = borders
        for number, border in reversed(ends):
            landing(border).addnext(markup.mark(first + number, styles))
