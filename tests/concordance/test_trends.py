from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.concordance.calendar import Calendar
from dragoman.concordance.trends import Exposure, History, PhraseUse, Surroundings, history
from dragoman.errors import InputError
from dragoman.signals.changes import Rules
from dragoman.signals.intervals import wilson


def documents(years: range, a_year: int) -> list[Exposure]:
    """Documents of two bodies by turns, named by year and number."""
    return [
        Exposure(f"{y}-{k}", str(y), "north" if k % 2 else "south", 30) for y in years for k in range(a_year)
    ]


def use(exposure: Exposure, *, verbatim: bool = True, place: str = "1") -> PhraseUse:
    place = f"{exposure.document} {place}"
    return PhraseUse(exposure.document, exposure.date, exposure.body, verbatim, "the phrase", place)


def rising(surroundings: Surroundings | None = None) -> History:
    """Six documents a year from 2001 to 2020, of which one a year and from 2013 on five use the phrase."""
    every = documents(range(2001, 2021), 6)
    using = [it for it in every if int(it.document[5:]) < (5 if it.date >= "2013" else 1)]
    uses = [use(it, place=str(n)) for it in using for n in range(2)]
    uses.append(use(using[0], verbatim=False, place="9"))
    return history("the phrase", "en", uses, every, surroundings=surroundings)


def test_a_history_counts_documents_and_uses() -> None:
    found = rising()
    assert (found.documents, found.of_documents, found.undated) == (52, 120, 0)
    assert (found.verbatim, found.varied) == (104, 1)
    assert found.first is not None
    assert found.last is not None
    assert (found.first.date, found.last.date) == ("2001", "2020")
    assert [period.year for period in found.periods] == [str(year) for year in range(2001, 2021)]
    first, last = found.periods[0], found.periods[-1]
    assert (first.documents, first.of, first.verbatim, first.varied) == (1, 6, 2, 1)
    assert (last.share, last.low, last.high) == (5 / 6, *wilson(5, 6))
    assert [found.periods[k].heat for k in (0, 11, 12, 19)] == [2, 2, 5, 4]
    assert found.heat == 4  # by now it is no more than it used to be


def test_the_change_has_the_name_of_its_year() -> None:
    found = rising()
    assert [(shift.year, shift.earliest, shift.latest) for shift in found.changes] == [
        ("2013", "2013", "2013")
    ]
    assert found.changes[0].before.rate == pytest.approx(1 / 6)
    assert found.changes[0].after.rate == pytest.approx(5 / 6)
    assert found.changes[0].p_value == found.p_value == pytest.approx(1 / 400)
    assert found.silence == ""


def test_every_body_is_told_of_though_it_has_no_use() -> None:
    every = [*documents(range(2001, 2003), 4), Exposure("x", "2001", "east", 5)]
    found = history("the phrase", "en", [use(every[0]), use(every[2]), use(every[4])], every)
    assert [(one.body, one.documents, one.of) for one in found.bodies] == [
        ("south", 3, 4),
        ("east", 0, 1),
        ("north", 0, 4),
    ]
    south, east, _ = found.bodies
    assert (south.first, south.last, south.share) == ("2001", "2002", 0.75)
    assert (east.first, east.last, east.low, east.high) == ("", "", *wilson(0, 1))
    assert found.silence == "periods"


def test_documents_without_a_date_count_but_in_no_period() -> None:
    every = [
        Exposure("a", "", "north", 5),
        Exposure("b", "2001", "north", 5),
        Exposure("c", "2003", "north", 5),
    ]
    found = history("the phrase", "en", [use(every[0]), use(every[2])], every, calendar=Calendar())
    assert (found.documents, found.of_documents, found.undated) == (2, 3, 1)
    assert found.first == found.last == use(every[2])
    assert [(it.year, it.documents, it.of, it.share, it.high) for it in found.periods] == [
        ("2001", 0, 1, 0.0, pytest.approx(0.79345, abs=1e-5)),
        ("2002", 0, 0, 0.0, 1.0),
        ("2003", 1, 1, 1.0, 1.0),
    ]


def test_a_phrase_nobody_uses_has_a_cold_history() -> None:
    found = history("the phrase", "en", [], documents(range(2001, 2015), 2))
    assert (found.first, found.last, found.documents, found.heat) == (None, None, 0, 0)
    assert found.silence == "counts"
    assert history("the phrase", "en", [], []).periods == ()


def test_a_use_in_an_unknown_document_is_refused() -> None:
    with pytest.raises(InputError, match="not among"):
        history("the phrase", "en", [use(Exposure("x", "2001", "north", 5))], [])


def test_varied_uses_count_where_asked() -> None:
    every = documents(range(2001, 2003), 2)
    uses = [use(every[0], verbatim=False), use(every[2]), use(every[2], verbatim=False, place="2")]
    strict = history("the phrase", "en", uses, every)
    assert (strict.documents, strict.only_varied, strict.verbatim, strict.varied) == (1, 1, 1, 2)
    assert strict.first == uses[1]
    assert [period.documents for period in strict.periods] == [1]
    assert [(one.documents, one.first, one.varied) for one in strict.bodies] == [(1, "2002", 2), (0, "", 0)]
    every_use = history("the phrase", "en", uses, every, with_varied=True)
    assert (every_use.documents, every_use.only_varied) == (2, 0)
    assert every_use.first == uses[0]


def test_company_is_told_before_and_after_the_change() -> None:
    every = documents(range(2001, 2021), 6)
    lemmas = {
        f"{it.document} {n}": ["phrase", "trade" if it.date < "2013" else "peace", "and"]
        for it in every
        for n in range(2)
    }
    around = Surroundings(lemmas, {"and": 1000, "trade": 30, "peace": 30}, 1000, without={"phrase"})
    found = rising(around)
    assert [one.lemma for one in found.before] == ["trade"]
    assert [one.lemma for one in found.after] == ["peace"]
    assert found.before[0].count == 24
    assert rising().before == ()


def test_a_use_whose_date_tells_no_month_is_company_of_neither_side() -> None:
    every = [
        Exposure(f"{month} {k}", month, "north", 30)
        for month in (f"{year}-{number:02d}" for year in (2020, 2021) for number in range(1, 13))
        for k in range(6)
    ]
    using = [it for it in every if int(it.document[-1]) < (5 if it.date >= "2021" else 1)]
    vague = [Exposure(f"vague {k}", "2021", "north", 30) for k in range(8)]
    uses = [use(it) for it in (*using, *vague)]
    lemmas = {it.place: ["trade" if it.document.startswith("vague") else "peace"] for it in uses}
    around = Surroundings(lemmas, {"trade": 0, "peace": 0}, 1000)
    found = history("the phrase", "en", uses, [*every, *vague], surroundings=around)
    assert [shift.year for shift in found.changes] == ["2021-01"]
    assert {one.lemma for one in (*found.before, *found.after)} == {"peace"}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "2001", "2001-05", "2003-11-02", "2010", "2024-01"]),
            st.sampled_from("NS"),
            st.integers(0, 3),
            st.booleans(),
        ),
        max_size=30,
    ),
    st.sampled_from([Calendar("year", 1), Calendar("year", 5), Calendar("month", 3), None]),
)
def test_periods_and_bodies_add_up(rows: list[tuple[str, str, int, bool]], calendar: Calendar | None) -> None:
    every = [Exposure(str(k), date, body, 9) for k, (date, body, _, _) in enumerate(rows)]
    uses = [
        use(one, verbatim=verbatim, place=str(n))
        for one, (_, _, number, verbatim) in zip(every, rows, strict=True)
        for n in range(number)
    ]
    found = history("the phrase", "en", uses, every, calendar=calendar, rules=Rules(draws=99))
    assert sum(period.of for period in found.periods) == len(every) - found.undated
    assert sum(body.documents for body in found.bodies) == found.documents
    assert found.documents + found.only_varied == len({use.document for use in uses})
    assert sum(body.of for body in found.bodies) == found.of_documents == len(every)
    assert found.verbatim + found.varied == len(uses)
    assert sum(period.verbatim + period.varied for period in found.periods) <= len(uses)
    names = [period.year for period in found.periods]
    assert names == sorted(set(names))
    assert all(period.low <= period.share <= period.high or not period.of for period in found.periods)
