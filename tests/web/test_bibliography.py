from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.bibliography import Bibliography, entry, escaped
from dragoman.workspace import About, Document
from dragoman.workspace.model import Version


def document(**about: object) -> Document:
    version = Version("ru", "sha256:" + "0" * 64, "x", "plain", "text/plain", 1, "2026-01-01T00:00:00Z")
    return Document("abcdefghjk", About(**about), (version,), "2026-01-01T00:00:00Z")  # type: ignore[arg-type]  # any field


@given(st.text(), st.text(), st.text())
def test_any_text_makes_an_entry_that_can_be_read(title: str, body: str, source: str) -> None:
    written = entry(document(title=title, body=body, source=source))
    written.encode("utf-8")
    assert written.count("{") == written.count("}")
    depth = 0
    for sign in written:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert written.startswith("@misc{dragoman-abcdefghjk,\n")
    lines = written.splitlines()
    assert lines[-1] == "}"
    assert all(re.fullmatch(r"  [a-z]+ = \{.*\},", line) for line in lines[1:-1])
    assert not re.search(
        r"(?<!\\)[%&#$_]", written.replace(source if source.startswith("http") else "\0", "")
    )


def test_signs_of_tex_are_letters() -> None:
    assert escaped("a & b\n{c} 5% ~x^_\\") == (
        r"a \& b \textbraceleft{}c\textbraceright{} 5\% "
        r"\textasciitilde{}x\textasciicircum{}\_\textbackslash{}"
    )


def test_what_is_known_is_cited() -> None:
    written = entry(
        document(
            title="Заявление", body="Two delegations", date="2024-05", kind="joint statement", place="Брод",
            source="https://example.org/a_b?c=1", licence="CC0", parties=("A", "B"), invented=True,
        )
    )  # fmt: skip
    assert "author = {{Two delegations}}" in written
    assert "date = {2024-05}" in written
    assert "year = {2024}" in written
    assert "url = {https://example.org/a_b?c=1}" in written
    assert "invented for demonstration; parties: A, B; licence: CC0; original in ru: sha256:000" in written
    assert "howpublished = {Archive}" in entry(document(title="x", source="Archive"))
    assert "date" not in entry(document(title="x", date="spring"))
    assert Bibliography("x", []).bibtex() == ""
