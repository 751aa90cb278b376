"""The time of day, which engines do not know."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present second in UTC, such as "2026-11-22T05:40:25Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
