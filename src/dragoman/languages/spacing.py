"""What stands between two sentences of one paragraph."""

from __future__ import annotations

# Chinese and Japanese set sentences solid (W3C, Requirements for Chinese Text Layout 3.1.3, for Japanese
# 3.1.2). Thai, Lao, Khmer, Burmese and Tibetan leave no space between words, but one between sentences.
_SOLID = frozenset({"zh", "ja"})


def between_sentences(code: str) -> str:
    """What joins two sentences of the language with this BCP 47 primary subtag: "" or a space."""
    return "" if code in _SOLID else " "
