"""What the pages of the site and those that are files of their own have in common: paper, ink, faces."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def paper() -> str:
    """The style sheet `static/paper.css`, for pages that hold their style themselves."""
    return files("dragoman.look").joinpath("static", "paper.css").read_text(encoding="utf-8")
