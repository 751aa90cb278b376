"""A chair does a round's whole work by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visitor
from tests.serving import Served, serving
from tests.web.talks import PASSPHRASE, Talks, hold_talks

BOARD = "/en/glossary/river/rounds/first"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Talks:
    """Talks that nobody changes."""
    return hold_talks(tmp_path_factory.mktemp("talks") / "workspace")


@pytest.fixture
def talks(made: Talks, tmp_path: Path) -> Iterator[Served]:
    """A copy of them, served."""
    with serving(Path(shutil.copytree(made.folder, tmp_path / "workspace")), working=False) as it:
        yield it


@pytest.fixture
def board(visit: Visitor, talks: Served, made: Talks) -> Page:
    """The board of a round, for the chair of Lake."""
    page = visit()
    page.goto(f"{talks.address}{BOARD}?party={made.lake}")
    return page


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def sign(page: Page, passphrase: str) -> None:
    """Type the passphrase and send the form, until the next page is there as a whole."""
    page.keyboard.type(passphrase)
    with page.expect_navigation():
        press(page, "Enter")


def entry(page: Page) -> str:
    """The first term of the entry where the keyboard is."""
    return page.locator(".stop:focus-within .entry").inner_text().partition("\n")[0]


def chosen(page: Page, digits: str) -> str:
    """What is chosen as the answer to a proposal."""
    value: str = page.locator(f'input[name="answer-{digits}"]:checked').input_value()
    return value


def test_a_chair_answers_all_by_keyboard(board: Page, made: Talks) -> None:
    press(board, "j", "j", "j", "j")
    assert entry(board) == "threat"
    press(board, "v")
    expect(board.locator(".reserving textarea:focus")).to_be_visible()
    board.keyboard.type("Floods? ajkrv are none.")
    assert chosen(board, made.digits("threat")) == "reserve"
    press(board, "Escape", "j")
    assert entry(board) == "upper reaches"
    press(board, "a")
    assert chosen(board, made.digits("upper-reaches")) == "accept"
    expect(board.locator(".chosen")).to_have_text("Chosen so far: 2 of 2")
    press(board, "p")
    expect(board.locator("#passphrase-answer")).to_be_focused()
    sign(board, PASSPHRASE)
    expect(board.locator(".done")).to_have_text("The answers are signed and in the record.")
    expect(board.locator(".lead")).to_contain_text("3 equivalent, 1 contested, 1 proposed")
    expect(board.locator("q").first).to_be_visible()
    expect(board.get_by_text("Floods? ajkrv are none.")).to_be_visible()
    # The accepted ones are answered; minutes and closing are reached by Tab.
    expect(board.locator("input[type=radio]")).to_have_count(0)


def test_a_refusal_is_written_and_left_again(board: Page, made: Talks) -> None:
    press(board, *"jjjjj", "r")
    assert entry(board) == "upper reaches"
    expect(board.locator(".refusing textarea:focus")).to_be_visible()
    board.keyboard.type("No.")
    press(board, "Escape", "l")
    assert chosen(board, made.digits("upper-reaches")) == ""
    expect(board.locator(".refusing").last).to_be_hidden()
    press(board, "r")
    expect(board.locator(".refusing textarea:focus")).to_have_value("No.")


def test_the_passphrase_is_asked_again_and_nothing_is_lost(board: Page, made: Talks) -> None:
    press(board, *"jjjjj", "r")
    board.keyboard.type("Whose?")
    press(board, "Escape", "p")
    sign(board, "wrong but long")
    expect(board.get_by_role("alert")).to_contain_text("does not open the key")
    assert chosen(board, made.digits("upper-reaches")) == "refuse"
    expect(board.locator(".refusing textarea").last).to_have_value("Whose?")
    expect(board.locator("#passphrase-answer")).to_have_value("")


def test_the_ends_and_the_arrows(board: Page) -> None:
    press(board, "k")
    assert entry(board) == "water security"
    press(board, "k", "ArrowDown")
    assert entry(board) == "fish stock"
    press(board, "ArrowUp")
    assert entry(board) == "water security"
    press(board, *"jjjjjjjj")
    assert entry(board) == "ice-jam"
    # What is not there cannot be chosen.
    press(board, "a")
    expect(board.locator(".chosen")).to_have_text("Chosen so far: 0 of 2")


def test_the_keys_are_told(board: Page) -> None:
    expect(board.locator("dialog")).to_be_hidden()
    press(board, "?")
    expect(board.locator("dialog")).to_be_visible()
    press(board, "j")
    expect(board.locator(".stop:focus-within")).to_have_count(0)
    press(board, "Escape")
    expect(board.locator("dialog")).to_be_hidden()


def test_o_opens_the_proposal(board: Page, made: Talks) -> None:
    press(board, "j", "o")
    board.wait_for_url(f"**/proposals/{made.digits('water-security')}")


def test_the_keys_can_be_turned_off(board: Page) -> None:
    board.locator(".keyboard button").click()
    board.locator("h1").click()
    press(board, "j", "?")
    expect(board.locator(".stop:focus-within")).to_have_count(0)
    expect(board.locator("dialog")).to_be_hidden()


def test_the_round_is_closed_by_tab_and_enter(board: Page) -> None:
    summary = board.locator("#closing summary")
    # From where a reader is, every control is reached by Tab.
    board.locator("#minutes summary").first.focus()
    for _time in range(12):
        if summary.evaluate("(it) => it === document.activeElement"):
            break
        press(board, "Tab")
    press(board, "Enter")
    board.locator("#passphrase-close").focus()
    sign(board, PASSPHRASE)
    expect(board.locator("#closing")).to_contain_text("Closed so far by Lake Republic")


def test_without_javascript_all_answers_can_be_given(visit: Visitor, talks: Served, made: Talks) -> None:
    page = visit(javascript=False, width=320)
    page.goto(f"{talks.address}{BOARD}?party={made.lake}")
    expect(page.locator(".chosen")).to_be_hidden()
    digits = made.digits("upper-reaches")
    expect(page.locator(f"#reason-{digits}")).to_be_hidden()
    page.locator(f'input[name="answer-{digits}"][value=refuse]').check()
    page.locator(f"#reason-{digits}").fill("Whose upper reaches?")
    page.locator("#passphrase-answer").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign these answers").click()
    expect(page.locator(".done")).to_be_visible()
    expect(page.get_by_text("Whose upper reaches?")).to_be_visible()
