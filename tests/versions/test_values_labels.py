from __future__ import annotations

import pytest

from dragoman.versions.values.labels import item_keys, label_keys
from dragoman.versions.values.symbols import symbols
from dragoman.versions.values.unit_names import MEASURES, WORDS
from dragoman.versions.values.unit_patterns import meanings
from dragoman.versions.values.units import Unit, ratio


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("5", ("5",)),
        ("5.2", ("5.2",)),
        ("V", ("5", "v")),
        ("XIV", ("14",)),
        ("七十六", ("76",)),
        ("七十六之二", ("76.2",)),
        ("76 bis", ("76.2",)),
        ("76-тер", ("76.3",)),
        ("B", ("b",)),
        ("В", ("b",)),
        ("5a", ("5a",)),
        ("One", ("1",)),
        ("five", ()),
        ("IIII", ()),
    ],
)
def test_labels(written: str, keys: tuple[str, ...]) -> None:
    assert label_keys(written) == keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "а"),
        ("b", "б"),
        ("c", "в"),
        ("b", "二"),
        ("c", "с"),
        ("ii", "㈡"),
        ("1", "①"),
        ("a", "A"),
        ("3", "三"),
    ],
)
def test_items_that_are_the_same(one: str, other: str) -> None:
    first, second = item_keys(one), item_keys(other)
    assert first[0] in second or second[0] in first


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("a", "б"), ("c", "二"), ("ii", "三"), ("1", "②")])
def test_items_that_differ(one: str, other: str) -> None:
    first, second = item_keys(one), item_keys(other)
    assert first[0] not in second
    assert second[0] not in first


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("A/65/100 and Corr.1", ["A/65/100", "CORR.1"]),
        ("А/65/100", ["A/65/100"]),
        ("resolution 65/100 A", ["65/100"]),
        ("第1325（2000）号决议", ["1325(2000)"]),
        ("resolution 2200 A (XXI)", ["2200(XXI)"]),
        ("resolution 6/10, but 1/2 of it", ["6/10"]),
        ("see https://example.org/5/6", [""]),
        ("61,777 (2014)", []),
    ],
)
def test_symbols(text: str, keys: list[str]) -> None:
    assert [key for _, _, key in symbols(text)] == keys


@pytest.mark.parametrize("code", ["en", "ru", "zh"])
def test_every_unit_has_words(code: str) -> None:
    assert WORDS[code].keys() == MEASURES.keys()


@pytest.mark.parametrize(
    ("code", "word", "name"),
    [
        ("en", "kilometres", "kilometre"),
        ("en", "square miles", "square_mile"),
        ("ru", "километров", "kilometre"),
        ("ru", "кв. км", "square_kilometre"),
        ("ru", "долл. США", "us_dollar"),
        ("ru", "лет", "year"),
        ("zh", "公里", "kilometre"),
        ("zh", "个工作日", "working_day"),
        ("zh", "美元", "us_dollar"),
    ],
)
def test_units_by_word(code: str, word: str, name: str) -> None:
    assert name in meanings(code, word)


def test_ratios() -> None:
    units = {name: Unit(frozenset({name}), 0, 1) for name in MEASURES}
    assert ratio(units["kilometre"], units["metre"]) == 1000
    assert ratio(units["year"], units["month"]) == 12
    assert ratio(units["mile"], units["kilometre"]) == pytest.approx(1.609344)  # the international mile
    assert ratio(units["us_dollar"], units["euro"]) == 0
    assert ratio(units["metre"], units["hour"]) == 0
