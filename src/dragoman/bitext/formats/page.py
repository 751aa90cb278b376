"""One page for people: both texts side by side, in one file that needs nothing else.

The style stands in the page and the page's own policy allows that style alone: no script, no picture, nothing
that is fetched. `page.css` beside this module says how it looks, and why.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from dragoman import __version__
from dragoman.bitext.formats.characters import possible
from dragoman.bitext.formats.contents import Place, places
from dragoman.bitext.formats.interface import Interface, interface
from dragoman.bitext.formats.preface import DOUBTFUL, legend, percent, summary
from dragoman.bitext.formats.tags import language_tag
from dragoman.bitext.model import Alignment, Bead
from dragoman.languages.registry import language

# From this many places on, the jump list is folded.
_FOLDED = 24


def page(alignment: Alignment, code: str = "en") -> str:
    """The alignment as an HTML page; `code` is the language of its headings and remarks ("en", "ru" or "zh").

    Row k of the page, counted from 1, is bead k - 1 and has the anchor "bk".
    """
    words = interface(code)
    marks = places(alignment)
    sides = (_Side(alignment, "source"), _Side(alignment, "target"))
    parts = [
        *_head(sides, words),
        "<body>",
        *_preface(alignment, sides, marks, words),
        '<main id="text">',
        *_table(alignment, sides, marks, words),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


class _Side:
    """How one side is written: attributes that tell browsers its language, and its own name."""

    def __init__(self, alignment: Alignment, name: str) -> None:
        source = name == "source"
        code = alignment.source_language if source else alignment.target_language
        tag = language_tag(code, alignment.source if source else alignment.target)
        self.attributes = f'lang="{_text(tag)}" dir="{language(code).direction}"'
        self.name = _text(language(code).name)
        self.code = code


def _text(text: str) -> str:
    return escape(possible(text))


@cache
def _style() -> str:
    return files("dragoman.bitext.formats").joinpath("page.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """What the browser may load (W3C, Content Security Policy Level 3): this very style."""
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(sides: tuple[_Side, _Side], words: Interface) -> Iterator[str]:
    _ = words.gettext
    style = _style()
    yield "<!doctype html>"
    yield f'<html lang="{words.tag}" dir="ltr">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f'<meta name="generator" content="Dragoman {__version__}">'
    yield f"<title>{sides[0].name} – {sides[1].name} · {_text(_('Parallel text'))}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _preface(
    alignment: Alignment, sides: tuple[_Side, _Side], marks: list[Place], words: Interface
) -> Iterator[str]:
    _ = words.gettext
    names = " – ".join(f"<bdi {side.attributes}>{side.name}</bdi>" for side in sides)
    if marks:
        yield f'<a class="skip" href="#text">{_text(_("Skip to the text"))}</a>'
    yield "<header>"
    yield f'<p class="kind">{_text(_("Parallel text"))}</p>'
    yield f"<h1>{names}</h1>"
    yield f'<p class="summary">{_text(summary(alignment, words))}</p>'
    for note in alignment.notes:
        yield f'<p class="note" lang="en">{_text(note)}</p>'
    yield "<dl>"
    for sign, meaning in legend(alignment, words):
        yield f"<div><dt>{_text(sign)}</dt><dd>{_text(meaning)}</dd></div>"
    yield "</dl>"
    yield "</header>"
    if marks:
        yield from _jump_list(marks, sides, words)


def _jump_list(marks: list[Place], sides: tuple[_Side, _Side], words: Interface) -> Iterator[str]:
    _ = words.gettext
    title = _text(_("Contents"))
    folded = len(marks) >= _FOLDED
    yield f'<nav aria-label="{title}">'
    if folded:
        yield f"<details><summary>{title}</summary>"
    yield "<ol>"
    # Headings are shown in the language that the reader knows best, if it is one of the two.
    side = 1 if sides[1].code == words.tag.partition("-")[0] else 0
    for place in marks:
        anchor = f"#b{place.row + 1}"
        if place.headings is None:
            yield f'<li><a href="{anchor}">{_text(place.words(words))}</a></li>'
        else:
            heading = _text(place.headings[side].text)
            yield f'<li class="titled"><a href="{anchor}" {sides[side].attributes}>{heading}</a></li>'
    yield "</ol>"
    if folded:
        yield "</details>"
    yield "</nav>"


def _table(
    alignment: Alignment, sides: tuple[_Side, _Side], marks: list[Place], words: Interface
) -> Iterator[str]:
    """The rows. Roles are written out because narrow screens show blocks, which would undo them."""
    _ = words.gettext
    yield '<table role="table">'
    yield f'<caption class="unseen">{_text(_("Both texts, side by side"))}</caption>'
    yield '<thead role="rowgroup"><tr role="row">'
    yield f'<th role="columnheader" scope="col"><span class="unseen">{_text(_("Row"))}</span></th>'
    for side in sides:
        yield f'<th role="columnheader" scope="col" {side.attributes}>{side.name}</th>'
    yield f'<th role="columnheader" scope="col"><span class="unseen">{_text(_("Probability"))}</span></th>'
    yield "</tr></thead>"
    yield '<tbody role="rowgroup">'
    headings = {place.row for place in marks if place.headings is not None}
    openings = _openings(alignment)
    for row, (bead, opens) in enumerate(zip(alignment, openings, strict=True)):
        kinds = {
            "opens": opens,
            "heading": row in headings,
            "doubtful": bead.probability < DOUBTFUL,
        }
        names = " ".join(name for name, holds in kinds.items() if holds)
        yield from _row(alignment, bead, row + 1, names, sides, words)
    yield "</tbody>"
    yield "</table>"


def _openings(alignment: Alignment) -> Iterator[bool]:
    """For each bead whether a new paragraph begins with it, on either side."""
    blocks = [-1, -1]
    for bead in alignment:
        opens = False
        for k, (sentences, indices) in enumerate(
            ((alignment.source, bead.source), (alignment.target, bead.target))
        ):
            # The target of a moved bead stands in a paragraph from elsewhere.
            if indices and not (k == 1 and bead.moved):
                opens |= sentences[indices[0]].block > blocks[k]
                blocks[k] = max(blocks[k], sentences[indices[-1]].block)
        yield opens


def _row(
    alignment: Alignment, bead: Bead, number: int, names: str, sides: tuple[_Side, _Side], words: Interface
) -> Iterator[str]:
    _ = words.gettext
    kind = f' class="{names}"' if names else ""
    ratio = ""
    if bead.source and bead.target and (len(bead.source), len(bead.target)) != (1, 1):
        ratio = f"<small>{len(bead.source)}&#8239;:&#8239;{len(bead.target)}</small>"
    yield f'<tr role="row" id="b{number}"{kind}>'
    yield f'<th role="rowheader" scope="row"><a href="#b{number}">{number}</a>{ratio}</th>'
    for side, text in zip(sides, alignment.texts(bead), strict=True):
        if text:
            yield f'<td role="cell" {side.attributes}>{_text(text)}</td>'
        else:
            remark = f'<i lang="{words.tag}" dir="ltr">{_text(_("no counterpart"))}</i>'
            yield f'<td role="cell" class="blank" {side.attributes}>{remark}</td>'
    sure = percent(bead.probability, words)
    remarks = []
    if bead.probability < DOUBTFUL:
        title = _("Doubtful: these sentences belong together with a probability of {percent}.")
        remarks.append(f'<span title="{_text(title.format(percent=sure))}">{sure}&#8239;?</span>')
    else:
        remarks.append(f"<span>{sure}</span>")
    if bead.moved:
        title = _text(_("Stands elsewhere in the other text."))
        remarks.append(f'<small title="{title}">{_text(_("moved"))}</small>')
    yield f'<td role="cell" class="sure">{"".join(remarks)}</td>'
    yield "</tr>"
