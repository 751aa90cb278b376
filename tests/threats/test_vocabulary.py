from __future__ import annotations

import re

import pytest

from dragoman.threats import CUES, DIMENSIONS, OTHER, STRENGTHS, TOPICS
from dragoman.threats.vocabulary import known, vocabulary

# What a state, a nation or a leader would be called; none may be a topic, or be in the pattern of one.
PROPER = re.compile(r"[A-ZА-ЯЁ]|美国|俄罗斯|中国(?!威胁)|usa|soviet|russia|china|india|pakistan|iran")


def test_the_three_languages_have_one() -> None:
    assert known() == ("en", "ru", "zh")
    assert vocabulary("fr") is None


@pytest.mark.parametrize("code", known())
def test_every_language_has_every_topic_and_cue(code: str) -> None:
    words = vocabulary(code)
    assert words is not None
    assert [name for name, _pattern in words.topics] == [name for name in TOPICS if name != OTHER]
    cues = {rule.cue for rule in words.rules}
    # Chinese says «the X threat» as it says «the threat of X».
    assert cues == set(CUES) - ({"threat-kind"} if code == "zh" else set())
    for rule in words.rules:
        assert (rule.side == "within") == ("x" in rule.pattern.groupindex)


@pytest.mark.parametrize("code", known())
def test_no_state_is_a_topic(code: str) -> None:
    words = vocabulary(code)
    assert words is not None
    for name, pattern in words.topics:
        assert PROPER.search(pattern.pattern) is None, name


def test_every_topic_has_a_dimension_and_every_dimension_a_topic() -> None:
    assert {topic.dimension for topic in TOPICS.values()} == set(DIMENSIONS)
    assert all(name == topic.name for name, topic in TOPICS.items())
    titles = [topic.title for topic in TOPICS.values()]
    assert len(set(titles)) == len(titles)
    assert [cue.strength for cue in CUES.values()] == sorted(
        (cue.strength for cue in CUES.values()), key=list(STRENGTHS).index
    )
