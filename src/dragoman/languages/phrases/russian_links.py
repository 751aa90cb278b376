"""Small words of Russian that tie the parts of a term together, and those that never belong to one.

The lists are short on purpose: what is merely common is for the measures of termhood to tell.
"""

from __future__ import annotations

from dragoman.languages.words.vocabulary import vocabulary

_LOCATIVE, _ACCUSATIVE, _GENITIVE, _DATIVE, _INSTRUMENTAL = "Loc", "Acc", "Gen", "Dat", "Ins"

PREPOSITIONS: dict[str, frozenset[str]] = {
    "в": frozenset({_LOCATIVE, _ACCUSATIVE}),
    "на": frozenset({_LOCATIVE, _ACCUSATIVE}),
    "с": frozenset({_INSTRUMENTAL}),
    "по": frozenset({_DATIVE}),
    "о": frozenset({_LOCATIVE}),
    "к": frozenset({_DATIVE}),
    "для": frozenset({_GENITIVE}),
    "от": frozenset({_GENITIVE}),
    "из": frozenset({_GENITIVE}),
    "без": frozenset({_GENITIVE}),
    "против": frozenset({_GENITIVE}),
    "среди": frozenset({_GENITIVE}),
    "вне": frozenset({_GENITIVE}),
    "до": frozenset({_GENITIVE}),
    "за": frozenset({_INSTRUMENTAL, _ACCUSATIVE}),
    "над": frozenset({_INSTRUMENTAL}),
    "под": frozenset({_INSTRUMENTAL}),
    "между": frozenset({_INSTRUMENTAL}),
    "при": frozenset({_LOCATIVE}),
    "через": frozenset({_ACCUSATIVE}),
}
"""Prepositions inside terms, and the cases of what follows: «борьба с терроризмом», «договор о …»."""

SPELLINGS = {"во": "в", "со": "с", "об": "о", "обо": "о", "ко": "к"}
"""Other spellings of the same prepositions."""

CONJUNCTIONS = vocabulary("и или")
ADVERBS = vocabulary("наиболее наименее менее более особо весьма вновь")
"""Adverbs before an adjective of a term, beside those in -о: «наименее развитые страны»."""

LINKS = {
    "в": vocabulary("цель область сфера рамка отношение интерес"),
    "по": vocabulary("вопрос проблема дело"),
    "на": vocabulary("основа"),
}
"""Prepositions and nouns that together are no more than a preposition: «помощь в целях развития».

They stand inside a term, never at its end, and without more the noun is no term.
"""

HEADS_OF_LINKS = vocabulary("цель")
"""Nouns of links that make a term with what follows: «цели развития», but no «область образования»."""

ADVERBIAL = {
    "в": vocabulary(
        """
        соответствие связь ход результат течение качество случай вид польза число присутствие период
        процесс порядок дух свет адрес частность итог целое время год продолжение зависимость
        сочетание последствие дальнейшее начало конец середина очередь ответ честь преддверие
        отсутствие лицо направление
        """
    ),
    "с": vocabulary("учет цель помощь начало момент точка сторона"),
    "на": vocabulary("основание протяжение этап уровень день год время счет"),
    "по": vocabulary(
        "мера причина итог просьба инициатива линия сравнение отношение поручение случай результат счет"
    ),
    "за": vocabulary("счет исключение период год"),
    "при": vocabulary("условие помощь содействие поддержка участие посредство наличие"),
    "от": vocabulary("имя лицо"),
    "до": vocabulary("конец пора"),
    "из": vocabulary("число"),
    "без": vocabulary("ущерб"),
}
"""Prepositions and nouns that begin an adverbial, not a part of a term: «в соответствии с»."""

EMPTY_NOUNS = vocabulary("рамка ход ряд раз счет образ течение соответствие пункт год том г гг п пп ст")
"""Nouns that carry nothing alone."""

EMPTY_MODIFIERS = vocabulary(
    """
    другой данный следующий указанный упомянутый вышеупомянутый вышеуказанный нижеследующий нынешний
    соответствующий настоящий прочий различный многий иной самый прошлый остальной надлежащий
    """
)
"""Adjectives that point or compare; no term begins with them."""

TAKES_DATIVE = vocabulary("помощь поддержка угроза ущерб вред вызов отпор препятствие услуга")
TAKES_INSTRUMENTAL = vocabulary("торговля обмен торговец")
DEVERBAL = ("ние", "тие", "вие")
"""Endings of nouns that keep their verb's complement: «содействие развитию», «управление рисками»."""
