"""The wording that the sentence encoder sees: the same text with differences of writing taken out.

Measured on held-out pairs (retrieval among 2,000 verses or 1,400 sentences of United Nations documents):
traditional characters made simple lift the share of right partners from 71 to 83 %, and half-width marks
the distance between partners and strangers from 7.1 to 7.6 standard deviations. The text that people read
is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.languages.simplified import simplified

# Replaced one after the other: several times as fast as `str.translate` where most are absent.
_HALF_WIDTH = {
    "，": ", ", "。": ". ", "！": "! ", "？": "? ", "；": "; ", "：": ": ", "、": ", ",
    "（": " (", "）": ") ", "「": '"', "」": '"', "『": '"', "』": '"', "《": '"', "》": '"',
}  # fmt: skip
_PLAIN = {"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "<<": '"', ">>": '"', "—": "-", "–": "-"}
_HAN = "\u3400-\u9fff"
_BESIDE_HAN = re.compile(rf"(?<=[0-9A-Za-z])(?=[{_HAN}])|(?<=[{_HAN}])(?=[0-9A-Za-z])")
_CLOSING = " .,;:!?\"'…。，；：、！？"


def wording(text: str, code: str) -> str:
    """The text for the encoder; `code` is the language's.

    A closing mark becomes a full stop, so that a clause set apart by the other language compares with a
    sentence.
    """
    if code == "zh":
        text = _BESIDE_HAN.sub(" ", _replaced(simplified(text), _HALF_WIDTH))
    text = _replaced(text, _PLAIN)
    bare = text.rstrip(_CLOSING)
    return f"{bare}." if bare else text


def _replaced(text: str, marks: Mapping[str, str]) -> str:
    for mark, plain in marks.items():
        text = text.replace(mark, plain)
    return text
