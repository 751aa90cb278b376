from __future__ import annotations

import math

import numpy as np
import pytest

from bench.corpora import Corpus, shared_data
from bench.fit_versions import _RIDGE, fit
from bench.planting.model import PARTS, Plant, Planted
from bench.planting.parts import code, documents, nations
from bench.versions import marked, right_family, right_kind
from dragoman.bitext.places import Place
from dragoman.marking import Reason
from dragoman.versions.model import Finding, Kind


def plant(kind: Planted = "number", after: str = "15") -> Plant:
    return Plant(3, "ru", kind, "12", after, 10, 12, "")


def finding(kind: Kind, *places: tuple[int, int]) -> Finding:
    russian = tuple(Place(3, start, end, start, end) for start, end in places)
    return Finding(kind, 3, ((Place(3, 0, 2, 0, 2),), russian), Reason("…"), 0.9)


def test_a_finding_is_of_the_kind_of_the_plant_or_of_one_next_to_it() -> None:
    assert right_kind(plant(), finding("number"))
    assert not right_kind(plant(), finding("date"))
    assert right_family(plant(), finding("date"))
    assert not right_family(plant(), finding("name"))


def test_a_finding_is_marked_at_the_place_of_the_plant() -> None:
    assert marked(plant(), finding("number", (11, 14)), ("zh", "ru"))
    assert not marked(plant(), finding("number", (20, 24)), ("zh", "ru"))
    assert not marked(plant(), finding("number"), ("zh", "ru"))
    assert marked(plant("negation", ""), finding("negation"), ("zh", "ru"))


def test_the_fit_is_where_the_slope_of_the_penalised_likelihood_is_nothing() -> None:
    rows = [
        ({"a": 1.0}, True, 0.5),
        ({"a": 1.0, "b": 2.0}, False, 1.0),
        ({}, False, 2.0),
        ({"b": 1.0}, True, 1.5),
    ]
    found = fit(rows)
    slopes = {"": 0.0, "a": 0.0, "b": 0.0}
    for features, right, weight in rows:
        gap = weight * (1 / (1 + math.exp(-found.score(features))) - right)
        for name in slopes:
            slopes[name] += gap * (features.get(name, 0.0) if name else 1.0)
    weights = [weight for *_rest, weight in rows]
    for name in ("a", "b"):
        values = [features.get(name, 0.0) ** 2 for features, *_rest in rows]
        spread = math.sqrt(float(np.average(values, weights=weights))) + 0.05
        assert slopes[name] + _RIDGE * found.weights[name] * spread**2 == pytest.approx(0, abs=1e-5)
    assert slopes[""] == pytest.approx(0, abs=1e-4)


def test_documents_are_about_alike_and_hold_every_line() -> None:
    lines = tuple(str(number) for number in range(1234))
    parts = documents(Corpus("test", {"en": lines}, lines))
    assert [line for part in parts for line in part.units["en"]] == list(lines)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert len(parts) == 2


def test_the_parts_share_no_line() -> None:
    if shared_data() is None:
        pytest.skip("The shared data are not there: name their folder in DRAGOMAN_SHARED_DATA.")
    assert (len(nations("tuning")), len(nations("judging"))) == (2065, 1935)
    assert not set(nations("tuning").groups) & set(nations("judging").groups)
    assert (len(code("tuning")), len(code("judging"))) == (65, 35)
    units = [set(zip(*code(part).units.values(), strict=True)) for part in PARTS]
    assert not units[0] & units[1]
