"""How fast a draft is checked, and how well terms are found in it: against terms in exactly their form.

Speed: 10,000 noun phrases of the United Nations development set as a list, and 10,000 words of the same lines
as a draft, so that many of them occur. Quality: invented sentences with the places where a term stands marked
by hand (`bench/judged/places.tsv`), some of them traps. The peer looks for the forms of the list, whatever
their case, between the borders of words; in Chinese for their characters.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from io import StringIO
from pathlib import Path
from time import process_time
from typing import Any

from bench.corpora import united_nations
from bench.stopwatch import Stopwatch
from bench.un_terms import entries
from dragoman.bitext.model import Alignment, Bead
from dragoman.bitext.taking import take
from dragoman.glossary.check import LINE, check
from dragoman.glossary.check import checked as check_read
from dragoman.languages import language
from dragoman.terms.lists import read_termbase
from dragoman.terms.matching import Matcher
from dragoman.terms.termbase import Designation, Entry, Termbase

CODES = ("ru", "en", "zh")
TERMS = WORDS = 10_000
LINES = 1_500
JUDGED = Path(__file__).parent / "judged" / "places.tsv"

# Documents by the first hexadecimal digit of the hash of their name: what may be looked at while tuning.
_TUNED = frozenset(range(0, 16, 2))
_PLACE = re.compile(r"\[([^\]]*)\]")


@cache
def material(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The terms, and the lines of the draft."""
    speech = language(code)
    found: dict[str, str] = {}
    draft: list[str] = []
    count = 0
    for line in united_nations().units[code]:
        words = speech.words(line)
        if count < WORDS:
            draft.append(line)
            count += len(words)
        for phrase in speech.phrases(line, words):
            found.setdefault(phrase.key, line[phrase.start : phrase.end])
    return tuple(found.values())[:: len(found) // TERMS][:TERMS], tuple(draft)


def list_of(terms: Sequence[str], code: str) -> bytes:
    """Terms as the file of a list."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([["entry", code], *([number, term] for number, term in enumerate(terms))])
    return written.getvalue().encode()


def speed() -> Iterator[list[str | float]]:
    """Seconds of CPU stage by stage, those that load dictionaries among them, and those of the peer."""
    for code in CODES:
        terms, draft = material(code)
        data = list_of(terms, code)
        watch = Stopwatch()
        stages = {
            "dragoman.glossary.view.Matcher": "building",
            "dragoman.terms.matching.Matcher.find": "finding",
        }
        begun = process_time()
        termbase = watch.timed("reading", read_termbase)(data, "list.csv")
        with watch.on(stages):
            checked = check(draft, language=code, termbase=termbase)
        whole = process_time() - begun
        begun = process_time()
        peer = exact(terms, code)
        for line in draft:
            list(peer.finditer(line))
        taken = process_time() - begun
        uses = sum(use.count for use in checked.used)
        parts = [round(watch.seconds[stage], 2) for stage in ("reading", "building", "finding")]
        yield [code, len(terms), uses, *parts, round(whole, 2), round(taken, 2)]


def exact(terms: Sequence[str], code: str) -> re.Pattern[str]:
    """Any of the terms in its form, the longest first."""
    some = "|".join(re.escape(term) for term in sorted(set(terms), key=len, reverse=True))
    return re.compile(some if code == "zh" else rf"(?<!\w)(?:{some})(?!\w)", re.IGNORECASE)


def judged() -> Mapping[str, Sequence[tuple[str, str, frozenset[tuple[int, int]]]]]:
    """By language the terms, the sentences, and where in them the term stands."""
    found: dict[str, list[tuple[str, str, frozenset[tuple[int, int]]]]] = defaultdict(list)
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        code, term, marked = line.split("\t")
        places, shift = set(), 0
        for match in _PLACE.finditer(marked):
            places.add((match.start() - shift, match.end() - shift - 2))
            shift += 2
        found[code].append((term, _PLACE.sub(r"\1", marked), frozenset(places)))
    return found


def by_form(term: str, text: str, code: str) -> set[tuple[int, int]]:
    """Where the peer finds a term."""
    return {match.span() for match in exact([term], code).finditer(text)}


def by_key(term: str, text: str, code: str) -> set[tuple[int, int]]:
    """Where Dragoman finds it."""
    termbase = Termbase((Entry("1", (Designation(code, term),)),))
    return {(match.start, match.end) for match in Matcher(termbase, code).find(text)}


def quality() -> Iterator[list[str | float]]:
    """Of the places judged those that are found, and false alarms."""
    for code, sentences in judged().items():
        places = sum(len(right) for _term, _text, right in sentences)
        for name, find in (("Dragoman", by_key), ("exact forms", by_form)):
            answers = [(find(term, text, code), right) for term, text, right in sentences]
            missed = sum(len(right - found) for found, right in answers)
            false = sum(len(found - right) for found, right in answers)
            yield [code, name, len(sentences), places, places - missed, missed, false]


def followed() -> Iterator[list[str | float]]:
    """How often a thesaurus is not followed by translations that did not have to."""
    corpus = united_nations()
    tuned = [at for at, name in enumerate(corpus.groups) if sha256(name.encode()).digest()[0] >> 4 in _TUNED]
    part = corpus.part(tuned[:LINES])
    termbase = Termbase(
        tuple(
            Entry(str(number), tuple(Designation(code, text) for code, text in one.labels.items()))
            for number, one in enumerate(entries())
        )
    )
    for left, right in (("en", "zh"), ("en", "ru"), ("zh", "ru")):
        source, draft = (take(part.units[code], code, code) for code in (left, right))
        beads = tuple(Bead((k,), (k,), 1.0) for k in range(len(part)))
        alignment = Alignment(source.sentences, draft.sentences, beads, left, right, "given")
        found = check_read(draft, termbase, source, alignment)
        remarks = sum(one.kind == "not followed" for one in found.at(LINE))
        yield [f"{left}–{right}", len(part), len(termbase), remarks, round(100 * remarks / len(part), 1)]


def measure() -> dict[str, Any]:
    """The table of times, and the table of what is found."""
    stages = ["reading, s", "building, s", "finding, s", "all, s", "exact forms, s"]
    found = ["sentences", "places", "found right", "missed", "false alarms"]
    return {
        "columns": ["language", "terms", "uses found", *stages],
        "rows": list(speed()),
        "data": "UN Parallel Corpus v1.0, development set: 10,000 noun phrases, 10,000 words; CPU time",
        "parts": {
            "judged": {"columns": ["language", "method", *found], "rows": list(quality())},
            "thesaurus": {
                "columns": ["languages", "lines", "entries", "remarks", "in 100 lines"],
                "rows": list(followed()),
            },
        },
    }
