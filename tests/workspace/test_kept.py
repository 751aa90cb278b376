"""Values that are kept while nothing that they are made of has changed."""

from __future__ import annotations

from dragoman.workspace.kept import Kept


class Maker:
    """Says each key back, and remembers for which keys it was asked."""

    def __init__(self, most: int) -> None:
        self._kept: Kept[str, int] = Kept(most)
        self.made: list[str] = []

    def of(self, key: str, stamp: int) -> int:
        """How many values had been made when this one was."""

        def make() -> int:
            self.made.append(key)
            return len(self.made)

        return self._kept.of(key, stamp, make)


def test_a_value_is_made_once_for_each_stamp() -> None:
    maker = Maker(2)
    assert [maker.of("a", stamp) for stamp in (1, 1, 2, 1)] == [1, 1, 2, 3]


def test_those_asked_for_last_are_kept() -> None:
    maker = Maker(2)
    for key in "abacab":
        maker.of(key, 0)
    # "b" went when "c" came, as "a" had been asked for since; "c" went when "b" came back.
    assert maker.made == ["a", "b", "c", "b"]
