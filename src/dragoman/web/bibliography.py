"""Documents as a bibliography in BibTeX, in UTF-8, as BibLaTeX with Biber and most programs read it.

Reference: Patashnik, O. 1988. BibTeXing, 2-4; Kime, P. et al. 2024. The biblatex Package 3.20, 2.1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.workspace.model import Document
from dragoman.writers.characters import possible

# What TeX takes for a command. Braces are named, since BibTeX counts even those that a backslash precedes.
_SIGNS: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#$_"},
}
_TABLE = str.maketrans(dict(_SIGNS))
_ADDRESS = re.compile(r"https?://[^\s{}\\]+")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Documents to be cited, and the name of the file that they are saved as."""

    name: str
    documents: Sequence[Document]

    def bibtex(self) -> str:
        """An entry a document, in the order of the documents; "" for none."""
        return "\n".join(map(entry, self.documents))


def entry(document: Document) -> str:
    """A document as an entry of BibTeX; its key is the identifier that it has in the workspace."""
    about = document.about
    found: dict[str, str] = {
        "title": f"{{{escaped(about.title or document.title_in('en') or document.id)}}}",
        # Braces keep a body's name from being taken apart as a person's.
        "author": f"{{{escaped(about.body)}}}" if about.body else "",
        "date": about.date if _DATE.fullmatch(about.date) else "",
        "year": about.date[:4] if _DATE.fullmatch(about.date) else "",
        "type": escaped(about.kind),
        "address": escaped(about.place),
        "url": about.source if _ADDRESS.fullmatch(about.source) else "",
        "howpublished": "" if _ADDRESS.fullmatch(about.source) else escaped(about.source),
        "note": escaped("; ".join(_remarks(document))),
    }
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in found.items() if value)
    return f"@misc{{dragoman-{document.id},\n{fields}}}\n"


def escaped(text: str) -> str:
    """A text as TeX sets it: on one line, no sign in it a command."""
    return " ".join(possible(text).split()).translate(_TABLE)


def _remarks(document: Document) -> Iterable[str]:
    """What a reader has to know besides, and the hash by which each original is known."""
    if document.about.invented:
        yield "invented for demonstration"
    if document.about.parties:
        yield "parties: " + ", ".join(document.about.parties)
    if document.about.licence:
        yield f"licence: {document.about.licence}"
    for version in document.versions:
        yield f"original in {version.language}: {version.original}"
