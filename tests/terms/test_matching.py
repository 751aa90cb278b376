"""Terms in sentences: by dictionary form, by characters at the borders of words; the longest."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.checking import by_key, judged
from dragoman.languages import language
from dragoman.terms.keys import key_of
from dragoman.terms.matching import Matcher, longest
from dragoman.terms.termbase import Designation, Entry, Status, Termbase


def termbase(code: str, *terms: str) -> Termbase:
    """One entry a term."""
    return Termbase(tuple(Entry(term, (Designation(code, term),)) for term in terms))


def found(code: str, text: str, *terms: str) -> list[str]:
    """What stands in a text, as the text has it."""
    matches = Matcher(termbase(code, *terms), code).find(text)
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("term", "text", "places"),
    [
        ("карта", "На карты нанесены границы.", ["карты"]),
        ("Карта", "КАРТЫ И ПЛАНЫ", ["КАРТЫ"]),
        ("ёлка", "Все елки зелены.", ["елки"]),
        ("Пол (в биологии)", "Возраст и пол, без различия пола.", ["пол", "пола"]),
        ("елка", "Все ёлки зелены.", ["ёлки"]),
        ("Совет Озера", "О Советом Озера принятом решении.", ["Советом Озера"]),
        ("озёрная служба", "Работа озёрных служб и озёрной службы.", ["озёрных служб", "озёрной службы"]),
        ("«Озёрный щит»", "Учения «Озёрный щит» прошли.", ["Озёрный щит"]),
        ("Озёрный щит", "Учения «Озёрный» «щит» прошли.", ["Озёрный» «щит"]),
        ("озёрная служба", "Озёрная, служба и порт.", []),
        ("служба озера", "Озера служба не забывает.", []),
        ("карта", "Картография и картина.", []),
        ("государство-участник", "Всех государств-участников просят.", ["государств-участников"]),
        ("министр", "Премьер-министр прибыл.", []),
        ("кибер-атака", "Кибератаки и кибер-атаки.", ["Кибератаки", "кибер-атаки"]),
    ],
)
def test_russian_terms_stand_in_any_form(term: str, text: str, places: list[str]) -> None:
    assert found("ru", text, term) == places


@pytest.mark.parametrize(
    ("term", "text", "places"),
    [
        ("river basin", "The River Basins' councils met.", ["River Basins"]),
        ("Lake Council", "the lake council's seat", ["lake council"]),
        ("developing country", "Developed countries and developing countries.", ["developing countries"]),
        ("cyber-attack", "A cyber attack, a cyberattack.", ["cyber attack", "cyberattack"]),
        ("decision making", "Decision-making is slow.", ["Decision-making"]),
        ("term", "A long-term plan.", []),
        ("the Basin Authority", "Basin Authority rules", ["Basin Authority"]),
        ("agency (in law)", "The agency acted.", ["agency"]),
        ("child", "Women and children.", ["children"]),
        ("fleet", "Fleeting clouds.", []),
        ("U.S.", "The US and the U.S. position", ["US", "U.S."]),
    ],
)
def test_english_terms_stand_in_any_number(term: str, text: str, places: list[str]) -> None:
    assert found("en", text, term) == places


def test_words_of_a_term_that_do_not_agree_with_it_keep_their_case() -> None:
    assert found("ru", "О защите информации.", "защита информации") == ["защите информации"]
    assert found("ru", "Защита информацией.", "защита информации") == []


@pytest.mark.parametrize(
    ("code", "term", "text", "places"),
    [
        ("ru", "ООН", "ООН и оон, Оон и оонский", ["ООН"]),
        ("ru", "МИД", "В МИДе и МИДом, но не мид.", ["МИДе", "МИДом"]),
        ("en", "US", "They told us of the US fleet.", ["US"]),
        ("en", "NGO", "NGOs and ngos", ["NGOs"]),
        ("en", "IT", "IT AND IT ALONE", []),
        ("ru", "ЮНЕСКО", "Юнеско и ЮНЕСКО", ["Юнеско", "ЮНЕСКО"]),
        ("zh", "AI", "AI技术和ai技术，MAIN", ["AI"]),
    ],
)
def test_short_abbreviations_stand_in_capitals(code: str, term: str, text: str, places: list[str]) -> None:
    assert found(code, text, term) == places


def test_a_word_of_another_part_of_speech_is_another_word() -> None:
    assert found("ru", "Данные меры и обработка данных.", "данные") == ["данных"]
    assert found("ru", "Учёный совет и учёные.", "учёный") == ["учёные"]
    assert found("en", "The report states it; each state agrees.", "state") == ["state"]
    assert found("en", "Bearing in mind that ice melts.", "bearings") == []
    assert found("en", "In May they may sail.", "May") == ["May"]
    assert found("en", "His arm, the arms trade.", "arms") == ["arms"]


@pytest.mark.parametrize(
    ("term", "text", "places"),
    [
        ("积分", "累积分布函数", []),
        ("积分", "微积分", []),
        ("中国人", "在中国人民面前", []),
        ("安全", "国家安全", ["安全"]),
        ("国家安全", "国家安全部门", ["国家安全"]),
        ("碳达峰", "实现碳达峰时", ["碳达峰"]),
        ("新质生产力", "發展新質生產力", ["新質生產力"]),
        ("上合", "在海上合作", []),
        ("国", "李国强出席", []),
        ("国家行为", "非国家行为体", []),
        ("协定", "贸易协定文本", ["协定"]),
        ("基础", "基础设施", []),
        ("阿根廷", "阿根廷共和国", ["阿根廷"]),
        ("证据", "没有接受该证据。", ["证据"]),
        ("人工智能", "“人工 智能”治理", ["人工 智能"]),
        ("安全合作", "“安全”“合作”", []),
    ],
)
def test_chinese_terms_stand_at_the_borders_of_words(term: str, text: str, places: list[str]) -> None:
    assert found("zh", text, term) == places


def test_the_longest_is_told() -> None:
    assert found("zh", "国家安全和安全", "安全", "国家安全") == ["国家安全", "安全"]
    assert found("ru", "Совет Озера и озеро", "озеро", "Совет Озера") == ["Совет Озера", "озеро"]
    assert longest([(0, 2), (1, 5), (4, 8), (9, 10)]) == [(1, 5), (9, 10)]


def test_two_entries_may_have_one_word() -> None:
    matches = Matcher(termbase("ru", "карта", "карты"), "ru").find("Без карты.")
    assert [(match.start, match.end, match.entry) for match in matches] == [(4, 9, 0), (4, 9, 1)]


@pytest.mark.parametrize(
    ("text", "status"), [("on-line", "deprecated"), ("online", "preferred"), ("On-line", "deprecated")]
)
def test_of_one_entry_the_spelling_of_the_text_is_meant(text: str, status: Status) -> None:
    entry = Entry("1", (Designation("en", "online"), Designation("en", "on-line", "deprecated")))
    [match] = Matcher(Termbase((entry,)), "en").find(f"{text} talks")
    assert entry.designations[match.designation].status == status


def test_nothing_is_found_where_nothing_is_looked_for() -> None:
    assert Matcher(Termbase(()), "ru").find("карта") == []
    assert Matcher(termbase("zh", "地图"), "ru").find("карта") == []
    assert len(Matcher(termbase("ru", "карта"), "ru")) == 1
    assert found("ru", "", "карта") == []
    assert found("en", "…", "map") == []


def test_other_languages_are_matched_by_their_words() -> None:
    assert found("de", "Die Karte, DIE KARTE", "Karte") == ["Karte", "KARTE"]


WORDS = ("river", "rivers", "basin", "basins", "council", "plan", "plans", "ice")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
TERMS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=8)


def naive(terms: list[str], text: str) -> list[tuple[int, int]]:
    """Every term at every place, by lemma; then the longest."""
    words = language("en").words(text)
    places = set()
    for term in terms:
        lemmas = [word.lemma for word in language("en").words(term)]
        for at in range(len(words) - len(lemmas) + 1):
            if [word.lemma for word in words[at : at + len(lemmas)]] == lemmas:
                places.add((words[at].start, words[at + len(lemmas) - 1].end))
    return longest(places)


@given(TERMS, SENTENCES)
def test_the_tree_finds_what_going_through_all_terms_finds(terms: list[str], text: str) -> None:
    matches = Matcher(termbase("en", *terms), "en").find(text)
    assert sorted({(match.start, match.end) for match in matches}) == naive(terms, text)


RUSSIAN = ("озеро", "озера", "лёд", "льда", "порт", "портов", "новый", "нового", "план", "план-график")
CHINESE = ("湖", "泊", "水", "位", "计", "划", "新", "的", "国", "家", "安", "全", " ")


@given(
    st.sampled_from([("ru", RUSSIAN, " "), ("zh", CHINESE, "")]).flatmap(
        lambda one: st.tuples(
            st.just(one[0]),
            st.lists(
                st.lists(st.sampled_from(one[1]), min_size=1, max_size=3).map(one[2].join),
                min_size=1,
                max_size=8,
            ),
            st.lists(st.sampled_from(one[1]), min_size=1, max_size=14).map(one[2].join),
        )
    )
)
def test_what_is_found_has_the_key_of_its_term(given_: tuple[str, list[str], str]) -> None:
    code, terms, text = given_
    kept = [term for term in terms if re.search(r"\w", term)]
    matcher = Matcher(termbase(code, *kept), code)
    matches = matcher.find(text)
    for match in matches:
        key = key_of(text[match.start : match.end], code)
        assert key.replace("-", " ") == key_of(kept[match.entry], code).replace("-", " ")
    spans = sorted({(match.start, match.end) for match in matches})
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert matches == matcher.find(text), "what was found before must not matter"


@pytest.mark.parametrize(("code", "missed", "false"), [("ru", 1, 3), ("en", 0, 0), ("zh", 1, 0)])
def test_the_judged_places_are_found(code: str, missed: int, false: int) -> None:
    answers = [(by_key(term, text, code), right) for term, text, right in judged()[code]]
    assert sum(len(right - places) for places, right in answers) <= missed
    assert sum(len(places - right) for places, right in answers) <= false
