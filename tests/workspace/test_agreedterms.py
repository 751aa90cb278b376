"""What parties have agreed on as a termbase."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import NoSuchEntry
from dragoman.terms.termbase import Termbase
from dragoman.workspace import Workspace
from dragoman.workspace.agreedterms import agreed_termbase, agreed_terms
from tests.glossary.contents import content, term

TERMS = [
    term("ru", "гидрологический пост"),
    term("zh", "水文监测站"),
    term("zh", "水文站", "deprecated", note="Of the rules of 2024."),
]
POSTS = content(terms=TERMS, usage={"zh": "不用于水库。"})


def test_terms_that_render_each_other_are_agreed() -> None:
    found = agreed_terms([("posts", POSTS), ("water", content("joint"))], "Rivers")
    assert [(one.id, one.source, one.standing, one.probability) for one in found.entries] == [
        ("posts", "Rivers", "agreed", 1.0),
        ("water", "Rivers", "agreed", 1.0),
    ]
    assert [(one.language, one.text, one.status, one.note) for one in found.entries[0].designations] == [
        ("ru", "гидрологический пост", "preferred", ""),
        ("zh", "水文监测站", "preferred", "不用于水库。"),
        ("zh", "水文站", "deprecated", "Of the rules of 2024. 不用于水库。"),
    ]


def test_what_is_agreed_otherwise_is_no_rendering() -> None:
    levels = ("parallel", "contested", "deferred", "withdrawn", "superseded")
    assert agreed_terms([(aim, content(aim)) for aim in levels], "Rivers").entries == ()


def test_terms_that_cannot_be_looked_for_are_left_out() -> None:
    odd = content(
        terms=[term("xx", "w"), term("ru", "—"), term("zh-Hant", "水", "admitted"), term("zh", "水")]
    )
    (entry,) = agreed_terms([("odd", odd)], "Rivers").entries
    assert [(one.language, one.text, one.status) for one in entry.designations] == [("zh", "水", "admitted")]
    assert agreed_terms([("none", content(terms=[term("ru", "—")]))], "Rivers").entries == ()


def test_a_draft_is_checked_against_them() -> None:
    checked = dragoman.check(
        "已建成水文站。", language="zh", termbase=agreed_terms([("posts", POSTS)], "Rivers")
    )
    (remark,) = checked.remarks
    assert (remark.kind, remark.words, remark.wanted) == ("forbidden", "水文站", ("水文监测站",))
    assert remark.reason.said() == "水文站 is not to be used, says Rivers."
    assert remark.note.startswith("Of the rules of 2024.")


def words(termbase: Termbase) -> dict[str, list[str]]:
    """The words of each entry."""
    return {one.id: [each.text for each in one.designations] for one in termbase.entries}


def test_what_holds_in_a_glossary_is_taken(tmp_path: Path, database: str) -> None:
    workspace = Workspace.create(tmp_path / "w", database=database)
    names = ("bay", "lake", "steppe")
    ids = [workspace.parties.found(name, {"en": name}, passphrase="stone water").party for name in names]
    signers = [workspace.parties.unlocked(name, "stone water") for name in names]
    workspace.glossaries.found(signers[0], "rivers", {"en": "Rivers"}, ["en", "ru", "zh"], ids)

    def agree(entry: str, aim: str, text: str, among: int) -> None:
        terms = [term("ru", text), term("zh", "水")]
        said = {**content(aim, terms=terms), "parties": ids[:among], "relations": []}
        made = workspace.glossaries.propose(signers[0], "rivers", entry, said)
        for signer in signers[1:among]:
            workspace.glossaries.accept(signer, "rivers", made)

    def found(*parties: str) -> dict[str, list[str]]:
        with workspace._core.database.reading() as connection:
            return words(agreed_termbase(connection, "rivers", parties))

    agree("both", "equivalent", "озеро", 3)
    agree("two", "equivalent", "река", 2)
    agree("put-off", "deferred", "лёд", 3)
    workspace.glossaries.propose(
        signers[0],
        "rivers",
        "open",
        {**content(terms=[term("ru", "снег"), term("zh", "雪")]), "parties": ids},
    )
    assert found() == found(ids[0]) == found(*ids[:2]) == {"both": ["озеро", "水"], "two": ["река", "水"]}
    assert found(ids[2]) == found(*ids) == {"both": ["озеро", "水"]}
    with workspace._core.database.reading() as connection, pytest.raises(NoSuchEntry, match="no glossary x"):
        agreed_termbase(connection, "x")
