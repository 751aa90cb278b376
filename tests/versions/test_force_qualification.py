from __future__ import annotations

import pytest

from tests.versions.binding import found, told

EN, RU, ZH = "The towns share their maps", "Города обмениваются картами", "各镇交换地图"

# A phrase, in each language, by the class that all three belong to.
PHRASES = [
    ("as far as possible", "по возможности", "尽可能"),
    ("as appropriate", "в соответствующих случаях", "酌情"),
    ("if necessary", "в случае необходимости", "必要时"),
    ("upon request", "по запросу", "应请求"),
    ("on a voluntary basis", "на добровольной основе", "在自愿基础上"),
    ("by mutual agreement", "по взаимному согласию", "经双方协商"),
    (
        "in accordance with their national law",
        "в соответствии с национальным законодательством",
        "按照本国法律",
    ),
    ("in accordance with international law", "в соответствии с международным правом", "根据国际法"),
    ("without prejudice to other rules", "без ущерба для других правил", "在不影响其他规则的情况下"),
    ("within their capabilities", "в пределах своих возможностей", "在其能力范围内"),
    ("unless otherwise agreed", "если не согласовано иное", "除非另有约定"),
    ("only", "только", "仅"),
    ("at least", "по крайней мере", "至少"),
    ("in particular", "в частности", "特别是"),
    ("as soon as possible", "как можно скорее", "尽快"),
    ("without delay", "безотлагательно", "毫不拖延地"),
    ("gradually", "постепенно", "逐步"),
    ("in principle", "в принципе", "原则上"),
    ("in good faith", "добросовестно", "真诚地"),
    ("strictly", "строго", "严格"),
]


@pytest.mark.parametrize("phrases", PHRASES)
def test_a_phrase_on_one_side_alone_is_found(phrases: tuple[str, str, str]) -> None:
    english, russian, chinese = phrases
    for left, right in (
        (f"{EN} {english}.", f"{RU}."),
        (f"{EN}.", f"{RU} {russian}."),
        (f"{RU} {russian}.", f"{ZH}。"),
        (f"{EN}.", f"{chinese}{ZH}。"),
    ):
        assert any("" in pair for pair in told(left, right, "qualification")), (left, right)


@pytest.mark.parametrize("phrases", PHRASES)
def test_a_phrase_of_the_same_class_answers(phrases: tuple[str, str, str]) -> None:
    english, russian, chinese = phrases
    for left, right in (
        (f"{EN} {english}.", f"{RU} {russian}."),
        (f"{RU} {russian}.", f"{chinese}{ZH}。"),
        (f"{chinese}{ZH}。", f"{EN} {english}."),
    ):
        assert found(left, right, "qualification") == [], (left, right)


def test_translators_trade_some_classes() -> None:
    assert found(f"{EN} as appropriate.", f"{RU} при необходимости.", "qualification") == []


def test_the_place_is_the_phrase() -> None:
    assert told(f"{EN} as soon as possible.", f"{RU}.", "qualification") == [("as soon as possible", "")]


def test_a_missing_phrase_shows_in_the_lengths() -> None:
    (clue,) = found(f"{EN} in accordance with their national law.", f"{RU}.", "qualification")
    assert clue.features["gap"] > 0.0
    assert clue.features["law"] == 1.0
