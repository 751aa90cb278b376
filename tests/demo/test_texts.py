"""The demo's texts are what docs/demo.md says of them, and the aligner finds what is hidden in them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from dragoman.bitext.score import score
from dragoman.demo import story
from dragoman.languages import detect, language
from dragoman.languages.simplified import simplified
from tests.conftest import ROOT
from tests.demo.texts import NAMES, PAGE, TEXTS, aligned, reading, sentences

GOLD = ROOT / "tests" / "fixtures" / "demo"

# The documents that hold differences between the languages; the others are in test_years.py.
CLOSE = [name for name in NAMES if name.startswith(("statement.", "protocol."))]
SENTENCES = {"statement": range(70, 96), "protocol": range(25, 36)}
PAIRS = [
    ("statement", "ru", "zh"),
    ("statement", "ru", "en"),
    ("statement", "en", "zh"),
    ("protocol", "ru", "zh"),
]
SCRIPTS = {"ru": "CYRILLIC", "zh": "CJK UNIFIED IDEOGRAPH-", "en": "LATIN"}
# What the typography of each language has no place for; «», “” and full-width signs stand instead.
FOREIGN_SIGNS = {"ru": "\"'“”‘’`", "zh": "\"'«»,;:?!()[]", "en": "\"'«»`"}

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]


def lines(document: str, code: str) -> list[str]:
    """The sentences of a text as the gold beads count them."""
    return (GOLD / f"{document}.{code}.lines").read_text(encoding="utf-8").splitlines()


def gold(document: str, source: str, target: str) -> Beads:
    """Which sentences belong together, as a person sees it."""
    written = (GOLD / f"{document}.{source}-{target}.beads").read_text(encoding="utf-8")
    sides = [line.split(":") for line in written.splitlines()]
    return [(_indices(left), _indices(right)) for left, right in sides]


def _indices(written: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", written))


def known(document: str, code: str, words: str) -> int:
    """The number of the one sentence that holds these words."""
    (found,) = (i for i, line in enumerate(lines(document, code)) if words in line)
    return found


def test_the_texts_are_those_of_the_story() -> None:
    pieces = (*story.BEFORE, story.STATEMENT, story.PROTOCOL)
    assert sorted(name for piece in pieces for name in piece.texts) == NAMES
    for piece in pieces:
        assert [file.source for file in piece.files()] == [
            (TEXTS / name).read_bytes() for name in piece.texts
        ]
        assert piece.about.invented
        assert piece.about.source == "Written for Dragoman"
        assert piece.about.licence == "Apache-2.0"


@pytest.mark.parametrize("name", CLOSE)
def test_a_text_is_cut_into_the_sentences_that_the_gold_counts(name: str) -> None:
    document, code, _ = name.split(".")
    assert [sentence.text for sentence in sentences(document, code)] == lines(document, code)
    assert len(lines(document, code)) in SENTENCES[document]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_says_first_that_it_is_invented(name: str) -> None:
    document, code, _ = name.split(".")
    wanted = {"ru": "Вымышленный документ", "zh": "本文件纯属虚构", "en": "An invented document"}
    assert simplified(sentences(document, code)[0].text).startswith(wanted[code])


@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_in_its_language_and_in_no_other_script(name: str) -> None:
    code = name.split(".")[1]
    text = reading(name).text
    assert detect(text) == [(code, 1.0)]
    letters = {c for c in text if c.isalpha()}
    assert {c for c in letters if not unicodedata.name(c).startswith(SCRIPTS[code])} == set()
    assert not set(text) & set(FOREIGN_SIGNS[code])
    assert unicodedata.normalize("NFC", text) == text


def test_the_page_says_its_language_and_keeps_its_menus_to_itself() -> None:
    found = reading("statement.zh.html")
    assert found.language == "zh-Hans"
    assert not re.search("首页|相关链接|网站地图|版权所有", found.text)


@pytest.mark.parametrize(
    ("code", "heading", "item"),
    [
        ("ru", "10. Устойчивая безопасность", "доступ каждого жителя"),
        ("zh", "十、可持续安全", "人人享有"),
        ("en", "10. Sustainable security", "access to water"),
    ],
)
def test_headings_items_and_cells_are_told_apart(code: str, heading: str, item: str) -> None:
    kinds = Counter(sentence.kind for sentence in sentences("statement", code))
    assert kinds["heading"] == 13
    assert kinds["item"] == 4
    assert kinds["cell"] == 8
    by_text = {sentence.text: sentence for sentence in sentences("statement", code)}
    assert (by_text[heading].kind, by_text[heading].level, by_text[heading].label) == ("heading", 2, "10")
    assert next(s.kind for text, s in by_text.items() if text.startswith(item)) == "item"


def test_the_parties_stand_in_the_alphabetical_order_of_each_language() -> None:
    titles = {code: lines("statement", code)[1] for code in SCRIPTS}
    assert titles["ru"].index("Озёрной") < titles["ru"].index("Степной")
    assert titles["en"].index("Lake") < titles["en"].index("Steppe")
    # cǎoyuán, húzé
    assert titles["zh"].index("草原") < titles["zh"].index("湖泽")


@pytest.mark.parametrize(("document", "source", "target"), PAIRS)
def test_the_gold_beads_hold_every_sentence_once(document: str, source: str, target: str) -> None:
    beads = gold(document, source, target)
    assert [i for left, _ in beads for i in left] == list(range(len(lines(document, source))))
    assert sorted(j for _, right in beads for j in right) == list(range(len(lines(document, target))))
    uneven = {(len(left), len(right)) for left, right in beads} - {(1, 1)}
    assert {(1, 2), (2, 1)} <= uneven
    if document == "statement":
        assert {(1, 3), (3, 1), (2, 2)} & uneven
        assert sum((len(left), len(right)) != (1, 1) for left, right in beads) >= 8


@pytest.mark.parametrize(("document", "source", "target"), PAIRS)
def test_the_aligner_finds_the_gold_beads(document: str, source: str, target: str) -> None:
    found = [(bead.source, bead.target) for bead in aligned(document, source, target)]
    assert score([(found, gold(document, source, target))]).strict.f1 >= 0.93


@pytest.mark.parametrize(("code", "words"), [("zh", "联合救援演练"), ("en", "joint rescue exercises")])
def test_the_sentence_that_the_russian_text_leaves_out_is_found(code: str, words: str) -> None:
    left_out = ((), (known("statement", code, words),))
    assert left_out in gold("statement", "ru", code)
    assert [(b.source, b.target) for b in aligned("statement", "ru", code) if not b.source] == [left_out]


@pytest.mark.parametrize(
    ("source", "words"),
    [("ru", ("Национальные музеи", "Каталог")), ("en", ("national museums", "catalogue"))],
)
def test_the_paragraph_that_moved_in_the_chinese_text_is_found(source: str, words: tuple[str, str]) -> None:
    counterparts = ("国家博物馆", "展览图录")
    moved = [
        ((known("statement", source, here),), (known("statement", "zh", there),))
        for here, there in zip(words, counterparts, strict=True)
    ]
    assert set(moved) <= set(gold("statement", source, "zh"))
    assert [(b.source, b.target) for b in aligned("statement", source, "zh") if b.moved] == moved
    assert not any(bead.moved for bead in aligned("statement", "ru", "en"))


@pytest.mark.parametrize(("document", "source", "target"), PAIRS)
def test_one_number_differs_and_it_is_the_freight(document: str, source: str, target: str) -> None:
    """Numbers up to three are left to style: "both", "two copies", 两国, 双方."""

    def figures(code: str, places: tuple[int, ...]) -> Counter[str]:
        speech, found = language(code), Counter[str]()
        for line in (lines(document, code)[place] for place in places):
            found.update(f"{number.value:f}" for number in speech.numbers(line) if number.value > 3)
            found.update(f"{date.year}-{date.month}-{date.day}" for date in speech.dates(line))
        return found

    differing = [
        (figures(source, left) - figures(target, right), figures(target, right) - figures(source, left))
        for left, right in gold(document, source, target)
        if left and figures(source, left) != figures(target, right)
    ]
    freight = {"ru": Counter(["1800000"]), "zh": Counter(["1800000"]), "en": Counter(["1600000"])}
    wanted = [(freight[source], freight[target])] if document == "statement" else []
    assert differing == [pair for pair in wanted if pair[0] != pair[1]]


def test_one_duty_is_weaker_in_the_english_text() -> None:
    duty = {
        "ru": known("statement", "ru", "должны в течение часа сообщать"),
        "zh": known("statement", "zh", "应在一小时内向双方报告"),
        "en": known("statement", "en", "may report accidents"),
    }
    for source, target in (("ru", "zh"), ("ru", "en"), ("en", "zh")):
        assert ((duty[source],), (duty[target],)) in gold("statement", source, target)
    assert sum("должн" in line for line in lines("statement", "ru")) == 1
    assert sum("应在" in line for line in lines("statement", "zh")) == 1
    assert not any(re.search(r"\b(?:must|shall)\b", line) for line in lines("statement", "en"))


def test_what_the_demo_corrects_the_aligner_does_get_wrong() -> None:
    places = {
        code: tuple(i for i, line in enumerate(lines("statement", code)) if line.startswith(openings))
        for code, openings in story.TOGETHER.items()
    }
    assert all(len(found) == 2 for found in places.values())
    bead = (places["ru"], places["zh"])
    assert bead in gold("statement", "ru", "zh")
    assert bead not in [(b.source, b.target) for b in aligned("statement", "ru", "zh")]


@pytest.mark.parametrize("name", CLOSE)
def test_the_documentation_tells_what_is_there(name: str) -> None:
    """Counts and quotations of docs/demo.md."""
    document, code, _ = name.split(".")
    speech = {"ru": "Russian", "zh": "Chinese", "en": "English"}[code]
    assert re.search(rf"^\|.*\| {speech} \| [^|]+ \| {len(lines(document, code))} \|$", PAGE, re.MULTILINE)
    for sentence in re.findall(r"每年秋季[^|。]*。|Every autumn[^|.]*\.|救援队设[^|。]*。", PAGE):
        assert any(sentence in lines(*other.split(".")[:2]) for other in CLOSE)


@pytest.mark.parametrize(
    ("document", "source", "target", "beginnings"),
    [
        ("statement", "ru", "zh", ["В нём участвуют", "До 1 июня 2026 года"]),
        ("statement", "ru", "en", []),
        ("statement", "en", "zh", ["Twenty specialists", "Between meetings"]),
        ("protocol", "ru", "zh", ["Отряд насчитывает"]),
    ],
)
def test_the_documentation_names_every_bead_that_the_aligner_misses(
    document: str, source: str, target: str, beginnings: list[str]
) -> None:
    """Whoever makes the aligner better mends "Where the program is wrong" in docs/demo.md, and this."""
    found = [(bead.source, bead.target) for bead in aligned(document, source, target)]
    missed = [left[0] for left, right in gold(document, source, target) if (left, right) not in found]
    written = lines(document, source)
    assert len(missed) == len(beginnings)
    assert all(written[i].startswith(words) for i, words in zip(missed, beginnings, strict=True))
