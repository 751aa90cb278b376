from __future__ import annotations

import pytest

from tests.versions.acting import DIRECTIONS, Triple, changed, facing, strong

SAME: list[Triple] = [
    {
        "en": "The Committee shall publish the map.",
        "ru": "Комитет публикует карту.",
        "zh": "委员会应公布该地图。",
    },
    {
        "en": "The Secretary-General may open the garden.",
        "ru": "Генеральный секретарь может открыть сад.",
        "zh": "秘书长可开放花园。",
    },
    {
        "en": "The States Parties shall protect the lake.",
        "ru": "Государства-участники охраняют озеро.",
        "zh": "缔约国应保护该湖。",
    },
    {
        "en": "The report calls upon Member States to plant trees.",
        "ru": "Доклад призывает государства-члены сажать деревья.",
        "zh": "报告呼吁会员国植树。",
    },
    {
        "en": "The paper requests the Secretariat to count the birds.",
        "ru": "В документе содержится просьба к Секретариату подсчитать птиц.",
        "zh": "文件请秘书处统计鸟类。",
    },
    {
        "en": "The Licensor grants a right to sing the song.",
        "ru": "Лицензиар предоставляет право петь песню.",
        "zh": "许可人授予演唱该歌曲的权利。",
    },
    {
        "en": "The Court decided to repair the clock.",
        "ru": "Суд постановил починить часы.",
        "zh": "法院决定修理时钟。",
    },
    {
        "en": "The Governments urge the donors to send paint.",
        "ru": "Правительства настоятельно призывают доноров прислать краску.",
        "zh": "各国政府敦促捐助者寄送油漆。",
    },
    {
        "en": "The Working Group welcomed the weather.",
        "ru": "Рабочая группа приветствовала погоду.",
        "zh": "工作组对天气表示欢迎。",
    },
    {
        "en": "The buyer shall pay for the tea.",
        "ru": "Покупатель оплачивает чай.",
        "zh": "买方应支付茶款。",
    },
]

OTHER: list[tuple[int, str, str, str]] = [
    (0, "en", "The Committee", "The Government"),
    (0, "ru", "Комитет", "Секретариат"),
    (0, "zh", "委员会", "秘书处"),
    (0, "en", "The Committee", "The Court"),
    (1, "en", "The Secretary-General", "The Security Council"),
    (1, "ru", "Генеральный секретарь", "Комитет"),
    (1, "zh", "秘书长", "缔约国"),
    (2, "en", "The States Parties", "The Chair"),
    (2, "ru", "Государства-участники", "Эксперты"),
    (2, "zh", "缔约国", "秘书长"),
    (3, "en", "Member States", "the Secretariat"),
    (3, "ru", "государства-члены", "Секретариат"),
    (3, "zh", "会员国", "民间社会"),
    (4, "en", "the Secretariat", "the donors"),
    (4, "ru", "Секретариату", "Комитету"),
    (4, "zh", "秘书处", "法院"),
    (5, "en", "The Licensor", "The Licensee"),
    (5, "ru", "Лицензиар", "Пользователь"),
    (5, "zh", "许可人", "被许可人"),
    (6, "en", "The Court", "The Government"),
    (6, "ru", "Суд", "Парламент"),
    (6, "zh", "法院", "政府"),
    (7, "en", "the donors", "the journalists"),
    (7, "ru", "доноров", "женщин"),
    (7, "zh", "捐助者", "妇女"),
    (8, "en", "The Working Group", "The Secretariat"),
    (8, "zh", "工作组", "秘书长"),
    (9, "en", "The buyer", "The seller"),
    (9, "ru", "Покупатель", "Продавец"),
    (9, "zh", "买方", "卖方"),
]


@pytest.mark.parametrize("languages", DIRECTIONS)
@pytest.mark.parametrize("one", SAME, ids=lambda one: one["en"][:24])
def test_the_same_actors_are_no_clue(one: Triple, languages: tuple[str, str]) -> None:
    left, right = languages
    assert not facing(one[left], one[right], languages, "subject")


@pytest.mark.parametrize("languages", DIRECTIONS)
@pytest.mark.parametrize(("number", "language", "before", "after"), OTHER)
def test_another_actor_is_found(
    number: int, language: str, before: str, after: str, languages: tuple[str, str]
) -> None:
    if language not in languages:
        languages = (language, "en" if language != "en" else "ru")
    one = changed(SAME[number], language, before, after)
    left, right = one[languages[0]], one[languages[1]]
    found = strong(left, right, languages, "subject")
    places = [clue.left if languages[0] == language else clue.right for clue in found]
    start = one[language].index(after)
    assert any(first < start + len(after) and last > start for place in places for first, last in place)
    assert any(clue.features.get("both lead") or clue.features.get("one leads") for clue in found)


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        ("The Council decides.", "安理会作出决定。", ("en", "zh")),
        ("The Board decides.", "委员会作出决定。", ("en", "zh")),
        ("The Commission decides.", "委员会作出决定。", ("en", "zh")),
        ("The authorities decide.", "Органы власти принимают решение.", ("en", "ru")),
        ("They plant trees.", "Женщины сажают деревья.", ("en", "ru")),
        ("应当植树。", "The Parties shall plant trees.", ("zh", "en")),
        ("Участники поблагодарили хозяев.", "与会者感谢主人。", ("ru", "zh")),
        ("Kenya planted trees.", "该国植树。", ("en", "zh")),
        ("Российская Сторона сажает деревья.", "俄方植树。", ("ru", "zh")),
        ("The tribunal meets.", "Суд заседает.", ("en", "ru")),
        ("National plans help.", "国家计划有帮助。", ("en", "zh")),
        ("права человека", "human rights", ("ru", "en")),
        ("The President of the Assembly sings.", "大会主席唱歌。", ("en", "zh")),
    ],
)
def test_words_that_may_mean_the_same_actor_are_no_strong_clue(
    left: str, right: str, languages: tuple[str, str]
) -> None:
    assert not strong(left, right, languages, "subject")


def test_an_actor_of_another_class_that_says_the_same_is_told_by_its_content() -> None:
    alike = strong("The customer pays.", "Потребитель платит.", ("en", "ru"), "subject")
    unlike = strong("The customer pays.", "Суд платит.", ("en", "ru"), "subject")
    assert alike[0].features["likeness"] > unlike[0].features["likeness"] + 0.2


def test_addressees_stand_in_the_same_position() -> None:
    (one,) = strong(
        "The paper requests the donors to count the birds.", "文件请秘书处统计鸟类。", ("en", "zh"), "subject"
    )
    assert one.features["both lead"]
    assert one.features["same position"]
