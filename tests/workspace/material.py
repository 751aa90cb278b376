"""Small documents for tests of the workspace."""

from __future__ import annotations

from pathlib import Path

from dragoman.workspace import About, Added, File, Parallel, Workspace

RU = (
    "Совместное заявление\n\n"
    "1. Стороны договорились о строительстве 12 метеостанций до 2027 года.\n\n"
    "2. Стороны подтвердили приверженность принципам безопасности. "
    "Они будут обмениваться сведениями о воде.\n\n"
    "3. Заявление составлено в двух экземплярах."
)
ZH = (
    "联合声明\n\n"
    "1. 双方商定在2027年之前建设12座气象站。\n\n"
    "2. 双方重申坚持安全原则，并将交换有关水资源的信息。\n\n"
    "3. 本声明一式两份。"
)
EN = (
    "Joint statement\n\n"
    "1. The Parties agreed to build 12 weather stations by 2027.\n\n"
    "2. The Parties reaffirmed their commitment to the principles of security. They will exchange "
    "information on water.\n\n"
    "3. This statement is done in two copies."
)
TEXTS = {"ru": RU, "zh": ZH, "en": EN}

ABOUT = About(
    title="Совместное заявление",
    kind="statement",
    body="Two delegations",
    parties=("Lake Republic", "Steppe Republic"),
    date="2024-05-16",
    place="Озёрск",
    source="Written for the tests",
    licence="Apache-2.0",
    invented=True,
)


def files(*languages: str) -> list[File]:
    """The texts in these languages as files."""
    return [File(TEXTS[code].encode(), f"statement.{code}.txt") for code in languages]


def workspace(folder: Path, database: str = "", *, added: bool = True) -> tuple[Workspace, str]:
    """A workspace, and its one document in Russian and Chinese, aligned."""
    made = Workspace.create(folder / "workspace", title="Tests", author="tester", database=database)
    if not added:
        return made, ""
    document = add(made, "ru", "zh").document
    made.work()
    return made, document


def add(to: Workspace, *languages: str) -> Added:
    """Add the texts in these languages as one document."""
    return to.add(files(*languages), ABOUT)


def side(page: Parallel, row: int, language: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentences of a row, counted from 0, as a side of a correction."""
    cell = next(cell for cell in page.rows[row].cells if cell.language == language)
    return language, [(sentence.start, sentence.end) for sentence in cell.sentences]


def words(page: Parallel) -> list[tuple[str, ...]]:
    """Each row's cells as texts."""
    return [tuple(" ".join(one.text for one in cell.sentences) for cell in row.cells) for row in page.rows]
