"""Chinese characters as they sound, and words in letters as syllables."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.transcription.palladius import palladius
from dragoman.languages.transcription.palladius_table import SYLLABLES
from dragoman.languages.transcription.sounds import sounds, syllables_of
from dragoman.languages.transcription.syllables import joined


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("银行", "yin hang"),
        ("行动", "xing dong"),
        ("重申", "chong shen"),
        ("重要", "zhong yao"),
        ("长期", "chang qi"),
        ("增长", "zeng zhang"),
        ("战略", "zhan lüe"),
        ("上海合作组织", "shang hai he zuo zu zhi"),
        ("世界银行行长", "shi jie yin hang hang zhang"),
        ("A国", "A guo"),
    ],
)
def test_sounds_of_words(word: str, expected: str) -> None:
    assert " ".join(sounds(word)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Shanghai", ["shang hai"]),
        ("Xī'ān", ["xi an"]),
        ("xian", ["xian"]),
        ("lǜ4", ["lü"]),
        ("Шанхай", ["shang hai"]),
        ("Тяньаньмэнь", ["tian an men"]),
        ("Чанъань", ["chang an"]),
        ("Пекин", ["bei jing"]),
        ("wanr", ["wan er"]),
        ("strategy", []),
        ("сотрудничество", []),
        ("水", []),
        ("", []),
    ],
)
def test_words_as_syllables(word: str, expected: list[str]) -> None:
    found = [" ".join(way[0] for way in each) for each in syllables_of(word)]
    assert found[: max(1, len(expected))] == expected


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=4))
def test_what_is_transcribed_is_read_back(syllables: list[str]) -> None:
    """Some syllables share a transcription: the one that was meant is among those found."""
    russian = palladius(joined(syllables))
    if len(syllables) <= 2 and russian.isalpha():
        ways = [way for way in syllables_of(russian) if len(way) == len(syllables)]
        assert any(all(map(operator.contains, way, syllables)) for way in ways)
