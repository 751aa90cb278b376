"""The browser of the tests itself: what it must notice."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from tests.browsing import Visitor

PAGES = {
    "/calm": b"<!doctype html><title>Calm</title><p lang=zh>\xe4\xb8\x89\xe8\xaf\xad</p>",
    "/script": b"<!doctype html><title>Script</title><script>throw new Error('broken')</script>",
    "/policy": b"<!doctype html><title>Policy</title><p style='color: red'>inline</p>",
    "/missing": b"<!doctype html><title>Missing</title><link rel=stylesheet href=/style.css>",
    "/elsewhere": b"<!doctype html><title>Elsewhere</title><img src='http://192.0.2.1/a.png'>",
}


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer."""
        body = PAGES.get(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if self.path == "/policy":
            self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server of these pages."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        host, port = server.socket.getsockname()[:2]
        assert server.socket.family == socket.AF_INET
        yield f"http://{host}:{port}"
        server.shutdown()
        thread.join()


def test_a_calm_page_is_no_trouble(visit: Visitor, address: str) -> None:
    page = visit(locale="zh", width=320)
    page.goto(f"{address}/calm")
    assert page.title() == "Calm"
    assert page.evaluate("[navigator.language, innerWidth]") == ["zh", 320]


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("/script", "script: broken"),
        ("/policy", "Content Security Policy"),
        ("/policy", "breach of style-src-attr: inline"),
        ("/missing", "answered with 404"),
        ("/elsewhere", "asks elsewhere"),
    ],
)
def test_trouble_is_noticed(browser: Browser, address: str, path: str, trouble: str) -> None:
    visitor = Visitor(browser)
    visitor().goto(address + path)
    visitor.leave()
    assert any(trouble in it for it in visitor.troubles), visitor.troubles


def test_without_javascript_no_script_is_run(visit: Visitor, address: str) -> None:
    page = visit(javascript=False)
    page.goto(f"{address}/script")
    assert page.title() == "Script"
