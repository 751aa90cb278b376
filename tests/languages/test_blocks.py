from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import language


def labels(code: str, text: str) -> list[str]:
    return [block.label for block in language(code).blocks(text)]


def kinds(code: str, text: str) -> list[str]:
    return [block.kind for block in language(code).blocks(text)]


def texts(code: str, text: str) -> list[str]:
    return [text[block.start : block.end] for block in language(code).blocks(text)]


# One list in three languages: its labels are the same in all.
_SAME = [
    ("article 5", "Статья 5", "Article 5", "第五条"),
    ("article 5", "СТАТЬЯ V. Мир", "ARTICLE V. Peace", "第5条　和平"),
    ("article 12", "Статья 12 Право на воду", "Article 12 Right to Water", "第十二條 用水權"),
    ("article 6.2", "Статья 6.2", "Article 6.2", "第六条之二"),
    ("article 105", "Статья 105: Сроки", "Art. 105 – Terms", "第一百零五条 期限"),
    ("chapter 2", "Глава II", "Chapter II", "第二章"),
    ("chapter 12", "ГЛАВА ХII. Общее", "CHAPTER XII: General", "第十二章 总则"),
    ("section 3", "Раздел III", "Section 3", "第三节"),
    ("part 1", "Часть I", "Part I", "第一部分"),
    ("annex 2", "Приложение 2", "Annex II", "附件二"),
    ("1", "1. Стороны согласны.", "1. The Parties agree.", "1. 双方同意。"),
    ("45", "45. В течение года", "45. During the year", "45. 在这一年"),
    ("2", "2) Стороны согласны.", "(2) The Parties agree.", "（二）双方同意。"),
    ("3", "iii) третье;", "(iii) third;", "㈢ 第三；"),
    ("2", "II. Введение", "II. Introduction", "二、导言"),
    ("5.2", "5.2 Положения", "5.2. Provisions", "5.2 规定"),
    ("1.a", "1.a К 2030 году", "1.a By 2030", "1.a 到2030年"),
    ("4", "④ четвёртое", "④ fourth", "④ 第四"),
    ("", "Стороны согласны.", "The Parties agree.", "双方同意。"),
]


@pytest.mark.parametrize(("label", "ru", "en", "zh"), _SAME)
def test_the_same_label_in_three_languages(label: str, ru: str, en: str, zh: str) -> None:
    assert labels("ru", ru) == labels("en", en) == labels("zh", zh) == [label]


def test_letters_by_their_place_in_the_alphabet() -> None:
    assert labels(
        "ru", "а) да;\nб) нет;\nв) и;\nг) или;\nд) но;\nе) же;\nж) ли;\nз) бы;\nи) во;\nк) со"
    ) == list("abcdefghij")
    assert labels("en", "(a) yes;\n(b) no;\n(c) and") == list("abc")
    assert labels("ru", "a) да;\nb) нет;\nc) и") == list("abc")
    assert labels("zh", "（a）是；\n（b）否；") == list("ab")


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("(g) x;\n(h) x;\n(i) x;\n(j) x", "g h i j"),
        ("(a) x:\n(i) x;\n(ii) x;\n(b) x", "a 1 2 b"),
        ("(h) x:\n(i) x;\n(ii) x", "h 1 2"),
        ("(iv) x;\n(v) x;\n(vi) x", "4 5 6"),
        ("(u) x;\n(v) x;\n(w) x;\n(x) x;\n(y) x", "u v w x y"),
        ("(ix) x;\n(x) x", "9 10"),
        ("A. General\nB. Other\nC. Last", "a b c"),
    ],
)
def test_roman_numbers_or_letters(items: str, expected: str) -> None:
    assert labels("en", items) == expected.split()


def test_latin_letters_typed_as_cyrillic_ones() -> None:
    assert labels("ru", "А. Первое\nВ. Второе\nС. Третье\nD. Четвёртое") == list("abcd")
    assert labels("ru", "А. Первое\nБ. Второе\nВ. Третье\nГ. Четвёртое") == list("abcd")
    assert labels("ru", "а) да;\nb) нет;\nс) и;\nd) или;\nе) но;\nf) же") == list("abcdef")


def test_articles_that_nothing_sets_apart_stand_in_order() -> None:
    assert labels("zh", "第一条国家合作。\n第二条国家报告。\n第七条国家回忆。") == [
        "article 1",
        "article 2",
        "",
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "第八章鼓励区域组织提供协助。"),
        ("ru", "Статья 5 Устава гласит иное."),
        ("ru", "Статья 5 применяется ко всем."),
        ("ru", "5.2 млн человек живут там."),
        ("ru", "В. В. Иванов открыл заседание."),
        ("ru", "А. Иванов открыл заседание."),
        ("ru", "г. Каменный Брод, 18 сентября"),
        ("ru", "16.05.2024 подписан договор."),
        ("ru", "2024. Итоги года подведены."),
        ("en", "Article 5 of the Charter says so."),
        ("en", "Article 5(2) applies."),
        ("en", "3.5 per cent more."),
        ("en", "J. Smith spoke at length."),
        ("en", "Civil) society"),
        ("zh", "第五条规定，各国合作。"),
        ("zh", "第五条第二款适用。"),
        ("zh", "第五条和第六条适用。"),
        ("zh", "1.5亿人口居住在这里。"),
        ("zh", "5.2 万人居住在这里。"),
        ("zh", "一带一路"),
        ("zh", "三个国家签署了文件。"),
    ],
)
def test_running_text_has_no_label(code: str, text: str) -> None:
    assert labels(code, text) == [""]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("ru", "Совместное заявление", "heading"),
        ("ru", "ВСЕОБЩЕЕ СОГЛАШЕНИЕ О ВОДЕ.", "heading"),
        ("ru", "Стороны согласны.", "paragraph"),
        ("ru", "стороны без точки", "paragraph"),
        ("ru", "Стороны решили следующее:", "paragraph"),
        ("ru", "Глава 1", "heading"),
        ("ru", "Статья 1", "article"),
        ("ru", "а) первое;", "item"),
        ("ru", "II. Введение", "heading"),
        ("ru", "II. Стороны согласны.", "item"),
        ("ru", "— первое;", "item"),
        ("en", "• first", "item"),
        ("en", "Joint Statement", "heading"),
        ("en", "12 May", "heading"),
        ("en", "* * *", "paragraph"),
        ("zh", "联合声明", "heading"),
        ("zh", "双方同意。", "paragraph"),
        ("zh", "一、总则", "heading"),
        ("zh", "（一）双方同意；", "item"),
        ("zh", "双方" * 30, "paragraph"),
    ],
)
def test_kinds(code: str, text: str, kind: str) -> None:
    assert kinds(code, text) == [kind]


_PARAGRAPH = {
    "ru": "Стороны договорились продолжить работу на реке и её притоках, включая измерение уровня воды. ",
    "en": "The Parties agreed to continue their work on the river and its tributaries, levels included. ",
    "zh": "双方商定继续在河流及其支流上开展共同工作，包括测量水位和流量，并定期交换所得数据。",
}


@pytest.mark.parametrize("code", _PARAGRAPH)
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_one_paragraph_a_line(code: str, blank: str) -> None:
    paragraphs = [(_PARAGRAPH[code] * count).strip() for count in (1, 3, 2, 5)]
    assert texts(code, blank.join(paragraphs)) == paragraphs


@pytest.mark.parametrize(("code", "width"), [("ru", 72), ("en", 72), ("en", 60), ("zh", 36), ("zh", 20)])
def test_broken_lines_are_joined(code: str, width: int) -> None:
    paragraphs = [textwrap.fill((_PARAGRAPH[code] * count).strip(), width) for count in (1, 3, 2, 5)]
    assert texts(code, "\n\n".join(paragraphs)) == paragraphs


def test_headings_and_items_part_broken_lines() -> None:
    body = textwrap.fill((_PARAGRAPH["en"] * 3).strip(), 72)
    text = f"Chapter I\n{body}\n1. {body}\n2. {body}\n(a) {body}"
    assert labels("en", text) == ["chapter 1", "", "1", "2", "a"]
    indented = f"  {body}\n  {body}"
    assert len(texts("en", indented)) == 2


def test_short_lines_stay_apart() -> None:
    assert texts("ru", "Река Тилена\nОзеро Светлое\nГород Каменный Брод") == [
        "Река Тилена",
        "Озеро Светлое",
        "Город Каменный Брод",
    ]


def test_a_charter() -> None:
    text = (
        "УСТАВ\n\nГлава I\nЦели\n\nСтатья 1\n1. Стороны:\nа) помогают;\nб) сообщают.\n2. Иное.\n\n"
        "Статья 2. Сроки\nТекст."
    )
    assert labels("ru", text) == ["", "chapter 1", "", "article 1", "1", "a", "b", "2", "article 2", ""]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\u3000\n"])
def test_nothing_has_no_blocks(text: str) -> None:
    assert language("en").blocks(text) == []


_PIECES = st.sampled_from(
    [
        "Статья 5",
        "а)",
        "(i) ",
        "1. ",
        "第五条",
        "слово ",
        "Text ",
        "中文",
        "\n",
        "\n\n",
        " ",
        "\u3000",
        "。",
        ".",
        "- ",
        "①",
        "длинная строка " * 6,
    ]
)


@given(
    st.one_of(st.lists(_PIECES, max_size=30).map("".join), st.text(max_size=60)),
    st.sampled_from(["ru", "en", "zh", "ar"]),
)
def test_blocks_hold_all_and_only_the_text(text: str, code: str) -> None:
    covered: set[int] = set()
    end = 0
    for block in language(code).blocks(text):
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        covered.update(range(block.start, block.end))
        end = block.end
    assert all(i in covered for i, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize("unit", ["слово ", "а) да\n", "(i) ", "\n \n", "1.", "слово слово\n", "1.1"])
def test_time_is_linear(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    language("ru").blocks(text)
    assert time.process_time() - started < 4
