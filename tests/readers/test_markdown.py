from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import EmptyInput
from dragoman.readers import read
from tests.readers.words import one, texts

DOCUMENT = """---
title: "Соглашение о мостах"
lang: ru
---
# Соглашение о *мостах*

Мосты открыты
для **всех**, [ссылка](https://example.org "нет").
Новая строка.\\
После разрыва.

1. первый пункт
2. второй пункт
   - вложенный

     его абзац

双方
同意。

| пост | река |
|------|------|
| верхний | `Тилена` |

> цитата

<div><p>из разметки</p><script>нет</script></div>
<!-- нет -->

![нет](x.png) слова<script>нет</script><br>

    как есть
"""


def test_all_that_markdown_has() -> None:
    reading = one(DOCUMENT.encode(), "мосты.md")
    assert texts(reading) == [
        "Соглашение о мостах",
        "Мосты открыты для всех, ссылка. Новая строка.\nПосле разрыва.",
        "1. первый пункт",
        "2. второй пункт",
        "вложенный",
        "его абзац",
        "双方同意。",
        "пост",
        "река",
        "верхний",
        "Тилена",
        "цитата",
        "из разметки",
        "слова",
        "как есть",
    ]
    assert [(part.kind, part.level) for part in reading.parts[:6]] == [
        ("heading", 1), ("paragraph", 0), ("item", 1), ("item", 1), ("item", 2), ("paragraph", 0),
    ]  # fmt: skip
    assert [(p.row, p.column) for p in reading.parts if p.kind == "cell"] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert (reading.title, reading.language, reading.form) == ("Соглашение о мостах", "ru", "markdown")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_encodings(encoding: str) -> None:
    data = "# Мир\n\nСтороны обмениваются данными.".encode(encoding)
    assert texts(one(data, "a.MD")) == ["Мир", "Стороны обмениваются данными."]


def test_no_text() -> None:
    with pytest.raises(EmptyInput):
        read(b"---\ntitle: x\n---\n<!-- x -->\n", name="a.md")


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(st.sampled_from(["# ", "- ", "3. ", "> ", ""]), st.text("абв条 章", min_size=1, max_size=9))
    ).filter(lambda pieces: any(words.strip() for _mark, words in pieces))
)
def test_every_word_comes_once_and_in_order(pieces: list[tuple[str, str]]) -> None:
    source = "\n\n<!-- -->\n\n".join(mark + words.strip() for mark, words in pieces if words.strip())
    found = "".join("".join(one(source.encode(), "a.md").text.split()).split("3."))
    assert found == "".join("".join(words.split()) for _mark, words in pieces)
