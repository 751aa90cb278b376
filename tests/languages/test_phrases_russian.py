from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.languages import language
from tests.languages.phrasing import keys, kinds, phrases


def test_nested_phrases_of_a_term_with_a_preposition() -> None:
    assert keys("ru", "Речь идёт об официальной помощи в целях развития.") >= {
        "помощь",
        "официальный помощь",
        "помощь в цель развитие",
        "официальный помощь в цель развитие",
        "цель развитие",
        "развитие",
    }


@pytest.mark.parametrize("barred", ["цель", "помощь в цель", "официальный помощь в цель"])
def test_a_link_ends_no_phrase(barred: str) -> None:
    assert barred not in keys("ru", "Речь идёт об официальной помощи в целях развития.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Стороны усилили борьбу с терроризмом.", "борьба с терроризм"),
        ("Необходимо содействие развитию торговли.", "содействие развитие торговля"),
        ("Осуждена торговля людьми.", "торговля человек"),
        ("Расширено сотрудничество в области образования.", "сотрудничество в область образование"),
        (
            "Заключён договор о нераспространении ядерного оружия.",
            "договор о нераспространение ядерный оружие",
        ),
        ("Создан совет по торговле и развитию.", "совет по торговля и развитие"),
        ("Он занимается историей науки и техники.", "наука и техника"),
        ("Обсуждалось экономическое и социальное развитие.", "экономический и социальный развитие"),
        (
            "Речь шла об экономических, социальных и культурных правах.",
            "экономический социальный и культурный право",
        ),
        ("Приняты наименее развитые страны.", "наименее развитый страна"),
        ("Права внутренне перемещенных лиц защищены.", "внутренне переместить лицо"),
        ("Помощь получили лица, ищущие убежище.", "лицо искать убежище"),
        ("Созданы зоны, свободные от ядерного оружия.", "зона свободный от ядерный оружие"),
        ("Отмечено вступление в силу договора.", "вступление в сила договор"),
        ("Обеспечены права учащихся.", "учиться"),
        ("Участвовали государства — члены и государства-участники.", "государство-участник"),
    ],
)
def test_finds(text: str, expected: str) -> None:
    found = keys("ru", text)
    assert expected in found, sorted(found)


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("Это было сделано в соответствии с уставом.", "соответствие"),
        ("Таким образом, в рамках программы приняты меры.", "рамка"),
        ("Эти меры приняты тремя странами.", "три страна"),
        ("Эти меры приняты нами.", "этот мера"),
        ("Стороны и другие страны обсудили торговлю.", "другой страна"),
        ("Комитет одобрил план. Работа завершена.", "план работа"),
    ],
)
def test_leaves_out(text: str, barred: str) -> None:
    assert barred not in keys("ru", text)


def test_names_are_whole() -> None:
    found = kinds(
        "ru", "Доклад Шанхайской организации сотрудничества (ШОС) и Совета Безопасности в Казахстане."
    )
    assert found["Шанхайской организации сотрудничества"] == "name"
    assert found["Совета Безопасности"] == "name"
    assert found["ШОС"] == "name"
    assert found["Казахстане"] == "name"
    assert found["организации"] == "word"


def test_a_capital_at_the_beginning_tells_nothing() -> None:
    assert kinds("ru", "Устойчивое развитие важно.")["Устойчивое развитие"] == "phrase"
    assert kinds("ru", "12. Устойчивое развитие важно.")["Устойчивое развитие"] == "phrase"
    assert kinds("ru", "Организация Объединенных Наций.")["Организация Объединенных Наций"] == "name"


def test_names_in_quotation_marks() -> None:
    found = kinds("ru", "Стороны поддержали новую инициативу «Один пояс, один путь».")
    assert found["Один пояс, один путь"] == "name"
    assert found["инициативу «Один пояс, один путь»"] == "name"
    russian = language("ru")
    text = "инициативу «Один пояс, один путь»"
    assert russian.canonical(text) == "инициатива «Один пояс, один путь»"


def test_a_heading_in_capitals_is_no_name() -> None:
    assert set(kinds("ru", "ДЕВЯТАЯ СЕССИЯ АССАМБЛЕИ").values()) == {"phrase", "word"}


@pytest.mark.parametrize(("text", "found"), [("Босния и Герцеговина", True), ("Китаю и странам", False)])
def test_proper_names_are_joined_with_one_another_only(text: str, found: bool) -> None:
    assert any("и" in key.split() for key in keys("ru", f"Помощь оказали {text}.")) is found


def test_features_are_those_of_the_sentence() -> None:
    word = language("ru").words("Они живут в мире.")[3]
    assert "Case=Loc" in word.features.split("|")
    assert language("en").words("peace")[0].features == ""


_RUSSIAN = ["борьба ", "с ", "терроризмом ", "Совета ", "и ", "не ", "в ", "целях ", "лиц", "ищущих "]
_OTHERS = ["human ", "of ", "the ", "adopted ", "国家", "的", "发展", "“一带”", "《", "》", "和", "组织"]
_PIECES = st.sampled_from([*"аи .,-«»(1Ё", *_RUSSIAN, *_OTHERS])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=30), st.sampled_from(["ru", "en", "zh"])
)
def test_phrases_are_stretches_of_whole_words(text: str, code: str) -> None:
    words = language(code).words(text)
    places = [(phrase.start, phrase.end) for phrase in phrases(code, text)]
    assert places == sorted(set(places))
    for phrase in phrases(code, text):
        inside = [word for word in words if phrase.start <= word.start < phrase.end]
        assert 1 <= len(inside) == phrase.words <= 8
        assert inside[-1].end <= phrase.end <= len(text)
        assert phrase.key
        assert phrase.kind != "phrase" or phrase.words > 1
    assert isinstance(language(code).canonical(text), str)


def test_other_languages_have_none() -> None:
    assert phrases("de", "Die Zusammenarbeit der Staaten.") == []
    assert language("de").canonical(" der Staaten ") == "der Staaten"
