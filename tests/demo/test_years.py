"""The demo's short documents: sentence answers sentence, the aligner finds it, and the page tells of each."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest

from dragoman.bitext.score import score
from dragoman.demo import story
from dragoman.demo.consultations import CONSULTATIONS
from dragoman.demo.piece import LAKE, MINISTRIES, STEPPE, Piece
from dragoman.demo.voices import VOICES
from dragoman.languages import language
from dragoman.web.tongues import for_reader
from dragoman.web.wording import _KINDS
from tests.demo.texts import NAMES, PAGE, aligned, languages_of, sentences

DOCUMENTS = [piece.texts[0].partition(".")[0] for piece in story.BEFORE]
PAIRS = [
    (document, *pair) for document in DOCUMENTS for pair in combinations(sorted(languages_of(document)), 2)
]
SPEECH = {"ru": "Russian", "zh": "Chinese", "en": "English"}
MONTHS = ("March", "May", "June", "September", "October", "November")


def test_the_series_is_yearly_and_the_hosts_take_turns() -> None:
    assert [piece.about.date[:4] for piece in CONSULTATIONS] == [str(year) for year in range(2014, 2025)]
    hosts = [piece.about.body for piece in CONSULTATIONS]
    assert hosts == [MINISTRIES[LAKE if at % 2 == 0 else STEPPE] for at in range(11)]
    assert {piece.about.parties for piece in CONSULTATIONS} == {(LAKE, STEPPE)}


def test_the_republics_speak_alike() -> None:
    """On the same occasions, as often, in as many sentences but one."""
    lake, steppe = (
        [piece for piece in VOICES if piece.about.parties == (party,)] for party in (LAKE, STEPPE)
    )
    assert [(p.about.kind, p.about.date[:7]) for p in lake] == [
        (p.about.kind, p.about.date[:7]) for p in steppe
    ]
    for mine, its in zip(lake, steppe, strict=True):
        lengths = [len(sentences(_name(piece), "en")) for piece in (mine, its)]
        assert abs(lengths[0] - lengths[1]) <= 1


def _name(piece: Piece) -> str:
    return piece.texts[0].partition(".")[0]


@pytest.mark.parametrize("piece", story.BEFORE, ids=_name)
def test_what_is_known_of_a_document_is_said_in_every_language(piece: Piece) -> None:
    about = piece.about
    for said in (about.title, about.body, about.place, *about.parties):
        assert len({for_reader(said, code) for code in SPEECH}) == 3
    assert about.kind in _KINDS
    assert about.date[:4] in about.title


@pytest.mark.parametrize(("document", "source", "target"), PAIRS)
def test_the_aligner_finds_that_sentence_answers_sentence(document: str, source: str, target: str) -> None:
    assert len(sentences(document, source)) == len(sentences(document, target))
    gold = [((i,), (i,)) for i in range(len(sentences(document, source)))]
    found = [(bead.source, bead.target) for bead in aligned(document, source, target)]
    assert score([(found, gold)]).strict.f1 == 1.0


@pytest.mark.parametrize(("document", "source", "target"), PAIRS)
def test_figures_and_dates_agree(document: str, source: str, target: str) -> None:
    """Numbers up to three are left to style, as in the long documents."""

    def figures(code: str, place: int) -> Counter[str]:
        speech, text = language(code), sentences(document, code)[place].text
        found = Counter(f"{number.value:f}" for number in speech.numbers(text) if number.value > 3)
        found.update(f"{date.year}-{date.month}-{date.day}" for date in speech.dates(text))
        return found

    for place in range(len(sentences(document, source))):
        assert figures(source, place) == figures(target, place)


@pytest.mark.parametrize("piece", CONSULTATIONS, ids=_name)
def test_a_title_names_the_parties_in_the_alphabetical_order_of_its_language(piece: Piece) -> None:
    order = {"ru": ("Озёрной", "Степной"), "zh": ("草原", "湖"), "en": ("Lake", "Steppe")}
    for code in languages_of(_name(piece)):
        title = sentences(_name(piece), code)[1].text
        first, second = order[code]
        assert 0 <= title.index(first) < title.index(second)


def test_there_are_as_many_documents_and_texts_as_the_page_says() -> None:
    numbers = {19: "Nineteen", 21: "Twenty-one"}
    assert f"{numbers[len(DOCUMENTS)]} are short" in PAGE
    assert f"{numbers[len(DOCUMENTS) + 2]} documents in {len(NAMES)} texts" in PAGE


@pytest.mark.parametrize("piece", story.BEFORE, ids=_name)
def test_the_page_has_a_line_for_each_document(piece: Piece) -> None:
    about, codes = piece.about, languages_of(_name(piece))
    year, _month, day = about.date.split("-")
    party = "Lake" if "Lake" in about.body else "Steppe"
    office = "foreign ministry" if "Ministry" in about.body else "government"
    spoken = ", ".join(SPEECH[name.split(".")[1]] for name in piece.texts)
    line = (
        rf"^\| {about.kind.capitalize()} \| {int(day)} (?:{'|'.join(MONTHS)}) {year}, "
        rf"{for_reader(about.place, 'en')} \| {office} of {party} \| {spoken} "
        rf"\| {len(sentences(_name(piece), codes[0]))} \|$"
    )
    assert re.search(line, PAGE, re.MULTILINE)
