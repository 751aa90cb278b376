"""Every other language: what can be done without knowing it.

Sentences by the marks of all scripts, words by their spelling, figures as numbers.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.languages.composed import ComposedLanguage
from dragoman.languages.function_words import FUNCTION_WORDS
from dragoman.languages.structure.labels import StructureWords
from dragoman.languages.structure.sentence_rules import SentenceRules
from dragoman.languages.words.vocabulary import vocabulary

UNDETERMINED = "und"
"""The code of a text whose language is not known (ISO 639-2)."""


class _Known(NamedTuple):
    """A language by its code, its own name for itself and its script (ISO 15924)."""

    code: str
    name: str
    script: str = "Latn"


_KNOWN = {
    known.code: known
    for known in (
        _Known("af", "Afrikaans"),
        _Known("am", "አማርኛ", "Ethi"),
        _Known("ar", "العربية", "Arab"),
        _Known("az", "azərbaycan dili"),
        _Known("be", "беларуская", "Cyrl"),
        _Known("bg", "български", "Cyrl"),
        _Known("bn", "বাংলা", "Beng"),
        _Known("bo", "བོད་ཡིག", "Tibt"),
        _Known("bs", "bosanski"),
        _Known("ca", "català"),
        _Known("cs", "čeština"),
        _Known("cy", "Cymraeg"),
        _Known("da", "dansk"),
        _Known("de", "Deutsch"),
        _Known("el", "Ελληνικά", "Grek"),
        _Known("eo", "Esperanto"),
        _Known("es", "español"),
        _Known("et", "eesti"),
        _Known("eu", "euskara"),
        _Known("fa", "فارسی", "Arab"),
        _Known("fi", "suomi"),
        _Known("fil", "Filipino"),
        _Known("fr", "français"),
        _Known("ga", "Gaeilge"),
        _Known("gl", "galego"),
        _Known("gu", "ગુજરાતી", "Gujr"),
        _Known("ha", "Hausa"),
        _Known("he", "עברית", "Hebr"),
        _Known("hi", "हिन्दी", "Deva"),
        _Known("hr", "hrvatski"),
        _Known("hu", "magyar"),
        _Known("hy", "հայերեն", "Armn"),
        _Known("id", "bahasa Indonesia"),
        _Known("is", "íslenska"),
        _Known("it", "italiano"),
        _Known("ja", "日本語", "Jpan"),
        _Known("ka", "ქართული", "Geor"),
        _Known("kk", "қазақ тілі", "Cyrl"),
        _Known("km", "ខ្មែរ", "Khmr"),
        _Known("kn", "ಕನ್ನಡ", "Knda"),
        _Known("ko", "한국어", "Kore"),
        _Known("ky", "кыргызча", "Cyrl"),
        _Known("la", "Latina"),
        _Known("lo", "ລາວ", "Laoo"),
        _Known("lt", "lietuvių"),
        _Known("lv", "latviešu"),
        _Known("mk", "македонски", "Cyrl"),
        _Known("ml", "മലയാളം", "Mlym"),
        _Known("mn", "монгол", "Cyrl"),
        _Known("mr", "मराठी", "Deva"),
        _Known("ms", "bahasa Melayu"),
        _Known("mt", "Malti"),
        _Known("my", "မြန်မာ", "Mymr"),
        _Known("ne", "नेपाली", "Deva"),
        _Known("nl", "Nederlands"),
        _Known("no", "norsk"),
        _Known("pa", "ਪੰਜਾਬੀ", "Guru"),
        _Known("pl", "polski"),
        _Known("ps", "پښتو", "Arab"),
        _Known("pt", "português"),
        _Known("ro", "română"),
        _Known("sd", "سنڌي", "Arab"),
        _Known("si", "සිංහල", "Sinh"),
        _Known("sk", "slovenčina"),
        _Known("sl", "slovenščina"),
        _Known("so", "Soomaali"),
        _Known("sq", "shqip"),
        _Known("sr", "српски", "Cyrl"),
        _Known("sv", "svenska"),
        _Known("sw", "Kiswahili"),
        _Known("ta", "தமிழ்", "Taml"),
        _Known("te", "తెలుగు", "Telu"),
        _Known("tg", "тоҷикӣ", "Cyrl"),
        _Known("th", "ไทย", "Thai"),
        _Known("ti", "ትግርኛ", "Ethi"),
        _Known("tk", "türkmençe"),
        _Known("tr", "Türkçe"),
        _Known("tt", "татарча", "Cyrl"),
        _Known("ug", "ئۇيغۇرچە", "Arab"),
        _Known("uk", "українська", "Cyrl"),
        _Known("ur", "اردو", "Arab"),
        _Known("uz", "oʻzbekcha"),
        _Known("vi", "Tiếng Việt"),
        _Known("yi", "ייִדיש", "Hebr"),
        _Known(UNDETERMINED, "?", "Zyyy"),
    )
}

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
_ORDINAL_DOT = vocabulary("bs cs da de et fi hr hu is lv no pl sk sl sr tr")
_AT_SPACES = frozenset({"th", "lo"})

# Abbreviations of several languages; a word that is one in one of them ends few sentences in
# the others.
_HOLDS = vocabulary(
    """
    mr mrs ms dr prof st sr sra dra mme mlle dña ing mgr bzw z.b d.h u.a vgl inkl evtl ggf p.ex c.-à-d
    cf e.g i.e vs v ca np tzw m.in napr např tzv mj kol resp bl o.a d.w.z bijv drs prof.dr t.ex bl.a dvs
    ör vb bkz sn ім т.зв т.е т.к г-н
    """
)
_HOLDS_BEFORE_NUMBER = vocabulary(
    """
    no nr núm nº n art arts abs ziff kap s p pp pág págs vol t cap par párr lit bd č čl str ust poz dz
    rt md st чл ал т стор п ч ст рис табл
    """
)
_HOLDS_UNLESS_STARTER = vocabulary("u.s u.k u.n ee.uu inc ltd co corp bhd s.a s.l s.p.a gmbh al")

_ARTICLES = vocabulary(
    """
    article artículo articulo artikel artigo articolo artykuł článek článok čl. art. articolul cikk madde
    modda pasal điều artikla artikkel artikkeli straipsnis pants neni член чл. članak чланак стаття артыкул
    статья моддаи бап берене άρθρο հոդված მუხლი المادة مادة ماده دفعہ סעיף अनुच्छेद ধারা ข้อ มาตรา ມາດຕາ មាត្រា
    """
)
_CHAPTERS = vocabulary("chapitre capítulo kapitel capitolo hoofdstuk rozdział глава розділ الفصل فصل")
_ANNEXES = vocabulary("annexe anexo anhang allegato bijlage załącznik додаток المرفق")
_STRUCTURE = StructureWords(
    before=dict.fromkeys(_ARTICLES, "article")
    | dict.fromkeys(_CHAPTERS, "chapter")
    | dict.fromkeys(_ANNEXES, "annex"),
    after={
        "条": "article",
        "條": "article",
        "章": "chapter",
        "節": "section",
        "조": "article",
        "장": "chapter",
    },
    opens="第|제",
)


def generic(code: str) -> ComposedLanguage | None:
    """The language with this code, or None where not even the code is known."""
    known = _KNOWN.get(code)
    if known is None:
        return None
    return ComposedLanguage(
        code=known.code,
        name=known.name,
        direction="rtl" if known.script in _RIGHT_TO_LEFT else "ltr",
        in_depth=False,
        sentence_rules=SentenceRules(
            holds=_HOLDS,
            holds_before_number=_HOLDS_BEFORE_NUMBER,
            holds_unless_starter=_HOLDS_UNLESS_STARTER,
            starters=FUNCTION_WORDS.get(known.code, frozenset()),
            ordinal_dot=known.code in _ORDINAL_DOT,
            at_spaces=known.code in _AT_SPACES,
        ),
        structure=_STRUCTURE,
        function_words=FUNCTION_WORDS.get(known.code, frozenset()),
    )


def codes() -> tuple[str, ...]:
    """The codes of all languages known here, "und" left out."""
    return tuple(code for code in _KNOWN if code != UNDETERMINED)
