from __future__ import annotations

import pytest

from tests.versions.binding import found, told

# Left, right, and the words that stand against each other.
DIFFERENT = [
    ("The Parties shall publish the list.", "Стороны могут опубликовать перечень.", "shall", "могут"),
    ("The Parties may publish the list.", "Стороны должны опубликовать перечень.", "may", "должны"),
    ("The operator must keep a log.", "Оператор вправе вести журнал.", "must", "вправе"),
    ("The operator must keep a log.", "Оператор может вести журнал.", "must", "может"),
    ("The carrier is obliged to pay.", "Перевозчик намерен платить.", "is obliged to", "намерен"),
    ("The carrier intends to insure it.", "Перевозчик обязан застраховать груз.", "intends to", "обязан"),
    ("The museum can lend the map.", "Музей обязан передать карту.", "can", "обязан"),
    ("The museum is entitled to lend the map.", "Музей обязан передать карту.", "is entitled to", "обязан"),
    ("The library should open on Monday.", "Библиотека может открыться в понедельник.", "should", "может"),
    ("Each side shall appoint a secretary.", "Каждая сторона вправе назначить секретаря.", "shall", "вправе"),
    ("The ferry must stop at the island.", "渡轮可以在该岛停靠。", "must", "可以"),
    ("The ferry may stop at the island.", "渡轮必须在该岛停靠。", "may", "必须"),
    ("The ferry shall stop at the island.", "渡轮可在该岛停靠。", "shall", "可"),
    ("The bank can refund the fee.", "银行应当退还费用。", "can", "应当"),
    ("The bank shall refund the fee.", "银行愿意退还费用。", "shall", "愿意"),
    ("The bank intends to refund the fee.", "银行必须退还费用。", "intends to", "必须"),
    ("The school must repair the roof.", "学校打算修理屋顶。", "must", "打算"),
    ("The school has the right to rent it.", "学校必须出租礼堂。", "has the right", "必须"),
    ("Стороны должны обменяться картами.", "双方可以交换地图。", "должны", "可以"),
    ("Стороны могут обменяться картами.", "双方必须交换地图。", "могут", "必须"),
    ("Стороны вправе обменяться картами.", "双方应当交换地图。", "вправе", "应当"),
    ("Завод обязан очищать воду.", "工厂打算净化水。", "обязан", "打算"),
    ("Завод намерен очищать воду.", "工厂必须净化水。", "намерен", "必须"),
    ("Завод обязуется очищать воду.", "工厂可以净化水。", "обязуется", "可以"),
    ("Порт может принять судно.", "港口应接收船只。", "может", "应"),
    ("Порт обязан принять судно.", "港口愿接收船只。", "обязан", "愿"),
    ("Порт обязан принять судно.", "港口有权接收船只。", "обязан", "有权"),
    ("双方应保存档案。", "The two sides may keep the archive.", "应", "may"),
    ("双方可保存档案。", "The two sides must keep the archive.", "可", "must"),
    ("双方须保存档案。", "Стороны могут хранить архив.", "须", "могут"),
    ("双方有权保存档案。", "Стороны обязаны хранить архив.", "有权", "обязаны"),
    ("双方拟保存档案。", "Стороны обязаны хранить архив.", "拟", "обязаны"),
    ("Сторонам надлежит хранить архив.", "The sides may keep the archive.", "надлежит", "may"),
    ("The Council demands that it be opened.", "Совет предлагает открыть ее.", "demands", "предлагает"),
    ("The Council demands that the road be opened.", "理事会邀请各方开放道路。", "demands", "邀请"),
    ("The Assembly decides to open the road.", "大会呼吁开放道路。", "decides", "呼吁"),
    ("The Assembly encourages the towns to open it.", "大会要求各镇开放道路。", "encourages", "要求"),
    ("Совет постановляет открыть дорогу.", "理事会鼓励开放道路。", "постановляет", "鼓励"),
    ("Совет требует открыть дорогу.", "理事会建议开放道路。", "требует", "建议"),
    ("Совет предлагает открыть дорогу.", "理事会责成各方开放道路。", "предлагает", "责成"),
    ("Совет призывает открыть дорогу.", "The Council decides to open the road.", "призывает", "decides"),
    ("Supplies shall arrive by rail, and guards may inspect them.",
     "Припасы должны прибывать по железной дороге, а охрана обязана их осматривать.", "may", "обязана"),
]  # fmt: skip

# The same is said in another way, or only looks like a cue.
SAME = [
    ("The Parties shall publish the list.", "Стороны публикуют перечень."),
    ("The Parties shall publish the list.", "Стороны должны опубликовать перечень."),
    ("The Parties must publish the list.", "Стороны обязаны опубликовать перечень."),
    ("The Parties may publish the list.", "Стороны могут опубликовать перечень."),
    ("The Parties may publish the list.", "Стороны вправе опубликовать перечень."),
    ("The list should be short.", "Перечень должен быть кратким."),
    ("The list should be short.", "Перечню следует быть кратким."),
    ("The meeting in May 2015 was short.", "Заседание в мае 2015 года было кратким."),
    ("Oil cans were painted green.", "Бидоны для масла были выкрашены в зеленый цвет."),
    ("The ferry must stop here.", "渡轮必须在此停靠。"),
    ("The ferry shall stop here.", "渡轮应在此停靠。"),
    ("The ferry may stop here.", "渡轮可以在此停靠。"),
    ("The ferry can stop here.", "渡轮能够在此停靠。"),
    ("The ferry intends to stop here.", "渡轮打算在此停靠。"),
    ("The application was useful.", "该应用很有用。"),
    ("Renewable energy is cheap.", "可再生能源价格低廉。"),
    ("The reaction was calm.", "反应平静。"),
    ("The committee met.", "委员会开会了。"),
    ("Стороны должны обменяться картами.", "双方应交换地图。"),
    ("Стороны должны обменяться картами.", "双方必须交换地图。"),
    ("Стороны могут обменяться картами.", "双方可以交换地图。"),
    ("Следующий доклад готов к печати.", "下一份报告已经付印。"),
    ("Документ оформлен должным образом.", "文件已妥善编制。"),
    ("Совет просит открыть дорогу.", "理事会请求开放道路。"),
    ("The Council calls upon all to help.", "Совет призывает всех помочь."),
    ("The Council urges all to help.", "Совет настоятельно призывает всех помочь."),
    ("The Council invites all to help.", "理事会邀请各方提供帮助。"),
    ("The Council decides to help.", "理事会决定提供帮助。"),
    ("Guests shall not smoke here.", "Гости не должны здесь курить."),
    ("Guests may not smoke here.", "客人不得在此吸烟。"),
]


@pytest.mark.parametrize(("left", "right", "one", "other"), DIFFERENT)
def test_forces_that_differ_are_set_against_each_other(left: str, right: str, one: str, other: str) -> None:
    assert any(
        first.startswith(one) and second.startswith(other)
        for first, second in told(left, right, "obligation")
    )


@pytest.mark.parametrize(("left", "right"), SAME)
def test_the_same_force_in_other_words_is_no_clash(left: str, right: str) -> None:
    assert not [clue for clue in found(left, right, "obligation") if "clash" in clue.features]


def test_a_reason_names_both_forces() -> None:
    (clue,) = found("The ferry must stop here.", "渡轮可以在此停靠。", "obligation")
    assert clue.reason.said() == "must is a duty, 可以 is a permission or a possibility."
    assert clue.features["duty-permit"] == 1.0
