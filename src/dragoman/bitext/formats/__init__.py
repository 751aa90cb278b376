"""What comes out of an alignment: text for programs, spreadsheets, translation tools and people.

`FORMATS` is the one table of them; `render` writes one, `from_json` reads back what "json" wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.bitext.formats.beads import beads
from dragoman.bitext.formats.page import page
from dragoman.bitext.formats.stored import from_json, to_json
from dragoman.bitext.formats.tmx import tmx
from dragoman.bitext.formats.tsv import tsv
from dragoman.bitext.model import Alignment
from dragoman.errors import InputError

__all__ = ["FORMATS", "Format", "form_named", "from_json", "render"]


@dataclass(frozen=True, slots=True)
class Format:
    """One form: how its files end, and the function that makes it.

    The function takes the alignment and the language of the interface, which only the page for people uses.
    """

    suffix: str
    made: Callable[[Alignment, str], str]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "beads": Format(".beads", lambda alignment, _interface: beads(alignment)),
        "tsv": Format(".tsv", lambda alignment, _interface: tsv(alignment)),
        "tmx": Format(".tmx", lambda alignment, _interface: tmx(alignment)),
        "json": Format(".json", lambda alignment, _interface: to_json(alignment)),
        "html": Format(".html", page),
    }
)


def form_named(name: str) -> Format:
    """The form of this name.

    Raises:
        InputError: there is none.
    """
    found = FORMATS.get(name)
    if found is None:
        raise InputError(
            "There is no form {name!r}.", remedy="There are: {names}.", name=name, names=", ".join(FORMATS)
        )
    return found


def render(alignment: Alignment, form: str, *, interface: str = "en") -> str:
    """The alignment as text, the same for the same alignment; to be written as UTF-8.

    Args:
        alignment: what to write.
        form: "beads", "tsv", "tmx", "json" or "html".
        interface: BCP 47 code of the language of headings and remarks in "html": "en", "ru" or "zh".

    Raises:
        InputError: there is no such form.
    """
    return form_named(form).made(alignment, interface)
