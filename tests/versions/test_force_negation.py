from __future__ import annotations

import pytest

from tests.versions.binding import found, told

# Left, right, and the denial that stands on one side alone.
DIFFERENT = [
    ("The bridge is not safe for lorries.", "Мост пригоден для грузовиков.", "not"),
    ("The bridge is open to lorries.", "Мост не открыт для грузовиков.", "не"),
    ("The bridge is open to lorries.", "该桥不对卡车开放。", "不"),
    ("The bridge is not open to lorries.", "该桥对卡车开放。", "not"),
    ("The archive has no catalogue.", "Архив имеет каталог.", "no"),
    ("The archive has a catalogue.", "Архив не имеет каталога.", "не"),
    ("The archive has no catalogue.", "档案馆有目录。", "no"),
    ("The archive has a catalogue.", "档案馆没有目录。", "没有"),
    ("They may enter without a ticket.", "Они могут войти с билетом.", "without"),
    ("They may enter with a ticket.", "Они могут войти без билета.", "без"),
    ("They may enter without a ticket.", "他们可凭票入场。", "without"),
    ("The towns never agreed on a fee.", "Города договорились о сборе.", "never"),
    ("The towns agreed on a fee.", "Города никогда не договаривались о сборе.", "никогда"),
    ("The towns agreed on a fee.", "各镇未就收费达成协议。", "未"),
    ("The towns did not agree on a fee.", "各镇就收费达成协议。", "not"),
    ("None of the doors opened.", "Все двери открылись.", "none of"),
    ("Nothing was removed from the hall.", "Из зала вынесли мебель.", "nothing"),
    ("Nobody saw the letter.", "Все видели письмо.", "nobody"),
    ("The map cannot be copied.", "Карту можно копировать.", "cannot"),
    ("The map can be copied.", "Карту нельзя копировать.", "нельзя"),
    ("The map can be copied.", "地图不能复制。", "不能"),
    ("The map cannot be copied.", "地图可以复制。", "cannot"),
    ("The Parties shall not sell the land.", "Стороны продают землю.", "not"),
    ("The Parties shall sell the land.", "Стороны не продают землю.", "не"),
    ("The Parties shall not sell the land.", "双方应出售土地。", "not"),
    ("The Parties shall sell the land.", "双方不得出售土地。", "不得"),
    ("Стороны не продают землю.", "双方出售土地。", "не"),
    ("Стороны продают землю.", "双方不出售土地。", "不"),
    ("Стороны не обязаны платить.", "双方有义务付款。", "не"),
    ("Договор не вступил в силу.", "条约已经生效。", "не"),
    ("Договор вступил в силу.", "条约尚未生效。", "尚未"),
    ("Поезд приходит без задержки.", "火车晚点到达。", "без"),
    ("Ни один поезд не пришел.", "火车到了。", "ни один"),
    ("В деревне нет врача.", "村里有医生。", "нет"),
    ("В деревне есть врач.", "村里没有医生。", "没有"),
    ("委员会没有通过预算。", "The committee adopted the budget.", "没有"),
    ("委员会通过了预算。", "The committee did not adopt the budget.", "not"),
    ("委员会并未通过预算。", "Комитет утвердил бюджет.", "并未"),
    ("委员会通过了预算。", "Комитет не утвердил бюджет.", "не"),
    ("该法并非适用于船只。", "The law applies to ships.", "并非"),
    ("The fee is due, and the deposit is not returned to the tenant.",
     "Сбор подлежит уплате, а залог возвращается арендатору.", "not"),
    ("不得延长合同。", "The contract is extended.", "不得"),
]  # fmt: skip

SAME = [
    ("The bridge is not safe.", "Мост не является надежным."),
    ("The bridge is not open.", "该桥不开放。"),
    ("The bridge is not only old but narrow.", "Мост является старым и узким."),
    ("The bridge is not only old but narrow.", "该桥不仅老旧而且狭窄。"),
    ("Replies are due no later than 5 May.", "Ответы принимаются до 5 мая."),
    ("Replies are due no later than 5 May.", "答复应在5月5日之前提交。"),
    ("Non-governmental groups took part.", "Неправительственные группы приняли участие."),
    ("Non-governmental groups took part.", "非政府团体参加了会议。"),
    ("The work goes on constantly.", "工作不断进行。"),
    ("Regardless of age, all may enter.", "无论年龄大小，都可以入场。"),
    ("The price does not exceed ten crowns.", "Цена не превышает десяти крон."),
    ("The price does not exceed ten crowns.", "价格不超过十克朗。"),
    ("It lasted a week.", "Это длилось неделю."),
    ("Several towns took part.", "Несколько городов приняли участие."),
    ("The security of the port improved.", "Безопасность порта повысилась."),
    ("The African towns took part.", "非洲城镇参加了会议。"),
    ("It was very warm.", "天气非常温暖。"),
    ("The future of the port is bright.", "港口的未来一片光明。"),
    ("Стороны не продают землю.", "双方不出售土地。"),
    ("Стороны не только продают, но и дарят землю.", "双方不仅出售而且赠送土地。"),
    ("Тем не менее порт работает.", "然而，港口仍在运作。"),
    ("Необходимо открыть порт.", "必须开放港口。"),
    ("The house has no roof.", "У дома нет крыши."),
    ("The house has no roof.", "房子没有屋顶。"),
    ("They left without a word.", "Они ушли без слов."),
    ("They never came back.", "Они никогда не возвращались."),
    ("Neither town replied.", "Ни один город не ответил."),
    ("The map cannot be copied.", "Карту нельзя копировать."),
    ("The law is unlawful and unjust.", "法律是非法和不公正的。"),
    ("He is living in Moscow.", "他住在莫斯科。"),
]


@pytest.mark.parametrize(("left", "right", "denial"), DIFFERENT)
def test_a_denial_on_one_side_alone_is_found(left: str, right: str, denial: str) -> None:
    assert any(denial in pair and "" in pair for pair in told(left, right, "negation"))


@pytest.mark.parametrize(("left", "right"), SAME)
def test_what_both_deny_or_neither_is_no_clue(left: str, right: str) -> None:
    strong = [clue for clue in found(left, right, "negation") if not clue.features["beside another"]]
    assert strong == []


def test_a_word_that_may_stand_for_the_denial_is_told() -> None:
    (clue,) = found("The ministry did not reply.", "Министерство отказалось отвечать.", "negation")
    assert clue.features["answered strongly"] > 0.5
