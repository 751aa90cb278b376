"""A browser for tests: Debian's Chromium, driven by playwright, which may ask this machine alone.

A visit that meets an error on the page, a breach of its Content-Security-Policy, a file that is missing or a
request elsewhere fails at its end.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    ProxySettings,
    Request,
    Response,
    sync_playwright,
)

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# Requests to other machines go to a proxy that is not there.
_NO_PROXY = ProxySettings(server="http://127.0.0.1:9", bypass="127.0.0.1")
# What Chromium says on the console of a page that was answered with 404 and the like: a test may want that.
# Of what belongs to a page, nothing may be missing (`Visitor._answered`).
_NOT_FOUND = "Failed to load resource: the server responded"
_REPORT = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`breach of ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""


def chromium() -> str:
    """Where Chromium lies: `DRAGOMAN_CHROMIUM`, else the one on the path."""
    found = os.environ.get("DRAGOMAN_CHROMIUM") or shutil.which("chromium")
    assert found, "There is no Chromium for the browser tests: scripts/install-browser"
    return found


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser, until the end of the block."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=_ARGUMENTS, proxy=_NO_PROXY)
        yield started
        started.close()


Scheme: TypeAlias = Literal["light", "dark"]


class Visitor:
    """Opens pages as people meet them: in their language, on their screen, with or without JavaScript."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.troubles: list[str] = []

    def __call__(
        self,
        *,
        locale: str = "en",
        javascript: bool = True,
        width: int = 1280,
        height: int = 900,
        scheme: Scheme = "light",
    ) -> Page:
        """A new empty page, with no memory of other visits; sizes in CSS pixels."""
        context = self._browser.new_context(
            locale=locale,
            java_script_enabled=javascript,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        self._contexts.append(context)
        context.set_default_timeout(15_000)
        context.add_init_script(_REPORT)
        page = context.new_page()
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("request", self._asked)
        page.on("response", self._answered)
        return page

    def leave(self) -> None:
        """Close everything."""
        for context in self._contexts:
            context.close()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(_NOT_FOUND):
            self.troubles.append(f"console: {message.text}")

    def _failed(self, error: Error) -> None:
        self.troubles.append(f"script: {error.message}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
            self.troubles.append(f"asks elsewhere: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.troubles.append(f"answered with {response.status}: {response.url}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a module of tests: playwright's loop would stand in the way of other modules' own."""
    with browsing() as it:
        yield it


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visitor]:
    """Opens pages; fails at the end when one of them met trouble."""
    visitor = Visitor(browser)
    yield visitor
    visitor.leave()
    assert visitor.troubles == []
