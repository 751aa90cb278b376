"""One page for people: both texts side by side, in one file that needs nothing else.

`page.css` beside this module, after `dragoman.look`, says how it looks, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from dragoman.bitext.formats.contents import Place, places
from dragoman.bitext.formats.preface import legend, summary
from dragoman.bitext.formats.side import Sides, html, sides
from dragoman.bitext.formats.table import table
from dragoman.bitext.model import Alignment
from dragoman.interface import Interface, interface
from dragoman.look import paper
from dragoman.look.standalone import head

# From this many places on, the jump list is folded.
_FOLDED = 24


def page(alignment: Alignment, code: str = "en") -> str:
    """The alignment as an HTML page; `code` is the language of its headings and remarks ("en", "ru" or "zh").

    Row k of the page, counted from 1, is bead k - 1 and has the anchor "bk".
    """
    words = interface(code)
    marks = places(alignment)
    both = sides(alignment)
    parts = [
        *_head(both, words),
        "<body>",
        *_preface(alignment, both, words),
        *(_jump_list(marks, both, words) if marks else ()),
        '<main id="text">',
        *table(alignment, both, marks, words),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


@cache
def _style() -> str:
    own = files("dragoman.bitext.formats").joinpath("page.css").read_text(encoding="utf-8")
    return f"{paper()}\n{own}"


def _head(both: Sides, words: Interface) -> Iterator[str]:
    kind = html(words.gettext("Parallel text"))
    return head(f"{both[0].name} – {both[1].name} · {kind}", _style(), words.tag)


def _preface(alignment: Alignment, both: Sides, words: Interface) -> Iterator[str]:
    _ = words.gettext
    skip, kind = html(_("Skip to the text")), html(_("Parallel text"))
    names = " – ".join(f"<bdi {side.attributes}>{side.name}</bdi>" for side in both)
    yield f'<a class="skip" href="#text">{skip}</a>'
    yield "<header>"
    yield f'<p class="kind">{kind}</p>'
    yield f"<h1>{names}</h1>"
    yield f'<p class="summary">{html(summary(alignment, words))}</p>'
    for note in alignment.notes:
        # gettext gives the catalogue's own heading for an empty message.
        said = words.gettext(note) if note else note
        tag = "en" if said == note else words.tag
        yield f'<p class="note" lang="{tag}">{html(said)}</p>'
    yield "<dl>"
    for sign, meaning in legend(alignment, words):
        yield f"<div><dt>{html(sign)}</dt><dd>{html(meaning)}</dd></div>"
    yield "</dl>"
    yield "</header>"


def _jump_list(marks: Sequence[Place], both: Sides, words: Interface) -> Iterator[str]:
    _ = words.gettext
    title = html(_("Contents"))
    folded = len(marks) >= _FOLDED
    yield f'<nav aria-label="{title}">'
    if folded:
        yield f"<details><summary>{title}</summary>"
    yield "<ol>"
    # Headings are shown in the language that the reader knows best, if it is one of the two.
    side = 1 if both[1].code == words.tag.partition("-")[0] else 0
    for place in marks:
        anchor = f"#b{place.row + 1}"
        if place.headings is None:
            yield f'<li><a href="{anchor}">{html(place.words(words))}</a></li>'
        else:
            heading = html(place.headings[side].text)
            yield f'<li><a href="{anchor}" {both[side].attributes}>{heading}</a></li>'
    yield "</ol>"
    if folded:
        yield "</details>"
    yield "</nav>"
