"""Names, and who acts or is addressed: where two versions of a passage differ in them."""

from dragoman.versions.actors.clues import clues

__all__ = ["clues"]
