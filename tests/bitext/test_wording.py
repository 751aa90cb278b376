from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.bitext.wording import wording
from tests.bitext.material import LANGUAGES, units


@pytest.mark.parametrize(
    ("given_", "code", "seen"),
    [
        ("Стороны договорились о нижеследующем:", "ru", "Стороны договорились о нижеследующем."),
        ("«Чернила и бумага» — выставка", "ru", '"Чернила и бумага" - выставка.'),
        ("16–18 сентября", "ru", "16-18 сентября."),
        ("They are aware,", "en", "They are aware."),
        ("“Ink and Paper”", "en", '"Ink and Paper.'),
        ("<<Ink>> and paper?!", "en", '"Ink" and paper.'),
        ("双方认为，这一点很重要。", "zh", "双方认为, 这一点很重要."),
        ("用于“墨与纸”展览；", "zh", '用于"墨与纸"展览.'),
        ("雙方將於2025年互換4800份許可證", "zh", "双方将于 2025 年互换 4800 份许可证."),
        ("《法律》（修订）", "zh", '"法律" (修订).'),
        ("WTO成员、观察员", "zh", "WTO 成员, 观察员."),
    ],
)
def test_marks_are_made_alike(given_: str, code: str, seen: str) -> None:
    found = wording(given_, code)
    assert " ".join(found.split()) == seen


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["", "…", "。", " . ", "?!"])
def test_a_text_without_words_stays_as_it_is(text: str, code: str) -> None:
    assert not any(c.isalnum() for c in wording(text, code))
    assert len(wording(text, code)) <= len(text) + 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_only_marks_change(code: str) -> None:
    for unit in units(code):
        assert [c for c in wording(unit, code) if c.isalnum()] == [c for c in unit if c.isalnum()]


def test_characters_of_other_languages_are_left_alone() -> None:
    assert wording("國際法、國內法。", "ja") == "國際法、國內法."
    assert "國" not in wording("國際法、國內法", "zh")


@given(st.text(max_size=40), st.sampled_from([*LANGUAGES, "kk", "ar"]))
def test_any_text_has_a_wording(text: str, code: str) -> None:
    assert wording(text, code).strip() or not text.strip()


@given(st.text("АБв «»—,.;:!?", max_size=30))
def test_the_wording_of_a_wording_is_itself(text: str) -> None:
    once = wording(text, "ru")
    assert wording(once, "ru") == once
