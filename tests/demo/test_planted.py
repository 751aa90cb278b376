"""What docs/demo.md says of words over the years is what the texts do, all of it and nothing besides."""

from __future__ import annotations

import re

import pytest

from dragoman.demo import story
from dragoman.languages.simplified import simplified
from dragoman.languages.transcription.palladius import palladius
from dragoman.languages.transcription.pinyin import pinyin
from tests.demo.texts import OWN, PAGE, SERIES, languages_of, lines, sentences, table, uses, years

# Years, by whose documents they are.
LAKE, STEPPE = range(2014, 2025, 2), range(2015, 2025, 2)
EVERY = range(2014, 2025)

SUPPORT = {
    "ru": r"соседств\w+ взаимной опоры",
    "zh": "相邻相济",
    "en": "neighbourhood of mutual support",
}
STONEFORD = {"ru": r"дух\w* Каменного Брода", "zh": "石渡精神", "en": "spirit of Stoneford"}
NEIGHBOUR = {
    "ru": "не оставлять соседа наедине с бедой",
    "zh": "邻难必援",
    "en": "never to leave a neighbour alone with misfortune",
}


def test_the_page_tells_of_these_formulations() -> None:
    rows = table("### Formulations that come, go and vary")
    for row, formulation in zip(rows, (SUPPORT, STONEFORD, NEIGHBOUR), strict=True):
        for cell, code in zip(row, ("ru", "zh", "en"), strict=False):
            assert re.search(formulation[code], cell)


def test_a_formulation_enters_in_2017_and_is_missing_once() -> None:
    assert years(SUPPORT) == set(range(2017, 2025)) - {2022}
    for document in OWN:
        for code in languages_of(document):
            assert (uses(document, code, SUPPORT[code]) > 0) == (document[-4:] >= "2018")
    for late in (story.STATEMENT, story.PROTOCOL):
        name = late.texts[0].partition(".")[0]
        assert not any(uses(name, code, SUPPORT[code]) for code in languages_of(name))


def test_a_formulation_fades_after_2019() -> None:
    assert years(STONEFORD) == set(range(2014, 2020))
    assert not any(
        uses(document, code, STONEFORD[code]) for document in OWN for code in languages_of(document)
    )


def test_a_formulation_is_varied_in_some_years() -> None:
    assert years(NEIGHBOUR) == {2014, 2015, 2017, 2018, 2020, 2022, 2024}
    varied = {
        int(row[0]): dict(zip(("ru", "zh", "en"), row[1:], strict=True))
        for row in table("How the third one is varied")
    }
    assert set(varied) == set(EVERY) - years(NEIGHBOUR)
    for year, wordings in varied.items():
        for code, wording in wordings.items():
            count = uses(SERIES[year], code, re.escape(wording)) if wording != "–" else 0
            assert count == (code in languages_of(SERIES[year]))


@pytest.mark.parametrize(
    ("code", "term", "other", "renderings"),
    [
        (
            "zh",
            "可持续安全",
            "ru",
            {
                r"долговременн\w+ безопасност": {*STEPPE, 2014, 2016, 2018},
                r"устойчив\w+ безопасност": {2020, 2022, 2024},
            },
        ),
        (
            "ru",
            r"предупреждени\w бедствий",
            "zh",
            {"灾害预防": {*LAKE, 2015, 2017, 2019}, "防灾减灾": {2021, 2023}},
        ),
        (
            "zh",
            "互联互通",
            "ru",
            {r"взаимосвязанност": set(LAKE), r"сопряжённост": set(STEPPE)},
        ),
    ],
    ids=["lake changes", "steppe changes", "they differ"],
)
def test_renderings_are_those_of_the_page(
    code: str, term: str, other: str, renderings: dict[str, set[int]]
) -> None:
    rows = ["|".join(row) for row in table("### Renderings that change and that differ")]
    assert any(all(re.search(words, row) for words in (term, *renderings)) for row in rows)
    for year, document in SERIES.items():
        assert uses(document, code, term) == 2
        for rendering, its in renderings.items():
            assert uses(document, other, rendering) == (2 if year in its else 0)
        for source, target in zip(lines(document, code), lines(document, other), strict=True):
            answered = any(re.search(rendering, target, re.IGNORECASE) for rendering in renderings)
            assert answered == bool(re.search(term, source, re.IGNORECASE))


@pytest.mark.parametrize(
    ("code", "word"), [("ru", "устойчив"), ("zh", "防灾减灾"), ("ru", "взаимосвязанност")]
)
def test_the_statement_of_2026_takes_the_words_that_the_page_says(code: str, word: str) -> None:
    assert uses("statement", code, word)


@pytest.mark.parametrize("word", ["sustainable security", "disaster prevention", "connectivity"])
def test_english_has_one_word_throughout(word: str) -> None:
    for document in SERIES.values():
        if "en" in languages_of(document):
            assert uses(document, "en", word) == 2


@pytest.mark.parametrize(("first", "given"), [(0, {2014, 2016, 2021}), (2, {2018, 2020, 2024})])
def test_long_names_stand_beside_short_ones_where_the_page_says(first: int, given: set[int]) -> None:
    long, short = (row[1:] for row in table("### Long and short names")[first : first + 2])
    for year, document in SERIES.items():
        for at, code in enumerate(("ru", "zh", "en")):
            if code in languages_of(document):
                # The Russian organisation is declined, by its last letter.
                name = long[at].replace("Организация", r"Организаци\w")
                beside = rf"{name} ?[(（][^)）]*{short[at]}"
                assert uses(document, code, beside) == (year in given)
                assert uses(document, code, name) == (year in given)


def test_the_initiative_is_named_from_2019_on() -> None:
    named = {y for y, document in SERIES.items() if uses(document, "ru", "«Зелёный берег»")}
    assert named == {y for y, document in SERIES.items() if uses(document, "zh", "绿岸.倡议")}
    assert min(named) == 2019


@pytest.mark.parametrize(
    ("code", "young", "before", "after"),
    [
        ("ru", "молодёж", "обмен|лагер|спорт|игры", "безработиц|занятост|рабоч|бирж|професси"),
        ("zh", "青年", "交流|夏令营|体育|运动会", "失业|就业|职业|工作岗位"),
        ("en", "young people", "exchange|song|sport", "employ|jobs"),
    ],
    ids=["ru", "zh", "en"],
)
def test_the_young_change_their_company(code: str, young: str, before: str, after: str) -> None:
    for year, document in SERIES.items():
        if code in languages_of(document):
            about = [line for line in lines(document, code) if re.search(young, line, re.IGNORECASE)]
            assert len(about) == 2
            if year != 2019:
                company, strangers = (before, after) if year < 2019 else (after, before)
                assert all(re.search(company, line, re.IGNORECASE) for line in about)
                assert not any(re.search(strangers, line, re.IGNORECASE) for line in about)


@pytest.mark.parametrize("row", table("### Words to look up by their sound"), ids=lambda row: row[1])
def test_words_are_found_by_their_sound(row: list[str]) -> None:
    word, latin, cyrillic = row
    assert pinyin(word, "plain").replace(" ", "") == latin.replace(" ", "")
    assert palladius(word).replace(" ", "") == cyrillic.replace(" ", "")
    assert any(word in line for document in SERIES.values() for line in lines(document, "zh"))


def test_one_text_is_in_traditional_characters() -> None:
    (line,) = re.findall(r"should be found there too: ([^.]*)\.", PAGE.replace("\n", " "))
    text = "".join(sentence.text for sentence in sentences("statement-2018", "zh"))
    for word in line.split(", "):
        assert word in text
        assert simplified(word) in "".join(lines("statement-2018", "zh"))
    for document in {*SERIES.values(), *OWN} - {"statement-2018"}:
        for sentence in sentences(document, "zh") if "zh" in languages_of(document) else ():
            assert "國" not in sentence.text
