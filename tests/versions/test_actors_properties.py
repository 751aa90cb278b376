from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext.encoder import encoder
from dragoman.versions.actors import clues
from dragoman.versions.actors.hearing import alike, heard_in
from dragoman.versions.actors.lexicon import lexicon
from dragoman.versions.actors.positions import position
from dragoman.versions.model import Clue
from dragoman.versions.side import Setting
from tests.versions import test_actors_names as named
from tests.versions import test_actors_subjects as subjects
from tests.versions.acting import acting, passage

SENTENCES = [*named.SAME, *subjects.SAME]
one_sentence = st.integers(0, len(SENTENCES) - 1)
language = st.sampled_from(("en", "ru", "zh"))


def _heard(found: Sequence[Clue]) -> list[tuple[object, ...]]:
    rounded = [{name: round(value, 4) for name, value in one.features.items()} for one in found]
    return [
        (one.kind, one.left, one.right, sorted(told.items()))
        for one, told in zip(found, rounded, strict=True)
    ]


@settings(deadline=None, max_examples=60)
@given(st.lists(one_sentence, min_size=1, max_size=4), language)
def test_a_text_against_itself_gives_nothing(numbers: list[int], code: str) -> None:
    pairs = [(SENTENCES[number][code], SENTENCES[number][code]) for number in numbers]
    assert not acting(pairs, (code, code), encoder())


@settings(deadline=None, max_examples=80)
@given(one_sentence, one_sentence, language, language)
def test_changing_sides_mirrors_the_clues(left: int, right: int, one: str, other: str) -> None:
    texts = SENTENCES[left][one], SENTENCES[right][other]
    there = acting([texts], (one, other), encoder())
    back = acting([texts[::-1]], (other, one), encoder())
    mirrored = [(kind, right, left, features) for kind, left, right, features in _heard(back)]
    assert sorted(map(repr, _heard(there))) == sorted(map(repr, mirrored))


@settings(deadline=None, max_examples=80)
@given(one_sentence, one_sentence, language, language)
def test_places_are_the_words_quoted(left: int, right: int, one: str, other: str) -> None:
    texts = {"left": SENTENCES[left][one], "right": SENTENCES[right][other]}
    for clue in acting([(texts["left"], texts["right"])], (one, other)):
        assert clue.left or clue.right
        for side, places in (("left", clue.left), ("right", clue.right)):
            assert [texts[side][slice(*place)] for place in places] == [
                word for name, word in clue.reason.words.items() if name == side
            ]
        assert len(clue.features) <= 25
        assert all(abs(value) < 10 for value in clue.features.values())


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60), st.text(max_size=60), language, language)
def test_any_text_can_be_compared(left: str, right: str, one: str, other: str) -> None:
    if left and right:
        acting([(left, right)], (one, other))


def test_clues_are_numbered_by_passage() -> None:
    pairs = [("Kenya sings.", "Кения поет."), ("Kenya sings.", "Замбия поет.")]
    assert {clue.passage for clue in acting(pairs, ("en", "ru"))} == {1}


def test_other_languages_give_nothing() -> None:
    assert not list(
        clues([passage("Kenya sings.", "Le Pérou chante.", ("en", "fr"))], Setting(("en", "fr"), None))
    )


def test_without_an_encoder_contents_count_nothing() -> None:
    found = acting([("The court sings.", "Женщины поют.")], ("en", "ru"))
    assert found
    assert not any("likeness" in clue.features for clue in found)


def test_every_entry_is_found_by_each_of_its_languages_first_forms() -> None:
    for english, russian, chinese in (
        ("Côte d'Ivoire", "Кот-д'Ивуар", "科特迪瓦"),
        ("the Republic of Moldova", "Республики Молдова", "摩尔多瓦共和国"),
        ("Guinea-Bissau", "Гвинеи-Бисау", "几内亚比绍"),
        ("South Sudan", "Южном Судане", "南苏丹"),
        ("the Shanghai Cooperation Organisation", "Шанхайской организации сотрудничества", "上海合作组织"),
        ("SCO", "ШОС", "上合组织"),
        ("BRICS", "БРИКС", "金砖国家"),
        ("EAEU", "ЕАЭС", "欧亚经济联盟"),
        ("IAEA", "МАГАТЭ", "國際原子能機構"),
    ):
        found = [
            lexicon().find(passage(text, text, (code, code)).left)[0].names
            for text, code in ((english, "en"), (russian, "ru"), (chinese, "zh"))
        ]
        assert found[0]
        assert found[0] == found[1] == found[2]


@pytest.mark.parametrize(
    ("text", "code", "actor", "wanted"),
    [
        ("The Committee shall meet.", "en", "Committee", "subject"),
        ("It asks the Committee to meet.", "en", "Committee", "addressee"),
        ("the map of the new Committee and its hall", "en", "Committee", "elsewhere"),
        ("It was adopted by the Committee.", "en", "Committee", "subject"),
        ("Комитет заседает.", "ru", "Комитет", "subject"),
        ("Она просит Комитет собраться.", "ru", "Комитет", "addressee"),
        ("Это карта Комитета.", "ru", "Комитета", "elsewhere"),
        ("委员会应开会。", "zh", "委员会", "subject"),
        ("大家请委员会开会。", "zh", "委员会", "addressee"),
        ("这是新成立的第一个委员会的地图。", "zh", "委员会", "elsewhere"),
    ],
)
def test_positions(text: str, code: str, actor: str, wanted: str) -> None:
    side = passage(text, text, (code, code)).left
    start = text.index(actor)
    assert position(side, start, start + len(actor)) == wanted


def test_names_sound_alike_across_scripts() -> None:
    for one, same, other in (
        ("Lindqvist", "Линдквист", "Петренко"),
        ("Castellano", "卡斯特利亚诺", "霍夫曼"),
        ("Накамура", "Nakamura", "Ferreira"),
        ("Дублин", "都柏林", "马德里"),
    ):
        assert alike(one, same) > 0.6 > alike(one, other)
    assert heard_in("Kismaayo", "在基斯马尤") > 0.8


@given(st.text(alphabet="abcdeghiklmnoprstuvzабвгдежзиклмноп", max_size=12), st.text(max_size=12))
def test_likeness_of_sound_is_a_share_and_mutual(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == pytest.approx(alike(other, one))
    assert alike(one, one) in (0, 1)
