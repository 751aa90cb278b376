"""The kinds of events about documents, the corrections of their alignments, and what people judge of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.marking import _
from dragoman.record.canonical import JSON
from dragoman.record.fields import (
    DATE,
    HASH,
    IDENTIFIER,
    LANGUAGE,
    LANGUAGES,
    RANGE,
    SIDE,
    TEXT,
    TEXTS,
    TRUTH,
    FieldType,
    are_passages,
)
from dragoman.record.kind import Kind

# What is judged: words of an original that name a threat.
_NAMED: Mapping[str, FieldType] = {
    "document": IDENTIFIER,
    "language": LANGUAGE,
    "original": HASH,
    "range": RANGE,
    "words": TEXT,
    "topic": TEXT,
}

METADATA: Mapping[str, FieldType] = {
    "title": TEXT,
    "kind": TEXT,
    "body": TEXT,
    "parties": TEXTS,
    "date": DATE,
    "place": TEXT,
    "source": TEXT,
    "licence": TEXT,
    "invented": TRUTH,
}
"""What is said of a document, and may be described anew."""

_PASSAGES = FieldType(
    "passages",
    _(
        "one for each of two or three language versions: language, and original, ranges and words as of a "
        "side; no ranges where the version has nothing of it"
    ),
    are_passages,
)

# What is decided on: a difference of a kind between versions, by the words that it lies in.
_DIFFERENCE: Mapping[str, FieldType] = {"document": IDENTIFIER, "kind": TEXT, "passages": _PASSAGES}

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


DOCUMENT_KINDS = (
    Kind(
        "document.added",
        _("A document is in the workspace from now on, and this is known of it."),
        {"document": IDENTIFIER, **METADATA},
    ),
    Kind(
        "document.described",
        _("What is known of a document changes in one field, from one value to another."),
        {"document": IDENTIFIER, "field": _FIELD, "value": _VALUE, "was": _VALUE},
        _fits_its_field,
    ),
    Kind(
        "version.added",
        _("A document has a version in this language; one that it had before is kept as an earlier one."),
        {
            "document": IDENTIFIER,
            "language": LANGUAGE,
            "original": HASH,
            "name": TEXT,
            "form": TEXT,
        },
    ),
    Kind(
        "alignment.corrected",
        _("These passages, and only these, belong together; where one side is empty, it is an omission."),
        {"document": IDENTIFIER, "languages": LANGUAGES, "left": SIDE, "right": SIDE},
        _joins_something,
    ),
    Kind(
        "alignment.restored",
        _("A correction is taken back."),
        {"document": IDENTIFIER, "correction": HASH},
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
        {**_NAMED, "reason": TEXT},
        _says_why,
    ),
    Kind(
        "threat.reopened",
        _("What was said last of words that name a threat is taken back: nothing is decided of them."),
        {"document": IDENTIFIER, "judgement": HASH},
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
        {**_DIFFERENCE, "reason": TEXT},
        _lies_somewhere_and_says_why,
    ),
    Kind(
        "finding.reopened",
        _("What was said last of words in which versions may differ is taken back: nothing is decided."),
        {"document": IDENTIFIER, "decision": HASH},
    ),
)
