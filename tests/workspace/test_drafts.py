"""Drafts of a party: kept, told, and nobody else's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from dragoman.errors import AlreadyThere, EmptyInput, InputError, NoSuchEntry, NoSuchParty
from dragoman.workspace import Workspace, tables
from dragoman.workspace.compact import compact
from dragoman.workspace.drafts import Drafts
from tests.glossary.contents import LAKE, LANGUAGES, PARTIES, STEPPE, content, term

G = "foreign-policy"
DEFINITION: dict[str, Any] = {
    "language": "en",
    "text": "Access to clean water.",
    "source": "Water Act",
    "date": "2020",
    "translations": {"ru": "Доступ к чистой воде."},
}
NOTE: dict[str, Any] = {"language": "en", "text": "Not ice."}


def drafts(folder: Path, database: str = "", entries: tuple[str, ...] = ()) -> Drafts:
    """The drafts of a workspace with a glossary of two parties that has these entries."""
    made = Workspace.create(folder / "w", author="A. Writer", database=database)
    row = {"level": "proposed", "place": "all", "dimension": "", "heads": "{}", "words": "", "facts": "{}"}
    facts = {"titles": {}, "languages": LANGUAGES, "parties": PARTIES, "founder": LAKE, "founded": ""}
    with made._core.database.writing() as connection:
        connection.execute(insert(tables.glossary).values(id=G, facts=compact(facts)))
        for entry in entries:
            connection.execute(insert(tables.entry).values(glossary=G, id=entry, **row))
    return made.drafts


def given(**said: Any) -> dict[str, Any]:
    return {"content": content(**said), "definition": DEFINITION, "note": NOTE}


def test_every_revision_is_kept_and_the_last_one_holds(tmp_path: Path, database: str) -> None:
    mine = drafts(tmp_path, database)
    first = mine.save(LAKE, G, "water", {"content": {"terms": [{"language": "zh", "text": " 水安全 "}]}})
    assert (first.number, first.author, first.state) == (1, "A. Writer", "open")
    assert first.content["terms"][0]["transliterations"]["palladius"] == "шуй аньцюань"
    assert (first.definition, first.note) == ({}, {})
    second = mine.save(LAKE, G, "water", given(), author="B. Writer", state="ready")
    assert mine.draft(LAKE, G, "water") == second
    assert (second.number, second.author, second.definition, second.note) == (
        2,
        "B. Writer",
        DEFINITION,
        NOTE,
    )
    assert mine.save(LAKE, G, "water", given(), author="C. Writer", state="ready") == second
    assert mine.revisions(LAKE, G, "water") == (first, second)
    (line,) = mine.drafts(LAKE)
    assert (line.entry, line.number, line.heads["en"], line.aim) == (
        "water",
        2,
        "water security",
        "equivalent",
    )


def test_a_transliteration_follows_the_words_of_the_last_revision(tmp_path: Path) -> None:
    mine = drafts(tmp_path)
    first = mine.save(LAKE, G, "water", {"content": content(terms=[term("zh", "水安全")])})
    changed = {**first.content, "terms": [{**first.content["terms"][0], "text": "水资源"}]}
    second = mine.save(LAKE, G, "water", {"content": changed})
    assert second.content["terms"][0]["transliterations"]["pinyin"] == "shuǐzīyuán"


def test_drafts_are_told_to_their_party_alone(tmp_path: Path, database: str) -> None:
    mine = drafts(tmp_path, database)
    mine.save(LAKE, G, "water", given())
    mine.remark(LAKE, G, "water", "Between us.")
    assert mine.drafts(STEPPE) == mine.drafts("") == mine.drafts("lake") == ()
    assert mine.remarks(STEPPE, G, "water") == ()
    for ask in (mine.draft, mine.revisions, mine.drop):
        with pytest.raises(NoSuchEntry, match="The party has no draft water"):
            ask(STEPPE, G, "water")
    with pytest.raises(NoSuchEntry):
        mine.remark(STEPPE, G, "water", "Who reads this?")
    mine.save(STEPPE, G, "water", given(dimension="ecological"), new=True)
    assert mine.draft(LAKE, G, "water").content["dimension"] == ""
    assert [line.party for line in mine.drafts(STEPPE, G)] == [STEPPE]
    assert mine.drafts(LAKE, "other") == ()


def test_a_dropped_draft_is_in_no_list_and_can_be_begun_anew(tmp_path: Path) -> None:
    mine = drafts(tmp_path)
    mine.save(LAKE, G, "water", given())
    assert mine.drop(LAKE, G, "water", author="B. Writer").state == "dropped"
    assert mine.drafts(LAKE) == ()
    with pytest.raises(NoSuchEntry):
        mine.draft(LAKE, G, "water")
    assert mine.save(LAKE, G, "water", given(), new=True).number == 3
    assert [one.state for one in mine.revisions(LAKE, G, "water")] == ["open", "dropped", "open"]


def test_people_of_the_party_remark(tmp_path: Path, database: str) -> None:
    mine = drafts(tmp_path, database)
    mine.save(LAKE, G, "water", given())
    mine.remark(LAKE, G, "water", " Too wide? ", author="An expert")
    mine.remark(LAKE, G, "water", "No.")
    assert [(one.author, one.text) for one in mine.remarks(LAKE, G, "water")] == [
        ("An expert", "Too wide?"),
        ("A. Writer", "No."),
    ]
    assert mine.drafts(LAKE)[0].remarks == 2
    with pytest.raises(EmptyInput):
        mine.remark(LAKE, G, "water", " \n")
    with pytest.raises(InputError, match="5001 characters"):
        mine.remark(LAKE, G, "water", "x" * 5001)


# What is refused, and changes nothing


def test_a_new_entry_has_a_name_of_its_own(tmp_path: Path) -> None:
    mine = drafts(tmp_path, entries=("water-security", "flood"))
    with pytest.raises(
        AlreadyThere, match=r"The glossary has an entry flood already.*such as water-security-2"
    ):
        mine.save(LAKE, G, "flood", given(), new=True)
    mine.save(LAKE, G, "drought", given(), new=True)
    with pytest.raises(AlreadyThere, match="You have a draft drought already"):
        mine.save(LAKE, G, "drought", given(dimension="ecological"), new=True)
    assert mine.save(LAKE, G, "flood", given()).number == 1
    assert mine.draft(LAKE, G, "drought").number == 1
    assert {line.entry for line in mine.drafts(LAKE)} == {"drought", "flood"}


@pytest.mark.parametrize("part", ["definition", "note"])
def test_nothing_is_given_for_another_party(tmp_path: Path, part: str) -> None:
    mine = drafts(tmp_path)
    words = {"definition": DEFINITION, "note": NOTE}[part]
    with pytest.raises(
        InputError, match=f"{part}.party: This is given for steppe@.*Each party gives its own"
    ):
        mine.save(LAKE, G, "water", {"content": content(), part: {**words, "party": STEPPE}})
    assert mine.drafts(LAKE) == ()
    mine.save(LAKE, G, "water", {"content": content(), part: {**words, "party": LAKE}})
    assert getattr(mine.draft(LAKE, G, "water"), part) == words


@pytest.mark.parametrize(
    ("party", "glossary", "entry", "error", "says"),
    [
        (LAKE, "other", "water", NoSuchEntry, "There is no glossary other"),
        (
            "lake",
            G,
            "water",
            NoSuchParty,
            "lake is no party of the glossary foreign-policy. Its parties are: lake@",
        ),
        (LAKE, G, "rounds", InputError, "'rounds' cannot be the name of an entry"),
        (LAKE, G, "Вода", InputError, "'Вода' cannot be the name of an entry"),
        (LAKE, G, "a" * 81, InputError, "cannot be the name of an entry"),
    ],
)
def test_a_draft_has_a_place(
    tmp_path: Path, party: str, glossary: str, entry: str, error: type[InputError], says: str
) -> None:
    with pytest.raises(error, match=says):
        drafts(tmp_path).save(party, glossary, entry, given())


@pytest.mark.parametrize(
    ("odd", "says"),
    [
        (content(), "A draft has the parts content, definition, note"),
        ({"definition": DEFINITION}, "content: A draft has the parts"),
        ({"content": {"terms": 7}}, "terms: terms is no list"),
        ({"content": {"aim": None}}, "aim: aim is no text"),
        ({"content": {"reason": "x\udc80"}}, "reason: reason holds characters that no text has"),
        ({"content": {"subject": "x\x00"}}, "subject: subject holds characters"),
        ({"content": {}, "note": "x"}, "note: note does not map names to values"),
        ({"content": {}, "definition": {"language": "ru"}}, r"definition\.\w+: \w+ is missing"),
        ({"content": {}, "definition": {**DEFINITION, "text": "x" * 5001}}, "definition.text has 5001"),
    ],
)
def test_what_has_another_shape_is_refused_by_field(tmp_path: Path, odd: Any, says: str) -> None:
    mine = drafts(tmp_path)
    with pytest.raises(InputError, match=says):
        mine.save(LAKE, G, "water", odd)
    assert mine.drafts(LAKE) == ()


def test_a_state_is_one_of_four(tmp_path: Path) -> None:
    odd: Any = "done"
    with pytest.raises(
        InputError, match=r"A draft cannot be done\. It may be: open, ready, proposed, dropped"
    ):
        drafts(tmp_path).save(LAKE, G, "water", given(), state=odd)


def test_what_somebody_else_saved_is_not_overwritten(tmp_path: Path) -> None:
    mine = drafts(tmp_path)
    mine.save(LAKE, G, "water", given(), after=0)
    mine.save(LAKE, G, "water", given(subject="Rivers"), after=1)
    with pytest.raises(AlreadyThere, match="Somebody has saved the draft water since you opened it"):
        mine.save(LAKE, G, "water", given(subject="Lakes"), after=1)
    assert mine.draft(LAKE, G, "water").content["subject"] == "Rivers"


def test_all_who_save_at_once_are_kept(tmp_path: Path, database: str) -> None:
    mine = drafts(tmp_path, database)

    def save(number: int) -> int:
        return mine.save(LAKE, G, "water", given(subject=f"Subject {number}")).number

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(save, range(8))) == list(range(1, 9))
