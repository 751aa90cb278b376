"""Russian."""

from __future__ import annotations

import re

from dragoman.languages import folding
from dragoman.languages.composed import ComposedLanguage
from dragoman.languages.structure.labels import StructureWords
from dragoman.languages.structure.sentence_rules import SentenceRules
from dragoman.languages.words.vocabulary import vocabulary

STRESS = "\u0301"
"""The accent that marks stress in dictionaries and textbooks; no part of the spelling."""

_HOLDS = vocabulary(
    """
    т.е т.к т.н т.о и.о в.т.ч т.ч ул просп пер пл наб бульв тов гр проф акад доц чл корр ген полк подполк
    адм зам пом зав нач секр отв сост авт св преп митр архиеп еп прот свящ иером арх о букв см ср напр ок
    прибл соотв дж вс юр физ гос
    """
)
_HOLDS_BEFORE_NUMBER = vocabulary(
    """
    ст п пп подп ч чч гл разд рис табл прил стр с сс т тт кн вып изд ред док докл рез резол д корп кв оф
    эт тел доб факс абз аб прим янв фев февр мар апр июн июл авг сен сент окт нояб дек тыс млн млрд трлн
    руб коп долл г гг в вв час мин сек км м кг
    """
)
_HOLDS_UNLESS_STARTER = vocabulary(
    """
    г гг в вв долл тыс млн млрд трлн руб коп проц экз шт чел барр куб кв га с.г т.г с.ш ю.ш в.д з.д л.с у.е
    корп оф обл респ мин час сек им ред изд сб вкл англ франц фр исп итал кит яп лат греч араб перс рус лит
    """
)
_ENDS_BEFORE_CAPITAL = vocabulary("т.д т.п др пр проч н.э ч м км кг мм кв.км кв.м куб.м")
_BEFORE_LETTER = re.compile(
    # After a figure a single letter is a unit (в 10 ч. 00 м.), after these words a number.
    r"(?:^|\s)(?i:приложени\w+|част\w+|раздел\w*|глав\w+|таблиц\w+|групп\w*|категори\w+|класс\w*|этап\w*|"
    r"тип\w*|уровн\w+|вариант\w*|форм\w+|план\w*|витамин\w*|гепатит\w*)\s\Z|\d\s*\Z"
)
_STARTERS = vocabulary(
    """
    в во на по с со к ко у о об обо от до из за для при про без под над через между перед после кроме
    согласно ввиду благодаря вследствие вместе вместо среди около вокруг и а но или да либо однако зато
    также тоже ни не если когда пока хотя чтобы поскольку так как потому поэтому затем тогда теперь
    сейчас сегодня здесь там тут туда уже ещё еще вновь снова он она оно они мы вы я ты его её ее их им
    ему ей нас нам вас вам это этот эта эти этого этой этих этим этому тот та то те того той тех тем
    тому такой такая такое такие таким такого таких который кто что где куда откуда почему зачем сколько
    какой какая какие каков все всё всего всем всех весь вся каждый каждая каждое любой любая другой
    другие иной иные некоторые многие несколько большинство часть ряд один одна одно одни два две три
    оба обе наш наша наше наши свой своя своё свои ваш ваши сам сама само сами был была было были будет
    будут есть нет следует необходимо можно нужно важно наконец кстати итак следовательно впрочем наряду
    помимо несмотря вслед далее ранее позже более менее например причем причём притом именно лишь только
    даже ведь вот пусть
    """
)

_FUNCTION_WORDS = vocabulary(
    """
    и в не на что с по как это он к из за у от о для до же все при только было или его их еще ещё если
    также быть бы этого может так мы они но а то этом который которые является чтобы был была были будет
    между после во со об более без под через
    """
)


def fold(text: str) -> str:
    """`folding.fold`, with ё as е and without marks of stress."""
    return folding.fold(text).replace("ё", "е").replace(STRESS, "")


LANGUAGE = ComposedLanguage(
    code="ru",
    name="русский",
    sentence_rules=SentenceRules(
        holds=_HOLDS,
        holds_before_number=_HOLDS_BEFORE_NUMBER,
        holds_unless_starter=_HOLDS_UNLESS_STARTER,
        starters=_STARTERS,
        ends_before_capital=_ENDS_BEFORE_CAPITAL,
        before_letter=_BEFORE_LETTER,
    ),
    structure=StructureWords(
        before={
            "статья": "article",
            "ст.": "article",
            "глава": "chapter",
            "раздел": "section",
            "§": "section",
            "часть": "part",
            "титул": "title",
            "приложение": "annex",
        },
        # Without ё, й, ъ, ы, ь, which drafters leave out.
        letters="абвгдежзиклмнопрстуфхцчшщэюя",
        look_alikes=dict(zip("авекмнорстух", "abekmhopctyx", strict=True)),
        running=r"(?:Устав|Конвенц|Договор|Конституц|Пакт|Соглашен|Протокол|Федеральн|Закон|Кодекс|Статут|"
        r"Регламент|Декларац|Харти|Венск)",
    ),
    folding=fold,
    tagger="dragoman.languages.words.russian_words:RussianWords",
    phrase_finder="dragoman.languages.phrases.russian_phrases:RussianPhrases",
    function_words=_FUNCTION_WORDS,
)
