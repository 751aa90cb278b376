"""Translation memories: TMX 1.4b, one reading a language, each segment kept whole.

Codes of the program that a segment comes from (bpt, ept, it, ph, ut) go with all that is in them.

Reference: TMX 1.4b Specification, Localization Industry Standards Association 2005.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from dragoman.errors import InputError
from dragoman.marking import _
from dragoman.readers.manuscript import Manuscript
from dragoman.readers.reading import Reading
from dragoman.readers.xml import elements

METHOD = "tmx.v1"

SEVERAL_VARIANTS = _("Some units hold a language more than once; all its segments were kept.")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})


def read(data: bytes, where: str) -> tuple[Reading, ...]:
    """Read a TMX file; languages in the order in which they come first.

    Raises:
        Unsafe: it declares entities.
        InputError: it is damaged, or holds fewer than two languages.
    """
    sides: dict[str, Manuscript] = {}
    keys: Counter[str] = Counter()
    notes: tuple[str, ...] = ()
    for number, unit in enumerate(elements(data, "tu", where), start=1):
        name = unit.get("tuid") or str(number)
        keys[name] += 1
        # Memories that were put together have one name for several units.
        key = name if keys[name] == 1 else f"{name}#{number}"
        seen = set()
        for variant in unit.iterchildren("{*}tuv"):
            language = _tag(variant.get(_LANG) or variant.get("lang") or "")
            segment = variant.find("{*}seg")
            words = "" if segment is None else " ".join(_words(segment).split())
            if not language or not words:
                continue
            if language in seen:
                notes = (SEVERAL_VARIANTS,)
            seen.add(language)
            sides.setdefault(language, Manuscript()).add(words, "segment", key=key)
    if len(sides) < 2:
        raise InputError(
            "The translation memory holds {count} languages; a text and its translation are two.",
            where=where,
            remedy="Check that its units name their languages (xml:lang), and that they hold text.",
            count=len(sides),
        )
    alone = Counter(map(_primary, sides))
    return tuple(
        side.reading(
            "tmx",
            METHOD,
            where,
            # "zh" for "zh-Hans", unless there is "zh-Hant" too.
            language=_primary(language) if alone[_primary(language)] == 1 else language,
            notes=notes,
        )
        for language, side in sides.items()
    )


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _tag(written: str) -> str:
    """A BCP 47 tag as it is usually written: "zh-Hans", "en-GB"."""
    first, *others = written.strip().replace("_", "-").split("-")
    shaped = [part.title() if len(part) == 4 else part.upper() for part in others]
    return "-".join([first.lower(), *shaped])


def _words(segment: etree._Element) -> str:
    """The text of a segment without codes."""
    pieces = [segment.text or ""]
    for child in segment:
        if etree.QName(child).localname not in _CODES:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
