"""A report as JSON.

The schema is described in docs/comparing.md. Keys are never renamed; a change that old readers would get
wrong raises `VERSION`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dragoman.interface import Interface
from dragoman.versions.formats.report import Entry, Report, Said, remarks

FORMAT = "dragoman-comparison"
VERSION = 1


def to_json(told: Report, words: Interface) -> str:
    """The findings of a report with the sentences that they stand in; reasons are in a language of people."""
    comparison = told.comparison
    stored = {
        "format": FORMAT,
        "version": VERSION,
        "method": comparison.method,
        "title": told.title,
        "languages": comparison.languages,
        "sentences": {
            code: len(side) for code, side in zip(comparison.languages, comparison.sides, strict=True)
        },
        "rows": len(comparison.rows),
        "line": told.line,
        "below": told.below,
        "notes": comparison.notes,
        "findings": [_entry(entry, words) for entry in told.entries],
    }
    return json.dumps(stored, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _entry(entry: Entry, words: Interface) -> Mapping[str, Any]:
    finding = entry.finding
    decided = entry.decided
    return {
        "number": entry.number,
        "kind": finding.kind,
        "row": finding.row + 1,
        "probability": finding.probability,
        "reason": finding.reason.said(words.gettext),
        "said": remarks(entry, words),
        "alone": finding.alone,
        "id": decided.name,
        "state": decided.state,
        "decision": decided.reason,
        "versions": [_said(said, finding.places[column]) for column, said in enumerate(entry.said)],
    }


def _said(said: Said, places: Any) -> Mapping[str, Any]:
    text = dict(zip(said.numbers, said.sentences, strict=True))
    return {
        "language": said.language,
        "sentences": [
            {"number": number + 1, "start": one.start, "end": one.end, "text": one.text}
            for number, one in text.items()
        ],
        "places": [
            {
                "sentence": place.sentence + 1,
                "start": place.start,
                "end": place.end,
                "first": place.first,
                "last": place.last,
                "words": text[place.sentence].text[place.start : place.end],
            }
            for place in places
        ],
    }
