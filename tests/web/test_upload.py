from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.web.posted import FILE_LIMIT, FILES_LIMIT, REQUEST_LIMIT
from dragoman.workspace import Workspace
from tests.web.browser import LANGUAGES, Browser

TEXT = "text/plain"
RU = (
    "Протокол\n\nСтороны встретились в мае. Они согласовали план работ на год.\n\nВстреча прошла в Озёрске."
).encode()
ZH = "议定书\n\n双方于五月会晤。双方商定了全年工作计划。\n\n会晤在湖城举行。".encode()
BOUNDARY = "----boundary"


def stored(folder: Path) -> tuple[set[str], int, int]:
    """The files of originals, and how many documents and jobs there are."""
    with Workspace.open(folder) as workspace:
        originals = {str(path) for path in (folder / "originals").rglob("*") if path.is_file()}
        return originals, len(workspace.documents()), len(workspace.jobs())


def test_from_two_files_to_a_parallel_text(writer: Browser) -> None:
    files = [("file", ("protocol.ru.txt", RU, TEXT)), ("file", ("protocol.zh.txt", ZH, TEXT))]
    described = {
        "language": ["", "zh"],
        "title": "Протокол встречи",
        "parties": "Озёрная Республика\r\n\r\nСтепная Республика\r\n",
        "date": "2024-05",
        "invented": "yes",
    }
    sent = writer.post("/ru/documents/new", described, files)
    assert sent.status == 303, sent.text
    job = sent.headers["location"]
    assert job.startswith("/ru/jobs/")

    waiting = writer.get(job)
    assert waiting.status == 200
    assert waiting.headers["refresh"] == "2"
    assert waiting.find("//progress")
    facts = writer.json(f"{job}.json")
    assert facts["state"] == "waiting"
    unready = writer.get(f"/ru/documents/{facts['document']}")
    assert unready.status == 200
    assert f"{job}" in unready.links()

    with Workspace.open(writer.folder) as workspace:
        workspace.work()
    done = writer.get(job)
    assert done.status == 303
    page = writer.get(done.headers["location"])
    assert "Стороны встретились в мае." in page.words
    about = writer.json(f"{done.headers['location']}/about.json")
    assert about["parties"] == ["Озёрная Республика", "Степная Республика"]
    assert (about["date"], about["invented"], about["title"]) == ("2024-05", True, "Протокол встречи")


def test_the_same_files_are_noticed(writer: Browser, samples: Path) -> None:
    before = stored(writer.folder)
    text = (samples / "statement.ru.txt").read_bytes()
    page = writer.post("/en/documents/new", {}, [("file", ("again.ru.txt", text, TEXT))], follow=True)
    assert page.status == 200
    assert "nothing was stored twice" in page.words
    assert stored(writer.folder) == before


def test_a_further_version_and_one_in_its_place(writer: Browser) -> None:
    document = writer.statement
    french = "Déclaration commune.\n\nLes Parties sont convenues de ceci. Elles se consultent.".encode()
    address = f"/en/documents/new?document={document}"
    assert "To the document Joint statement" in writer.get(address).words
    sent = writer.post(
        "/en/documents/new", {"document": document, "language": "fr"}, [("file", ("d.txt", french, TEXT))]
    )
    assert sent.status == 303, sent.text
    refused = writer.post("/en/documents/new", {"document": document}, [("file", ("other.ru.txt", RU, TEXT))])
    assert refused.status == 409
    assert refused.find("//input[@name='document']/@value") == [document]
    taken = writer.post(
        "/en/documents/new", {"document": document, "replace": "yes"}, [("file", ("other.ru.txt", RU, TEXT))]
    )
    assert taken.status == 303
    versions = writer.json(f"/en/documents/{document}/about.json")["versions"]
    assert [version["language"] for version in versions] == ["en", "fr", "ru", "zh"]
    assert len(versions[2]["earlier"]) == 1
    assert "replaced" in writer.get(f"/en/documents/{document}/about").words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_entered_is_still_there_after_a_mistake(writer: Browser, language: str) -> None:
    before = stored(writer.folder)
    entered = {
        "language": ["ru", "zh"],
        "title": "A <title> & more",
        "parties": "One\nTwo",
        "invented": "yes",
    }
    files = [("file", ("empty.txt", b"", TEXT)), ("file", ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", TEXT))]
    page = writer.post(f"/{language}/documents/new", entered, files)
    assert 400 <= page.status < 500
    assert page.find("//*[@role='alert']")[0].text_content().strip()
    assert page.find("//input[@name='title']/@value") == ["A <title> & more"]
    assert page.find("//textarea[@name='parties']")[0].text.strip() == "One\nTwo"
    assert page.find("//input[@name='invented']/@checked")
    assert page.find("//select[@name='language']/option[@selected]/@value") == ["ru", "zh"]
    assert "empty.txt" in page.words
    assert "picture.png" in page.words
    assert stored(writer.folder) == before


def test_no_file_at_all(writer: Browser) -> None:
    page = writer.post("/en/documents/new", {"title": "T"}, [("file", ("", b"", "application/octet-stream"))])
    assert page.status == 400
    assert "No file was chosen." in page.words


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "a\r\nSet-Cookie: x=y.txt",
        '"><script>alert(1)</script>.txt',
        "..",
        "\u202etxt.exe",
    ],
)
def test_a_hostile_name_does_no_harm(writer: Browser, name: str) -> None:
    text = f"Первое предложение о реке. Второе предложение о {len(name)} мостах.".encode()
    escaped = name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
    raw = name.encode()
    for spelled in (escaped.encode(), raw.replace(b'"', b'\\"').replace(b"\r\n", b" ")):
        body = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="language"\r\n\r\nru\r\n'.encode()
            + f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="'.encode()
            + spelled
            + b'"\r\nContent-Type: text/plain\r\n\r\n'
            + text
            + b" "
            + str(len(spelled)).encode()
            + f"\r\n--{BOUNDARY}--\r\n".encode()
        )
        answer = writer.client.post(
            "/en/documents/new", content=body, headers=multipart(), follow_redirects=False
        )
        assert answer.status_code == 303, answer.text
    inside = {path.name for path in writer.folder.iterdir()}
    assert inside <= {
        "dragoman.toml",
        "originals",
        "record.jsonl",
        "dragoman.db",
        "dragoman.db-wal",
        "dragoman.db-shm",
    }
    page = writer.get("/en/sources")
    assert page.find("//script[not(@src)]") == []
    for source in writer.json("/en/sources.json")["sources"]:
        assert "/" not in source["name"]
        assert source["name"].isprintable()
        answer = writer.client.get(f"/originals/{source['original'].removeprefix('sha256:')}")
        disposition = answer.headers["content-disposition"]
        assert "\n" not in disposition
        assert "set-cookie" not in answer.headers


def multipart() -> dict[str, str]:
    """Headers of a form that is sent from the site itself."""
    return {"content-type": f"multipart/form-data; boundary={BOUNDARY}", "origin": "http://localhost"}


def form_of(files: int, size: int) -> Iterator[bytes]:
    """A form with a title and files of zeros, in pieces."""
    yield f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="title"\r\n\r\nKept\r\n'.encode()
    for number in range(files):
        head = f'Content-Disposition: form-data; name="file"; filename="large{number}.txt"'
        yield f"--{BOUNDARY}\r\n{head}\r\nContent-Type: text/plain\r\n\r\n".encode()
        piece = b"\0" * 1_000_000
        for _ in range(size // len(piece)):
            yield piece
        yield b"\r\n"
    yield f"--{BOUNDARY}--\r\n".encode()


@pytest.mark.parametrize(("files", "size"), [(1, 300_000_000), (5, 60_000_000)], ids=["file", "together"])
def test_too_much_is_refused_while_it_arrives(
    writer: Browser, files: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = 0

    class Counted:
        """Stands for a temporary file, and counts what is written."""

        def __init__(self, _size: int) -> None:
            self.content = b""

        def write(self, data: bytes) -> None:
            nonlocal kept
            kept += len(data)

        def seek(self, _place: int) -> None: ...

        def close(self) -> None: ...

    monkeypatch.setattr("dragoman.web.posted.SpooledTemporaryFile", Counted)
    before = stored(writer.folder)
    answer = writer.client.post("/ru/documents/new", content=form_of(files, size), headers=multipart())
    assert answer.status_code == 413
    assert kept <= (FILE_LIMIT if files == 1 else REQUEST_LIMIT)
    assert 'value="Kept"' in answer.text
    assert "large0.txt" in answer.text
    assert stored(writer.folder) == before


def test_too_many_files_are_refused(writer: Browser) -> None:
    before = stored(writer.folder)
    files = [("file", (f"f{number}.ru.txt", RU, TEXT)) for number in range(FILES_LIMIT + 1)]
    assert writer.post("/en/documents/new", {}, files).status == 413
    assert stored(writer.folder) == before


def test_a_form_larger_than_can_be_drained_is_cut_off(writer: Browser) -> None:
    headers = {**multipart(), "content-length": str(10**12)}
    answer = writer.client.post("/en/documents/new", content=b"--", headers=headers)
    assert answer.status_code == 413
    assert "200 MB" in answer.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"{}", "application/json"),
        (b"", ""),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"whatever", "multipart/form-data"),
        (
            b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nbroken off',
            "multipart/form-data; boundary=x",
        ),
    ],
)
def test_what_is_no_form_is_refused(writer: Browser, content: bytes, kind: str) -> None:
    headers = {"content-type": kind} if kind else {}
    answer = writer.client.post("/en/documents/new", content=content, headers=headers)
    assert answer.status_code == 400, answer.text


def test_signs_that_no_database_holds_are_replaced(writer: Browser) -> None:
    address = f"/en/documents/{writer.statement}/about"
    assert writer.post(address, {"title": "A\0B"}).status == 303
    assert writer.json(f"{address}.json")["title"] == "A\ufffdB"


def test_fields_have_a_limit(writer: Browser) -> None:
    address = f"/en/documents/{writer.statement}/about"
    assert writer.post(address, {"title": "x" * 70_000}).status == 413
    assert (
        writer.post("/en/documents/new", {"title": "x" * 70_000}, [("file", ("a.txt", b"a", TEXT))]).status
        == 413
    )
