"""What the parties of a glossary could agree on, and passages that show it in use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from dragoman.errors import NoSuchEntry
from dragoman.record.kinds import kind_fault
from dragoman.terms.keys import key_of
from dragoman.workspace import About, File, Workspace, tables
from dragoman.workspace.agreedmodel import Candidate
from dragoman.workspace.attesting import Suggested
from dragoman.workspace.candidates import candidates, whose
from dragoman.workspace.compact import compact
from tests.glossary.contents import LAKE, PARTIES, STEPPE, term
from tests.terms.material import LINES

NAMES = {LAKE: {"en": "Lake Republic", "ru": "Озёрная Республика"}, STEPPE: {"zh": "草原共和国"}}
LAKE_TEXT, STEPPE_TEXT = "Lake Republic · 湖泽共和国", "Степная Республика · 草原共和国"


def collection(folder: Path, database: str = "", parties: tuple[tuple[str, ...], ...] = ()) -> Workspace:
    """A workspace with a glossary, and two documents in Russian and Chinese, of these parties."""
    made = Workspace.create(folder / "w", database=database)
    half = len(LINES) // 2
    for number, lines in enumerate((LINES[:half], LINES[half:])):
        files = [
            File("\n\n".join(line[side] for line in lines).encode(), f"{number}.{code}.txt")
            for side, code in enumerate(("ru", "zh"))
        ]
        told = (parties or ((LAKE_TEXT,), (STEPPE_TEXT,)))[number]
        date = ("2019-05", "2021")[number]
        about = About(title=f"Text {number}", date=date, body="A ministry", parties=told, source="Gazette")
        made.add(files, about)
    made.work()
    facts = {"titles": {}, "languages": ["ru", "zh"], "parties": PARTIES, "founder": LAKE, "founded": ""}
    with made._core.database.writing() as connection:
        connection.execute(insert(tables.glossary).values(id="g", facts=compact(facts)))
        for party, names in NAMES.items():
            held = {"name": party.partition("@")[0], "facts": compact({"names": names})}
            connection.execute(insert(tables.party).values(id=party, trusted=True, forked=0, **held))
    return made


def found(workspace: Workspace, **asked: Any) -> list[Candidate]:
    with workspace._core.database.reading() as connection:
        return candidates(connection, "g", **asked)


def test_what_both_sides_use_comes_first(tmp_path: Path, database: str) -> None:
    workspace = collection(tmp_path, database)
    every = found(workspace)
    assert [one.both for one in every] == sorted((one.both for one in every), reverse=True)
    assert {one.parties for one in every} <= {PARTIES, (LAKE,), (STEPPE,)}
    water = next(one for one in every if one.terms["ru"] == "чистая вода")
    assert water.terms["zh"] == "洁净水"
    assert (water.both, water.parties, water.entry) == (False, (LAKE,), "")
    fishing = next(one for one in every if one.terms["ru"] == "рыболовство")
    assert (fishing.terms["zh"], fishing.both, fishing.parties) == ("渔业", True, PARTIES)
    pairs = workspace.usage.pairs("ru", "zh", limit=1000).pairs
    mutual = [one for one in pairs if one.probability >= 0.5 and one.left_rank == one.right_rank == 1]
    assert {(one.terms["ru"], one.terms["zh"]) for one in every} <= {
        (one.left_form, one.right_form) for one in mutual
    }


def test_a_term_of_one_sides_documents_is_that_sides(tmp_path: Path) -> None:
    workspace = collection(tmp_path, parties=((LAKE_TEXT,), ()))
    assert {one.parties for one in found(workspace)} <= {(LAKE,), ()}
    assert not any(one.both for one in found(workspace))
    assert all(one.both for one in found(workspace, parties=[LAKE]) if one.parties)


def test_a_joint_document_is_one_of_each_party(tmp_path: Path) -> None:
    workspace = collection(tmp_path, parties=((LAKE_TEXT, STEPPE_TEXT), ()))
    assert {one.parties for one in found(workspace)} <= {PARTIES, ()}
    assert found(workspace)[0].both


def test_what_the_glossary_has_is_marked(tmp_path: Path, database: str) -> None:
    workspace = collection(tmp_path, database)
    row = {"level": "joint", "place": "all", "dimension": "", "heads": "{}", "facts": "{}"}
    words = f" {key_of('чистые воды', 'ru')} \n{key_of('潔淨水', 'zh')}"
    with workspace._core.database.writing() as connection:
        connection.execute(insert(tables.entry).values(glossary="g", id="clean-water", words=words, **row))
    assert {one.terms["ru"]: one.entry for one in found(workspace)}["чистая вода"] == "clean-water"
    assert sum(bool(one.entry) for one in found(workspace)) == 1


def test_a_query_keeps_what_holds_its_words(tmp_path: Path) -> None:
    workspace = collection(tmp_path)
    assert "чистая вода" in {one.terms["ru"] for one in found(workspace, query="чистую воду")}
    assert all("вод" in one.terms["ru"] or "水" in one.terms["zh"] for one in found(workspace, query="水"))
    assert found(workspace, query="дракон") == []
    assert len(found(workspace, limit=1)) == 1
    assert found(workspace, limit=-1) == []


def test_without_a_glossary_there_are_no_candidates(tmp_path: Path) -> None:
    workspace = collection(tmp_path)
    with workspace._core.database.reading() as connection, pytest.raises(NoSuchEntry, match="no glossary h"):
        candidates(connection, "h")


@pytest.mark.parametrize(
    ("described", "parties"),
    [
        (["lake republic"], {LAKE}),
        (["Lake Republic · Озеро"], {LAKE}),
        (["Степь · 草原共和国 ", "ОЗЁРНАЯ РЕСПУБЛИКА"], {LAKE, STEPPE}),
        (["Lake"], set()),
        ([], set()),
    ],
)
def test_a_party_is_known_by_any_of_its_names(described: list[str], parties: set[str]) -> None:
    named = {name.casefold(): party for party, names in NAMES.items() for name in names.values()}
    assert whose(described, named) == parties


# Attestations


def shown(workspace: Workspace, *terms: dict[str, Any], limit: int = 10) -> list[Suggested]:
    return workspace.usage.attestations(terms, limit=limit)


def test_sentences_that_have_the_terms_are_suggested(tmp_path: Path, database: str) -> None:
    workspace = collection(tmp_path, database)
    every = shown(workspace, term("ru", "рыболовство"), term("zh", "渔业"), limit=50)
    assert [one.attested for one in every[:2]] == [2, 2]
    assert [one.body["date"] for one in every[:2]] == ["2021", "2019-05"]
    for one in every:
        body: dict[str, Any] = {"glossary": "g", "entry": "clean-water", "attestation": one.body}
        assert kind_fault("attestation.given", body) is None
        assert [passage["language"] for passage in one.body["passages"]] == ["ru", "zh"]
        assert (one.body["body"], one.body["source"]) == ("A ministry", "Gazette")
        for passage in one.body["passages"]:
            code = passage["language"]
            page = workspace.parallel(one.body["document"], [code])
            sentences = [each for row in page.rows for cell in row.cells for each in cell.sentences]
            places = {(each.start, each.end): each.text for each in sentences}
            assert [places[start, end] for start, end in passage["ranges"]] == passage["words"]
            assert one.anchors[code] == f"{code}{passage['ranges'][0][0]}"
            marked = {
                words[start:end].lower()[:7]
                for words, spans in zip(passage["words"], one.spans[code], strict=True)
                for start, end in spans
            }
            assert marked <= {"渔业", "рыболов"}
    keys = [repr(one.body["passages"]) for one in every]
    assert len(keys) == len(set(keys))
    assert shown(workspace, term("ru", "рыболовство"), term("zh", "渔业"), limit=1) == every[:1]


def test_what_is_not_to_be_used_or_no_word_is_not_looked_for(tmp_path: Path) -> None:
    workspace = collection(tmp_path)
    assert shown(workspace, term("ru", "чистая вода", "deprecated"), term("ru", "—"), term("ru", "")) == []
    assert shown(workspace) == []
    assert shown(workspace, term("ru", "дракон")) == []
