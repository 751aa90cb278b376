"""What the fields of an event's body may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from dragoman.marking import _
from dragoman.record.canonical import JSON, is_digest
from dragoman.record.keys import is_public_key, is_signature
from dragoman.record.names import is_signed_party

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_CODE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class FieldType:
    """What a field of a body may hold: its name and meaning for readers, and the check of a value."""

    name: str
    meaning: str
    holds: Callable[[JSON], bool]


def items(value: JSON) -> list[Any] | None:
    """What a list holds; None for what is no list."""
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else None


def is_text(value: JSON) -> bool:
    """Whether it is a text."""
    return isinstance(value, str)


def is_document(value: JSON) -> bool:
    """Whether it is the identifier of a document."""
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def is_language(value: JSON) -> bool:
    """Whether it is the code of a language."""
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def is_date(value: JSON) -> bool:
    """Whether it is a date, or ""."""
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value == ""
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True


def are_texts(value: JSON) -> bool:
    """Whether it is a list of texts."""
    texts = items(value)
    return texts is not None and all(map(is_text, texts))


def are_two_languages(value: JSON) -> bool:
    """Whether these are two codes of languages in order."""
    codes = items(value)
    return codes is not None and len(codes) == 2 and all(map(is_language, codes)) and codes[0] < codes[1]


def is_range(value: JSON) -> bool:
    """Whether it is where something begins and ends."""
    ends = items(value)
    return ends is not None and [type(end) for end in ends] == [int, int] and 0 <= ends[0] < ends[1]


def is_side(value: JSON) -> bool:
    """Whether it is a passage of an original."""
    if not isinstance(value, Mapping) or set(value) != {"original", "ranges", "words"}:
        return False
    ranges, words = items(value["ranges"]), items(value["words"])
    return (
        is_digest(value["original"])
        and ranges is not None
        and all(map(is_range, ranges))
        and all(before[1] <= after[0] for before, after in pairwise(ranges))
        and words is not None
        and all(map(is_text, words))
        and len(words) == len(ranges)
    )


def are_passages(value: JSON) -> bool:
    """Whether these are passages of two or three languages."""
    passages = items(value)
    if passages is None or not 2 <= len(passages) <= 3:
        return False
    for one in passages:
        if not isinstance(one, Mapping) or not is_language(one.get("language")):
            return False
        if not is_side({name: held for name, held in one.items() if name != "language"}):
            return False
    codes = [one["language"] for one in passages]
    return len(set(codes)) == len(codes)


TEXT = FieldType("text", _('any text; "" where it is not known'), is_text)
TEXTS = FieldType("list of texts", _("any number of texts"), are_texts)
TRUTH = FieldType("truth", _("true or false"), lambda value: isinstance(value, bool))
DATE = FieldType("date", _('2024, 2024-05 or 2024-05-16; "" where it is not known'), is_date)
IDENTIFIER = FieldType("identifier", _("up to 100 letters, digits, and . _ -"), is_document)
HASH = FieldType("hash", _("sha256: and 64 hexadecimal digits"), is_digest)
LANGUAGE = FieldType("language", _("a language code such as ru, zh, en"), is_language)
RANGE = FieldType("range", _("from character to character of the original's text"), is_range)
LANGUAGES = FieldType(
    "two languages", _("two different language codes in alphabetical order"), are_two_languages
)
SIDE = FieldType(
    "side",
    _(
        "original: the hash of the file; ranges: from character to character of its text, in rising order; "
        "words: what stands there, one for each range"
    ),
    is_side,
)


def is_slug(value: JSON) -> bool:
    """Whether it is the name of a glossary, an entry or a round."""
    return isinstance(value, str) and _SLUG.fullmatch(value) is not None


def are_texts_by_language(value: JSON) -> bool:
    """Whether it maps codes of languages to texts that say something."""
    return isinstance(value, Mapping) and all(
        is_language(code) and isinstance(text, str) and text.strip() for code, text in value.items()
    )


def are_parties(value: JSON) -> bool:
    """Whether it is a list of parties that sign, in rising order, none twice."""
    parties = items(value)
    return (
        parties is not None
        and all(map(is_signed_party, parties))
        and all(before < after for before, after in pairwise(parties))
    )


def are_languages(value: JSON) -> bool:
    """Whether it is a list of codes of languages in rising order, none twice."""
    codes = items(value)
    return (
        codes is not None
        and all(map(is_language, codes))
        and all(before < after for before, after in pairwise(codes))
    )


SAYING = FieldType(
    "text that says something",
    _("a text that is not empty"),
    lambda value: isinstance(value, str) and bool(value.strip()),
)
SLUG = FieldType("short name", _("up to 80 small letters, digits and hyphens"), is_slug)
BY_LANGUAGE = FieldType(
    "texts by language", _("from codes of languages to texts; {} for none"), are_texts_by_language
)
PARTY = FieldType(
    "party", _("a party that signs: its name, @ and the fingerprint of its first key"), is_signed_party
)
PARTIES = FieldType("parties", _("parties that sign, in rising order"), are_parties)
CODES = FieldType("languages", _("codes of languages, in rising order"), are_languages)
PUBLIC_KEY = FieldType("public key", _("ed25519: and 64 hexadecimal digits"), is_public_key)
PUBLIC_KEY_OR_NONE = FieldType(
    "public key or none",
    _('ed25519: and 64 hexadecimal digits; "" for none'),
    lambda value: value == "" or is_public_key(value),
)
SIGNATURE_OR_NONE = FieldType(
    "signature or none",
    _('the fingerprint of a key, a colon and 128 hexadecimal digits; "" for none'),
    lambda value: value == "" or is_signature(value),
)
