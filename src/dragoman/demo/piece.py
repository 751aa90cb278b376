"""A document of the demo as data: its texts and what is known of it, and the names that many of them share.

What is known of a text is said in all three languages. Names of parties stand here in the alphabetical order
of English; pages put them into that of the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from dragoman.workspace import About, File

LAKE = "Lake Republic · Озёрная Республика · 湖泽共和国"
STEPPE = "Steppe Republic · Степная Республика · 草原共和国"
STILLHAVEN = "Stillhaven · Тихая Гавань · 静港市"
STONEFORD = "Stoneford · Каменный Брод · 石渡市"
WHITEBARROW = "Whitebarrow · Белый Курган · 白丘市"
SOURCE = "Written for Dragoman"
LICENCE = "Apache-2.0"

MINISTRIES = {
    LAKE: (
        "Ministry of Foreign Affairs of the Lake Republic · "
        "Министерство иностранных дел Озёрной Республики · 湖泽共和国外交部"
    ),
    STEPPE: (
        "Ministry of Foreign Affairs of the Steppe Republic · "
        "Министерство иностранных дел Степной Республики · 草原共和国外交部"
    ),
}
GOVERNMENTS = {
    LAKE: "Government of the Lake Republic · Правительство Озёрной Республики · 湖泽共和国政府",
    STEPPE: "Government of the Steppe Republic · Правительство Степной Республики · 草原共和国政府",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A document of the story: names of its texts, and what is known of it."""

    texts: tuple[str, ...]
    about: About

    @property
    def name(self) -> str:
        """How the names of its texts begin."""
        return self.texts[0].partition(".")[0]

    def files(self) -> tuple[File, ...]:
        """Its texts as they lie in the package; the languages stand in the names."""
        folder = files("dragoman.demo").joinpath("texts")
        return tuple(File(folder.joinpath(name).read_bytes(), name) for name in self.texts)
