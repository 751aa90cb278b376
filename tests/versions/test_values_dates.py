from __future__ import annotations

import pytest

from tests.versions.stated import told

ANOTHER = [
    # A day that its month does not have is no date, but no number of its own either.
    ("on 30 March", "30 февраля"),
    ("on 3 May 2015", "13 мая 2015 года"),
    ("2015年5月3日", "3 June 2015"),
    ("3 мая 2015 года", "2016年5月3日"),
    ("in May 2015", "в июне 2015 года"),
    ("from 3 to 5 May", "с 3 по 6 мая"),
    ("03.05.2015", "4 May 2015"),
    ("1 January 2015", "1 февраля 2015 года"),
    ("2015年1月1日", "11 January 2015"),
    ("1 and 2 May", "1 и 3 мая"),
    ("by 30 June", "до 30 июля"),
    ("In January 2015 the Council met.", "В январе 2016 года Совет провел заседание."),
]
THE_SAME = [
    ("on 3 May 2015", "3 мая 2015 года"),
    ("2015年5月3日", "on 3 May 2015"),
    ("2015年5月3日", "3 мая 2015 года"),
    ("二〇一五年五月三日", "May 3, 2015"),
    ("from 3 to 5 May 2015", "с 3 по 5 мая 2015 года"),
    ("2015年5月3日至5日", "3-5 May 2015"),
    ("03.05.2015", "3 May 2015"),
    ("in May 2015", "в мае 2015 года"),
    ("May–June 2015", "2015年5月至6月"),
    ("on 2015-05-03", "3 мая 2015 г."),
    (
        "Done at the city on the third day of May two thousand and fifteen",
        "Совершено в городе третьего мая две тысячи пятнадцатого года",
    ),
    ("本协定于二〇一五年五月三日签订", "Done on 3 May 2015"),
    ("by the end of May", "до конца мая"),
    ("五月底前", "by the end of May"),
    ("from January to March 2015", "в январе-марте 2015 года"),
    ("2015年1月至3月", "from January to March 2015"),
    ("1 January and 31 December 2015", "1 января и 31 декабря 2015 года"),
]


@pytest.mark.parametrize(("left", "right"), ANOTHER)
def test_another_date_is_told_once(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        found = told(one, other)
        assert [kind for kind, _, _ in found] == ["date"], found
        assert all(words for _, *sides in found for words in sides)


@pytest.mark.parametrize(("left", "right"), THE_SAME)
def test_the_same_date_is_not_told(left: str, right: str) -> None:
    assert told(left, right) == []
    assert told(right, left) == []
