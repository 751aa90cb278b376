"""English."""

from __future__ import annotations

import re

from dragoman.languages.composed import ComposedLanguage
from dragoman.languages.structure.labels import StructureWords
from dragoman.languages.structure.sentence_rules import SentenceRules
from dragoman.languages.words.vocabulary import vocabulary

_HOLDS = vocabulary(
    """
    mr mrs ms mx messrs mmes dr prof rev fr hon gen lt col maj capt cmdr sgt adm gov pres sen rep amb
    h.e h.m h.r.h h.h e.g i.e eg ie viz cf vs v ca approx incl excl resp fig figs tab eq ch
    th yu trans
    """
)
_HOLDS_BEFORE_NUMBER = vocabulary(
    """
    no nos art arts para paras par pars p pp vol vols sec sect secs ch chap chaps cl reg regs res doc
    docs supp suppl add corr rev annex app pt pts jan feb mar apr jun jul aug sep sept oct nov dec c
    circ tel ext
    """
)
_HOLDS_UNLESS_STARTER = vocabulary(
    """
    st mt ft ste ed eds u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c a.d b.c c.e b.c.e ph.d m.d ll.m jr sr inc
    ltd co corp llc plc al et.al dept div govt bros ave blvd rd univ assn int'l nat'l
    """
)
_ENDS_BEFORE_CAPITAL = vocabulary("a.m p.m etc hrs kms km kg mm cm")
_BEFORE_LETTER = re.compile(
    r"(?:^|\s)(?i:annex(?:es)?|appendix|part|table|chapter|section|title|schedule|group|category|level|"
    r"class|phase|type|war|volume|figure|form|plan|vitamin|hepatitis)\s\Z|\d\s*\Z"
)
_STARTERS = vocabulary(
    """
    the a an this that these those it its he she they we you i his her their our there here in on at by
    for from with without within to of as if when while where who what which why how and but or nor yet
    so because since although though after before during until unless under over between among through
    throughout despite given all any each every some many most several both few no not none one two
    three another other others such only also however moreover furthermore therefore thus hence
    nevertheless nonetheless meanwhile finally first second third then today now once again indeed
    instead is are was were do does did can could may might must shall should will would has have had
    let it's that's there's
    """
)

_FUNCTION_WORDS = vocabulary(
    """
    the of and to in that is for it was on are as with his they be at this from have or by not but what
    all were when we there can an your which their if will each about how up out them then she these
    would other into has her two him could been its who may shall should our
    """
)

LANGUAGE = ComposedLanguage(
    code="en",
    name="English",
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
            "article": "article",
            "art.": "article",
            "chapter": "chapter",
            "section": "section",
            "§": "section",
            "part": "part",
            "title": "title",
            "annex": "annex",
            "appendix": "annex",
        },
    ),
    tagger="dragoman.languages.words.english_words:EnglishWords",
    phrase_finder="dragoman.languages.phrases.english_phrases:EnglishPhrases",
    function_words=_FUNCTION_WORDS,
)
