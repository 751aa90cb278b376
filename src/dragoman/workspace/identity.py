"""Public identifiers: made from content, so that two copies of one workspace give the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

# Crockford's base 32: no letter that is read as another or as a digit.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 10
SHORTEST = 4


def document_id(originals: Iterable[str]) -> str:
    """The identifier of a document that is begun with these originals, in whatever order: 10 characters.

    50 bits: among a million documents two share one with a probability of 1 in 2,000.
    """
    return _short("document", sorted(originals))


def job_id(kind: str, document: str, event: str) -> str:
    """The identifier of the job that an event, or the wish to rebuild it, causes."""
    return _short("job", [kind, document, event])


def mention_id(original: str, language: str, first: int, last: int, topic: str) -> str:
    """The identifier of what an original names as a threat, by its characters and topic."""
    return _short("mention", [original, language, str(first), str(last), topic])


def finding_id(kind: str, places: Iterable[tuple[str, str, Sequence[Sequence[int]]]]) -> str:
    """The identifier of a difference between versions, by its kind and the characters of the originals.

    `places` are language, original and ranges of each version, in any order.
    """
    return _short("finding", [kind, *(json.dumps(place) for place in sorted(places))])


def anchor(language: str, start: int) -> str:
    """The place of a sentence in its document: language and offset, such as "ru1532"."""
    return f"{language}{start}"


def _short(name: str, parts: list[str]) -> str:
    number = int.from_bytes(hashlib.sha256(json.dumps([name, *parts]).encode()).digest(), "big")
    digits = []
    for _ in range(_LENGTH):
        number, digit = divmod(number, 32)
        digits.append(_DIGITS[digit])
    return "".join(digits)
