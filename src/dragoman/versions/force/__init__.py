"""Whether two versions bind alike: duty and permission, negation, qualifications."""

from dragoman.versions.force.finding import clues

__all__ = ["clues"]
