"""Symbols and numbers of documents (A/RES/70/1, 65/100, 1325 (2000)), the same in all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.versions.values.labels import latin

_SYMBOL = re.compile(
    r"(?<![\w/])[A-ZА-Я][A-Za-zА-Яа-я]*(?:\.[A-Za-z]+)*(?>(?:/[A-Za-zА-Я0-9.()_-]*[A-Za-zА-Я0-9)])+)"
)
_SUPPLEMENT = re.compile(r"\b(?:Add|Rev|Corr|Amend)\.\s?\d+")
_SESSION_AND_NUMBER = re.compile(
    r"(?<![\d/.,])(?:[A-Z]{1,2}-)?\d{1,4}/(?:[A-Z]{2,4}\.)?\d{1,4}(?![\d/]|[.,]\d)(?:\s?[A-ZА-Е](?!\w))?"
)
_NUMBER_AND_YEAR = re.compile(
    r"(?<![\d/.,])(?<!\d\s)\d{1,4}(?:\s?[A-ZА-Е])?\s?[(（](?:19\d\d|20\d\d|(?:[SES]{1,2}-)?[IVXLІХ]{1,8})[)）]"
)
_ANNOUNCED = re.compile(
    r"(?:resolutions?|decisions?|резолюци\w+|решени\w+|第|nos?\.|№)\s?$|\d/\d+(?:\s[A-Z])?(?:\s?[,、和и]|\sand)\s?第?$",
    re.IGNORECASE,
)
_LARGEST_DENOMINATOR = 12
_LAST_LETTER = re.compile(r"(?<=\d)\s?[A-ZА-Е](?=\(|$)")
_LOOK_BACK = 24
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def symbols(text: str) -> Iterator[tuple[int, int, str]]:
    """From where to where each symbol stands, with its key; addresses have an empty key."""
    if "://" in text or "www." in text or "@" in text:
        for match in _ADDRESS.finditer(text):
            yield match.start(), match.end(), ""
    if "/" in text:
        for match in _SYMBOL.finditer(text):
            if any(map(str.isdecimal, match[0])):
                yield match.start(), match.end(), latin(match[0]).upper()
        for match in _SESSION_AND_NUMBER.finditer(text):
            if not _is_fraction(text, match):
                yield match.start(), match.end(), _bare(match[0])
    for match in _SUPPLEMENT.finditer(text):
        yield match.start(), match.end(), match[0].replace(" ", "").upper()
    if "(" in text or "（" in text:
        for match in _NUMBER_AND_YEAR.finditer(text):
            yield match.start(), match.end(), _bare(match[0])


def _bare(written: str) -> str:
    """The key without spaces, and without the letter of one of several resolutions, which often falls."""
    key = latin(written).replace("（", "(").replace("）", ")").replace(" ", "").replace("\u00a0", "")
    return _LAST_LETTER.sub("", key)


def _is_fraction(text: str, match: re.Match[str]) -> bool:
    """Whether 1/2 or 3/4 is meant."""
    above, _, below = match[0].partition("/")
    if not (above.isdecimal() and below.isdecimal()):
        return False
    if not 0 < int(above) < int(below) <= _LARGEST_DENOMINATOR:
        return False
    return _ANNOUNCED.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]) is None
