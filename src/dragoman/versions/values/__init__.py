"""Values that language versions state: numbers, dates, units, references; and where they differ."""

from dragoman.versions.values.clues import clues

__all__ = ["clues"]
