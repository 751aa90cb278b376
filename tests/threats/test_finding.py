from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.threats import CUES, OTHER, STANCES, TOPICS, Mention, mentions
from dragoman.threats.finding import _LONGEST
from tests.threats.topics import NAMED

LANGUAGES = ("en", "ru", "zh")
FRAMES = {
    "en": "{} poses a threat to the villages.",
    "ru": "{} представляет угрозу для посёлков.",
    "zh": "{}对各村构成威胁。",
}


def named(text: str, code: str) -> list[tuple[str, str, str, str]]:
    """What is named, with its topic, cue and stance."""
    found = mentions(text, code)
    return [(text[one.start : one.end], one.topic, one.cue, one.stance) for one in found]


def briefly(text: str, code: str) -> dict[str, str]:
    """What is named, and its topic."""
    return {words: topic for words, topic, _cue, _stance in named(text, code)}


def test_every_topic_has_an_example() -> None:
    assert set(NAMED) == set(TOPICS) - {OTHER}


@pytest.mark.parametrize("topic", NAMED)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_topic_is_told_in_every_language(code: str, topic: str) -> None:
    sentence = FRAMES[code].format(NAMED[topic][LANGUAGES.index(code)])
    found = named(sentence, code)
    assert [(its, cue, stance) for _words, its, cue, stance in found] == [(topic, "poses", "asserted")], found


@pytest.mark.parametrize(
    ("code", "sentence", "cue"),
    [
        ("en", "Floods threaten the lower town.", "threatens"),
        ("en", "We live under the threat of floods.", "threat-of"),
        ("en", "There are threats such as floods and droughts.", "threat-list"),
        ("en", "The terrorist threat is gone.", "threat-kind"),
        ("en", "Both towns join in the fight against poaching.", "against"),
        ("en", "The dam is to prevent floods.", "prevent"),
        ("en", "There are challenges such as floods.", "challenge"),
        ("en", "The council condemns poaching.", "condemn"),
        ("en", "The council is concerned about floods.", "concern"),
        ("ru", "Паводки угрожают нижнему городу.", "threatens"),
        ("ru", "Угроза паводков растёт.", "threat-of"),
        ("ru", "Есть угрозы, такие как паводки и засухи.", "threat-list"),
        ("ru", "Террористическая угроза миновала.", "threat-kind"),
        ("ru", "Главную угрозу городу представляют паводки.", "poses"),
        ("ru", "Города вместе ведут борьбу с браконьерством.", "against"),
        ("ru", "Плотина нужна для предотвращения паводков.", "prevent"),
        ("ru", "Есть проблемы, такие как паводки.", "challenge"),
        ("ru", "Совет осуждает браконьерство.", "condemn"),
        ("ru", "Совет обеспокоен паводками.", "concern"),
        ("zh", "洪水威胁着下游城镇。", "threatens"),
        ("zh", "我们面临洪水的威胁。", "poses"),
        ("zh", "防范洪水、干旱等威胁。", "threat-list"),
        ("zh", "两城共同打击偷猎。", "against"),
        ("zh", "修建大坝是为了防止洪水。", "prevent"),
        ("zh", "应对洪水等挑战。", "challenge"),
        ("zh", "议会谴责偷猎行为。", "condemn"),
        ("zh", "洪水再度发生，令人担忧。", "concern"),
    ],
)
def test_every_cue_is_told(code: str, sentence: str, cue: str) -> None:
    assert cue in {found for _words, _topic, found, _stance in named(sentence, code)}


@pytest.mark.parametrize(
    ("code", "sentence", "expected"),
    [
        (
            "en",
            "We fight terrorism, drug trafficking and unheard-of mischief.",
            {"terrorism": "terrorism", "drug trafficking": "drugs"},
        ),
        ("en", "Cyber attacks on banks and ports threaten trade.", {"Cyber attacks": "cyber"}),
        ("en", "Floods, which come every spring, threaten the town.", {"Floods": "disasters"}),
        ("en", "Desertification has slowed but still threatens the south.", {"Desertification": "land"}),
        ("en", "They agreed on nuclear disarmament and the prevention of war.", {"war": "war"}),
        (
            "ru",
            "Борьба с терроризмом, наркотрафиком и коррупцией продолжается.",
            {"терроризмом": "terrorism", "наркотрафиком": "drugs", "коррупцией": "corruption"},
        ),
        ("ru", "Кибератаки на банки и порты угрожают торговле.", {"Кибератаки": "cyber"}),
        (
            "zh",
            "共同打击恐怖主义、毒品走私和跨境犯罪。",
            {"恐怖主义": "terrorism", "毒品走私": "drugs", "跨境犯罪": "crime"},
        ),
        ("zh", "共同打擊恐怖主義、毒品走私。", {"恐怖主義": "terrorism", "毒品走私": "drugs"}),
    ],
)
def test_lists_and_asides(code: str, sentence: str, expected: dict[str, str]) -> None:
    assert briefly(sentence, code) == expected


@pytest.mark.parametrize(
    ("code", "sentence", "words"),
    [
        ("en", "Rabbits pose a grave threat to the cabbage.", "Rabbits"),
        ("ru", "Кролики представляют угрозу для капусты.", "Кролики"),
        ("zh", "兔子对白菜构成威胁。", "兔子"),
    ],
)
def test_what_the_lexicon_does_not_know_keeps_its_own_words(code: str, sentence: str, words: str) -> None:
    assert briefly(sentence, code) == {words: OTHER}


@pytest.mark.parametrize(
    ("code", "sentence", "stance"),
    [
        ("en", "Migration is not a threat to our towns.", "denied"),
        ("en", "Migration no longer poses a threat to our towns.", "denied"),
        ("en", "Migration not only poses a threat to our towns.", "asserted"),
        ("en", "They spoke of the so-called threat of migration.", "reported"),
        ("en", "Some claim that migration poses a threat to our towns.", "reported"),
        ("ru", "Миграция не представляет угрозы для городов.", "denied"),
        ("ru", "Говорят о так называемой угрозе миграции.", "reported"),
        ("zh", "移民并不对城镇构成威胁。", "denied"),
        ("zh", "所谓移民的威胁并不存在。", "reported"),
    ],
)
def test_denials_and_reports_are_marked(code: str, sentence: str, stance: str) -> None:
    found = named(sentence, code)
    assert [(topic, its) for _words, topic, _cue, its in found] == [("migration", stance)], found


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "The river is wide and the bridge is new."),
        ("en", "We shall not forget this threat."),
        ("en", "The cooperation of both towns goes on."),
        ("ru", "Безопасность граждан обеспечена."),
        ("ru", "Это угроза."),
        ("zh", "两国签署了协定。"),
        ("zh", "这是一个威胁。"),
        ("en", ""),
        ("fr", "Le terrorisme est une menace pour la paix."),
        ("xx", "terrorism is a threat to peace"),
    ],
)
def test_where_nothing_is_named(code: str, sentence: str) -> None:
    assert mentions(sentence, code) == ()


def test_one_thing_is_named_once() -> None:
    found = named("We combat the threat of terrorism and fight against terrorism.", "en")
    assert [(topic, cue) for _words, topic, cue, _stance in found] == [
        ("terrorism", "threat-of"),
        ("terrorism", "against"),
    ]


WORDS = [
    "threat", "of", "the", "terrorism", "poses", "a", ",", "and", "to", "peace", "fight", "against", "not",
    "угроза", "терроризма", "представляет", "борьба", "с", "не", "и", "миру", "является", "угрозой",
    "威胁", "恐怖主义", "打击", "和", "、", "对", "构成", "等", "。", "防止", "\ud800", "\n", "ß", "İ",
]  # fmt: skip


def sound(text: str, found: tuple[Mention, ...]) -> None:
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert 0 <= one.cue_start < one.cue_end <= len(text)
        assert text[one.start : one.end].strip()
        assert one.cue in CUES
        assert one.topic in TOPICS
        assert one.stance in STANCES
    assert list(found) == sorted(found, key=lambda it: (it.start, it.end, it.topic))
    assert len({(one.start, one.end, one.topic) for one in found}) == len(found)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(LANGUAGES), st.sampled_from([" ", ""]))
@settings(max_examples=300, deadline=None)
@example(["threat"] * 2_000, "en", " ")
@example(["威胁"] * 2_000, "zh", "")
def test_what_is_found_lies_in_the_sentence(words: list[str], code: str, between: str) -> None:
    text = between.join(words)
    sound(text, mentions(text, code))


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_any_text_has_an_answer(text: str, code: str) -> None:
    sound(text, mentions(text, code))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_without_end_is_read_to_a_limit(code: str) -> None:
    text = (FRAMES[code].format(NAMED["terrorism"][LANGUAGES.index(code)]) + " ") * 5_000
    found = mentions(text, code)
    assert found
    assert max(one.end for one in found) <= _LONGEST
