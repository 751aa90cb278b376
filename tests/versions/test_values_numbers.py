from __future__ import annotations

import pytest

from tests.versions.stated import told

ANOTHER = [
    ("The fund has 30 members.", "Фонд насчитывает 13 членов."),
    ("Фонд насчитывает 30 членов.", "基金有40名成员。"),
    ("The fund has 30 members.", "基金有三名成员。"),
    ("two experts", "три эксперта"),
    ("两名专家", "three experts"),
    ("два эксперта", "三名专家"),
    ("3 million trees", "3 млрд. деревьев"),
    ("300万棵树", "30 million trees"),
    ("три миллиона деревьев", "3000万棵树"),
    ("two thirds of the votes", "три четверти голосов"),
    ("三分之二的票数", "three quarters of the votes"),
    ("5 per cent", "15 процентов"),
    ("百分之五", "15 per cent"),
    ("на 5,5 %", "by 5.7%"),
    ("the third session", "вторая сессия"),
    ("第三届会议", "the fourth session"),
    ("within 30 days", "в течение 60 дней"),
    ("三十天内", "within 60 days"),
    ("в течение шести месяцев", "在三个月内"),
    ("$5 million", "50 млн. долл. США"),
    ("20 to 30 ships", "от 20 до 40 судов"),
    ("3.5亿人", "35 million people"),
    ("12万人", "12 000 человек"),
    ("$1.2 billion", "1,2 млн. долл. США"),
    ("五千元", "50,000 yuan"),
    (
        "The Commission consists of nine members elected for four years.",
        "Комиссия состоит из девяти членов, избираемых на пять лет.",
    ),
    ("委员会由九名委员组成，任期四年。", "The Commission consists of seven members elected for four years."),
    ("委员会由九名委员组成，任期四年。", "Комиссия состоит из девяти членов, избираемых на три года."),
    ("no later than 14 days after receipt", "не позднее 45 дней после получения"),
    ("收到后14天内", "не позднее 15 дней после получения"),
    ("in two copies", "в трех экземплярах"),
    ("一式两份", "in three copies"),
    ("the second reading", "третье чтение"),
    ("Act No. 125", "Закон № 152"),
    ("at 3.30 p.m.", "в 16 ч. 30 м."),
    ("twice a week", "три раза в неделю"),
    ("70th anniversary", "60-летие"),
    ("18 years of age", "16 лет"),
    ("two decades", "тридцать лет"),
    ("15至20公里", "15 to 25 kilometres"),
    ("within one year", "в течение двух лет"),
    ("一年内", "в течение двух лет"),
]
THE_SAME = [
    ("Обе стороны подписали три документа.", "Both sides signed three documents."),
    ("Half of the participants left.", "Половина участников ушла."),
    ("Two thirds of the members shall form a quorum.", "三分之二的成员构成法定人数。"),
    ("Две трети членов составляют кворум.", "三分之二的成员构成法定人数。"),
    ("The first meeting is held in spring.", "第一次会议在春季举行。"),
    ("Первое заседание проводится весной.", "首次会议在春季举行。"),
    ("A dozen experts took part.", "Двенадцать экспертов приняли участие."),
    ("dozens of ships", "десятки судов"),
    ("1,500 to 2,000 trees", "1500-2000棵树"),
    ("The twenty-first century", "XXI век"),
    ("XXI век", "二十一世纪"),
    ("in the 1990s", "в 90-е годы XX века"),
    ("二十世纪九十年代", "in the 1990s"),
    ("the G20", "«Группа двадцати»"),
    ("in the first quarter of 2015", "в первом квартале 2015 года"),
    ("2015年第一季度", "in the first quarter of 2015"),
    ("1000立方米", "1000 м3"),
    ("Act No. 125 of 2010", "Закон № 125 от 2010 года"),
    ("2010年第125号法令", "Act No. 125 of 2010"),
    ("the 45th meeting", "45-е заседание"),
    ("第45次会议", "45-е заседание"),
    ("第四十五次会议", "the forty-fifth meeting"),
    ("2014-2015年", "in 2014/15"),
    ("at 3.30 p.m.", "в 15 ч. 30 м."),
    ("下午3时30分", "at 3.30 p.m."),
    ("上午10时", "at 10 a.m."),
    ("one of the parties", "одна из сторон"),
    ("一方", "one party"),
    ("One member votes.", "Голосует один член."),
    ("the Second World War", "Вторая мировая война"),
    ("第二次世界大战", "the Second World War"),
    ("более ста стран", "100多个国家"),
    ("100多个国家", "over one hundred countries"),
    ("three quarters", "три четверти"),
    ("a quarter of the staff", "четверть сотрудников"),
    ("no fewer than three-fifths", "не менее трех пятых"),
    ("One in five", "каждый пятый"),
    ("the 1951 Convention", "Конвенция 1951 года"),
    ("1951年公约", "the 1951 Convention"),
    ("in mid-2015", "в середине 2015 года"),
    ("2015年年中", "in mid-2015"),
    ("the P5", "постоянные члены"),
    ("(a) to keep records;", "а) вести учет;"),
    ("（一）保存记录；", "(a) to keep records;"),
    ("1) вести учет;", "(1) to keep records;"),
    ("first, second and third", "во-первых, во-вторых и в-третьих"),
    ("第一，第二，第三", "first, second and third"),
    ("both Governments", "правительства обеих стран"),
    ("两国政府", "the two Governments"),
    ("两国政府", "правительства двух стран"),
    ("double the amount", "вдвое больше"),
    ("翻一番", "to double"),
    (
        "in two copies, each in the English and Russian languages",
        "в двух экземплярах, каждый на английском и русском языках",
    ),
    ("一式两份，每份用中文和俄文写成", "в двух экземплярах, каждый на китайском и русском языках"),
]


@pytest.mark.parametrize(("left", "right"), ANOTHER)
def test_another_number_is_told_once(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        found = told(one, other)
        assert [kind for kind, _, _ in found] == ["number"], found
        assert all(words for _, *sides in found for words in sides)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the year 2015", "2016 год"),
        ("2015年", "2016 год"),
        ("1951年公约", "the 1961 Convention"),
        ("in 2014", "в 2041 году"),
    ],
)
def test_another_year_is_another_date(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert [kind for kind, _, _ in told(one, other)] == ["date"]


def test_figures_like_years_that_count_something_are_numbers() -> None:
    assert [kind for kind, _, _ in told("2,014 tonnes of grain", "2041 тонна зерна")] == ["number"]


@pytest.mark.parametrize(("left", "right"), THE_SAME)
def test_the_same_number_is_not_told(left: str, right: str) -> None:
    assert told(left, right) == []
    assert told(right, left) == []
