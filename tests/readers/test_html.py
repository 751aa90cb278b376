from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import EmptyInput
from dragoman.readers import read
from tests.bitext.material import LANGUAGES, documents
from tests.readers.words import one, texts

SITE = {
    "ru": ("Главная", "Новости", "Документы", "Контакты", "Подписаться на рассылку", "Все права защищены"),
    "zh": ("首页", "新闻动态", "政策文件", "联系我们", "订阅邮件", "版权所有"),
    "en": ("Home", "News", "Documents", "Contact", "Subscribe to our letter", "All rights reserved"),
}


def page(body: str, head: str = "") -> bytes:
    head = f"<head><meta charset=utf-8>{head}</head>"
    return f"<!DOCTYPE html><html lang=ru>{head}<body>{body}</body></html>".encode()


def statement(code: str) -> tuple[str, list[str]]:
    """The markup of a document with a heading, articles, a list and a table; and its texts."""
    first, second, *_ = documents().values()
    title, *sentences = first[code]
    items, cells = second[code][1:4], second[code][4:8]
    markup = f"<h1>{title}</h1>" + "".join(f"<p>{words}</p>" for words in sentences)
    markup += "<ul>" + "".join(f"<li>{words}</li>" for words in items) + "</ul>"
    markup += f"<table><tr><td>{cells[0]}<td>{cells[1]}<tr><td>{cells[2]}<td>{cells[3]}</table>"
    markup += f"<p>{second[code][0]}</p>"
    return markup, [title, *sentences, *items, *cells, second[code][0]]


def around(code: str, markup: str, *, marked: bool) -> str:
    """A site around a document, with elements that say what they are or with nothing but names of classes."""
    words = SITE[code]
    links = "".join(f'<li><a href="/{k}">{name}</a></li>' for k, name in enumerate(words[:4]))
    more = "".join(f'<li><a href="/n/{k}">{name} {k}</a></li>' for k, name in enumerate(words * 2))
    if marked:
        return (
            f"<header><nav><ul>{links}</ul></nav></header><main>{markup}</main>"
            f"<aside><ul>{more}</ul></aside><footer><p>© 2025 {words[5]}</p></footer>"
        )
    return (
        f'<div class="top"><ul>{links}</ul></div><div id="wrap"><div class="content">{markup}</div>'
        f'<div class="sidebar"><h3>{words[1]}</h3><ul>{more}</ul></div></div>'
        f'<div class="footer"><p>© 2025 {words[5]}</p><a href="/s">{words[4]}</a></div>'
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("marked", [True, False])
def test_the_site_goes_and_the_document_stays_whole(code: str, marked: bool) -> None:
    markup, expected = statement(code)
    reading = one(page(around(code, markup, marked=marked)))
    assert texts(reading) == expected
    assert reading.parts[0].kind == "heading"
    assert len(texts(reading, "item")) == 3
    assert [(p.row, p.column) for p in reading.parts if p.kind == "cell"] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert reading.notes[0].startswith("Navigation")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_document_saved_as_a_page_is_read_whole(code: str) -> None:
    markup, expected = statement(code)
    reading = one(page(f"<div class=WordSection1>{markup}</div>", "<title>Заявление</title>"))
    assert texts(reading) == expected
    assert (reading.title, reading.language, reading.notes) == ("Заявление", "ru", ())
    assert (reading.form, reading.method, reading.encoding) == ("html", "html.v1", "utf-8")


def test_short_odd_paragraphs_of_the_document_are_kept() -> None:
    markup, expected = statement("ru")
    odd = '<p>Статья 7</p><p><a href="#1">Приложение</a></p><p>—</p><p>М.П.</p>'
    assert texts(one(page(around("ru", markup + odd, marked=False)))) == [
        *expected, "Статья 7", "Приложение", "—", "М.П.",
    ]  # fmt: skip


def test_scripts_styles_comments_and_what_is_hidden_are_no_text() -> None:
    reading = one(
        page(
            "<script>alert('нет')</script><style>p{color:red}</style><!-- нет --><noscript>нет</noscript>"
            "<p>Да<script>нет</script>.</p><p hidden>нет</p><p style='display: none'>нет</p>"
            "<template><p>нет</p></template><p onclick='нет()'>И это.</p><button>нет</button>"
            "<svg><text>нет</text></svg><iframe src='http://localhost/'>нет</iframe><img src=x alt=нет>"
            "<p><del>нет</del><ins>ещё</ins></p>"
        )
    )
    assert texts(reading) == ["Да.", "И это.", "ещё"]


def test_numbers_of_lists_are_text_as_the_browser_shows_them() -> None:
    reading = one(
        page(
            "<ol><li>раз<li>два<ol type=a><li>вложен</ol><li value=7>семь</ol>"
            "<ol start=3><li>три</ol><ol type=I><li>первый</ol>"
            "<ol style='list-style-type: cjk-ideographic'><li>水</ol>"
            "<ol style='list-style: none'><li>без</ol>"
            "<ol><li>1) свой</ol><ul><li>точка</ul>"
        )
    )
    assert texts(reading) == [
        "1. раз", "2. два", "a. вложен", "7. семь", "3. три", "I. первый", "一. 水", "без",
        "1) свой", "точка",
    ]  # fmt: skip
    assert [part.level for part in reading.parts] == [1, 1, 2, 1, 1, 1, 1, 1, 1, 1]


def test_white_space_and_breaks() -> None:
    reading = one(
        page(
            "<p>две\n   строки<br>третья</p><p>中\n文 和\n平</p><pre>как\nесть</pre><p>a<b>b</b><i> c</i></p>"
        )
    )
    assert texts(reading) == ["две строки\nтретья", "中文 和平", "как\nесть", "ab c"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("windows-1251", "windows-1251"),
        ("windows-1251", ""),
        ("koi8-r", "koi8-r"),
        ("utf-8", "windows-1251"),
        ("utf-16", "utf-8"),
        ("utf-8-sig", ""),
    ],
)
def test_russian_encodings(encoding: str, declared: str) -> None:
    words = "Стороны обмениваются данными об уровне воды."
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert texts(one(f"<html><head>{meta}</head><p>{words}</p></html>".encode(encoding))) == [words]


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8"])
def test_chinese_encodings(encoding: str) -> None:
    words = "双方每日交换水位数据，数据应无偿提供。"
    data = f"<html><meta charset={encoding}><p>{words}</p></html>".encode(encoding)
    reading = one(data)
    assert texts(reading) == [words]
    assert reading.encoding == ("utf-8" if encoding == "utf-8" else "gb18030")


def test_an_encoding_that_nobody_knows() -> None:
    assert texts(one("<html><meta charset=x-unknown><p>Мир всем.</p></html>".encode())) == ["Мир всем."]


@pytest.mark.parametrize("markup", ["<html></html>", "<html><body><script>x</script></body></html>"])
def test_no_text(markup: str) -> None:
    with pytest.raises(EmptyInput):
        read(markup.encode())


def test_thousands_of_elements_inside_each_other() -> None:
    assert "Мир." in one(page("<div>" * 200 + "<p>Мир.</p>")).text
    assert "Мир." in one(page("<p>Мир.</p>" + "<div>" * 50_000)).text


WORDS = st.text("абвгд条章ab .-«»", min_size=1, max_size=20).filter(str.strip)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(["h2", "p", "li", "td", "div", "blockquote"]), WORDS), min_size=1))
def test_every_word_comes_once_and_in_order(pieces: list[tuple[str, str]]) -> None:
    outer = {"li": "ul", "td": "table"}
    markup = "".join(
        f"<{outer[tag]}><{tag}>{words}</{tag}></{outer[tag]}>" if tag in outer else f"<{tag}>{words}</{tag}>"
        for tag, words in pieces
    )
    assert texts(one(page(markup))) == [" ".join(words.split()) for _tag, words in pieces]


def test_five_hundred_sentences_in_half_a_second() -> None:
    markup = "".join(statement("ru")[0] for _ in range(30))
    data = page(around("ru", markup, marked=False))
    read(data)
    started = time.process_time()
    assert len(one(data).parts) > 500
    assert time.process_time() - started < 0.5
