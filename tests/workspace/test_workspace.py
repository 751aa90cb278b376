"""Documents in a workspace, the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.concordance.model import Filters
from dragoman.errors import (
    AlreadyThere,
    EmptyInput,
    InputError,
    NoSuchDocument,
    NotAWorkspace,
    WrongLanguage,
)
from dragoman.workspace import About, File, Job, Workspace, doctor
from dragoman.workspace.workspace import Side
from tests.postgres import Server
from tests.workspace.material import ABOUT, EN, RU, TEXTS, ZH, add, files, side, words, workspace


def test_two_texts_become_a_document(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    document = made.document(name)
    assert document.about == ABOUT
    assert document.languages == ("ru", "zh")
    assert document.state == "ready"
    version = document.versions[0]
    assert (version.name, version.form, version.characters) == ("statement.ru.txt", "text", len(RU))
    assert version.size == len(RU.encode())
    assert version.sentences == 5
    assert made.original(version.original).read_bytes() == RU.encode()
    assert [one.id for one in made.documents()] == [name]


def test_versions_stand_side_by_side(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    page = made.parallel(name)
    assert (page.languages, page.page, page.pages, page.total) == (("ru", "zh"), 1, 1, 4)
    assert words(page)[1][1].startswith("1. 双方商定")
    assert [len(cell.sentences) for cell in page.rows[2].cells] == [2, 1]
    assert page.methods == ("align.v1",)
    turned = made.parallel(name, ("zh", "ru"))
    assert words(turned) == [(right, left) for left, right in words(page)]
    assert [row.probability for row in turned.rows] == [row.probability for row in page.rows]


def test_three_languages(tmp_path: Path, database: str) -> None:
    made, _ = workspace(tmp_path, database, added=False)
    name = add(made, "ru", "zh", "en").document
    assert made.parallel(name).rows[0].probability == 0.0  # not aligned yet
    steps: list[Job] = []
    # The document, then the terms of all documents.
    assert made.work(progress=steps.append) == 2
    assert [(step.done, step.total) for step in steps if step.document] == [(k, 7) for k in range(8)]
    page = made.parallel(name, ("zh", "en", "ru"))
    assert len(page.rows) == 4
    assert all(all(cell.sentences for cell in row.cells) for row in page.rows)


def test_pages_and_places(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    first, second = (made.parallel(name, page=number, size=3) for number in (1, 2))
    assert (first.pages, len(first.rows), len(second.rows)) == (2, 3, 1)
    assert [row.number for row in second.rows] == [4]
    whole = made.parallel(name)
    assert [row.anchor for row in (*first.rows, *second.rows)] == [row.anchor for row in whole.rows]
    assert [place.label for place in whole.contents] == ["1", "2", "3"]
    assert made.locate(name, (), whole.rows[3].anchor, size=3) == (2, whole.rows[3].anchor)
    inside = whole.rows[2].cells[0].sentences[1]
    assert made.locate(name, (), f"ru{inside.start}") == (1, whole.rows[2].anchor)
    with pytest.raises(InputError, match="no page 3"):
        made.parallel(name, page=3, size=3)
    with pytest.raises(InputError, match="no sentence ru7"):
        made.locate(name, (), "ru7")


def test_a_file_is_noticed_when_it_comes_again(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    before = made.digests()
    again = made.add([File(ZH.encode(), "other-name.txt"), File(RU.encode(), "заявление.txt")])
    assert (again.document, again.job) == (name, "")
    assert set(again.already) == {"other-name.txt", "заявление.txt"}
    assert made.digests() == before
    with pytest.raises(AlreadyThere, match=name):
        made.add([File(RU.encode(), "ru.txt"), File(EN.encode(), "en.txt")])
    assert len(made.documents()) == 1
    assert len(made.history()) == 3


def test_a_language_is_added_and_replaced(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    added = made.add(files("en"), document=name[:5])
    assert added.document == name
    made.work()
    assert made.document(name).languages == ("en", "ru", "zh")
    other = RU.replace("12 метеостанций", "15 метеостанций").encode()
    with pytest.raises(AlreadyThere, match="--replace"):
        made.add([File(other, "new.ru.txt")], document=name)
    made.add([File(other, "new.ru.txt")], document=name, replace=True)
    made.work()
    version = made.document(name).versions[1]
    assert (version.name, [earlier.name for earlier in version.earlier]) == (
        "new.ru.txt",
        ["statement.ru.txt"],
    )
    assert "15 метеостанций" in words(made.parallel(name, ("ru", "zh")))[1][0]
    # The former text is kept, but not found any more; bringing it back brings it back.
    assert made.original(version.earlier[0].original).read_bytes() == RU.encode()
    assert made.usage.concordance("12", Filters(language="ru")).total == 0
    with pytest.raises(AlreadyThere):
        made.add([File(RU.encode(), "old.ru.txt"), File(b"Water, and more of it.", "x.en.txt")])
    made.add([File(RU.encode(), "old.ru.txt")], document=name, replace=True)
    made.work()
    assert made.usage.concordance("12", Filters(language="ru")).total == 1


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("statement.zh.txt", "", ("zh", "name")),
        ("zh_statement_ZH-CN.txt", "", ("zh", "name")),
        ("statement.txt", "", ("zh", "text")),
        ("статус_no.txt", "", ("zh", "text")),
        ("statement.ru.txt", "zh", ("zh", "given")),
    ],
)
def test_how_a_language_is_told(tmp_path: Path, name: str, language: str, expected: tuple[str, str]) -> None:
    made, _ = workspace(tmp_path, added=False)
    added = made.add([File(ZH.encode(), name, language)])
    assert dict(added.languages) == dict([expected])


def test_bad_files_leave_nothing(tmp_path: Path, database: str) -> None:
    made, _ = workspace(tmp_path, database, added=False)
    long = (ZH + "\n\n") * 5
    bad: list[tuple[list[File], type[InputError]]] = [
        ([], InputError),
        ([File(RU.encode(), "a.txt"), File(b"", "b.zh.txt")], EmptyInput),
        ([File(RU.encode(), "a.txt"), File(EN.encode(), "b.ru.txt", "ru"), File(ZH.encode())], InputError),
        ([File(long.encode(), "a.txt", "ru")], WrongLanguage),
        ([File(b"123 456", "a.txt")], WrongLanguage),
        ([File(tmp_path / "nowhere.txt")], InputError),
    ]
    for given, error in bad:
        with pytest.raises(error):
            made.add(given)
    with pytest.raises(InputError, match="not a date"):
        made.add(files("ru"), About(date="2024-13"))
    assert made.documents() == []
    assert made.history() == []
    assert [path for path in (made.folder / "originals").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.ru.txt", "passwd.ru.txt"),
        ("C:\\notes\\заявление.ru.txt", "заявление.ru.txt"),
        ("line\nbreak\r\x00\u202e.ru.txt", "line break .ru.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("д" * 300 + ".ru.txt", "д" * 196 + ".txt"),
    ],
)
def test_names_of_files_are_made_harmless(tmp_path: Path, given: str, kept: str) -> None:
    made, _ = workspace(tmp_path, added=False)
    name = made.add([File(RU.encode(), given, "ru")]).document
    assert made.document(name).versions[0].name == kept


def test_unrelated_texts_fail_with_a_reason(tmp_path: Path, database: str) -> None:
    made, _ = workspace(tmp_path, database, added=False)
    water = " ".join(f"Вода в реке номер {k} поднялась на {k} метров за ночь." for k in range(40))
    music = " ".join(
        f"The violinist played sonata {chr(65 + k % 26)} before an empty hall." for k in range(40)
    )
    name = made.add([File(water.encode(), "a.ru.txt"), File(music.encode(), "a.en.txt")]).document
    made.work()
    document = made.document(name)
    assert document.state == "failed"
    assert document.problem is not None
    assert "do not seem to be versions" in document.problem.message()
    assert [job.state for job in made.jobs() if job.document] == ["failed"]
    # The texts can still be read, each sentence alone.
    assert made.parallel(name).total > 40


def test_corrections_hold_and_survive(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    computed = words(made.parallel(name))
    page = made.parallel(name)
    # Two sentences of Russian stood with one of Chinese: now the second stands alone.
    russian = side(page, 2, "ru")[1]
    event = made.correct(name, ("ru", [russian[1]]), ("zh", []), author="Anna")
    corrected = made.parallel(name)
    assert [row.corrected for row in corrected.rows].count((event,)) == 1
    row = next(row for row in corrected.rows if row.corrected)
    assert [len(cell.sentences) for cell in row.cells] == [1, 0]
    assert row.probability == 1.0
    made.work()
    kept = made.digests()
    assert made.rebuild() == kept
    assert words(made.parallel(name)) == words(corrected)
    last = made.history(name)[-1]
    assert (last.kind, last.author, last.hash) == ("alignment.corrected", "Anna", event)
    assert last.fields()["body"]["left"]["words"] == ["Они будут обмениваться сведениями о воде."]
    made.restore(name, event)
    assert words(made.parallel(name)) == computed
    with pytest.raises(InputError, match="taken back"):
        made.restore(name, event)
    with pytest.raises(InputError, match="no such correction"):
        made.restore(name, "sha256:" + 64 * "0")
    assert made.verify() == []


def test_corrections_need_whole_sentences(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    before = made.digests()
    start, end = side(made.parallel(name), 1, "ru")[1][0]
    cases: list[tuple[Side, Side, str]] = [
        (("ru", [(start + 1, end)]), ("zh", []), "not whole sentences"),
        (("ru", []), ("zh", []), "at least one sentence"),
        (("ru", [(start, end)]), ("en", []), "no version in the language en"),
        (("ru", [(start, end)]), ("ru", []), "two languages"),
    ]
    for left, right, said in cases:
        with pytest.raises(InputError, match=said):
            made.correct(name, left, right)
    assert made.digests() == before
    assert len(made.history()) == 3


def test_descriptions_are_corrected(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    made.describe(name, "place", "Озёрный", author="Anna")
    made.describe(name, "parties", ("Steppe Republic", "Lake Republic"))
    about = made.document(name).about
    assert (about.place, about.parties) == ("Озёрный", ("Steppe Republic", "Lake Republic"))
    event = made.history(name)[-2]
    assert (event.body["was"], event.body["value"]) == ("Озёрск", "Озёрный")
    for field, value, said in [
        ("place", "Озёрный", "that already"),
        ("colour", "red", "no 'colour'"),
        ("date", "May 2024", "not a date"),
        ("invented", "yes", "cannot be"),
        ("title", "x" * 2001, "longer than"),
    ]:
        with pytest.raises(InputError, match=said):
            made.describe(name, field, value)
    assert len(made.history()) == 5
    kept = made.digests()
    assert made.rebuild() == kept


@pytest.mark.parametrize(
    ("query", "language", "expected", "marked"),
    [
        ("принципы безопасность", "", 1, ["принципам", "безопасности"]),
        ("сторона", "", 2, ["Стороны"]),
        ("МЕТЕОСТАНЦИЯ", "", 1, ["метеостанций"]),
        ("安全", "", 1, ["安全"]),
        ("資源", "", 1, ["资源"]),
        ("气象站 2027", "", 1, ["2027", "气象站"]),
        ("资水", "", 0, []),
        ('"двух экземплярах"', "", 1, ["двух экземплярах"]),
        ('"экземплярах двух"', "", 0, []),
        ("2027", "zh", 1, ["2027"]),
        ("2027", "", 2, ["2027"]),
        ("", "", 0, []),
        ("; DROP TABLE search; --", "", 0, []),
        ('"" AND OR', "", 0, []),
    ],
)
def test_search(
    tmp_path: Path, database: str, query: str, language: str, expected: int, marked: list[str]
) -> None:
    made, name = workspace(tmp_path, database)
    found = made.usage.concordance(query, Filters(language=language))
    assert (found.total, len(found.lines)) == (expected, expected)
    if expected:
        hit = found.lines[0]
        assert hit.document == name
        assert [hit.sentence.text[start:end] for start, end in hit.spans] == marked
        assert made.locate(name, (), hit.anchor)[0] == 1


def test_search_finds_ё_and_е_alike(tmp_path: Path, database: str) -> None:
    made, _ = workspace(tmp_path, database, added=False)
    made.add([File("Всё решено в Озёрске. Ещё одно слово.".encode(), "a.ru.txt")], About(title="a"))
    assert made.usage.concordance("озерск").total == made.usage.concordance("ОЗЁРСК").total == 1


def test_documents_are_found_by_what_is_said_of_them(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    for query in ("", "озерск", "LAKE statement", "2024", name):
        assert [one.id for one in made.documents(query=query)] == [name], query
    assert made.documents(query="lake 2025") == []
    assert made.document(name[:4]).id == name
    for wrong in (name[:3], "zzzzzz", "%", "_" * 10, ""):
        with pytest.raises(NoSuchDocument):
            made.document(wrong)


def test_sources(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    sources = made.sources()
    assert [(one.language, one.document, one.licence, one.current) for one in sources] == [
        ("ru", name, "Apache-2.0", True),
        ("zh", name, "Apache-2.0", True),
    ]
    assert sources[0].size == len(RU.encode())


def test_a_rebuild_gives_the_same_rows(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    other = made.add([File((EN + " One more sentence.").encode(), "x.en.txt")], About(title="b")).document
    made.work()
    made.describe(name, "place", "elsewhere")
    made.work()
    kept = made.digests()
    assert made.rebuild() == kept
    assert made.rebuild(other) == kept
    assert set(kept) == {
        "document", "version", "correction", "reading", "sentence", "extent", "word", "alignment", "bead",
        "search", "analysis", "term", "occurrence", "pair", "made", "mention", "judgement", "comparison",
        "finding", "decision",
    }  # fmt: skip
    assert doctor(made.folder) == []


def test_two_databases_hold_the_same(tmp_path: Path, postgres: Server) -> None:
    """Whatever the database, the canonical rows are the same but for times."""
    with postgres.database() as address:
        found = []
        for number, where in enumerate(("", address)):
            (tmp_path / str(number)).mkdir()
            made, name = workspace(tmp_path / str(number), where)
            digests = made.digests()
            for table in ("document", "version"):  # these hold the time of day
                digests.pop(table)
            found.append((name, digests))
            made.close()
    assert found[0] == found[1]


def test_places_that_hold_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace, match="dragoman init"):
        Workspace.open(tmp_path)
    made, _ = workspace(tmp_path, added=False)
    with pytest.raises(AlreadyThere):
        Workspace.create(made.folder)
    settings = made.folder / "dragoman.toml"
    text = settings.read_text(encoding="utf-8")
    for broken, said in [
        (text.replace("form = 1", "form = 2"), "newer Dragoman"),
        (text.replace("form = 1", ""), "cannot be read"),
        ("[workspace", "cannot be read"),
        (text.replace('party = "editors"', 'party = ""'), "cannot be read"),
        (text.replace('party = "editors"', "party = 3"), "cannot be read"),
    ]:
        settings.write_text(broken, encoding="utf-8")
        with pytest.raises(NotAWorkspace, match=said):
            Workspace.open(made.folder)
    with pytest.raises(InputError, match="postgresql://"):
        Workspace.create(tmp_path / "other", database="mysql://localhost/x")


def test_a_database_serves_one_workspace(tmp_path: Path, database: str) -> None:
    if not database:
        return
    workspace(tmp_path, database)
    with pytest.raises(AlreadyThere, match="holds a workspace"):
        Workspace.create(tmp_path / "second", database=database)


def test_texts_have_one_language_each(tmp_path: Path) -> None:
    made, _ = workspace(tmp_path, added=False)
    with pytest.raises(InputError, match="Two files are in the language ru"):
        made.add([File(TEXTS["ru"].encode(), "a.txt"), File((RU + " Ещё.").encode(), "b.txt")])


def test_what_changes_is_shown_at_once(tmp_path: Path, database: str) -> None:
    """Texts that were read are kept no longer than they hold, also where another process changes them."""
    made, name = workspace(tmp_path, database)
    with Workspace.open(made.folder) as other:
        computed = words(made.parallel(name))
        assert made.parallel(name).rows == made.parallel(name).rows
        event = other.correct(name, side(made.parallel(name), 1, "ru"), ("zh", []))
        assert words(made.parallel(name)) == words(other.parallel(name)) != computed
        other.restore(name, event)
        assert words(made.parallel(name)) == computed
        other.describe(name, "place", "elsewhere")
        assert made.parallel(name).document.about.place == "elsewhere"
        replacement = File((RU + "\n\nЕщё один абзац.").encode(), "new.ru.txt")
        other.add([replacement], document=name, replace=True)
        assert made.parallel(name).document.state == "working"
        assert made.parallel(name).rows[0].probability == 0.0
        other.work()
        assert made.parallel(name).document.state == "ready"
        assert "Ещё один абзац." in words(made.parallel(name))[-1][0]


def test_languages_are_those_of_present_versions(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database, added=False)
    assert made.languages() == ()
    name = add(made, "zh", "ru").document
    assert made.languages() == ("ru", "zh")
    made.add(files("en"), document=name)
    assert made.languages() == ("en", "ru", "zh")
