"""From the front page everywhere: no link leads nowhere."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.web.browser import LANGUAGES, Browser

# The pages of so many rows, terms and questions are walked; those of the others differ in their texts alone.
ROWS, ALIKE = 3, 12
MANY = ("/concordance", "/terms", "/pairs", "/formulations")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(browser: Browser, language: str) -> None:
    start = browser.get("/", accept_language=language)
    assert start.status == 302
    waiting, seen = [start.headers["location"]], set()
    rows: dict[str, None] = {}
    alike: Counter[str] = Counter()
    anchors: dict[str, set[str]] = {}
    wanted: set[tuple[str, str]] = set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page = browser.get(address, follow=True)
        assert page.status == 200, address
        if not page.headers["content-type"].startswith("text/html"):
            continue
        anchors[address] = set(page.find("//@id"))
        assert len(page.find("//@id")) == len(anchors[address]), f"{address}: an id stands twice"
        for link in page.links():
            path, _hash, anchor = link.partition("#")
            if anchor:
                wanted.add((path or address, anchor))
            # The other languages are walked by themselves.
            other = (
                path.split("/")[1] in LANGUAGES and not path.startswith(f"/{language}/") if path else False
            )
            row = path.partition("/rows/")[2].partition("?")[0].removesuffix(".json")
            if row:
                rows[row] = None
            if path and not other and path not in seen and (not row or row in list(rows)[:ROWS]):
                assert path.startswith("/"), link
                kind = next((each for each in MANY if path.startswith(f"/{language}{each}")), "")
                alike[kind] += 1
                if not kind or alike[kind] <= ALIKE:
                    waiting.append(path)
    assert len(seen) > 60
    missing = {(path, anchor) for path, anchor in wanted if path in anchors and anchor not in anchors[path]}
    assert missing == set()
