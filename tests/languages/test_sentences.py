"""Where sentences end. In the tables a | marks each end that has to be found, and no other may be."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.languages import known, language


def check(code: str, marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.of(text) for span in language(code).sentences(text)] == parts


RUSSIAN = [
    "Стороны встретились.| Они обсудили повестку дня.| Следующая встреча пройдёт осенью",
    "Реки, озёра, т. е. все воды, общие.| Это важно.",
    "Реки, озёра и т. д.| Комиссия согласна.",
    "Реки, озёра и т.п.| Комиссия согласна.",
    "Реки и др.| Комиссия согласна.",
    "Это т. н. Северный путь.| Он длинный.",
    "В 2024 г. Комиссия приняла план.",
    "План принят в 2024 г.| Он действует до 2030 г.| В нём пять глав.",
    "Срок с 2020 по 2024 гг. продлён.",
    "Это было в XX в.| После войны мост построили заново.",
    "Собрано 5 тыс. тонн и 3 млрд. рублей.| Это много.",
    "Цена 10 млн. 500 тыс. рублей.",
    "Взнос составил 9,7 млн. долл. США.| Он уплачен.",
    "Согласно ст. 5 и п. 3 ст. 7, гл. II и ч. 1 разд. 4.| Далее следует текст.",
    "См. Приложение 2.| См. также рис. 3 и табл. 4.",
    "В. В. Иванов открыл заседание.| Затем выступил Петров А. С.| Он поддержал план.",
    "Выступили В.В.Иванов, Дж. Смит и А. Петров.| Все согласились.",
    "Памятник им. А. С. Попова стоит на ул. Садовой.| Рядом парк.",
    "Дано им.| Он подписал.",
    "г. Каменный Брод и с. Ивановка соединены дорогой.",
    "Заседание открыто в 10 ч. 00 м.| Стороны заняли места.",
    "Длина 948,2 кв. км.| 61. Следующий пункт повестки.",
    "Условия изложены в приложении I.| Начиная с мая они действуют.",
    "«Мы согласны», — сказал он.| «Хорошо».| Все встали.",
    "«Вы согласны?» — спросил он.| «Да!» — ответили все.",
    "Он сказал: «Мы согласны.| Начнём».| Все встали.",
    "Он ответил: «Да.»| Все встали.",
    "Заявление <<Мир и согласие>>.| <<Вода -- общее благо>>.| Конец.",
    "— Вы готовы?| — Да.| — Начнём.",
    "Река — наш сосед.| — Пётр согласен.",
    "Мы ждали… и дождались.| Потом…| Потом ушли.",
    "…и так далее.| Конец.",
    "Он ушёл...| Она осталась.",
    "Как?| Неужели?!| Да!",
    "Что делать? спросил он.",
    "45. В течение года вода поднялась.| 46. Комитет отметил это.",
    "5.2. Стороны согласны.| 5.3. Стороны сотрудничают.",
    "IV. Заключение сторон.| Оно принято.",
    "а) Стороны помогают.| б) Стороны сотрудничают.",
    "Текст пункта.| b) второе положение;",
    "Статья 5. Стороны сотрудничают.| Они помогают.",
    "Рост 3.5 процента.| Версия 2.0 готова.",
    "Он (Иванов И. И.) согласен.| (См. выше.)| Далее.",
    "Он (неужели?) Петров.",
    "Вода общая.[3]| Берег общий.¹| Конец.",
    "Стороны [...] согласны.| (…) Конец.",
    "Адрес: www.example.org и mail@example.org.| Пишите.",
    "ПЕРВАЯ ЧАСТЬ.| ВТОРАЯ ЧАСТЬ.",
    "Мы за мир.| ООН за мир.| Все в ООН.| НАТО и ШОС тоже.",
    "Страны:: первая.| :: Побудить стороны.",
    "В 2026-й.| Затем он ушёл в 810-й.| Полк вырос.",
    "Пункты: 1. Мосты; 2. Дороги; 3. Пристани.| Это всё.",
    "Спасибо.| <…> Темы встречи.",
]

ENGLISH = [
    "The Parties met.| They agreed.| No full stop here",
    "Mr. Smith, Mrs. Jones and Dr. Lee came.| They spoke.",
    "The U.S. Government agreed.| It left the U.S.| The talks ended.",
    "See No. 5 and Art. 3, para. 2.| No.| Nothing else.",
    "Many goods, e.g. tea, i.e. leaves, cf. China.| Next.",
    "Tea, silk, etc. were sold.| Tea, silk, etc.| Trade grew.",
    "It grew by 3.5 per cent.| It cost $4.20.| Then it fell.",
    "J. R. R. Tolkien met A. Smith.| They talked.",
    "We met at 10 a.m. on Monday.| We left at 6 p.m.| Representatives came.",
    "It was made by Lake Inc. in May.| It was made by Lake Inc.| The firm closed.",
    "The texts are in annex I.| Likewise, annex II. holds maps.",
    "He waited... and left.| He waited...| She left.",
    '"Is it so?" he asked.| "Yes."| They left.',
    "“We agree.”| “So do we,” she said.| ‘Good.’| End.",
    "They said <<peace and water>>.| <<Agreed.>>| End.",
    "(See annex II.)| The rest follows (see page 3).| End.",
    "45. The Committee met.| 46. It agreed.",
    "(a) The Parties help.| (b) The Parties report.",
    "Article 5. The Parties cooperate.| They report.",
    "First point.| (ii) second point;",
    "Really?!| Yes!| No…| Well.",
    "Prof. St. John lives on Lake St. near Mt. Tilena.| He writes.",
    "The meeting in Washington, D.C. was short.| Prices (in U.S. dollars) rose.",
    "Mr. P. M. Smith came at 6 p.m.| Delegates spoke.",
    "Jan. 5 and Sept. 7, vol. 3, pp. 4 and 5.| End.",
    "Visit example.org/a.b?c=17.| End.",
    "NATO.| The UN.| The Parties.",
    "She said: “We agree.| We will help.”| He left.",
    "The plan was adopted [...] in 2020.| It stands.",
]

CHINESE = [
    "双方举行了会谈。|双方同意；会谈在友好的气氛中进行。|没有句号",
    "好吗？|好！|真的？！|是的……|走吧。",
    "他说：“我们同意。”|大家起立。",
    "他问：“为什么？”的时候，没人回答。|后来有人说话。",
    "“走吧！”他说。|大家走了。",
    "他说：“来了。|走了。”|散会。",
    "會議通過了「和平宣言」。|他說：「好。」|散會。",
    "他說：「『水是公有的。』」|大家同意。",
    "耶穌說：「好。」|門徒說：「是。」",
    "《怎么办？》一书出版了。|大家在读。",
    "联合国.| 中国同意.|双方合作.",
    "好吗?|好!|是的。",
    "增长3.5%，第2.1节，见A.B.公司。|完",
    "45. 委员会开会。|46. 会议通过决定。",
    "一、双方合作。|（二）双方报告。",
    "第五条　国家合作。|第六条　国家报告。",
    "（见附件。）|下一项。",
    "这是（为什么？）问题。",
    '他说"我们同意。"|大家起立。',
    "Mr. Smith和No. 5号文件。|完。",
    "经济增长。|\u3000\u3000人口增长。",
    "各国（包括小国）。[3]|下一项。",
    "雨停了……|但是路还湿。",
    "真的吗?!｡|好｡",
]

OTHERS = [
    ("ar", "هذه جملة.| هل هذا سؤال؟| نعم!| د. أحمد هنا."),
    ("ur", "یہ جملہ ہے۔| کیا یہ سوال ہے؟| ہاں۔"),
    ("fa", "این جمله است.| آیا این پرسش است؟| بله."),
    ("he", "זה משפט.| האם זו שאלה?| כן."),
    ("hi", "यह एक वाक्य है।| क्या यह प्रश्न है?| हाँ॥"),
    ("am", "ይህ ዓረፍተ ነገር ነው።| ሌላ ነው።"),
    ("hy", "Սա նախադասություն է։| Սա էլ։"),
    ("km", "នេះជាប្រយោគ។| នេះក៏ជាប្រយោគ។"),
    ("my", "ဒါဝါကျပါ။| နောက်ဝါကျပါ။"),
    ("bo", "བོད་ཡིག།| གཉིས་པ།"),
    ("ja", "会議が開かれた。|「はい。」|終わり。"),
    ("ko", "회의가 열렸다.| 모두 동의했다.| 끝."),
    ("de", "Am 3. Oktober kam Dr. Müller.| „Gut.“| Er ging z. B. heim."),
    ("fr", "Il dit : « Quoi ? »| Puis M. Dupont partit."),
    ("es", "¿Quién es?| ¡Hola!| Es el Sr. García."),
    ("pl", "To jest 5. posiedzenie.| Koniec."),
    ("el", "Αυτή είναι πρόταση.| Και αυτή."),
    ("th", "มนุษย์ทั้งหลายอาศัยอยู่ร่วมกันบนฝั่งแม่น้ำสายเดียวกัน| ทุกคนใช้น้ำร่วมกันและดูแลแม่น้ำร่วมกัน"),
    ("th", "แม่น้ำ ไหล ลงใต้"),
    ("kk", "Өзен ағады.| Ол ұзын."),
    ("und", "Qwx zyv.| Abc!"),
]


@pytest.mark.parametrize("marked", RUSSIAN)
def test_russian(marked: str) -> None:
    check("ru", marked)


@pytest.mark.parametrize("marked", ENGLISH)
def test_english(marked: str) -> None:
    check("en", marked)


@pytest.mark.parametrize("marked", CHINESE)
def test_chinese(marked: str) -> None:
    check("zh", marked)


@pytest.mark.parametrize(("code", "marked"), OTHERS)
def test_other_languages(code: str, marked: str) -> None:
    check(code, marked)


def test_a_line_end_is_a_space_and_an_empty_line_is_not() -> None:
    text = "Стороны\nвстретились. Они\nговорили\n \n  Заголовок\n\nКонец"
    spans = language("ru").sentences(text)
    assert [span.of(text) for span in spans] == [
        "Стороны\nвстретились.",
        "Они\nговорили",
        "Заголовок",
        "Конец",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n \u3000"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert language("zh").sentences(text) == []


_PIECES = st.sampled_from(
    [
        *"аБzQ中文1é한ـไ",
        *" \n\u3000\u00a0",
        *".!?…。！？؟।",
        *'«»"“”「」()（）[]',
        "<<",
        ">>",
        "т. е.",
        "Mr.",
        "...",
        "ст. 5",
        "\n\n",
    ]
)


@given(
    st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(["ru", "en", "zh", "ar", "th", "de", "ja"])
)
@example("\n\n.\n\n", "ru")
@example('"."."."', "zh")
def test_sentences_hold_all_and_only_the_text(text: str, code: str) -> None:
    covered: set[int] = set()
    end = 0
    for span in language(code).sentences(text):
        assert end <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        covered.update(range(span.start, span.end))
        end = span.end
    assert all(i in covered for i, character in enumerate(text) if not character.isspace())


@given(st.text(max_size=80), st.sampled_from(known()))
def test_any_text_in_any_language(text: str, code: str) -> None:
    spans = language(code).sentences(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize(
    "unit",
    ["слово ", "А. ", "т. е. ", "?) ", "(a!) ", '"." ', "中！）", ".", "\n \n", "[1]", "1. ", "…", "«. "],
)
@pytest.mark.parametrize("code", ["ru", "zh"])
def test_time_is_linear(unit: str, code: str) -> None:
    text = unit * (100_000 // len(unit))
    started = time.process_time()
    language(code).sentences(text)
    assert time.process_time() - started < 3
