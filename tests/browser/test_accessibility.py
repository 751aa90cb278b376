"""Every page in every state, language, size and colour: what axe finds, and whether it scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import Scheme, Visitor
from tests.places import EMPTY, LANGUAGES, TAGS, Place, kinds, places
from tests.serving import Served

WIDE, NARROW = 1280, 320
# 200 % zoom on a screen of 1280: half as many CSS pixels.
ZOOMED = 640
ALL: dict[str, Any] = {}
# What can differ between two colour schemes of one page.
COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

Look: TypeAlias = tuple[int, Scheme, dict[str, Any]]
# All pages in every width and scheme in one language; in the others, whose words are all that differs, a page
# of each kind in one width and scheme, and its colours in the other.
LOOKS: dict[str, tuple[Look, ...]] = {
    "en": ((WIDE, "light", ALL), (WIDE, "dark", COLOURS), (NARROW, "light", ALL), (NARROW, "dark", COLOURS)),
    "ru": ((WIDE, "light", ALL), (NARROW, "dark", COLOURS)),
    "zh": ((NARROW, "light", ALL), (WIDE, "dark", COLOURS)),
}

AXE_SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
# Of rows that are alike a few will do.
_AXE = """rules => axe.run(
  {exclude: [".parallel tbody tr:nth-child(n + 9):not(.doubtful, .corrected, :has(.blank, small[title]))"]},
  {resultTypes: ["violations"], ...rules}).then((said) => said.violations)"""
# The width that the page asks for, and what stands out of it; what is inside of an element that scrolls by
# itself, or is hidden from sight, does not count.
_SIDEWAYS = """() => {
  const inside = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (["auto", "scroll"].includes(style.overflowX) || style.clipPath !== "none") return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter(
    (each) => each.getBoundingClientRect().right > innerWidth + 1 && !inside(each));
  return {
    width: document.documentElement.scrollWidth,
    window: innerWidth,
    out: out.slice(0, 5).map((each) => `${each.tagName}.${each.className} ${each.textContent.slice(0, 40)}`),
  };
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """One page for many places."""
    visitor = Visitor(browser)
    yield visitor(locale="en")
    visitor.leave()
    assert visitor.troubles == []


def known(staged: Served, bare: Served) -> list[tuple[str, Place]]:
    """The pages of the demo with something in every state, and of an empty workspace, each with its site."""
    full = [(staged.address, place) for place in places(staged.folder)]
    return [*full, *((bare.address, place) for place in EMPTY)]


def found(page: Page, rules: dict[str, Any] = ALL) -> list[str]:
    """What axe has against the page, one line an element."""
    violations = page.evaluate(_AXE, rules)
    return [
        f"{each['id']} ({each['impact']}): {node['html'][:160]} {node['failureSummary'][:300]}"
        for each in violations
        for node in each["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """By how much the page is wider than its window, and which elements stand out of it."""
    seen = page.evaluate(_SIDEWAYS)
    wider = seen["width"] - seen["window"]
    return [f"{wider} pixels too wide", *seen["out"]] if wider > 0 or seen["out"] else []


# Two frames: the first may still be on its way when the window changes.
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


def resized(page: Page, width: int) -> None:
    """Give the window another width, and wait until the page has been laid out for it."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(_DRAWN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_read_by_everybody(page: Page, staged: Served, bare: Served, language: str) -> None:
    complaints = []
    shown = known(staged, bare)
    all_places = [place for _address, place in shown]
    thorough = all_places if language == "en" else kinds(all_places)
    for address, place in shown:
        place.open(page, address, language)
        assert page.locator("html").get_attribute("lang") == TAGS[language], place.name
        for width in (WIDE, ZOOMED, NARROW):
            resized(page, width)
            complaints += [f"{place.name}, {width}: {each}" for each in sideways(page)]
        if place in thorough:
            page.evaluate(AXE_SCRIPT)
            for width, scheme, rules in LOOKS[language]:
                resized(page, width)
                page.emulate_media(color_scheme=scheme)
                complaints += [f"{place.name}, {width}, {scheme}: {each}" for each in found(page, rules)]
    assert complaints == []


def test_what_is_wrong_is_noticed(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/en/")
    page.evaluate(AXE_SCRIPT)
    assert found(page) == []
    assert sideways(page) == []
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate(
        "document.querySelector('h1').style.cssText = 'color: #ddd; width: 2000px; max-width: none'"
    )
    said = " ".join(found(page))
    assert "html-has-lang (serious)" in said
    assert "color-contrast (serious)" in said
    assert len(found(page, COLOURS)) == 1
    assert sideways(page)[1].startswith("H1")
