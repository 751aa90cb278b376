"""What each republic said by itself: four documents each, in its own language and in English.

Lake speaks Russian here and Steppe Chinese. Both speak on the same occasions and name as many threats; which
they share and which come and go is told in docs/demo.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.demo.piece import (
    GOVERNMENTS,
    LAKE,
    LICENCE,
    MINISTRIES,
    SOURCE,
    STEPPE,
    STILLHAVEN,
    STONEFORD,
    WHITEBARROW,
    Piece,
)
from dragoman.workspace import About


@dataclass(frozen=True, slots=True)
class _Voice:
    """A republic: how the names of its texts begin, its own language, its capital, and its name in titles."""

    party: str
    name: str
    language: str
    capital: str
    named: tuple[str, str, str]


_LAKE = _Voice(LAKE, "lake", "ru", STILLHAVEN, ("Lake Republic", "Озёрной Республики", "湖泽共和国"))
_STEPPE = _Voice(STEPPE, "steppe", "zh", WHITEBARROW, ("Steppe Republic", "Степной Республики", "草原共和国"))


def _address(voice: _Voice, date: str) -> Piece:
    """The address of its minister of foreign affairs to the council of the basin's organisation."""
    title = (
        "Address by the Foreign Minister of the {1} ({0}) · Выступление министра иностранных дел {2} ({0}) · "
        "{3}外交部长讲话（{0}年）"
    )
    return _piece(voice, date, "md", "speech", MINISTRIES[voice.party], STONEFORD, title)


def _report(voice: _Voice, date: str) -> Piece:
    """Its government's report on security."""
    title = (
        "Report of the Government of the {1} on Security ({0}) · "
        "Доклад правительства {2} о безопасности ({0}) · {3}政府安全报告（{0}年）"
    )
    return _piece(voice, date, "txt", "report", GOVERNMENTS[voice.party], voice.capital, title)


def _piece(voice: _Voice, date: str, suffix: str, kind: str, body: str, place: str, title: str) -> Piece:
    """A document of one republic."""
    year = date[:4]
    about = About(
        title=title.format(year, *voice.named),
        kind=kind,
        body=body,
        parties=(voice.party,),
        date=date,
        place=place,
        source=SOURCE,
        licence=LICENCE,
        invented=True,
    )
    return Piece(tuple(f"{voice.name}-{year}.{code}.{suffix}" for code in (voice.language, "en")), about)


VOICES = (
    _address(_LAKE, "2015-03-18"),
    _address(_STEPPE, "2015-03-18"),
    _report(_STEPPE, "2018-11-07"),
    _report(_LAKE, "2018-11-14"),
    _address(_LAKE, "2021-03-24"),
    _address(_STEPPE, "2021-03-24"),
    _report(_STEPPE, "2024-11-13"),
    _report(_LAKE, "2024-11-20"),
)
