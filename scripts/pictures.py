"""Pictures of every page of the demo, to look at before a change of the pages is published.

They are named `PAGE-LANGUAGE-WIDTH-SCHEME.png`, such as `reader-zh-narrow-dark.png`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from dragoman import demo
from dragoman.workspace import Workspace
from scripts.regions import ROOT
from tests.browsing import Scheme, Visitor, browsing
from tests.places import EMPTY, LANGUAGES, Place, places, stage
from tests.serving import serving

FOLDER = ROOT / "build" / "shots"
WIDTHS = {"wide": 1280, "narrow": 320}
"""In CSS pixels."""

_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_USUAL = 900
# What is taller is cut off: the reader goes on as it began.
_TALLEST = 4_500


def main(target: Path, names: Sequence[str]) -> None:
    """Take the pictures of the pages that are named, or of all.

    Raises:
        ValueError: there is no page of such a name.
    """
    with sites() as known, browsing() as browser:
        missing = set(names) - {place.name for _address, place in known}
        if missing:
            raise ValueError(f"There is no page {', '.join(sorted(missing))}.")
        target.mkdir(parents=True, exist_ok=True)
        count = pictures(browser, [each for each in known if not names or each[1].name in names], target)
    print(f"{count} pictures lie in {target}.")


@contextmanager
def sites() -> Iterator[list[tuple[str, Place]]]:
    """The demo and an empty workspace, served: the address of the site of each page, and the page."""
    with TemporaryDirectory() as room:
        full, empty = Path(room, "demo"), Path(room, "empty")
        demo.build(full).close()
        stage(full)
        Workspace.create(empty).close()
        with serving(full, working=False) as one, serving(empty, working=False) as other:
            shown = [(one.address, place) for place in places(full)]
            yield [*shown, *((other.address, place) for place in EMPTY)]


def pictures(browser: Browser, known: Sequence[tuple[str, Place]], target: Path) -> int:
    """Take the pictures; returns how many there are."""
    count = 0
    for language, (size, width), scheme in product(LANGUAGES, WIDTHS.items(), _SCHEMES):
        visitor = Visitor(browser)
        page = visitor(locale=language, width=width, scheme=scheme)
        for address, place in known:
            place.open(page, address, language)
            stretch(page, width)
            page.screenshot(path=target / f"{place.name}-{language}-{size}-{scheme}.png")
            count += 1
        visitor.leave()
        for trouble in visitor.troubles:
            print(f"{language}, {size}, {scheme}: {trouble}", file=sys.stderr)
    return count


def stretch(page: Page, width: int) -> None:
    """Make the window as tall as the page: what is out of view may not be laid out at all."""
    height = 0
    page.set_viewport_size({"width": width, "height": _USUAL})
    while height < (needed := min(_TALLEST, page.evaluate("document.documentElement.scrollHeight"))):
        height = needed
        page.set_viewport_size({"width": width, "height": height})


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER, sys.argv[2:])
