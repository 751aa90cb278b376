"""Comparisons as files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO

import docx

from dragoman.bitext.model import Sentence
from dragoman.bitext.parallel import Row
from dragoman.bitext.places import Place
from dragoman.interface import interface
from dragoman.marking import Reason
from dragoman.versions.formats.document import to_docx
from dragoman.versions.formats.page import page
from dragoman.versions.formats.report import Decided, Report, remarks, report, summary
from dragoman.versions.formats.stored import to_json
from dragoman.versions.model import Comparison, Finding

EN, RU = interface("en"), interface("ru")
COMPARISON = Comparison(
    ("ru", "zh", "en"),
    (
        (Sentence("Пять лодок.", 0, 11), Sentence("Мост открыт.", 12, 24)),
        (Sentence("六条船。", 0, 4), Sentence("桥已开放。", 4, 9)),
        (Sentence("Five <boats> & oars.", 0, 20),),
    ),
    (Row(((0,), (0,), (0,)), 0.9, False, ()), Row(((1,), (1,), ()), 0.8, False, ())),
    (
        Finding(
            "number",
            0,
            ((Place(0, 0, 4, 0, 4),), (Place(0, 0, 1, 0, 1),), (Place(0, 0, 12, 0, 12),)),
            Reason("The numbers differ: {left} and {right}.", {"left": "Пять", "right": "六"}),
            0.93,
            "zh",
        ),
        Finding(
            "omitted",
            1,
            ((Place(1, 0, 12, 12, 24),), (Place(1, 0, 5, 4, 9),), ()),
            Reason("Gone."),
            0.4,
            "en",
        ),
    ),
    "versions.v1",
    ("A note.",),
)


def told(line: float = 0.3, *decided: Decided) -> Report:
    return report(COMPARISON, title="Boats & <bridges>", line=line, decided=decided)


def test_a_report_has_what_is_probable_and_what_was_decided() -> None:
    assert [entry.number for entry in told(0.3).entries] == [1, 2]
    assert [entry.finding.kind for entry in told(0.5).entries] == ["number"]
    assert told(0.5).below == 1
    kept = told(0.5, Decided("aaa"), Decided("bbb", "dismissed", "It was agreed."))
    assert [entry.decided.name for entry in kept.entries] == ["aaa", "bbb"]
    assert summary(told(0.5), EN) == (
        "1 place where the versions may differ in substance. 1 less probable one (below 50%) is not shown."
    )
    assert summary(told(0.99), EN).startswith("No place was found where the versions differ")


def test_remarks_say_kind_reason_who_differs_and_what_was_decided() -> None:
    entry = told(0.3, Decided(), Decided("bbb", "dismissed", "It was agreed.")).entries
    assert remarks(entry[0], EN) == [
        "Another number, 93% probable",
        "The numbers differ: Пять and 六.",
        "中文: differs from the other two, which agree",
    ]
    assert remarks(entry[1], EN)[-1] == "Dismissed: It was agreed."


def test_json_has_places_in_sentences_and_in_the_given_text() -> None:
    stored = json.loads(to_json(told(), EN))
    assert (stored["format"], stored["version"], stored["below"], stored["rows"]) == (
        "dragoman-comparison",
        1,
        0,
        2,
    )
    assert stored["sentences"] == {"ru": 2, "zh": 2, "en": 1}
    first, second = stored["findings"]
    assert (first["kind"], first["row"], first["alone"], first["state"]) == ("number", 1, "zh", "open")
    assert first["versions"][2] == {
        "language": "en",
        "sentences": [{"number": 1, "start": 0, "end": 20, "text": "Five <boats> & oars."}],
        "places": [{"sentence": 1, "start": 0, "end": 12, "first": 0, "last": 12, "words": "Five <boats>"}],
    }
    assert second["versions"][2] == {"language": "en", "sentences": [], "places": []}
    assert second["versions"][1]["places"][0]["words"] == "桥已开放。"


def test_the_page_marks_places_and_lets_nothing_of_the_texts_through() -> None:
    made = page(told(), "ru")
    assert '<html lang="ru"' in made
    assert "<mark>Five &lt;boats&gt;</mark> &amp; oars." in made
    assert "Boats &amp; &lt;bridges&gt;" in made
    assert "<boats>" not in made
    assert '<div lang="zh" dir="ltr">' in made
    assert len(re.findall("<section ", made)) == 2
    assert "default-src 'none'" in made
    assert "<script" not in made


def test_overlapping_places_are_marked_once() -> None:
    places = ((Place(0, 0, 4, 0, 4), Place(0, 2, 10, 2, 10)), (), ())
    one = replace(COMPARISON.findings[0], places=places)
    made = page(report(replace(COMPARISON, findings=(one,)), title="x", line=0.0))
    assert "<mark>Пять</mark><mark> лодок</mark>." in made


def test_the_docx_has_all_rows_and_a_comment_for_each_version_that_it_concerns() -> None:
    made = docx.Document(BytesIO(to_docx(told(), "en", when="2026-05-16T10:00:00Z")))
    (table,) = made.tables
    cells = [[cell.text for cell in row.cells][-3:] for row in table.rows]
    assert cells == [
        ["русский", "中文", "English"],
        ["Пять лодок.", "六条船。", "Five <boats> & oars."],
        ["Мост открыт.", "桥已开放。", ""],
    ]
    comments = ["\n".join(each.text for each in one.paragraphs) for one in made.comments]
    assert len(comments) == 5
    assert comments[0].startswith("Another number, 93% probable\nThe numbers differ: Пять and 六.")
    assert to_docx(told(), "en", when="2026-05-16T10:00:00Z") == to_docx(
        told(), "en", when="2026-05-16T10:00:00Z"
    )
