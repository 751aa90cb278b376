"""What comes out for the UN general debate, and how much of what is found was judged right.

Verdicts lie in `judged`: where a mention stands and what was said of it, without the texts. `docs/threats.md`
has the protocol. The speeches are those of the members of the SCO of 2024, in the English of the United
Nations; `CHN` before 1971 is the Republic of China, `RUS` before 1992 the Soviet Union.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.corpora import shared_data
from dragoman.bitext.document import sentences_of
from dragoman.languages import language
from dragoman.signals.intervals import wilson
from dragoman.threats import CUES, DIMENSIONS, OTHER, STRENGTHS, TOPICS, Mention, mentions

STATES = ("BLR", "CHN", "IND", "IRN", "KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB")
DECADES = (1946, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020)
_JUDGED = Path(__file__).parent / "judged"
_SPEECHES = "text/un-general-debate/speeches.csv.gz"
# Topics that the table of the most named has.
_MOST = 25
_NEW = 1990

Row = list[str | float]
# A speech: state, year, what it names.
Speech = tuple[str, int, list[Mention]]


def speeches() -> tuple[list[Speech], float]:
    """All speeches of the ten states, and the milliseconds of CPU that a sentence took.

    Raises:
        FileNotFoundError: the shared data are not there.
    """
    folder = shared_data()
    if folder is None:
        raise FileNotFoundError("The shared data are not there: set DRAGOMAN_SHARED_DATA.")
    csv.field_size_limit(sys.maxsize)
    found: list[Speech] = []
    seconds, count = 0.0, 0
    with gzip.open(folder / _SPEECHES) as file:
        for row in csv.DictReader(io.TextIOWrapper(file, "utf-8")):
            if row["iso3"] not in STATES:
                continue
            sentences = sentences_of(row["text"], language("en"))
            begun = time.process_time()
            named = [one for sentence in sentences for one in mentions(sentence.text, "en")]
            seconds += time.process_time() - begun
            count += len(sentences)
            found.append((row["iso3"], int(row["year"]), named))
    return found, 1000 * seconds / count


def counted(named: Sequence[Mention]) -> set[str]:
    """The topics that figures count, as long as no person has decided anything."""
    return {one.topic for one in named if one.topic != OTHER and one.stance == "asserted"}


def _share(count: int, of: int) -> str:
    if not of:
        return "–"
    low, high = wilson(count, of)
    return f"{count} of {of} ({low:.0%}–{high:.0%})"


def _verdicts() -> list[Mapping[str, str]]:
    with (_JUDGED / "threats.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _precision() -> dict[str, Any]:
    """How much of what is found is named there indeed, and under the right topic as well."""
    groups: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in _verdicts():
        kind = "not known to the lexicon" if row["topic"] == OTHER else "known topics"
        groups[f"{row['language']}, all"].append(row)
        groups[f"{row['language']}, {kind}"].append(row)
        if row["language"] == "en" and row["topic"] != OTHER:
            cue = CUES[row["cue"]]
            groups[f"en, known topics: {STRENGTHS[cue.strength]}"].append(row)
            groups[f"en, known topics: “{cue.example}”"].append(row)
    rows: list[Row] = []
    for name in sorted(groups, key=_place):
        own = groups[name]
        verdicts = Counter(row["verdict"] for row in own)
        named = verdicts["yes"] + verdicts["topic"]
        rows.append([name, _share(named, len(own)), _share(verdicts["yes"], len(own))])
    return {"columns": ["mentions", "named there", "named there, topic right"], "rows": rows}


def _place(name: str) -> tuple[int, int, str]:
    code, _comma, rest = name.partition(", ")
    kinds = (
        "all",
        "known topics",
        "not known to the lexicon",
        *(f"known topics: {it}" for it in STRENGTHS.values()),
    )
    return ("en", "ru", "zh").index(code), kinds.index(rest) if rest in kinds else len(kinds), rest


def _recall() -> Row:
    with (_JUDGED / "threats_recall.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found, missed = (sum(int(row[name]) for row in rows) for name in ("found", "missed"))
    return [f"{len(rows)} sentences", _share(found, found + missed)]


def _decades(found: Sequence[Speech]) -> dict[str, Any]:
    """In how many of a decade's speeches a state names something of a dimension, in per cent."""
    rows: list[Row] = []
    for state in STATES:
        for name, title in DIMENSIONS.items():
            if name == "other":
                continue
            cells: Row = [state, title]
            for begin, end in zip(DECADES, (*DECADES[1:], 2030), strict=True):
                own = [counted(each[2]) for each in found if each[0] == state and begin <= each[1] < end]
                having = sum(any(TOPICS[topic].dimension == name for topic in topics) for topics in own)
                cells.append(f"{100 * having / len(own):.0f}" if own else "")
            if any(cell not in ("", "0") for cell in cells[2:]):
                rows.append(cells)
    return {"columns": ["state", "dimension", *(f"{year}–" for year in DECADES)], "rows": rows}


def _topics(found: Sequence[Speech]) -> dict[str, Any]:
    """The topics that most speeches since 1990 name, and by how many states."""
    recent = [(state, counted(named)) for state, year, named in found if year >= _NEW]
    totals = Counter(topic for _state, topics in recent for topic in topics)
    rows: list[Row] = []
    for topic, count in totals.most_common(_MOST):
        by_state = Counter(state for state, topics in recent if topic in topics)
        rows.append([TOPICS[topic].title, count, len(by_state), *_most(recent, by_state)])
    return {"columns": ["topic", "speeches", "states", "most often", "least often"], "rows": rows}


def _most(recent: Sequence[tuple[str, set[str]]], by_state: Mapping[str, int]) -> Iterator[str]:
    of = Counter(state for state, _topics in recent)
    order = sorted(of, key=lambda state: (-by_state.get(state, 0) / of[state], state))
    for state in (order[0], order[-1]):
        yield f"{state} {by_state.get(state, 0)} of {of[state]}"


def _shared(found: Sequence[Speech]) -> dict[str, Any]:
    """Since 2010: topics that all ten states name, and those that one alone names."""
    recent = [(state, counted(named)) for state, year, named in found if year >= 2010]
    states: dict[str, set[str]] = defaultdict(set)
    for state, topics in recent:
        for topic in topics:
            states[topic].add(state)
    rows: list[Row] = []
    for count in sorted({len(names) for names in states.values()}, reverse=True):
        titles = [TOPICS[topic].title for topic in TOPICS if len(states.get(topic, ())) == count]
        rows.append([count, "; ".join(titles)])
    return {"columns": ["states", "topics"], "rows": rows}


def measure() -> dict[str, Any]:
    """Precision by language and cue; in `parts` what comes out by decade, topic and number of states."""
    found, cost = speeches()
    precision = _precision()
    sentences, recall = _recall()
    total = sum(len(named) for *_rest, named in found)
    return {
        **precision,
        "data": (
            f"{total} mentions in {len(found)} speeches of the UN General Debate Corpus, version 10; "
            f"{cost:.2f} ms of CPU a sentence. Found of what is named in {sentences} that hold a word for "
            f"threats: {recall}"
        ),
        "parts": {"decades": _decades(found), "topics": _topics(found), "shared": _shared(found)},
    }
