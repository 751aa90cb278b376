"""Terms of the collection in a workspace: found by a job, kept, asked for; the same in both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.concordance.model import Filters
from dragoman.errors import InputError
from dragoman.workspace import About, File, Workspace, termwork
from dragoman.workspace.texts import Marks
from tests.terms.material import LINES


def collection(folder: Path, database: str) -> Workspace:
    """Two documents, each in Russian and Chinese, their terms found."""
    made = Workspace.create(folder / "w", database=database)
    half = len(LINES) // 2
    for number, lines in enumerate((LINES[:half], LINES[half:])):
        files = [
            File("\n\n".join(line[side] for line in lines).encode(), f"{number}.{code}.txt")
            for side, code in enumerate(("ru", "zh"))
        ]
        about = About(
            title=f"Text {number}",
            date=("2019-05", "2021")[number],
            body=("Lake ministry", "Steppe ministry")[number],
        )
        made.add(files, about)
    made.work()
    return made


def test_terms_are_listed_and_looked_up(tmp_path: Path, database: str) -> None:
    usage = collection(tmp_path, database).usage
    found = usage.terms("ru", kind="phrase")
    assert "чистая вода" in {term.form for term in found.terms}
    assert found.total == len(found.terms)
    assert not found.stale
    water = usage.term("ru", "чистой воды")
    assert water == usage.term("ru", "чистый вода") == usage.term("ru", "чистая вода")
    assert (water.count, water.first) == (6, "2019-05")
    assert usage.terms(query="чистых вод").terms[0].form == water.form
    assert {term.language for term in usage.terms().terms} == {"ru", "zh"}


def test_an_unknown_term_is_named(tmp_path: Path, database: str) -> None:
    with pytest.raises(InputError, match=r"дракон is no term of the collection in the language ru"):
        collection(tmp_path, database).usage.term("ru", "дракон")


@pytest.mark.parametrize("odd", ["()", "…", "\udcff", "%", "\x00"])
def test_what_has_no_word_holds_in_no_term(tmp_path: Path, odd: str) -> None:
    usage = collection(tmp_path, "").usage
    assert usage.terms("ru", query=odd).total == usage.terms(query=odd).total == 0
    assert usage.pairs("ru", "zh", query=odd).total == 0
    for code in ("ru", "zh"):
        with pytest.raises(InputError, match="is no term of the collection"):
            usage.term(code, odd)


def test_pairs_from_either_side(tmp_path: Path, database: str) -> None:
    usage = collection(tmp_path, database).usage
    there, back = usage.pairs("ru", "zh", limit=1_000), usage.pairs("zh", "ru", limit=1_000)
    assert there.total == back.total > 0
    assert {(pair.left, pair.right) for pair in there.pairs} == {
        (pair.right, pair.left) for pair in back.pairs
    }
    water = usage.pairs("ru", "zh", query="чистая вода").pairs[0]
    assert (water.left_form, water.right_form) == ("чистая вода", "洁净水")
    assert usage.partners("zh", "洁净水")[0].right == "чистый вода"


def test_a_hits_counterpart_lights_up(tmp_path: Path, database: str) -> None:
    usage = collection(tmp_path, database).usage
    lines = usage.concordance("чистая вода", Filters(other="zh")).lines
    assert lines
    for line in lines:
        (counterpart,) = line.counterparts
        if "洁净水" in counterpart.sentences[0].text:
            ((start, end),) = counterpart.spans[0]
            assert counterpart.sentences[0].text[start:end] == "洁净水"
            assert 0.0 < counterpart.sure <= 1.0


def test_renderings_have_bodies_and_dates(tmp_path: Path, database: str) -> None:
    found = collection(tmp_path, database).usage.renderings("渔业", "zh", "ru")
    (only,) = found.renderings
    assert (only.rendering, only.count, only.first, only.last) == ("рыболовство", 5, "2019-05", "2021")
    assert sorted((each.body, each.count) for each in only.bodies) == [
        ("Lake ministry", 2),
        ("Steppe ministry", 3),
    ]
    assert found.without == 0


def test_terms_are_marked_where_they_stand(tmp_path: Path, database: str) -> None:
    made = collection(tmp_path, database)
    for document in made.documents():
        marks = made.usage.annotations(document.id, ("ru", "zh"), ("word", "phrase", "name", "formulation"))
        for code in ("ru", "zh"):
            rows = made.parallel(document.id, (code,)).rows
            texts = {one.start: one.text for row in rows for cell in row.cells for one in cell.sentences}
            assert set(marks[code]) <= set(texts)
            for start, found in marks[code].items():
                ends = [0]
                for mark in found:
                    assert ends[-1] <= mark.start < mark.end <= len(texts[start])
                    ends.append(mark.end)


def test_marks_are_kept_until_terms_are_found_anew(tmp_path: Path, database: str) -> None:
    made = collection(tmp_path, database)
    name = next(each.id for each in made.documents() if each.about.date == "2021")
    before = made.usage.annotations(name, ("ru", "zh"))
    assert made.usage.annotations(name, ("ru", "zh")) is before
    assert set(made.usage.annotations(name, ("ru",))) == {"ru"}
    other = next(each.id for each in made.documents() if each.id != name)
    made.describe(other, "date", "2012")
    made.work()
    after = made.usage.annotations(name, ("ru", "zh"))

    def firsts(marks: Marks) -> set[str]:
        return {mark.first for found in marks["ru"].values() for mark in found}

    assert ("2019-05" in firsts(before), "2012" in firsts(before)) == (True, False)
    assert ("2019-05" in firsts(after), "2012" in firsts(after)) == (False, True)


def test_nothing_is_computed_again_for_a_collection_that_is_as_it_was(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = collection(tmp_path, database)
    before = made.digests()
    name = made.documents()[0].id
    monkeypatch.setattr(termwork, "extract", lambda *_given, **_named: pytest.fail("computed again"))
    made.describe(name, "place", "elsewhere")
    made.work()
    assert {key: value for key, value in made.digests().items() if key != "document"} == {
        key: value for key, value in before.items() if key != "document"
    }


def test_a_changed_date_changes_the_terms_dates(tmp_path: Path, database: str) -> None:
    made = collection(tmp_path, database)
    name = next(each.id for each in made.documents() if each.about.date == "2019-05")
    made.describe(name, "date", "2017")
    assert made.usage.terms("ru").stale
    made.work()
    assert made.usage.term("ru", "чистая вода").first == "2017"
    assert not made.usage.terms("ru").stale


def test_a_correction_changes_what_stands_together(tmp_path: Path, database: str) -> None:
    made = collection(tmp_path, database)
    name = next(each.id for each in made.documents() if each.about.date == "2019-05")
    before = made.usage.pairs("ru", "zh", query="чистая вода").pairs[0]
    rows = made.parallel(name, ("ru", "zh")).rows
    row = next(row for row in rows if "洁净水" in row.cells[1].sentences[0].text)
    sentence = row.cells[1].sentences[0]
    made.correct(name, ("ru", []), ("zh", [(sentence.start, sentence.end)]))
    made.work()
    after = made.usage.pairs("ru", "zh", query="чистая вода").pairs
    assert all(pair.count < before.count for pair in after if pair.right == before.right)
    kept = made.digests()
    assert made.rebuild() == kept


def test_the_order_of_adding_does_not_matter(tmp_path: Path, database: str) -> None:
    made = collection(tmp_path, database)
    other = Workspace.create(tmp_path / "other")
    for document in reversed(made.documents()):
        other.add(
            [
                File(made.original(version.original).read_bytes(), version.name)
                for version in document.versions
            ],
            document.about,
        )
        other.work()
    for name in ("term", "occurrence", "pair", "analysis"):
        assert other.digests()[name] == made.digests()[name]


def test_a_large_collection_is_looked_through_again_only_when_enough_has_changed(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = collection(tmp_path, database)
    monkeypatch.setattr(termwork, "_LARGE", 10)
    monkeypatch.setattr(termwork, "_CHANGED", 0.5)
    made.add([File("Чистая вода течёт.\n\nЧистая вода нужна.".encode(), "more.ru.txt")], About(title="More"))
    made.work()
    assert made.usage.term("ru", "чистая вода").count == 6
    assert made.usage.terms("ru").stale
    made.find_terms()
    assert made.usage.term("ru", "чистая вода").count == 8
    assert not made.usage.terms("ru").stale
    # No sentence has come or gone, but what the terms say of dates no longer holds.
    early = next(each.id for each in made.documents() if each.about.date == "2019-05")
    made.describe(early, "date", "2017")
    assert made.jobs(active=True) == []
    assert made.usage.terms("ru").stale
    made.find_terms()
    assert made.usage.term("ru", "чистая вода").first == "2017"
    assert not made.usage.terms("ru").stale


def test_one_document_is_made_anew_while_others_wait(tmp_path: Path, database: str) -> None:
    made = collection(tmp_path, database)
    first = made.documents()[0].id
    made.add([File("Чистая вода течёт.".encode(), "more.ru.txt")], About(title="More"))
    made.rebuild(first)
    assert sorted(job.kind for job in made.jobs(active=True)) == ["derive", "terms"]
    made.work()
    assert not made.usage.terms("ru").stale
