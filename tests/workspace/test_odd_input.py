"""Input that nobody expects; both databases answer it alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.concordance.model import Line
from dragoman.errors import AlreadyThere, DragomanError, InputError
from dragoman.workspace import (
    About,
    File,
    Workspace,
)
from tests import postgres as server
from tests.workspace.material import EN, RU, add, files, side, words, workspace

LONGER = "Новое вступление о погоде.\n\n" + RU
Units = Sequence[Sequence[str]]


def tmx(languages: Sequence[str], units: Units) -> File:
    """A translation memory."""
    body = "".join(
        "<tu>"
        + "".join(
            f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>'
            for code, text in zip(languages, unit, strict=True)
        )
        + "</tu>"
        for unit in units
    )
    return File(f'<?xml version="1.0"?><tmx version="1.4"><body>{body}</body></tmx>'.encode(), "memory.tmx")


def test_the_same_bytes_in_another_language(tmp_path: Path, database: str) -> None:
    made, _none = workspace(tmp_path, database, added=False)
    made.add([File(RU.encode(), "a.txt", "ru")])
    with pytest.raises(AlreadyThere):
        made.add([File(RU.encode(), "a.txt", "uk")])


@pytest.mark.parametrize(
    "text",
    [
        "The lake is " + "x" * 3_000 + " long. It is deep.",
        "The lake and the town: "
        + " ".join(f"and then the water was {10**9 + number}" for number in range(90_000)),
    ],
    ids=["word", "sentence"],
)
def test_long_words_and_sentences(tmp_path: Path, database: str, text: str) -> None:
    made, _none = workspace(tmp_path, database, added=False)
    made.add([File(text.encode(), "long.txt", "en")])
    assert made.usage.concordance("lake").total == 1


def test_a_file_whose_name_is_no_text(tmp_path: Path, database: str) -> None:
    made, _none = workspace(tmp_path, database, added=False)
    name = made.add([File(EN.encode(), "state\udcffment.en.txt")]).document
    assert made.document(name).versions[0].name.encode()


# Values that are no text


@pytest.mark.parametrize("bad", ["\0", "a\0b", "\ud800", "a\udc80"])
def test_what_is_no_text_is_refused(tmp_path: Path, database: str, bad: str) -> None:
    made, name = workspace(tmp_path, database)
    deeds: list[Callable[[], object]] = [
        lambda: made.job(bad),
        lambda: made.restore(name, bad),
        lambda: made.describe(name, "title", bad),
        lambda: made.describe(name, "parties", (bad,)),
        lambda: made.document(bad),
        lambda: made.locate(name, (), bad),
        lambda: made.add(files("en"), About(title=bad)),
    ]
    for deed in deeds:
        with pytest.raises(InputError):
            deed()
    with pytest.raises(DragomanError):
        made.original(bad)
    assert made.usage.concordance(bad).total in (0, 1)


def test_parties_are_texts(tmp_path: Path) -> None:
    made, name = workspace(tmp_path)
    with pytest.raises(InputError):
        made.describe(name, "parties", (1, 2))


def test_an_original_is_looked_for_in_its_folder_only(tmp_path: Path) -> None:
    made, _name = workspace(tmp_path)
    other = tmp_path / "other"
    other.write_text("x")
    with pytest.raises(DragomanError, match=r"missing|no original"):
        made.original(f"sha256:{other}")


@pytest.mark.parametrize(("limit", "offset"), [(-1, 0), (10, -1), (10, 10**20), (10**20, 0)])
def test_limits_of_a_search(tmp_path: Path, database: str, limit: int, offset: int) -> None:
    made, _name = workspace(tmp_path, database)
    found = made.usage.concordance("вода", limit=limit, offset=offset)
    assert found.total == 1


def test_a_query_of_any_length(tmp_path: Path, database: str) -> None:
    made, _name = workspace(tmp_path, database)
    with pytest.raises(InputError, match="characters"):
        made.usage.concordance(" ".join(f"вода{number}" for number in range(30_000)))
    with pytest.raises(InputError, match="words"):
        made.usage.concordance("вода " * 200)
    with pytest.raises(InputError, match="words or characters"):
        made.usage.concordance("水" * 9_999)


@pytest.mark.parametrize("size", [-1, 0, 1, 2, 1_001, 10**6])
def test_pages_of_any_size(tmp_path: Path, size: int) -> None:
    made, name = workspace(tmp_path)
    anchor = made.parallel(name).rows[2].anchor
    page, found = made.locate(name, (), anchor, size=size)
    assert found == anchor
    assert anchor in [row.anchor for row in made.parallel(name, page=page, size=size).rows]


@pytest.mark.parametrize("anchor", ["ru" + "9" * 5_000, "ru", "", "ru-5", "xx12"])
def test_anchors_that_lead_nowhere(tmp_path: Path, anchor: str) -> None:
    made, name = workspace(tmp_path)
    with pytest.raises(InputError):
        made.locate(name, (), anchor)


@pytest.mark.parametrize(
    ("title", "party"), [("a\x7fb", ""), ("a\udc80b", ""), ("", " "), ("", "a\nb"), ("", "\ud800")]
)
def test_a_workspace_opens_or_is_not_made(tmp_path: Path, title: str, party: str) -> None:
    folder = tmp_path / "made"
    try:
        Workspace.create(folder, title=title, party=party).close()
    except InputError:
        assert not (folder / "dragoman.toml").exists()
        return
    with Workspace.open(folder) as opened:
        assert opened.title == title or party
        add(opened, "ru")


@pytest.mark.parametrize("address", ["postgresql://u:secret@h:abc/x", "mysql://u:secret@h/x"])
def test_wrong_addresses_are_refused_without_their_password(tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError) as said:
        Workspace.create(tmp_path / "made", database=address)
    assert "secret" not in str(said.value)


@pytest.mark.parametrize("inside", ["", "deeper"])
def test_a_file_where_the_folder_should_be(tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DragomanError):
        Workspace.create(tmp_path / "file" / inside)


# Languages with subtags


def test_languages_with_scripts(tmp_path: Path, database: str) -> None:
    made, _none = workspace(tmp_path, database, added=False)
    units = [
        ("湖水的水质一直很好", "湖水的水質一直很好", "The water of the lake"),
        ("双方同意了这个方案", "雙方同意了這個方案", "The Parties agree"),
        ("第三句话说的是别的", "第三句話說的是別的", "Third phrase"),
    ]
    name = made.add([tmx(("zh-Hans", "zh-Hant", "en"), units)]).document
    made.work()
    chosen = ("zh-Hans", "en")
    for row in made.parallel(name, chosen).rows:
        assert made.locate(name, chosen, row.anchor) == (1, row.anchor)
    assert {line.language for line in made.usage.concordance("水质").lines} == {"zh-Hans", "zh-Hant"}


def test_regions_of_digits(tmp_path: Path) -> None:
    made, _none = workspace(tmp_path, added=False)
    units = [
        ("The lake is here", "El lago está aquí", "El lago está ahí"),
        ("The town is there", "La villa está allí", "La villa está lejos"),
    ]
    name = made.add([tmx(("en", "es-419", "es-ES"), units)]).document
    chosen = ("es-419", "en")
    for row in made.parallel(name, chosen).rows:
        assert made.locate(name, chosen, row.anchor) == (1, row.anchor)


def test_a_correction_in_a_translation_memory_with_a_further_language(tmp_path: Path, database: str) -> None:
    made, _none = workspace(tmp_path, database, added=False)
    units = [("Озеро чистое.", "The lake is clean."), ("Город большой.", "The town is large.")]
    name = made.add([tmx(("ru", "en"), units)]).document
    made.work()
    page = made.parallel(name, ("ru", "en"))
    event = made.correct(name, side(page, 0, "ru"), side(page, 1, "en"))
    made.add([File("湖水很干净。\n城市很大。".encode(), "more.zh.txt")], document=name)
    made.work()
    after = made.parallel(name, ("ru", "en"))
    assert ("Озеро чистое.", "The town is large.") in words(after)
    assert [row.corrected for row in after.rows if row.corrected] == [(event,)]
    assert made.digests() == made.rebuild()
    made.restore(name, event)
    assert words(made.parallel(name, ("ru", "en"))) == units


# Search, alike in both databases

_WORDS = (
    "вода", "воды", "Ведома", "ведомо", "трусы", "трус", "среднего", "средний", "среднее", "ещё", "еще",
    "water", "Waters", "better", "good", "x-ray", "кое-кто", "a.b", "don't", "²", "½", "Ⅷ", "é", "e\u0301",
    "水资源", "水資源", "水", "𠀀", "ß", "STRASSE", "İ", "ǅ", "ſ", "①", "1,000", "1000", "«", "»", "(", "*",
    ":", "AND", "NOT", "NEAR", "%", "_",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)
_MADE = [" ".join(_WORDS[(start * step) % len(_WORDS)] for step in range(1, 5)) for start in range(1, 60)]


@pytest.fixture(scope="module")
def pair(postgres: server.Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Workspace]]:
    """The same texts in both databases."""
    file = tmx(("ru", "en", "zh"), [(text, text, text) for text in _MADE])
    made = []
    with postgres.database() as address:
        for number, database in enumerate(("", address)):
            made.append(
                Workspace.create(tmp_path_factory.mktemp("pair") / str(number), title="x", database=database)
            )
            made[-1].add([file])
        yield made
        for one in made:
            one.close()


@settings(max_examples=150, deadline=None)
@example(query="ведомо")
@given(query=_TEXTS | _TEXTS.map(lambda text: f'"{text}"') | st.text(max_size=12))
def test_both_databases_answer_alike(pair: list[Workspace], query: str) -> None:
    answers = [[(line.language, line.anchor, line.spans) for line in answered(one, query)] for one in pair]
    assert answers[0] == answers[1]


def answered(made: Workspace, query: str) -> Sequence[Line]:
    """The lines of an answer, none of a refused query."""
    try:
        return made.usage.concordance(query, limit=1_000).lines
    except InputError:
        return ()


def test_a_form_is_not_taken_for_a_lemma(tmp_path: Path, database: str) -> None:
    """The lemma of "ведома" is "ведомо", and the lemma of "ведомо" another word."""
    made, _none = workspace(tmp_path, database, added=False)
    made.add([File("Он ушёл без ведома хозяина, и никто об этом не узнал.".encode(), "a.txt", "ru")])
    readings = made.usage.concordance("ведомо").readings
    assert [reading.manner for reading in readings] == ["corrected"]


# The copy of the record
