"""What a browser does with pages: asks for them, follows where they lead, reads their links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient
from lxml import html

from dragoman.web.slugs import formulation_path, term_path
from dragoman.workspace import Document, Workspace

LANGUAGES = ("en", "ru", "zh")


class Page:
    """An answer: its status, headers, text, and the page as a tree."""

    def __init__(self, address: str, answer: Any) -> None:
        self.address = address
        self.status: int = answer.status_code
        self.headers: Mapping[str, str] = answer.headers
        self.content: bytes = answer.content
        self.text: str = answer.text
        self.answer = answer

    @property
    def tree(self) -> html.HtmlElement:
        """The page as a tree."""
        return html.fromstring(self.content)

    @property
    def words(self) -> str:
        """The text of the page, with single spaces."""
        return " ".join(self.tree.text_content().split())

    def links(self) -> Iterator[str]:
        """The addresses that the page leads to."""
        for element in self.tree.iter("a", "link", "script"):
            address = element.get("href") or element.get("src")
            if address:
                yield address

    def find(self, path: str) -> list[Any]:
        """What an XPath finds."""
        found: list[Any] = self.tree.xpath(path)
        return found


class Browser:
    """A client of a site, and the folder of its workspace."""

    def __init__(self, client: TestClient, folder: Path) -> None:
        self.client = client
        self.folder = folder

    def get(self, address: str, *, follow: bool = False, **headers: str) -> Page:
        """Ask for a page."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Page(address, self.client.get(address, headers=named, follow_redirects=follow))

    def post(
        self,
        address: str,
        data: Mapping[str, str | Sequence[str]],
        files: Sequence[tuple[str, tuple[str, bytes, str]]] = (),
        *,
        follow: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """Send a form from a page of the site."""
        named = {"origin": "http://localhost", **(headers or {})}
        sent = {name: value if isinstance(value, str) else list(value) for name, value in data.items()}
        answer = self.client.post(
            address, data=sent, files=list(files) or None, headers=named, follow_redirects=follow
        )
        return Page(address, answer)

    def json(self, address: str) -> Any:
        """The facts at an address."""
        page = self.get(address)
        assert page.status == 200, page.text
        assert page.headers["content-type"] == "application/json"
        return page.answer.json()

    def documents(self) -> list[Document]:
        """The documents of the workspace."""
        with Workspace.open(self.folder) as workspace:
            return workspace.documents()

    @property
    def statement(self) -> str:
        """The document in three languages."""
        return next(each.id for each in self.documents() if len(each.languages) == 3)

    def addresses(self) -> list[str]:
        """Every page, without its language."""
        document = self.statement
        row = self.json(f"/en/documents/{document}.json?in=ru&with=zh")["rows"][4]["anchor"]
        term = self.json("/en/terms.json?in=ru")["terms"][0]["form"]
        return [
            "/",
            "/documents",
            "/documents?q=river",
            "/documents/new",
            f"/documents/new?document={document}",
            f"/documents/{document}",
            f"/documents/{document}?in=zh&with=ru",
            f"/documents/{document}?in=ru",
            f"/documents/{document}/about",
            f"/documents/{document}/compare",
            f"/documents/{document}/compare?line=0&state=open",
            f"/documents/{document}/rows/{row}?in=ru&with=zh&with=en",
            f"/documents/{document}?in=ru&with=zh&terms=off",
            "/concordance",
            "/concordance?q=реки",
            "/concordance?q=реки&view=lines&sort=left&with=zh",
            "/concordance?q=nothingofthekind",
            "/concordance/collocates?q=реки",
            "/terms",
            "/terms?in=ru&kind=word",
            f"{term_path(term)}?in=ru",
            f"{term_path(term)}?in=ru&brief=yes",
            "/pairs",
            "/pairs?left=ru&right=zh&limit=20",
            "/formulations?in=ru",
            f"/formulations?in=ru&phrase={quote('водные ресурсы')}",
            f"{formulation_path('водные ресурсы')}?in=ru",
            "/threats",
            "/threats/quotations?topic=water",
            "/parties",
            "/waiting",
            "/glossary/found",
            "/check",
            "/sources",
            "/methods",
        ]
