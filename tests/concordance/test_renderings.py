from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.concordance.renderings import Renderings, Use, renderings
from dragoman.signals.intervals import wilson


def uses(body: str, names: Iterable[str], start: int = 2000) -> list[Use]:
    """A document a year, each with one use."""
    return [Use(str(start + k), body, f"{body}{k}", name) for k, name in enumerate(names)]


def table(*given_uses: list[Use]) -> Renderings:
    return renderings("共同体", "zh", "en", [use for some in given_uses for use in some])


def test_the_table_counts_uses_documents_and_dates() -> None:
    rows = [
        Use("2003", "north", "a", "community"),
        Use("2001-05", "north", "a", "community"),
        Use("", "south", "b", "community"),
        Use("2009", "south", "c", "union"),
        Use("2009", "south", "c", ""),
    ]
    found = table(rows)
    assert (found.term, found.language, found.other, found.total, found.without) == (
        "共同体",
        "zh",
        "en",
        5,
        1,
    )
    community, union = found.renderings
    assert (community.rendering, community.count, community.documents) == ("community", 3, 2)
    assert (community.first, community.last) == ("2001-05", "2003")
    assert (community.share, community.low, community.high) == (0.75, *wilson(3, 4))
    assert [(body.body, body.count, body.documents, body.first) for body in community.bodies] == [
        ("north", 2, 1, "2001-05"),
        ("south", 1, 1, ""),
    ]
    assert union.share == 0.25


def test_a_body_that_changed_its_rendering_is_noticed() -> None:
    found = table(uses("north", ["union"] * 9 + ["community", "union"] + ["community"] * 9))
    (notice,) = found.notices
    assert (notice.kind, notice.body, notice.other_body) == ("changed", "north", "")
    assert (notice.before, notice.after) == ("union", "community")
    assert notice.earliest <= "2009" <= notice.since <= "2011" <= notice.latest
    assert (notice.before_count, notice.before_of) in {(9, 9), (10, 11)}
    assert notice.after_count + notice.before_count == 19
    assert notice.p_value < 0.05
    assert found.silent == ()


def test_two_bodies_that_differ_are_noticed() -> None:
    found = table(uses("north", ["union"] * 8), uses("south", ["community"] * 7 + ["union"]))
    kinds = {notice.kind for notice in found.notices}
    assert kinds == {"differs"}
    (notice,) = found.notices
    assert (notice.body, notice.other_body) == ("north", "south")
    assert (notice.before, notice.before_count, notice.before_of) == ("union", 8, 8)
    assert (notice.after, notice.after_count, notice.after_of) == ("community", 7, 8)
    assert notice.since == ""
    # Two tests in this table: south over time, and both bodies; Fisher's exact test gives 0.0014.
    assert notice.p_value == pytest.approx(2 * 0.0013986, rel=1e-3)


def test_of_few_documents_nothing_is_said_and_that_is_said() -> None:
    found = table(uses("north", ["union", "union", "community"]), uses("south", ["community"] * 2))
    assert found.notices == ()
    assert [(it.kind, it.body, it.other_body, it.documents) for it in found.silent] == [
        ("changed", "north", "", 3),
        ("differs", "north", "south", 5),
    ]


def test_one_rendering_needs_neither_a_notice_nor_silence() -> None:
    found = table(uses("north", ["union"] * 9), uses("south", ["union"] * 9))
    assert (found.notices, found.silent) == ((), ())
    assert table().renderings == ()


def test_many_uses_of_one_document_are_one_vote() -> None:
    north = [Use("2001", "north", "a", "union")] * 40
    south = [Use("2001", "south", "b", "community")] * 40
    found = table(north, south)
    assert found.notices == ()
    assert [(it.kind, it.documents) for it in found.silent] == [("differs", 2)]


def test_tables_without_a_difference_have_few_notices() -> None:
    generator = np.random.default_rng(21)
    noticed = 0
    for _ in range(60):
        bodies = [
            uses(body, generator.choice(["union", "community", "league"], 14, p=[0.5, 0.3, 0.2]))
            for body in ("north", "south", "east")
        ]
        noticed += bool(table(*bodies).notices)
    assert noticed <= 0.05 * 60 + 3 * np.sqrt(60 * 0.05 * 0.95)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "2001", "2002", "2003-04"]),
            st.sampled_from(["north", "south", "east"]),
            st.sampled_from("abcdefgh"),
            st.sampled_from(["", "union", "community", "league"]),
        ),
        max_size=40,
    )
)
def test_every_table_adds_up(rows: list[tuple[str, str, str, str]]) -> None:
    found = table([Use(date, body, body + document, name) for date, body, document, name in rows])
    assert found.total == len(rows)
    assert sum(row.count for row in found.renderings) == found.total - found.without
    for row in found.renderings:
        assert sum(body.count for body in row.bodies) == row.count
        assert sum(body.documents for body in row.bodies) == row.documents
    for notice in found.notices:
        assert notice.before != notice.after
        assert 0 < notice.p_value <= 0.05


def test_a_switch_that_is_never_taken_back_is_told_even_of_few_documents() -> None:
    uses = [
        Use(f"20{year}", "Lake", f"d{year}", "old" if year < 20 else "new")
        for year in (14, 16, 18, 20, 22, 24)
    ]
    (notice,) = renderings("t", "zh", "ru", uses).notices
    assert (notice.kind, notice.before, notice.after, notice.since) == ("changed", "old", "new", "2020")
    assert (notice.before_count, notice.before_of, notice.after_count, notice.after_of) == (3, 3, 3, 3)
    assert notice.p_value == pytest.approx(2 / 20)


def test_a_year_is_not_before_its_months() -> None:
    dates = ("2014", "2016", "2018", "2020", "2020-05", "2022", "2023", "2024")
    uses = [Use(date, "Lake", f"d{n}", "old" if n < 4 else "new") for n, date in enumerate(dates)]
    assert renderings("t", "zh", "ru", uses).notices == ()


@pytest.mark.parametrize(
    "renderings_of", [["old", "new"], ["old", "old", "new", "old", "new", "new"], ["old"] * 6]
)
def test_less_than_a_switch_of_few_documents_is_not_told(renderings_of: list[str]) -> None:
    uses = [Use(f"20{14 + n}", "Lake", f"d{n}", name) for n, name in enumerate(renderings_of)]
    assert renderings("t", "zh", "ru", uses).notices == ()
