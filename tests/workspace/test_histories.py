from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.concordance.formulations import Formulation, elements
from dragoman.concordance.model import Filters
from dragoman.errors import EmptyInput, InputError
from dragoman.languages import language
from dragoman.workspace import About, File, Workspace
from tests.postgres import Server
from tests.workspace.material import workspace

# From 2010 to 2021; the lake is spoken of as common from 2016 on.
EARLY = {
    "en": "The parties met. They spoke of trade. A lake that is common to both was named.",
    "ru": "Стороны встретились. Они говорили о торговле. Названо озеро, общее для обеих.",
    "zh": "双方会晤。双方谈了贸易。还提到湖泊与共同的家园。",
}
LATE = {
    "en": "The parties met. They care for the common lakes, and for clean water in the common lake.",
    "ru": "Стороны встретились. Они берегут общее чистое озеро. В общем озере чистая вода.",
    "zh": "双方会晤。双方爱护“共同湖泊家园”，建设共同湖泊家園。湖泊家园干净。",
}
PHRASES = {"en": "common lake", "ru": "общее озеро", "zh": "共同湖泊家园"}


def documents(folder: Path, database: str = "") -> Workspace:
    """Twelve documents in three languages, a year each, of two bodies, and one without a date."""
    made, _ = workspace(folder, database, added=False)
    for year in (*range(2010, 2022), 0):
        texts = EARLY if year < 2016 else LATE
        about = About(
            title=f"Meeting {year}",
            body="North" if year % 2 else "South",
            date=str(year) if year else "",
        )
        number = 2 * year + 1
        made.add(
            [File(f"{said} {number}.".encode(), f"{year}.{code}.txt") for code, said in texts.items()], about
        )
    made.work()
    return made


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One workspace for all tests, as none changes it."""
    with documents(tmp_path_factory.mktemp("histories")) as made:
        yield made


@pytest.mark.parametrize(("code", "verbatim", "varied"), [("en", 12, 7), ("ru", 6, 13), ("zh", 12, 13)])
def test_uses_are_counted_by_year(filled: Workspace, code: str, verbatim: int, varied: int) -> None:
    found = filled.usage.history(PHRASES[code], code)
    assert (found.documents, found.of_documents, found.undated) == (6, 13, 1)
    assert (found.verbatim, found.varied) == (verbatim, varied)
    assert found.first is not None
    assert found.last is not None
    assert (found.first.date, found.last.date) == ("2016", "2021")
    assert [shift.year for shift in found.changes] == ["2016"]
    assert [(one.body, one.documents, one.of) for one in found.bodies] == [("North", 3, 6), ("South", 3, 7)]


def test_a_use_is_shown_with_its_words_and_its_place(filled: Workspace) -> None:
    found = filled.usage.history("common lake", "en")
    assert found.first is not None
    assert found.first.text in {"common lakes", "common lake"}
    document, _, place = found.first.place.partition("#")
    assert document == found.first.document
    assert filled.document(document).about.date == "2016"
    assert place.startswith("en")


def test_filters_choose_the_documents(filled: Workspace) -> None:
    found = filled.usage.history("common lake", "en", Filters(body="North", since="2013"))
    assert (found.documents, found.of_documents) == (3, 5)
    assert found.silence == "periods"
    assert filled.usage.history("common lake", "fr").of_documents == 0


def test_the_company_is_what_stands_beside(filled: Workspace) -> None:
    found = filled.usage.history("common lake", "en")
    assert not found.before
    assert "clean" in {one.lemma for one in found.after}
    assert not {one.lemma for one in found.after} & {"common", "lake", "the", "in"}


def test_what_changed_comes_first_then_what_is_hot(filled: Workspace) -> None:
    found = filled.usage.formulations(
        "en", phrases=["dry desert", "common lake", "parties met", "common lake"]
    )
    assert {one.phrase: one.documents for one in found} == {
        "parties met": 13,
        "common lake": 6,
        "dry desert": 0,
    }
    places = [(not one.changes, -one.heat) for one in found]
    assert places == sorted(places)
    assert found[-1].phrase == "dry desert"
    assert filled.usage.formulations("en", phrases=["common lake", "x"], limit=1)[0].phrase == "common lake"


def test_what_is_no_formulation_is_refused(filled: Workspace) -> None:
    with pytest.raises(EmptyInput):
        filled.usage.history(" … ", "en")
    with pytest.raises(InputError, match="characters"):
        filled.usage.history("lake " * 50, "en")
    assert filled.usage.history("\ud800 lake", "en").documents == 13


@pytest.mark.parametrize("code", ["en", "ru", "zh"])
def test_the_index_misses_no_use(filled: Workspace, code: str) -> None:
    """All runs of words of a text as phrases: each is found wherever reading all sentences finds it."""
    text = LATE[code]
    sentences = [
        span.of(words) for words in (EARLY[code], LATE[code]) for span in language(code).sentences(words)
    ]
    tokens = list(text.replace("“", "").replace("”", "")) if code == "zh" else text.split()
    joint = "" if code == "zh" else " "
    for size in (2, 3, 5):
        for start in range(0, len(tokens) - size + 1, 3):
            phrase = joint.join(tokens[start : start + size])
            try:
                formulation = Formulation(phrase, code)
            except EmptyInput:
                continue
            counts = [len(formulation.uses(elements(it, code))) for it in sentences]
            early = sum(counts[: len(language(code).sentences(EARLY[code]))])
            wanted = 7 * early + 6 * (sum(counts) - early)
            found = filled.usage.history(phrase, code, with_varied=True)
            assert found.verbatim + found.varied == wanted, phrase


def test_two_databases_tell_the_same_history(filled: Workspace, tmp_path: Path, postgres: Server) -> None:
    with postgres.database() as address, documents(tmp_path, address) as other:
        for code, phrase in PHRASES.items():
            assert other.usage.history(phrase, code) == filled.usage.history(phrase, code)


def test_formulations_that_were_found_have_their_verbatim_uses(filled: Workspace) -> None:
    found = {one.phrase: one for one in filled.usage.formulations("en")}
    assert found
    for phrase, one in found.items():
        assert one.documents >= 3
        asked = filled.usage.history(phrase, "en")
        assert (one.documents, one.verbatim) == (asked.documents, asked.verbatim)
