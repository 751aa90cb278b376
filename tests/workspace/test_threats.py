"""What states name as a threat, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from dragoman.bitext.model import Sentence
from dragoman.bitext.places import place
from dragoman.errors import InputError
from dragoman.workspace import About, File, Workspace, doctor, tables
from dragoman.workspace.threatmodel import JOINT, NOBODY

LAKE, STEPPE = "Lake Republic · Озёрная Республика", "Steppe Republic"
TEXTS: Mapping[str, tuple[tuple[str, ...], str, Mapping[str, str]]] = {
    "lake-2015": (
        (LAKE,),
        "2015-03-01",
        {
            "en": "Floods threaten the town. Cyber attacks pose a threat to banks.\n\nFloods endanger us.",
            "ru": "Паводки угрожают нижнему городу. Кибератаки представляют угрозу для банков.",
        },
    ),
    "lake-2020": (
        (LAKE,),
        "2020",
        {"en": "Rabbits pose a threat to cabbage. Drugs are no threat to the town."},
    ),
    "steppe-2018": (
        (STEPPE,),
        "2018-05",
        {"en": "Drought and floods are a threat to the herds of the country."},
    ),
    "joint-2021": ((LAKE, STEPPE), "2021", {"en": "The Parties fight against poaching."}),
    "nobody": ((), "", {"en": "Floods threaten everybody."}),
}


def made(folder: Path, database: str = "") -> Workspace:
    """A workspace with the documents above, prepared."""
    workspace = Workspace.create(folder / "w", author="tester", database=database)
    for name, (parties, date, texts) in TEXTS.items():
        files = [File(text.encode(), f"{name}.{code}.txt", code) for code, text in texts.items()]
        workspace.add(files, About(title=name, parties=parties, date=date, invented=True))
    workspace.work()
    return workspace


def words(workspace: Workspace, **asked: Any) -> list[str]:
    """What is named, in order."""
    return [each.words for each in workspace.threats.mentions(**asked).quotations]


def only(workspace: Workspace, **asked: Any) -> str:
    """The name of the one mention that answers."""
    (found,) = workspace.threats.mentions(**asked).quotations
    return found.id


def test_states_stand_side_by_side(tmp_path: Path, database: str) -> None:
    sides = made(tmp_path, database).threats.side_by_side()
    assert (sides.parties, sides.documents, sides.joint, sides.nobody, sides.open) == (
        (LAKE, STEPPE),
        (2, 1),
        1,
        1,
        1,
    )
    assert {
        row.topic: [(figure.documents, figure.of, figure.passages) for figure in (*row.figures, row.joint)]
        for row in sides.rows
    } == {
        # Two passages in English and one in Russian: those of one language count.
        "disasters": [(1, 2, 2), (1, 1, 2), (0, 1, 0)],
        "cyber": [(1, 2, 1), (0, 1, 0), (0, 1, 0)],
        "crime": [(0, 2, 0), (0, 1, 0), (1, 1, 1)],
    }
    disasters = next(row for row in sides.rows if row.topic == "disasters")
    assert disasters.dimension == "environment"
    assert disasters.named_by == 2
    figure = disasters.figures[0]
    assert (figure.first, figure.last, figure.share) == ("2015-03-01", "2015-03-01", 0.5)
    # Wilson 1927 for 1 of 2.
    assert (figure.low, figure.high) == pytest.approx((0.0945, 0.9055), abs=5e-5)


def test_a_period_and_some_parties(tmp_path: Path) -> None:
    threats = made(tmp_path).threats
    sides = threats.side_by_side(["steppe republic"], since="2016", until="2018-12-31")
    assert (sides.parties, sides.documents, sides.joint, sides.nobody) == (("steppe republic",), (1,), 0, 0)
    assert [row.topic for row in sides.rows] == ["disasters"]
    assert threats.side_by_side(since="2030").rows == ()
    assert [row.topic for row in threats.side_by_side(strength="fought").rows] == ["crime"]


def test_quotations_answer_what_is_asked(tmp_path: Path, database: str) -> None:
    workspace = made(tmp_path, database)
    assert words(workspace, party="Озёрная Республика", topic="cyber") == ["Cyber attacks", "Кибератаки"]
    assert words(workspace, party=STEPPE) == ["Drought", "floods"]
    assert words(workspace, party=JOINT) == ["poaching"]
    assert words(workspace, party=NOBODY) == ["Floods"]
    assert words(workspace, dimension="crime", state="counted") == ["poaching"]
    assert words(workspace, topic="drugs") == ["Drugs"]
    assert words(workspace, topic="drugs", state="counted") == []
    assert words(workspace, topic="other") == ["Rabbits"]
    assert words(workspace, language="ru") == ["Паводки", "Кибератаки"]
    assert words(workspace, since="2018", until="2019") == ["Drought", "floods"]
    found = workspace.threats.mentions(limit=2, offset=1)
    assert found.total == len(words(workspace))
    assert [each.words for each in found.quotations] == words(workspace)[1:3]
    first = workspace.threats.mentions(topic="cyber", language="ru").quotations[0]
    assert (first.title, first.date, first.strength, first.decision, first.counted) == (
        "lake-2015",
        "2015-03-01",
        "named",
        "open",
        True,
    )
    assert workspace.locate(first.document, ("ru",), first.anchor)


def test_what_cannot_be_asked_is_said(tmp_path: Path) -> None:
    threats = made(tmp_path).threats
    wrong: list[dict[str, Any]] = [{name: "x"} for name in ("dimension", "topic", "state", "strength")]
    for asked in wrong:
        with pytest.raises(InputError, match="There is no"):
            threats.mentions(**asked)
    assert threats.mentions(party="Nobody knows").total == 0


def test_what_is_no_date_is_refused(tmp_path: Path) -> None:
    threats = made(tmp_path).threats
    for asked in (threats.mentions, threats.side_by_side):
        with pytest.raises(InputError, match="May is no date"):
            asked(since="May")
    assert threats.mentions(limit=-1).quotations == ()
    assert threats.mentions(offset=-1) == threats.mentions()


def test_a_person_decides_and_decides_otherwise(tmp_path: Path, database: str) -> None:
    workspace = made(tmp_path, database)
    threats = workspace.threats
    rabbits = only(workspace, topic="other")
    threats.confirm(rabbits, author="Anna")
    (found,) = threats.mentions(topic="other").quotations
    assert found.judgement is not None
    assert (found.decision, found.counted, found.judgement.author) == ("confirmed", True, "Anna")
    assert "other" in {row.topic for row in threats.side_by_side().rows}
    with pytest.raises(InputError, match="decided already"):
        threats.confirm(rabbits)
    threats.reject(rabbits, "  A joke,\n no threat. ", author="Boris")
    (found,) = threats.mentions(state="rejected").quotations
    assert found.judgement is not None
    assert (found.id, found.judgement.reason, found.counted) == (rabbits, "A joke, no threat.", False)
    threats.reopen(rabbits)
    assert threats.mentions(topic="other").quotations[0].decision == "open"
    with pytest.raises(InputError, match="Nothing is decided"):
        threats.reopen(rabbits)
    with pytest.raises(InputError, match="needs a reason"):
        threats.reject(rabbits, " ")
    for name in ("", "x", "'; --", "нет", "abc123"):
        with pytest.raises(InputError, match="no such mention"):
            threats.confirm(name)
    kinds = [event.kind for event in workspace.history() if event.kind.startswith("threat")]
    assert kinds == ["threat.confirmed", "threat.rejected", "threat.reopened"]
    body = next(event.body for event in workspace.history() if event.kind == "threat.rejected")
    assert (body["words"], body["topic"], body["range"]) == ("Rabbits", "other", (0, 7))
    assert not workspace.verify()


def test_a_rejected_mention_counts_no_more(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    drought = next(
        each.id for each in workspace.threats.mentions(party=STEPPE).quotations if each.words == "Drought"
    )
    workspace.threats.reject(drought, "Named as a consequence.")
    row = next(row for row in workspace.threats.side_by_side().rows if row.topic == "disasters")
    assert (row.figures[1].documents, row.figures[1].passages) == (1, 1)


def test_a_rebuild_keeps_what_was_decided(tmp_path: Path, database: str) -> None:
    workspace = made(tmp_path, database)
    workspace.threats.reject(only(workspace, topic="cyber", language="en"), "An exercise.")
    before = workspace.digests()
    assert workspace.rebuild() == before
    (found,) = workspace.threats.mentions(state="rejected").quotations
    assert found.words == "Cyber attacks"
    assert not [finding.message() for finding in doctor(workspace.folder) if finding.grave]


def test_a_decision_outlives_what_it_is_of(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    mention = only(workspace, topic="cyber", language="en")
    event = workspace.threats.confirm(mention)
    assert workspace.threats.judgements(lost=True) == ()
    with workspace._core.database.writing() as connection:
        connection.execute(delete(tables.mention).where(tables.mention.c.id == mention))
    (lost,) = workspace.threats.judgements(lost=True)
    assert (lost.event, lost.words, lost.topic, lost.confirmed) == (event, "Cyber attacks", "cyber", True)
    workspace.threats.reopen(mention)
    assert workspace.threats.judgements() == ()


def test_both_databases_hold_the_same_mentions(tmp_path: Path, database: str) -> None:
    """The digest of the table, found with SQLite; identifiers come from the content alone."""
    found = made(tmp_path, database).threats.mentions(limit=1000)
    other = made(tmp_path / "again").threats.mentions(limit=1000)
    assert [(each.id, each.mention) for each in found.quotations] == [
        (each.id, each.mention) for each in other.quotations
    ]


def test_places_count_the_characters_as_given() -> None:
    given = "  Cafe\u0301  and\n\n floods  threaten."
    sentence = Sentence("Café and floods threaten.", 2, len(given))
    start = sentence.text.index("floods")
    first, last = place(given, sentence, start, start + len("floods"))
    assert given[first:last] == "floods"
    assert place("ab", Sentence("abcdef", 0, 2), 3, 5) == (0, 2)
    plain = "x. Floods threaten us."
    assert place(plain, Sentence("Floods threaten us.", 3, len(plain)), 0, 6) == (3, 9)
