"""A chair answers to a proposal by keyboard, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dragoman.workspace import Workspace
from tests.browsing import Visitor
from tests.serving import Served, serving
from tests.web.agreeing import GLOSSARY, PASSPHRASE, Made, agreed

MOST = 60
"""Presses of the Tab key after which something is out of reach."""


@pytest.fixture
def river_served(tmp_path: Path) -> Iterator[tuple[Served, Made]]:
    """A glossary of two parties, served."""
    with Workspace.create(tmp_path / "workspace", title="River") as workspace:
        made = agreed(workspace)
    with serving(tmp_path / "workspace", working=False) as it:
        yield it, made


def reach(page: Page, words: str) -> None:
    """Press Tab until the keyboard is on what says these words, or is labelled so."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(() => { const at = document.activeElement;"
            " return (at.labels && at.labels.length ? at.labels[0] : at).textContent.trim() })()"
        )
        if said == words:
            return
    raise AssertionError(f"{words!r} is not reached by keyboard.")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_chair_accepts_with_a_reservation_by_keyboard(
    visit: Visitor, river_served: tuple[Served, Made], javascript: bool
) -> None:
    served, made = river_served
    page = visit(locale="en", javascript=javascript)
    page.goto(f"{served.address}/en/glossary/{GLOSSARY}/ferry")
    page.locator("#proposals").get_by_role("link", name="proposal 1").click()
    expect(page.get_by_text("If Steppe Republic accepts too")).to_be_visible()
    reach(page, "Reservation, where the party has one")
    page.keyboard.press("Enter")
    reach(page, "中文")
    page.keyboard.type("仅限夏季。")
    reach(page, "Passphrase of the party’s key")
    page.keyboard.type("not this one")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("does not open the key")
    # What was written is there still, but for the passphrase.
    expect(page.locator("textarea[name='reservation-zh']")).to_have_value("仅限夏季。")
    field = page.locator("input[type='password'][aria-invalid]")
    expect(field).to_have_value("")
    field.focus()
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_text("accept exactly this content")).to_be_visible()
    expect(page.locator("#answers")).to_contain_text("仅限夏季。")
    with Workspace.open(served.folder) as workspace:
        assert workspace.glossaries.entry(GLOSSARY, "ferry").line.level == "equivalent"
        (proposal,) = workspace.glossaries.entry(GLOSSARY, "ferry").proposals
    assert {one.party: dict(one.reservation) for one in proposal.acceptances} == {
        made.lake: {},
        made.steppe: {"zh": "仅限夏季。"},
    }


def test_a_draft_grows_by_a_line_without_scripts(visit: Visitor, river_served: tuple[Served, Made]) -> None:
    served, made = river_served
    page = visit(locale="en", javascript=False)
    page.goto(f"{served.address}/en/glossary/{GLOSSARY}/new?term=шлюз")
    page.get_by_label("Whose draft it is").select_option(made.lake)
    page.get_by_role("button", name="Begin the draft").click()
    page.get_by_role("button", name="One more term: русский").click()
    rows = page.locator("input[name='term-text'][lang='ru']")
    expect(rows).to_have_count(2)
    rows.nth(1).fill("шлюзовая камера")
    # The Enter key saves; it proposes nothing and asks for no other line.
    rows.nth(1).press("Enter")
    expect(page.get_by_text("Revision 2,")).to_be_visible()
    expect(page.locator("input[name='term-text'][lang='ru']")).to_have_count(2)
