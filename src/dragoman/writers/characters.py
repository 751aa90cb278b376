"""Characters that files cannot hold."""

from __future__ import annotations

import re

# Outside the production Char of XML 1.0 (W3C, fifth edition, section 2.2). Surrogates cannot be written as
# UTF-8.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def possible(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold, so that its place is still seen."""
    return _IMPOSSIBLE.sub("\ufffd", text)
