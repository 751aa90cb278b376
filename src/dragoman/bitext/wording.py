"""The wording that the sentence encoder sees: the same text with differences of writing taken out.

Measured on held-out pairs (retrieval among 2,000 verses or 1,400 sentences of United Nations documents):
traditional characters made simple lift the share of right partners from 71 to 83 %, and half-width marks
the distance between partners and strangers from 7.1 to 7.6 standard deviations. The text that people read
is never changed.
"""

from __future__ import annotations

import re

from dragoman.languages.simplified import simplified

_HALF_WIDTH = str.maketrans(
    {
        "，": ", ", "。": ". ", "！": "! ", "？": "? ", "；": "; ", "：": ": ", "、": ", ",
        "（": " (", "）": ") ", "「": '"', "」": '"', "『": '"', "』": '"', "《": '"', "》": '"',
    }
)  # fmt: skip
_PLAIN = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "—": "-", "–": "-"})
_HAN = "\u3400-\u9fff"
_BESIDE_HAN = re.compile(rf"(?<=[0-9A-Za-z])(?=[{_HAN}])|(?<=[{_HAN}])(?=[0-9A-Za-z])")
_CLOSING = " .,;:!?\"'…。，；：、！？"


def wording(text: str, code: str) -> str:
    """The text for the encoder; `code` is the language's.

    A closing mark becomes a full stop, so that a clause set apart by the other language compares with a
    sentence.
    """
    if code == "zh":
        text = _BESIDE_HAN.sub(" ", simplified(text).translate(_HALF_WIDTH))
    text = text.translate(_PLAIN).replace("<<", '"').replace(">>", '"')
    bare = text.rstrip(_CLOSING)
    return f"{bare}." if bare else text
