from __future__ import annotations

import random
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.corpora import Corpus
from bench.planting.documents import at_place, with_plants
from bench.planting.halves import half, listed, own
from bench.planting.model import PARTS, PLANTED, Change, Part, Plant, Planted, sound
from bench.planting.occurrences import exchanged, occurrences
from bench.planting.planting import KINDS, changes, planted, texts
from bench.planting.russian import CASES, cases_at, declined, gender, same_form
from bench.planting.units import changes as unit_changes

LANGUAGES = ("ru", "zh", "en")

# Invented: each line says the same in all three.
ENGLISH = (
    "1. The Committee requests the Secretary-General to submit a report within 30 days, as appropriate.",
    "2. Member States shall not reduce the share of renewable energy below 45 per cent by 12 March 2019.",
    "3. The Council urges Governments to provide 1,250 tons of grain and 3.6 million dollars, if necessary.",
    "4. According to article 7 of the agreement, Norway and Kenya will open 14 libraries in five years.",
    "5. The Secretariat may extend the time limit in paragraph 12 by two months, where possible.",
    "6. In October 2021 the Commission decided to move from Geneva to Nairobi on a voluntary basis.",
    "7. Brazil, India and Canada must inform the Conference of the results without delay.",
    "8. The Working Group encourages States parties to apply resolution 4821 (2018) subject to national law.",
    "9. The bridge is 340 metres long and has been opened; it cannot be used by lorries of over 20 tons.",
    "10. The Advisory Committee considers it necessary to pay 640,000 euros and 12 million dollars.",
    "11. UNICEF and WHO were informed on 3 June 2020; the Government of Chile has not replied in principle.",
    "12. The Special Rapporteur should visit Peru and Nepal for three weeks, upon request, before May 2022.",
)
RUSSIAN = (
    "1. Комитет просит Генерального секретаря представить доклад в течение 30 дней, в надлежащих случаях.",
    "2. Государства-члены не должны снижать долю такой энергии ниже 45 процентов к 12 марта 2019 года.",
    "3. Совет настоятельно призывает правительства дать 1250 тонн зерна, 3,6 млн. долл. США; это необходимо.",
    "4. Согласно статье 7 соглашения Норвегия и Кения откроют 14 библиотек в течение пяти лет.",
    "5. Секретариат может продлить срок, указанный в пункте 12, на два месяца, если это возможно.",
    "6. В октябре 2021 года Комиссия постановила переехать из Женевы в Найроби на добровольной основе.",
    "7. Бразилия, Индия и Канада должны сообщить Конференции о результатах незамедлительно.",
    "8. Рабочая группа призывает государства-участники использовать резолюцию 4821 (2018) в соответствии с "
    "национальным законодательством.",
    "9. Мост длиной 340 метров открыт; он не может использоваться грузовиками массой свыше 20 тонн.",
    "10. Консультативный комитет считает необходимым выплатить 640 000 евро и 12 млн. долл. США.",
    "11. ЮНИСЕФ и ВОЗ были уведомлены 3 июня 2020 года; правительство Чили в принципе не дало ответа.",
    "12. Специальный докладчик должен посетить Перу и Непал на три недели по запросу до мая 2022 года.",
)
CHINESE = (
    "1. 委员会请秘书长酌情在30天内提交一份报告。",
    "2. 会员国不得在2019年3月12日前将可再生能源比例降至45%以下。",
    "3. 理事会敦促各国政府必要时提供1 250吨粮食和360万美元。",
    "4. 根据协定第七条，挪威和肯尼亚将在五年内开设14座图书馆。",
    "5. 秘书处可以尽可能将第12段所述时限延长两个月。",
    "6. 2021年10月，委员会决定在自愿基础上从日内瓦迁至内罗毕。",
    "7. 巴西、印度和加拿大必须立即将结果通知缔约国会议。",
    "8. 工作组鼓励缔约国依照国内法利用第4821(2018)号决议。",
    "9. 该桥长340米，已经通车，20吨以上的卡车不能使用。",
    "10. 咨询委员会认为有必要支付64万欧元和1 200万美元。",
    "11. 儿基会和世卫组织于2020年6月3日获知此事；智利政府原则上没有答复。",
    "12. 特别报告员应经请求在2022年5月前对秘鲁和尼泊尔进行为期三周的访问。",
)
LINES = {"ru": RUSSIAN, "zh": CHINESE, "en": ENGLISH}


def found(kind: Planted, language: str, part: Part, seed: int = 0) -> list[tuple[str, Change]]:
    dice = random.Random(seed)
    return [(text, one) for text in LINES[language] for one in changes(text, language, kind, part, dice)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_planted_in_every_language(kind: Planted, language: str) -> None:
    assert [one for part in PARTS for one in found(kind, language, part)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_makes_another_tidy_sentence(kind: Planted, language: str) -> None:
    for part in PARTS:
        for seed in range(5):
            for text, change in found(kind, language, part, seed):
                changed = change.on(text)
                assert changed != text
                assert unicodedata.is_normalized("NFC", changed)
                assert "  " not in changed
                assert changed == changed.strip()
                assert text[: change.start] + text[change.end :] != "" or kind == "omitted"


@pytest.mark.parametrize("name", ["states", "bodies", "places", "persons", "actors", "qualifications"])
def test_the_halves_of_a_list_are_disjoint_and_neither_is_small(name: str) -> None:
    halves = [{row["en"] for row in own(name, part)} for part in PARTS]
    assert not halves[0] & halves[1]
    assert halves[0] | halves[1] == {row["en"] for row in listed(name)}
    assert min(map(len, halves)) >= 0.3 * len(listed(name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["states", "places", "actors"])
def test_a_half_neither_replaces_nor_brings_words_of_the_other(name: str, language: str) -> None:
    for part in PARTS:
        for text in LINES[language]:
            for one in occurrences(text, language, name, part):
                assert half(one.entry["en"]) == part
                other = {row["en"] for row in listed(name)} - {row["en"] for row in own(name, part)}
                for change in exchanged(text, language, name, one, part):
                    forms = {
                        form
                        for row in listed(name)
                        if row["en"] in other
                        for form in (declined(row["ru"]).values() if language == "ru" else (row[language],))
                    }
                    ours = {
                        form
                        for row in own(name, part)
                        for form in (declined(row["ru"]).values() if language == "ru" else (row[language],))
                    }
                    assert change.new not in forms - ours


def test_synonyms_are_not_exchanged() -> None:
    for part in PARTS:
        for one in occurrences("Russia signed.", "en", "states", part):
            news = {change.new for change in exchanged("Russia signed.", "en", "states", one, part)}
            assert not news & {"The Russian Federation", "Russia"}
        for text in ("It costs 5 dollars.", "It costs 5 United States dollars."):
            for change in unit_changes(text, "en", part, random.Random(1)):
                assert "dollar" not in change.new or "Canadian" in change.new


def test_all_words_of_the_lists_have_russian_forms() -> None:
    for name in ("states", "bodies", "places", "actors"):
        for row in listed(name):
            forms = declined(row["ru"])
            assert set(forms) == set(CASES)
            assert forms["Nom"].replace("ё", "е") == row["ru"].replace("|", " ").strip()


def test_russian_names_are_declined() -> None:
    assert declined("Российская Федерация")["Ins"] == "Российской Федерацией"
    assert declined("Совет|Безопасности")["Dat"] == "Совету Безопасности"
    assert declined("государства-участники")["Acc"] == "государства-участники"
    assert declined("Генеральный секретарь")["Acc"] == "Генерального секретаря"
    assert declined("Шри-Ланка")["Gen"] == "Шри-Ланки"
    assert declined("ЮНИСЕФ")["Gen"] == "ЮНИСЕФ"
    assert declined("месяц", plural=True)["Gen"] == "месяцев"
    assert gender("Новая Зеландия") == ("Fem", "Sing")
    assert gender("государства-члены") == ("", "Plur")


def test_a_preposition_tells_the_case() -> None:
    text = "Доклад о Норвегии был принят."
    start = text.index("Норвегии")
    assert cases_at(text, start, start + 8, frozenset({"Gen", "Dat", "Loc"})) == {"Loc"}
    assert same_form(declined("Канада"), frozenset({"Loc"})) == "Канаде"
    assert same_form(declined("Канада"), frozenset({"Gen", "Dat"})) == ""


def test_agreement_is_kept_in_russian_numbers() -> None:
    text = "В городе построили 24 школы и еще 15 домов."
    for seed in range(40):
        for change in changes(text, "ru", "number", "tuning", random.Random(seed)):
            value = int(change.new)
            few = value % 10 in (2, 3, 4) and value % 100 not in (12, 13, 14)
            assert few == (text[change.start : change.end] == "24"), change.new


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Article 5 of resolution 1540 (2004) was adopted in 2006."),
        ("ru", "Статья 5 резолюции 1540 (2004) была принята в 2006 году."),
        ("zh", "第1540(2004)号决议第5条于2006年通过。"),
    ],
)
def test_references_and_years_are_no_amounts(language: str, text: str) -> None:
    assert not changes(text, language, "number", "tuning", random.Random(3))
    assert changes(text, language, "reference", "tuning", random.Random(3))
    assert changes(text, language, "date", "tuning", random.Random(3))


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("en", "negation", "This is not only a duty."),
        ("en", "obligation", "There was political will in the room."),
        ("zh", "negation", "这不仅重要。"),
        ("zh", "obligation", "他们适应了应用程序。"),
        ("en", "subject", "It was held near the Committee on Fish."),
        ("zh", "name", "发展中国家很多。"),
        ("ru", "unit", "Собрание началось в 9 часов."),
    ],
)
def test_words_that_only_look_alike_are_left_alone(language: str, kind: Planted, text: str) -> None:
    for part in PARTS:
        assert not changes(text, language, kind, part, random.Random(5))


def test_dates_stay_dates() -> None:
    for seed in range(60):
        for change in changes("It was signed on 31 March 2019.", "en", "date", "tuning", random.Random(seed)):
            day = change.new if change.pattern == "day" else "31"
            month = change.new if change.pattern == "month" else "March"
            assert 1 <= int(day) <= 31
            assert month not in ("April", "June", "September", "November", "February")


def test_plants_are_recorded_and_repeatable() -> None:
    plants = planted(LINES, "tuning", 1, "test")
    assert plants == planted(LINES, "tuning", 1, "test")
    assert planted(LINES, "tuning", 1, "another") != plants
    assert len({plant.row for plant in plants}) == len(plants)
    changed = texts(LINES, plants)
    for plant in plants:
        text, now = LINES[plant.language][plant.row], changed[plant.language][plant.row]
        assert text[plant.start : plant.end] == plant.before
        assert now[slice(*plant.now)] == plant.after
        assert text != now
        for other in set(LANGUAGES) - {plant.language}:
            assert changed[other][plant.row] == LINES[other][plant.row]
    assert {plant.kind for plant in plants} <= set(PLANTED)


def test_kinds_and_languages_take_turns() -> None:
    lines = {code: each * 6 for code, each in LINES.items()}
    plants = planted(lines, "judging", 3, "turns")
    assert all(count <= 3 for count in Counter(plant.kind for plant in plants).values())
    assert {plant.language for plant in plants} == set(LANGUAGES)


def test_a_sentence_that_is_left_out_is_missing_in_its_version() -> None:
    corpus = Corpus("test", {code: each * 3 for code, each in LINES.items()}, ("x",) * 36)
    (document,) = with_plants([corpus], "tuning", 2, "omitted")
    gone = [plant for plant in document.plants if plant.kind == "omitted"]
    assert len(gone) == 2
    for plant in gone:
        assert plant.row not in document.rows(plant.language)
        assert len(document.version(plant.language)) < 36
        assert plant.before == corpus.units[plant.language][plant.row]


def test_a_place_is_that_of_the_words_or_next_to_the_gap() -> None:
    put = Plant(0, "en", "number", "12", "120", 10, 12, "")
    assert at_place(put, [(12, 15)])
    assert not at_place(put, [(13, 15)])
    gap = Plant(0, "en", "negation", "not ", "", 10, 14, "")
    assert at_place(gap, [(9, 10)])
    assert not at_place(gap, [(0, 8)])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from([kind for kind in PLANTED if kind != "omitted"]),
    st.sampled_from(PARTS),
    st.integers(0, 11),
    st.integers(0, 10_000),
)
def test_every_change_is_sound_and_within_the_sentence(
    language: str, kind: Planted, part: Part, line: int, seed: int
) -> None:
    text = LINES[language][line]
    for change in changes(text, language, kind, part, random.Random(seed)):
        assert 0 <= change.start <= change.end <= len(text)
        assert sound(text, change)
        assert text[change.start : change.end] != change.new
