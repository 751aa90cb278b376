"""Translation Memory eXchange 1.4b (LISA OSCAR 2005), for translation tools.

There is no date in it, so that the same alignment always gives the same file, and no DOCTYPE, because a
reader that follows one would look for the DTD beside the file.
"""

from __future__ import annotations

from html import escape

from dragoman.bitext.formats.tags import language_tag
from dragoman.bitext.model import Alignment
from dragoman.version import __version__
from dragoman.writers.characters import possible


def _text(text: str) -> str:
    return escape(possible(text), quote=False).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return escape(possible(text))


def tmx(alignment: Alignment) -> str:
    """Every bead with text on both sides as a translation unit, with its probability as a property.

    A unit's `tuid` is the number of its bead, counted from 1: "b12", the same as the anchor on the page for
    people.
    """
    source = _attribute(language_tag(alignment.source_language, alignment.source))
    target = _attribute(language_tag(alignment.target_language, alignment.target))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f'<header creationtool="Dragoman" creationtoolversion="{__version__}" segtype="sentence" '
        f'o-tmf="dragoman" adminlang="en" srclang="{source}" datatype="plaintext">',
        f'<prop type="x-dragoman-method">{_text(alignment.method)}</prop>',
        "</header>",
        "<body>",
    ]
    for number, bead in enumerate(alignment, start=1):
        texts = alignment.texts(bead)
        if not all(text.strip() for text in texts):
            continue
        lines += [
            f'<tu tuid="b{number}">',
            f'<prop type="x-dragoman-probability">{bead.probability:.4f}</prop>',
        ]
        if bead.moved:
            lines.append('<prop type="x-dragoman-moved">true</prop>')
        lines += [
            f'<tuv xml:lang="{tag}"><seg>{_text(text)}</seg></tuv>'
            for tag, text in zip((source, target), texts, strict=True)
        ]
        lines.append("</tu>")
    lines += ["</body>", "</tmx>"]
    return "\n".join(lines) + "\n"
