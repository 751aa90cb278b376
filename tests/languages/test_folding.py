from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import language
from dragoman.languages.folding import fold, fold_characters
from dragoman.languages.simplified import simplified


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Street  42\n", "street 42"),
        ("«цитата» “quote” „Zitat“ 「引」 << ООН >>", '"цитата" "quote" "zitat" "引" " оон "'),
        ("l’été", "l'été"),
        ("а — б – в -- г − д", "а - б - в - г - д"),
        ("ＡＢＣ１２３，％", "abc123,%"),
        ("ｱｲ。", "アイ。"),
        ("a\u3000b\u00a0c\u202fd", "a b c d"),
        ("wait... ……", "wait… …"),
        ("می\u200cخواهم", "میخواهم"),
        ("\u200eleft\u200f", "left"),
        ("İstanbul", "istanbul"),
        ("ΟΔΟΣ", "οδος"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).replace("ς", "σ") == folded.replace("ς", "σ")


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("ru", "Ещё ёлка", "еще елка"),
        ("ru", "догово\u0301р", "договор"),
        ("zh", "聯合國安全理事會", "联合国安全理事会"),
        ("zh", "發展與乾淨", "发展与干净"),
        ("zh", "ＷＴＯ「條款」", 'wto"条款"'),
        ("en", "The Parties’ “view”", 'the parties\' "view"'),
    ],
)
def test_languages_fold_spellings_to_one(code: str, one: str, other: str) -> None:
    assert language(code).fold(one) == language(code).fold(other) == other


def test_letters_that_differ_stay_apart() -> None:
    assert language("be").fold("ё") != language("be").fold("е")
    assert language("ru").fold("й") != language("ru").fold("и")
    assert language("en").fold("cafe") != language("en").fold("café")


def test_words_decide_about_characters() -> None:
    assert simplified("乾坤與乾淨") == "乾坤与干净"


@given(st.text())
def test_one_character_for_each(text: str) -> None:
    assert len(fold_characters(text)) == len(text)
    assert len(simplified(text)) == len(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF)))
def test_chinese_keeps_its_length(text: str) -> None:
    assert len(language("zh").fold(text)) == len(text)


@given(st.text(), st.sampled_from(["ru", "zh", "en", "ar"]))
def test_folding_twice_changes_nothing(text: str, code: str) -> None:
    folded = language(code).fold(text)
    assert language(code).fold(folded) == folded
