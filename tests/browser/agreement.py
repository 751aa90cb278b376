"""An invented agreement of four articles, as files that a visitor would bring; each number is another one."""

from __future__ import annotations

from html import escape
from pathlib import Path

from docx import Document

RUSSIAN = (
    ("Соглашение о пешеходном мосте № {number}",),
    (
        "Статья 1. Предмет",
        "Стороны строят пешеходный мост через реку Тилену. Мост соединяет два музея.",
    ),
    (
        "Статья 2. Сроки",
        "Строительство начинается весной 2027 года. Оно заканчивается через два года.",
    ),
    (
        "Статья 3. Расходы",
        "Расходы делятся поровну. Каждая Сторона ведёт учёт своих расходов.",
    ),
    (
        "Статья 4. Вступление в силу",
        "Настоящее Соглашение вступает в силу в день подписания. Оно действует десять лет.",
    ),
)
CHINESE = (
    ("关于步行桥的第{number}号协定",),
    ("第一条 标的", "双方在蒂莱纳河上修建一座步行桥。该桥连接两座博物馆。"),
    ("第二条 期限", "工程于2027年春季开工。工程在两年后完成。"),
    ("第三条 费用", "费用由双方平均分担。每一方对自己的费用进行核算。"),
    ("第四条 生效", "本协定自签署之日起生效。本协定有效期为十年。"),
)


def written(folder: Path, number: int) -> tuple[Path, Path]:
    """The Russian text as DOCX and the Chinese one as HTML, in a folder."""
    document = Document()
    (title,), *articles = RUSSIAN
    document.add_heading(title.format(number=number), 0)
    for heading, text in articles:
        document.add_heading(heading, 1)
        document.add_paragraph(text)
    docx = folder / f"agreement-{number}.docx"
    document.save(str(docx))
    (title,), *articles = CHINESE
    body = "".join(f"<h2>{escape(heading)}</h2><p>{escape(text)}</p>" for heading, text in articles)
    html = folder / f"agreement-{number}.html"
    html.write_text(
        f"<!doctype html><html lang=zh-Hans><meta charset=utf-8><title>{title.format(number=number)}</title>"
        f"<body><h1>{title.format(number=number)}</h1>{body}</body></html>",
        encoding="utf-8",
    )
    return docx, html
