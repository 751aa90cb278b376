from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.concordance.model import Concordance, Filters, Reading, Year
from dragoman.concordance.renderings import Notice, Renderings, Silent
from dragoman.concordance.trends import Exposure, History, PhraseUse, history
from dragoman.terms.model import Term
from dragoman.web import headline, notices
from dragoman.web.locales import LOCALES
from dragoman.web.wording import Wording

ENGLISH = LOCALES["en"]


def found(total: int, documents: int, *years: str, at_least: bool = False) -> Concordance:
    rows = tuple(Year(year, 1, 1, 2, 10, 100.0, 20.0, 300.0) for year in years)
    return Concordance(
        "q", Filters(), "newest", (), total, at_least, documents,
        (Reading("ru", "corrected", "река"),), ("река", "рука"), rows, (), (), (), (), 0,
    )  # fmt: skip


def went(before: int, after: int, years: int = 12) -> History:
    """The history of a phrase in 20 documents a year, of which so many use it in each half of the time."""
    exposures, uses = [], []
    for year in range(2010, 2010 + years):
        for number in range(20):
            name = f"{year}-{number}"
            exposures.append(Exposure(name, str(year), "Body", 10))
            if number < (before if year < 2010 + years // 2 else after):
                uses.append(PhraseUse(name, str(year), "Body", True, "phrase", name))
    return history("phrase", "en", uses, exposures)


def test_the_answer_of_a_concordance() -> None:
    assert headline.of_concordance(found(214, 31, "2014", "", "2024"), ENGLISH) == (
        "214 lines in 31 documents, 2014–2024"
    )
    assert headline.of_concordance(found(1, 1, "2014"), ENGLISH) == "1 line in 1 document, 2014"
    assert headline.of_concordance(found(10_000, 400, at_least=True), ENGLISH) == (
        "at least 10,000 lines in 400 documents"
    )
    assert headline.of_concordance(found(0, 0), ENGLISH) == "no line answers"
    assert headline.not_yet_said(found(1, 1)) == ["рука"]


def test_a_year_says_all_that_its_bar_shows() -> None:
    assert headline.of_year(found(1, 1, "2014").years[0], ENGLISH) == (
        "2014: 1 line, 1 of 2 documents, 100 in 1,000 sentences (20.0–300)"
    )


def test_the_answer_of_a_term() -> None:
    term = Term("ru", "k", "k", "word", 2, 1, "2020-01-02", "2024", 0, 0, 0, 0, 0, 0)
    assert headline.of_term(term, ENGLISH) == "2 uses in 1 document, 2020–2024"


def test_a_change_is_said_with_how_sure_it_is() -> None:
    (risen,) = notices.of_history(went(1, 15), ENGLISH)
    assert risen.startswith("From 2016 on it is used more: in 75% of the documents (67% to 82%)")
    assert "instead of 5%" in risen
    assert "By chance alone this would be seen with a probability of 0.00" in risen
    (fallen,) = notices.of_history(went(15, 1), ENGLISH)
    assert fallen.startswith("From 2016 on it is used less: in 5%")
    (steady,) = notices.of_history(went(8, 8), ENGLISH)
    assert steady == "Its use shows no change that chance would not explain as well."
    (short,) = notices.of_history(went(1, 15, years=4), ENGLISH)
    assert short == "Too few years have documents to say whether its use changed."
    assert headline.of_history(went(1, 15), ENGLISH) == "in 96 of 240 documents, 2010–2021"
    assert headline.of_history(went(0, 0), ENGLISH) == "not used in these documents"
    assert headline.of_formulations([went(1, 15), went(0, 0)], ENGLISH) == (
        "2 formulations; 1 of them is hot or more in the last period."
    )


def test_notices_of_renderings() -> None:
    changed = Notice("changed", "A", "", "x", "y", "2017-05", "2016", "2018", 9, 10, 8, 8, 0.004)
    differs = Notice("differs", "", "B", "x", "y", "", "", "", 9, 10, 8, 8, 0.00001)
    table = Renderings("t", "ru", "zh", 0, 0, (), (changed, differs), (Silent("changed", "A", "", 1),))
    first, second = notices.of_renderings(table, ENGLISH)
    assert first == (
        "A changed its rendering: “x” in 9 of 10 documents before May 2017, “y” in 8 of 8 from then on. "
        "The change lies between 2016 and 2018 with a probability of 95%. "
        "By chance alone this would be seen with a probability of 0.004."
    )
    assert second == (
        "body not stated and B differ: “x” in 9 of 10 documents of the one, “y” in 8 of 8 of the other. "
        "By chance alone this would be seen with a probability of less than 0.0001."
    )
    (few,) = notices.of_renderings(replace(table, notices=(replace(changed, p_value=0.2),)), ENGLISH)
    assert few.endswith("It may well be chance, which alone would show this with a probability of 0.20.")
    assert notices.silences(table, ENGLISH) == [
        "A: 1 document is too few to say whether it changed its rendering."
    ]


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (0.0, "0", "0"),
        (0.004, "<0.01", "<0,01"),
        (0.5, "0.50", "0,50"),
        (12.34, "12.3", "12,3"),
        (456.7, "457", "457"),
        (12_345.6, "12,346", "12\u202f346"),
        (-1.5, "\N{MINUS SIGN}1.50", "\N{MINUS SIGN}1,50"),
    ],
)
def test_figures_have_as_many_decimals_as_tell(value: float, english: str, russian: str) -> None:
    assert Wording(ENGLISH).decimal(value) == english
    assert Wording(LOCALES["ru"]).decimal(value) == russian


def test_quotation_marks_and_years_of_each_language() -> None:
    assert [Wording(locale).quoted("река") for locale in LOCALES.values()] == ["“река”", "«река»", "“река”"]
    assert Wording(ENGLISH).quoted('"two words" here') == '"two words" here'
    assert [Wording(locale).span(("2014", "2024")) for locale in LOCALES.values()] == [
        "2014–2024",
        "2014–2024",
        "2014–2024年",
    ]
    assert Wording(ENGLISH).span(("", "")) == ""


def test_rows_stand_in_the_order_of_the_reader_s_alphabet() -> None:
    names = ["Степная Республика · Steppe Republic", "Озёрная Республика · Lake Republic", ""]
    rows = [PhraseUse("", "", body, True, "", "") for body in names]
    assert [row.body for row in Wording(LOCALES["ru"]).sorted_by(rows, "body")] == [names[1], names[0], ""]
    assert [row.body for row in Wording(ENGLISH).sorted_by(rows, "body")] == [names[1], names[0], ""]
