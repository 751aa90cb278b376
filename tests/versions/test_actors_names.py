from __future__ import annotations

import pytest

from dragoman.bitext.encoder import encoder
from tests.versions.acting import DIRECTIONS, Triple, acting, changed, facing, strong

SAME: list[Triple] = [
    {
        "en": "The delegation of Kazakhstan visited the museum in Geneva.",
        "ru": "Делегация Казахстана посетила музей в Женеве.",
        "zh": "哈萨克斯坦代表团参观了日内瓦的博物馆。",
    },
    {
        "en": "Peru and Norway opened a joint laboratory for sea birds.",
        "ru": "Перу и Норвегия открыли совместную лабораторию по морским птицам.",
        "zh": "秘鲁和挪威开设了海鸟联合实验室。",
    },
    {
        "en": "The World Health Organization lent its tents to the Portuguese gardeners.",
        "ru": "Всемирная организация здравоохранения одолжила свои палатки португальским садовникам.",
        "zh": "世卫组织把帐篷借给了葡萄牙园丁。",
    },
    {
        "en": "The course is run by UNESCO in Nairobi.",
        "ru": "Курсы ведет ЮНЕСКО в Найроби.",
        "zh": "教科文组织在内罗毕举办该课程。",
    },
    {
        "en": "Trade between Indonesia and Chile grew.",
        "ru": "Торговля между Индонезией и Чили выросла.",
        "zh": "印度尼西亚和智利之间的贸易有所增长。",
    },
    {
        "en": "A bridge over the Danube was painted by Hungarian students.",
        "ru": "Мост через Дунай покрасили венгерские студенты.",
        "zh": "匈牙利学生给多瑙河上的一座桥刷了漆。",
    },
    {
        "en": "ASEAN and the African Union exchanged choirs.",
        "ru": "АСЕАН и Африканский союз обменялись хорами.",
        "zh": "东盟和非洲联盟互派合唱团。",
    },
    {
        "en": "The Republic of Korea sent tea to Mongolia.",
        "ru": "Республика Корея отправила чай в Монголию.",
        "zh": "大韩民国向蒙古赠送了茶叶。",
    },
    {
        "en": "The report of the International Monetary Fund mentions Swiss cheese.",
        "ru": "В докладе Международного валютного фонда упоминается швейцарский сыр.",
        "zh": "国际货币基金组织的报告提到了瑞士奶酪。",
    },
    {
        "en": "Ghana borrowed a ship in the Baltic Sea.",
        "ru": "Гана одолжила судно на Балтийском море.",
        "zh": "加纳在波罗的海借了一艘船。",
    },
]

OTHER: list[tuple[int, str, str, str]] = [
    (0, "en", "Kazakhstan", "Uzbekistan"),
    (0, "ru", "Казахстана", "Узбекистана"),
    (0, "zh", "哈萨克斯坦", "乌兹别克斯坦"),
    (0, "en", "Geneva", "Vienna"),
    (0, "ru", "Женеве", "Вене"),
    (0, "zh", "日内瓦", "维也纳"),
    (1, "en", "Norway", "Sweden"),
    (1, "ru", "Норвегия", "Дания"),
    (1, "zh", "挪威", "瑞典"),
    (2, "en", "World Health Organization", "World Trade Organization"),
    (2, "ru", "Всемирная организация здравоохранения", "Всемирная торговая организация"),
    (2, "zh", "世卫组织", "世贸组织"),
    (2, "ru", "португальским", "испанским"),
    (3, "en", "UNESCO", "UNICEF"),
    (3, "ru", "ЮНЕСКО", "ЮНИСЕФ"),
    (3, "zh", "教科文组织", "粮农组织"),
    (4, "en", "Indonesia", "India"),
    (4, "ru", "Индонезией", "Индией"),
    (4, "zh", "印度尼西亚", "印度"),
    (5, "en", "Hungarian", "Austrian"),
    (5, "zh", "多瑙河", "尼罗河"),
    (6, "en", "African Union", "European Union"),
    (6, "zh", "非洲联盟", "欧洲联盟"),
    (7, "en", "Republic of Korea", "Democratic People's Republic of Korea"),
    (7, "zh", "蒙古", "不丹"),
    (8, "ru", "Международного валютного фонда", "Всемирного банка"),
    (9, "en", "Baltic", "Black"),
    (9, "ru", "Гана", "Гайана"),
]


@pytest.mark.parametrize("languages", DIRECTIONS)
@pytest.mark.parametrize("one", SAME, ids=lambda one: one["en"][:24])
def test_the_same_names_are_no_clue(one: Triple, languages: tuple[str, str]) -> None:
    left, right = languages
    assert not [clue for clue in acting([(one[left], one[right])], languages) if clue.kind == "name"]


@pytest.mark.parametrize("languages", DIRECTIONS)
@pytest.mark.parametrize(("number", "language", "before", "after"), OTHER)
def test_another_name_is_found(
    number: int, language: str, before: str, after: str, languages: tuple[str, str]
) -> None:
    if language not in languages:
        languages = (language, "en" if language != "en" else "ru")
    one = changed(SAME[number], language, before, after)
    found = acting([(one[languages[0]], one[languages[1]])], languages)
    told = [clue for clue in found if clue.kind == "name"]
    places = [clue.left if languages[0] == language else clue.right for clue in told]
    start = one[language].index(after)
    assert any(first < start + len(after) and last > start for place in places for first, last in place)


@pytest.mark.parametrize(
    ("left", "right", "languages", "wanted"),
    [
        ("Kenya sent rice to Malta.", "Кения отправила рис на Кипр.", ("en", "ru"), [("Malta", "Кипр")]),
        ("肯尼亚向马耳他运送了大米。", "Kenya sent rice to Cyprus.", ("zh", "en"), [("马耳他", "Cyprus")]),
        (
            "Российско-китайская дружба крепнет.",
            "中蒙友好日益加强。",
            ("ru", "zh"),
            [("Российско", "蒙")],
        ),
        (
            "Совет Безопасности осмотрел сад.",
            "联合国大会参观了花园。",
            ("ru", "zh"),
            [("Совет Безопасности", "联合国大会")],
        ),
    ],
)
def test_both_names_are_pointed_at(
    left: str, right: str, languages: tuple[str, str], wanted: list[tuple[str, str]]
) -> None:
    assert facing(left, right, languages, "name") == wanted


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        ("The Council met the children.", "安理会会见了孩子们。", ("en", "zh")),
        ("The United Nations Children's Fund plants trees.", "ЮНИСЕФ сажает деревья.", ("en", "ru")),
        ("the Democratic People's Republic of Korea", "КНДР", ("en", "ru")),
        ("Конго и Замбия", "刚果和赞比亚", ("ru", "zh")),
        ("It costs 5 US dollars.", "Это стоит 5 долл. США.", ("en", "ru")),
        ("It costs 5 United States dollars.", "这要花5美元。", ("en", "zh")),
        ("на следующий год, да и того меньше", "next year, and less than that", ("ru", "en")),
        ("其中国家公园占一半。", "Half of them are national parks.", ("zh", "en")),
        ("российско-китайская дружба", "中国和俄罗斯的友谊", ("ru", "zh")),
        ("UNMISS drilled a well.", "Миссия Организации Объединенных Наций в Южном Судане пробурила колодец.",
         ("en", "ru")),
        ("Viet Nam's rice", "вьетнамский рис", ("en", "ru")),
        ("The Advisory Committee advises.", "行预咨委会提出建议。", ("en", "zh")),
    ],
)  # fmt: skip
def test_other_words_for_the_same_name_are_no_strong_clue(
    left: str, right: str, languages: tuple[str, str]
) -> None:
    assert not strong(left, right, languages, "name")
    assert not facing(left, right, languages, "name")


@pytest.mark.parametrize(
    ("left", "right", "languages", "found"),
    [
        ("We met Mr. Lindqvist today.", "Сегодня мы встретили г-на Линдквиста.", ("en", "ru"), False),
        ("We met Mr. Lindqvist today.", "Сегодня мы встретили г-на Накамуру.", ("en", "ru"), True),
        ("我们见到了卡斯特利亚诺先生。", "We met Mr. Castellano.", ("zh", "en"), False),
        ("我们见到了卡斯特利亚诺先生。", "We met Mr. Hoffmann.", ("zh", "en"), True),
        ("Об этом сказал Баранов.", "巴拉诺夫谈到了这一点。", ("ru", "zh"), False),
        ("Об этом сказал Баранов.", "霍夫曼谈到了这一点。", ("ru", "zh"), True),
    ],
)
def test_persons_are_compared_by_sound(
    left: str, right: str, languages: tuple[str, str], found: bool
) -> None:
    assert bool(facing(left, right, languages, "name")) is found


def test_titles_in_quotation_marks_are_compared_by_content() -> None:
    same = ("The programme “Clean Water for All” goes on.", "Программа «Чистая вода для всех» продолжается.")
    other = (
        "The programme “Clean Water for All” goes on.",
        "Программа «Музыка древних театров» продолжается.",
    )
    found = [
        [clue for clue in acting([pair], ("en", "ru"), encoder()) if "quoted" in clue.features]
        for pair in (same, other)
    ]
    assert [len(one) for one in found] == [0, 1]


def test_what_the_document_never_says_alike_weighs_less() -> None:
    pair = ("Kenya sent rice.", "Замбия отправила рис.")
    once = acting([pair], ("en", "ru"))[0]
    often = acting([pair] * 6, ("en", "ru"))[0]
    assert often.features["faced before"] > once.features.get("faced before", 0)
    assert often.features["left over elsewhere"] > once.features["left over elsewhere"]


def test_the_reason_quotes_both() -> None:
    found = acting([("Kenya sent rice.", "Замбия отправила рис.")], ("en", "ru"))
    (one,) = (clue for clue in found if clue.kind == "name")
    assert one.reason.said() == "Kenya faces Замбия."


def test_a_name_of_one_side_alone_is_told_with_less() -> None:
    found = acting([("It sent rice to Malta.", "Она отправила рис.")], ("en", "ru"))
    (one,) = (clue for clue in found if clue.kind == "name")
    assert (one.right, one.reason.said()) == ((), "Malta has no counterpart in the other version.")
    assert one.features["one"]
    assert "both" not in one.features
