"""What the comparison of versions says of the demo, where all differences are known beforehand."""

from __future__ import annotations

from dragoman.workspace import Workspace


def document(demo: Workspace, title: str) -> str:
    """The document of this title."""
    (found,) = [one.id for one in demo.documents() if title in one.about.title]
    return found


def test_the_four_planted_differences_are_found_and_nothing_else(demo: Workspace) -> None:
    found = demo.versions.findings(document(demo, "Joint Statement on Sustainable Security"))
    assert found.languages == ("en", "ru", "zh")
    assert [(one.kind, one.alone) for one in found.findings] == [
        ("number", "en"),
        ("omitted", "ru"),
        ("obligation", "en"),
        ("moved", "zh"),
    ]
    number, omitted, obligation, moved = found.findings
    assert [told.words for told in number.told] == [("1.6 million",), ("1,8 млн",), ("180万",)]
    assert [bool(told.words) for told in omitted.told] == [True, False, True]
    assert obligation.told[0].words == ("may",)
    assert obligation.told[1].words == ("должны",)
    assert "выставку" in moved.told[1].words[0]


def test_versions_that_say_the_same_have_no_findings(demo: Workspace) -> None:
    """The short documents stand sentence by sentence, and the protocol has no difference in substance."""
    told = {
        one.about.title: [(each.kind, each.probability) for each in demo.versions.findings(one.id).findings]
        for one in demo.documents()
        if "Joint Statement" not in one.about.title
    }
    assert len(told) == 20
    assert sum(map(len, told.values())) <= 2, {title: found for title, found in told.items() if found}
