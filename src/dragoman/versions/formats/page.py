"""A report for people: one HTML file that needs nothing else.

`page.css` beside this module, after `dragoman.look`, says how it looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from dragoman.bitext.formats.side import html
from dragoman.interface import Interface, interface
from dragoman.languages.registry import language
from dragoman.look import paper
from dragoman.look.standalone import head
from dragoman.versions.formats.report import Entry, Report, Said, names, remarks, summary


def page(told: Report, code: str = "en") -> str:
    """The report as an HTML page; `code` is the language of its words ("en", "ru" or "zh")."""
    words = interface(code)
    title = f"{html(told.title)} · {html(words.gettext('Comparison of the language versions'))}"
    return (
        "\n".join((*head(title, _style(), words.tag), "<body>", *_body(told, words), "</body>", "</html>"))
        + "\n"
    )


@cache
def _style() -> str:
    own = files("dragoman.versions.formats").joinpath("page.css").read_text(encoding="utf-8")
    return f"{paper()}\n{own}"


def _body(told: Report, words: Interface) -> Iterator[str]:
    yield "<header>"
    yield f'<p class="kind">{html(words.gettext("Comparison of the language versions"))}</p>'
    yield f"<h1>{html(told.title)}</h1>"
    yield f'<p class="summary">{html(summary(told, words))}</p>'
    for note in told.comparison.notes:
        said = words.gettext(note)
        yield f'<p class="note" lang="{"en" if said == note else words.tag}">{html(said)}</p>'
    yield f'<p class="quiet">{html(" – ".join(names(told.comparison.languages)))}</p>'
    yield "</header>"
    yield "<main>"
    for entry in told.entries:
        yield from _finding(entry, words)
    yield "</main>"


def _finding(entry: Entry, words: Interface) -> Iterator[str]:
    first, *others = remarks(entry, words)
    yield f'<section id="f{entry.number}">'
    yield f'<h2><a href="#f{entry.number}">{entry.number}</a> {html(first)}</h2>'
    for remark in others:
        yield f"<p>{html(remark)}</p>"
    yield '<div class="versions">'
    for said in entry.said:
        yield from _said(said, words)
    yield "</div>"
    yield "</section>"


def _said(said: Said, words: Interface) -> Iterator[str]:
    speech = language(said.language)
    yield f'<div lang="{html(said.language)}" dir="{speech.direction}">'
    yield f'<p class="tongue">{html(speech.name)}</p>'
    if not said.sentences:
        nothing = html(words.gettext("nothing of it"))
        yield f'<p class="nothing" lang="{words.tag}">– {nothing} –</p>'
    for sentence, spans in zip(said.sentences, said.spans, strict=True):
        yield f"<p>{_marked(sentence.text, spans)}</p>"
    yield "</div>"


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """A sentence with its places marked; of places that overlap the union is."""
    parts, at = [], 0
    for start, end in spans:
        begin = max(start, at)
        if begin >= end:
            continue
        parts.append(html(text[at:begin]))
        parts.append(f"<mark>{html(text[begin:end])}</mark>")
        at = end
    parts.append(html(text[at:]))
    return "".join(parts)
