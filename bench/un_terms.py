"""The UN development set as texts with terms, and the thesaurus' entries that occur in it."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.corpora import shared_data
from dragoman.languages import language, normalise
from dragoman.languages.simplified import simplified
from dragoman.terms.candidates import Candidates, candidates
from dragoman.terms.keys import key_of
from dragoman.terms.texts import Text, analysis

CODES = ("ru", "zh", "en")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the thesaurus as keys by language; `tuned` marks those of the half that may be tuned on."""

    keys: Mapping[str, str]
    labels: Mapping[str, str]
    tuned: bool


@cache
def un_texts(code: str) -> tuple[Text, ...]:
    """The lines of the development set as texts by document, a sentence a line."""
    folder = _folder() / "un-parallel-dev"
    lines = _lines(folder / f"UNv1.0.devset.{code}")
    texts = []
    for name, places in _documents(folder).items():
        sentences = tuple(normalise(lines[at]).text for at in places)
        speech = language(code)
        found = analysis(sentences, [speech.words(each) for each in sentences], code)
        year, body = name.split("/")[:2]
        texts.append(Text(f"{name}.{code}", name, code, year, body, sentences, found.words, found.phrases))
    return tuple(texts)


@cache
def un_candidates(code: str) -> Candidates:
    """The candidates of the development set in a language."""
    return candidates(un_texts(code), code)


def un_units() -> NDArray[np.int64]:
    """The unit of each sentence: every line is one of its own."""
    return np.arange(sum(len(text.sentences) for text in un_texts("ru")))


@cache
def entries() -> tuple[Entry, ...]:
    """The half of the UNBIS thesaurus that is for development, as keys: lemmas, or simplified characters."""
    found = []
    with (_folder() / "unbis-thesaurus" / "terms-dev.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            labels = {code: normalise(row[code].strip()).text for code in CODES}
            keys = {code: key_of(labels[code], code) for code in CODES}
            digest = sha256(labels["en"].lower().encode()).digest()
            if all(keys.values()):
                found.append(Entry(keys, labels, digest[1] % 2 == 0))
    return tuple(found)


@cache
def occurring(left: str, right: str, least: int = 3) -> tuple[Entry, ...]:
    """Entries that stand in the same line on both sides `least` times: by lemma, or by character."""
    return tuple(
        entry
        for entry in entries()
        if len(places_of(left, entry.keys[left]) & places_of(right, entry.keys[right])) >= least
    )


def places_of(code: str, key: str) -> set[int]:
    """The lines in which an entry's key stands."""
    return _places(code).get(key, set())


@cache
def _places(code: str) -> Mapping[str, set[int]]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for entry in entries():
        key = entry.keys[code]
        wanted[key[0] if code == "zh" else key.split()[0]].add(key)
    found: dict[str, set[int]] = defaultdict(set)
    number = 0
    for text in un_texts(code):
        for sentence, words in zip(text.sentences, text.words, strict=True):
            whole = simplified(sentence) if code == "zh" else f" {' '.join(word[2] for word in words)} "
            for first in set(whole) if code == "zh" else {word[2] for word in words}:
                for key in wanted.get(first, ()):
                    if (key if code == "zh" else f" {key} ") in whole:
                        found[key].add(number)
            number += 1
    return found


def _folder() -> Path:
    data = shared_data()
    if data is None:
        raise SystemExit("The shared data are not there: name their folder in DRAGOMAN_SHARED_DATA.")
    return data / "text"


def _documents(folder: Path) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(_lines(folder / "UNv1.0.devset.ids")):
        found[line.split(" ")[0]].append(number)
    return found


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").removesuffix("\n").split("\n")
