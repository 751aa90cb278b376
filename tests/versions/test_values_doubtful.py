"""What may be a difference and seldom is: told, but with features that excuse it."""

from __future__ import annotations

import pytest

from dragoman.bitext.model import Sentence
from dragoman.versions.side import Passage, Setting, Side
from dragoman.versions.values import clues
from tests.versions.stated import stated, strong


@pytest.mark.parametrize(
    ("left", "right", "feature"),
    [
        ("Обе стороны подписали договор.", "双方签署了条约。", "said in another way"),
        ("The contract binds both.", "Договор обязывает ту и другую стороны взаимно.", "said in another way"),
        ("50 per cent of the members voted.", "半数成员投票。", "said in another way"),
        ("The first page is blank.", "Титульный лист пуст.", "one or two"),
        (
            "The rate is 20 per cent, that is, 20 per cent a year.",
            "Ставка составляет 20 процентов.",
            "said before",
        ),
        ("За последние полтора года", "In the past 18 months", "converted"),
        ("5 miles of coast", "8,05 км берега", "converted"),
        ("See p. 31 of the report.", "См. стр. 34 доклада.", "page"),
        ("见报告第31页。", "See page 34 of the report.", "page"),
        ("The office opened on 3 May.", "Бюро открылось 3 мая 2015 года.", "part left out"),
        ("该局于2015年5月开放。", "The office opened on 3 May 2015.", "day left out"),
        ("Налог вырос на 5 пунктов.", "The tax rose by 5 percentage points.", "unit on one side"),
        ("12. The Parties agree.", "15. Стороны договорились.", "opening"),
    ],
)
def test_excused(left: str, right: str, feature: str) -> None:
    found = stated(left, right)
    assert found
    for clue in found:
        assert feature in clue.features, clue
        assert feature == "opening" or not strong(clue), clue


@pytest.mark.parametrize(
    ("left", "right", "features"),
    [
        ("a hundred trees", "1000棵树", {"both sides", "ten times"}),
        ("In 2015 they met.", "Они встретились в 2016 году.", {"both sides", "both in figures", "years"}),
        ("within 30 days", "60天内", {"both sides", "both in figures", "same unit"}),
        ("within one year", "в течение двух лет", {"both sides", "one against more", "same unit"}),
        ("The court has one judge.", "Суд имеет трех судей.", {"one side", "one there", "three to ten"}),
        ("2015年3月4日", "4 March 2016", {"both sides", "another year"}),
        ("Article 5 applies.", "Применяется пункт 5.", {"both sides", "another word"}),
        ("A/65/100", "A/65/101", {"both sides", "symbols"}),
        ("paragraph (a)", "пункт (d)", {"both sides", "letters"}),
        ("3 per cent", "3 процентных пункта", {"points of a percentage", "same dimension"}),
        ("30 days", "30 месяцев", {"same dimension", "time"}),
        ("every year", "ежемесячно", {"same dimension", "single units", "time"}),
    ],
)
def test_features(left: str, right: str, features: set[str]) -> None:
    (clue,) = stated(left, right, _codes(left, right))
    assert features <= clue.features.keys(), clue


def _codes(left: str, right: str) -> tuple[str, str] | None:
    return ("en", "ru") if left.isascii() and right.isascii() else None


def test_what_one_side_states_alone() -> None:
    (clue,) = stated("The fund has 45 members.", "Фонд имеет много членов.")
    assert (clue.kind, clue.left, clue.right) == ("number", ((13, 15),), ())
    assert clue.reason.said() == "45 has no counterpart in the other version."
    assert clue.features == {"one side": 1.0, "missing in ru": 1.0}


def test_reasons_quote_both_sides() -> None:
    assert [clue.reason.said() for clue in stated("5公里", "5 miles")] == [
        "The units differ: 5公里 and 5 miles."
    ]
    assert [clue.reason.said() for clue in stated("第五条", "article 6")] == [
        "The references differ: 第五条 and article 6."
    ]


def test_each_passage_has_its_clues() -> None:
    texts = [("10 trees", "10 деревьев"), ("10 trees", "12 деревьев"), ("No trees", "Нет деревьев")]
    passages = [
        Passage(Side("en", [Sentence(left)]), Side("ru", [Sentence(right)]), 0.75) for left, right in texts
    ]
    found = list(clues(passages, Setting(("en", "ru"), None)))
    assert [(clue.passage, clue.kind) for clue in found] == [(1, "number")]
    assert found[0].features["loosely rendered"] == 0.25


def test_languages_without_words_give_nothing() -> None:
    passage = Passage(Side("de", [Sentence("10 Bäume")]), Side("ru", [Sentence("12 деревьев")]))
    assert list(clues([passage], Setting(("de", "ru"), None))) == []
