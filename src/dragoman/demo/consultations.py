"""What the two ministries of foreign affairs published together, a document a year from 2014 to 2024.

They meet in turn in Stillhaven and in Whitebarrow. The ministry of the host issues the document, in its own
wording of both languages: which words change, and in whose documents, is told in docs/demo.md.
"""

from __future__ import annotations

from dragoman.demo.piece import LAKE, LICENCE, MINISTRIES, SOURCE, STEPPE, STILLHAVEN, WHITEBARROW, Piece
from dragoman.workspace import About

_IN_STILLHAVEN = ("Stillhaven", "Тихой Гавани", "静港市")
_IN_WHITEBARROW = ("Whitebarrow", "Белом Кургане", "白丘市")


def _communique(date: str, ending: str) -> Piece:
    """A joint communiqué, in three languages."""
    return _meeting(
        date,
        "communique",
        tuple(f"{code}.{ending}" for code in ("ru", "zh", "en")),
        "joint communiqué",
        "Joint Communiqué on the Consultations in {1} ({0}) · "
        "Совместное коммюнике о консультациях в {2} ({0}) · {3}磋商联合公报（{0}年）",
    )


def _statement(date: str, ending: str) -> Piece:
    """A statement for the press, in Russian and Chinese."""
    return _meeting(
        date,
        "statement",
        (f"ru.{ending}", f"zh.{ending}"),
        "statement",
        "Press Statement on the Consultations in {1} ({0}) · "
        "Заявление для печати о консультациях в {2} ({0}) · {3}磋商新闻声明（{0}年）",
    )


def _meeting(date: str, name: str, endings: tuple[str, ...], kind: str, title: str) -> Piece:
    """What was published after a meeting: in even years Lake is the host, in odd ones Steppe."""
    year = date[:4]
    host, place, said = (
        (LAKE, STILLHAVEN, _IN_STILLHAVEN) if int(year) % 2 == 0 else (STEPPE, WHITEBARROW, _IN_WHITEBARROW)
    )
    about = About(
        title=title.format(year, *said),
        kind=kind,
        body=MINISTRIES[host],
        parties=(LAKE, STEPPE),
        date=date,
        place=place,
        source=SOURCE,
        licence=LICENCE,
        invented=True,
    )
    return Piece(tuple(f"{name}-{year}.{ending}" for ending in endings), about)


CONSULTATIONS = (
    _communique("2014-05-15", "md"),
    _statement("2015-06-09", "txt"),
    _communique("2016-05-24", "md"),
    _communique("2017-09-12", "txt"),
    _statement("2018-05-17", "md"),
    _communique("2019-06-20", "txt"),
    _statement("2020-10-08", "md"),
    _communique("2021-06-03", "txt"),
    _statement("2022-09-15", "md"),
    _statement("2023-05-25", "txt"),
    _communique("2024-10-10", "md"),
)
