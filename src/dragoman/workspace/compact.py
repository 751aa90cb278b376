"""Values of the database's columns that hold lists."""

from __future__ import annotations

import json


def compact(value: object) -> str:
    """A value as JSON without spaces, its words as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
