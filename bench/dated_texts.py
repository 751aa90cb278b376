"""Dated official texts of the shared development data, read where they lie, and formulations in them."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import shared_data
from dragoman.concordance.formulations import Element, Formulation, elements
from dragoman.concordance.streams import streams
from dragoman.concordance.trends import Exposure, PhraseUse, Surroundings
from dragoman.languages import language
from dragoman.languages.model import Word


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it is made of."""

    place: str
    text: str
    words: tuple[Word, ...]
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A dated text of one body."""

    exposure: Exposure
    sentences: tuple[Sentence, ...]


def uses(phrase: str, code: str, texts: Iterable[Text]) -> list[PhraseUse]:
    """All uses of a phrase, in order."""
    wanted = Formulation(phrase, code)
    return [
        PhraseUse(
            text.exposure.document,
            text.exposure.date,
            text.exposure.body,
            found.verbatim,
            sentence.text[found.start : found.end],
            sentence.place,
        )
        for text in texts
        for sentence in text.sentences
        for found in wanted.uses(sentence.elements)
    ]


def surroundings(phrase: str, code: str, found: Iterable[PhraseUse], texts: Iterable[Text]) -> Surroundings:
    """The words of the sentences in which a phrase is used, and of all others."""
    places = {use.place for use in found}
    lemmas: dict[str, list[str]] = {}
    elsewhere: Counter[str] = Counter()
    number = 0
    for text in texts:
        for sentence in text.sentences:
            own = [word.lemma for word in sentence.words]
            if sentence.place in places:
                lemmas[sentence.place] = own
            else:
                elsewhere.update(set(own))
                number += 1
    without = {word.lemma for word in language(code).words(phrase)}
    without |= {lemma for own in lemmas.values() for lemma in own if lemma in phrase or len(lemma) < 2}
    return Surroundings(lemmas, elsewhere, number, without)


def _text(name: str, date: str, body: str, content: str, code: str) -> Text:
    spoken = language(code)
    found: list[Sentence] = []
    for line in content.split("\n"):
        for span in spoken.sentences(line):
            text = span.of(line)
            words = tuple(spoken.words(text))
            made = tuple(elements(text, code, streams(text, code, words)))
            found.append(Sentence(f"{name} {len(found)}", text, words, made))
    return Text(Exposure(name, date, body, len(found)), tuple(found))


def _file(name: str) -> Path:
    folder = shared_data()
    if folder is None:
        raise FileNotFoundError("The shared data is absent: set DRAGOMAN_SHARED_DATA to its folder.")
    return folder / "text" / name


def fingerprint(name: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of a file."""
    return hashlib.sha256(_file(name).read_bytes()).hexdigest()[:12]


REPORTS = "zh-government-reports/government_work_reports.jsonl"
SPEECHES = "un-general-debate/speeches.csv.gz"
ITEMS = "kremlin-2025/kremlin_ru_2025.jsonl"


def reports() -> list[Text]:
    """Reports on the work of the government of the PRC, one a year, 1954 to 2025 with gaps, zh."""
    rows = [json.loads(line) for line in _file(REPORTS).read_text(encoding="utf-8").splitlines()]
    return [_text(str(row["year"]), str(row["year"]), "PRC", row["content"], "zh") for row in rows]


def items() -> list[Text]:
    """News items of the President of Russia, 1 February to 8 May 2025, ru."""
    rows = [json.loads(line) for line in _file(ITEMS).read_text(encoding="utf-8").splitlines()]
    return [_text(f"{row['date']} {n}", row["date"], "RUS", row["text"], "ru") for n, row in enumerate(rows)]


def speeches() -> Iterator[Text]:
    """Speeches in the general debate of the United Nations, 1946 to 2022, en, one after the other."""
    csv.field_size_limit(10**7)
    text = gzip.decompress(_file(SPEECHES).read_bytes()).decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        yield _text(f"{row['iso3']} {row['year']}", row["year"], row["iso3"], row["text"], "en")
