"""Every kind of event, what it means, and what its body must hold.

The table is append-only: a kind keeps its name, its meaning and its fields for ever, as records that hold it
are never rewritten. What needs other fields is another kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from dragoman.marking import _
from dragoman.record.canonical import JSON, is_digest

_DOCUMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class FieldType:
    """What a field of a body may hold: its name and meaning for readers, and the check of a value."""

    name: str
    meaning: str
    holds: Callable[[JSON], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event. `rule` checks what no field alone can say: None, or a template of what is wrong."""

    name: str
    meaning: str
    fields: Mapping[str, FieldType]
    rule: Callable[[Mapping[str, JSON]], str | None] = lambda _body: None

    def fault(self, body: Mapping[str, JSON]) -> tuple[str, dict[str, object]] | None:
        """What is wrong with a body, as a template and its values; None if nothing is."""
        for name in sorted(self.fields.keys() ^ body.keys()):
            what = (
                _("The field {field!r} is missing.")
                if name in self.fields
                else _("There is no field {field!r}.")
            )
            return what, {"field": name}
        for name, expected in self.fields.items():
            if not expected.holds(body[name]):
                what = _("The field {field!r} does not hold what it must ({type}).")
                return what, {"field": name, "type": expected.name}
        wrong = self.rule(body)
        return (wrong, {}) if wrong else None


def _items(value: JSON) -> list[Any] | None:
    """What a list holds; None for what is no list."""
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else None


def _is_text(value: JSON) -> bool:
    return isinstance(value, str)


def _is_document(value: JSON) -> bool:
    return isinstance(value, str) and _DOCUMENT.fullmatch(value) is not None


def _is_language(value: JSON) -> bool:
    return isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None


def _is_date(value: JSON) -> bool:
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value == ""
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True


def _are_texts(value: JSON) -> bool:
    texts = _items(value)
    return texts is not None and all(map(_is_text, texts))


def _are_two_languages(value: JSON) -> bool:
    codes = _items(value)
    return codes is not None and len(codes) == 2 and all(map(_is_language, codes)) and codes[0] < codes[1]


def _is_range(value: JSON) -> bool:
    ends = _items(value)
    return ends is not None and [type(end) for end in ends] == [int, int] and 0 <= ends[0] < ends[1]


def _is_side(value: JSON) -> bool:
    if not isinstance(value, Mapping) or set(value) != {"original", "ranges", "words"}:
        return False
    ranges, words = _items(value["ranges"]), _items(value["words"])
    return (
        is_digest(value["original"])
        and ranges is not None
        and all(map(_is_range, ranges))
        and all(before[1] <= after[0] for before, after in pairwise(ranges))
        and words is not None
        and all(map(_is_text, words))
        and len(words) == len(ranges)
    )


def _are_passages(value: JSON) -> bool:
    passages = _items(value)
    if passages is None or not 2 <= len(passages) <= 3:
        return False
    for one in passages:
        if not isinstance(one, Mapping) or not _is_language(one.get("language")):
            return False
        if not _is_side({name: held for name, held in one.items() if name != "language"}):
            return False
    codes = [one["language"] for one in passages]
    return len(set(codes)) == len(codes)


_TEXT = FieldType("text", _('any text; "" where it is not known'), _is_text)
_TEXTS = FieldType("list of texts", _("any number of texts"), _are_texts)
_TRUTH = FieldType("truth", _("true or false"), lambda value: isinstance(value, bool))
_DATE_TYPE = FieldType("date", _('2024, 2024-05 or 2024-05-16; "" where it is not known'), _is_date)
_IDENTIFIER = FieldType("identifier", _("up to 100 letters, digits, and . _ -"), _is_document)
_HASH = FieldType("hash", _("sha256: and 64 hexadecimal digits"), is_digest)
_LANGUAGE_TYPE = FieldType("language", _("a language code such as ru, zh, en"), _is_language)
_RANGE = FieldType("range", _("from character to character of the original's text"), _is_range)
_LANGUAGES = FieldType(
    "two languages", _("two different language codes in alphabetical order"), _are_two_languages
)
_SIDE = FieldType(
    "side",
    _(
        "original: the hash of the file; ranges: from character to character of its text, in rising order; "
        "words: what stands there, one for each range"
    ),
    _is_side,
)

# What is judged: words of an original that name a threat.
_NAMED: Mapping[str, FieldType] = {
    "document": _IDENTIFIER,
    "language": _LANGUAGE_TYPE,
    "original": _HASH,
    "range": _RANGE,
    "words": _TEXT,
    "topic": _TEXT,
}

METADATA: Mapping[str, FieldType] = {
    "title": _TEXT,
    "kind": _TEXT,
    "body": _TEXT,
    "parties": _TEXTS,
    "date": _DATE_TYPE,
    "place": _TEXT,
    "source": _TEXT,
    "licence": _TEXT,
    "invented": _TRUTH,
}
"""What is said of a document, and may be described anew."""

_PASSAGES = FieldType(
    "passages",
    _(
        "one for each of two or three language versions: language, and original, ranges and words as of a "
        "side; no ranges where the version has nothing of it"
    ),
    _are_passages,
)

# What is decided on: a difference of a kind between versions, by the words that it lies in.
_DIFFERENCE: Mapping[str, FieldType] = {"document": _IDENTIFIER, "kind": _TEXT, "passages": _PASSAGES}

_FIELD = FieldType(
    "field",
    _("one of the fields of document.added but the identifier"),
    lambda value: isinstance(value, str) and value in METADATA,
)
_VALUE = FieldType(
    "value", _("what that field may hold"), lambda value: any(t.holds(value) for t in METADATA.values())
)


def _fits_its_field(body: Mapping[str, JSON]) -> str | None:
    expected = METADATA[str(body["field"])]
    if expected.holds(body["value"]) and expected.holds(body["was"]):
        return None
    return _("The value is not what this field may hold.")


def _joins_something(body: Mapping[str, JSON]) -> str | None:
    for side in ("left", "right"):
        value = body[side]
        if isinstance(value, Mapping) and value["ranges"]:
            return None
    return _("Both sides are empty.")


def _lies_somewhere(body: Mapping[str, JSON]) -> str | None:
    passages: Any = body["passages"]
    return None if any(one["ranges"] for one in passages) else _("No words are named.")


def _lies_somewhere_and_says_why(body: Mapping[str, JSON]) -> str | None:
    return _lies_somewhere(body) or _says_why(body)


def _says_why(body: Mapping[str, JSON]) -> str | None:
    return None if str(body["reason"]).strip() else _("The reason is missing.")


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "document.added",
            _("A document is in the workspace from now on, and this is known of it."),
            {"document": _IDENTIFIER, **METADATA},
        ),
        Kind(
            "document.described",
            _("What is known of a document changes in one field, from one value to another."),
            {"document": _IDENTIFIER, "field": _FIELD, "value": _VALUE, "was": _VALUE},
            _fits_its_field,
        ),
        Kind(
            "version.added",
            _("A document has a version in this language; one that it had before is kept as an earlier one."),
            {
                "document": _IDENTIFIER,
                "language": _LANGUAGE_TYPE,
                "original": _HASH,
                "name": _TEXT,
                "form": _TEXT,
            },
        ),
        Kind(
            "alignment.corrected",
            _("These passages, and only these, belong together; where one side is empty, it is an omission."),
            {"document": _IDENTIFIER, "languages": _LANGUAGES, "left": _SIDE, "right": _SIDE},
            _joins_something,
        ),
        Kind(
            "alignment.restored",
            _("A correction is taken back."),
            {"document": _IDENTIFIER, "correction": _HASH},
        ),
        Kind(
            "threat.confirmed",
            _(
                "These words of a document name a threat of this topic. It takes the place of what was said "
                "of them before."
            ),
            _NAMED,
        ),
        Kind(
            "threat.rejected",
            _(
                "These words of a document name no threat of this topic. It takes the place of what was said "
                "of them before."
            ),
            {**_NAMED, "reason": _TEXT},
            _says_why,
        ),
        Kind(
            "threat.reopened",
            _("What was said last of words that name a threat is taken back: nothing is decided of them."),
            {"document": _IDENTIFIER, "judgement": _HASH},
        ),
        Kind(
            "finding.accepted",
            _(
                "The language versions of a document differ in substance in these words. It takes the place "
                "of what was said of them before."
            ),
            _DIFFERENCE,
            _lies_somewhere,
        ),
        Kind(
            "finding.dismissed",
            _(
                "The language versions of a document do not differ in substance in these words. It takes the "
                "place of what was said of them before."
            ),
            {**_DIFFERENCE, "reason": _TEXT},
            _lies_somewhere_and_says_why,
        ),
        Kind(
            "finding.reopened",
            _("What was said last of words in which versions may differ is taken back: nothing is decided."),
            {"document": _IDENTIFIER, "decision": _HASH},
        ),
    )
}
"""The kinds by their names."""


def kind_fault(kind: str, body: Mapping[str, JSON]) -> tuple[str, dict[str, object]] | None:
    """What is wrong with an event's kind or body, as a template and its values; None if nothing is."""
    if kind not in KINDS:
        return _("There is no kind of event {kind!r}; a newer Dragoman may know it."), {"kind": kind}
    return KINDS[kind].fault(body)
