"""What English texts say of threats."""

from __future__ import annotations

from dragoman.threats.lexicon.en import TOPICS
from dragoman.threats.vocabulary import Rule, Words

# A threat by any of its names, with what may stand between article and noun.
_THREAT = (
    r"(?:threats?|dangers?|menaces?|perils?|scourges?|risks?|evils?|plagues?|ills|destabili[sz]ing factors?|"
    r"(?:factors?|sources?) of (?:instability|danger|destabili[sz]ation))\b"
)
_STRONG = (
    r"(?:(?!and\b|or\b|of\b|to\b|in\b|that\b|these\b|those\b|for\b|responsible\b|with\b|by\b|"
    r"from\b|as\b)[\w'-]+ ){0,4}"
)
_CHALLENGE = r"(?:challenges?|problems?|difficulties|issues|phenomena|obstacles?)"
_ADVERB = (
    r"(?:also|still|now|not|in itself|itself|themselves|thus|today|perhaps|indeed|"
    r"increasingly|among|one of|by far|"
    r"always|clearly|undoubtedly|rightly|truly)"
)
# Forms of "to be" need an article behind them: "are a threat", and not "are these threats".
_POSE = (
    r"(?:pos(?:es?|ed|ing)|represent(?:s|ed|ing)?|constitut(?:es?|ed|ing)|present(?:s|ed|"
    r"ing)?|creat(?:es?|ed|ing)|"
    r"carr(?:y|ies|ied)|entails?|(?:remains?|remained|becom(?:es?|ing)|became|is|are|was|were|been|be|being)"
    rf"(?= (?:{_ADVERB} )*(?:a|an|the|another|our|real|serious|potential|grave|new|major|no|"
    rf"common|global|main|most|direct|great(?:est)?)\b))"
)
_PEACE = (
    r"(?:the |our |its |their |his |a |an |all |this |that |and |or |of |both |very |world|"
    r"global|international|"
    r"regional|national|universal|european|whole |entire |common |collective |foundations? |basis |cause |"
    r"maintenance |prospects? |future |fate |climate |process |human(?:ity|kind)?|mankind|"
    r"\b\w+(?:'s|ian|an|ern|al|ic) |"
    r"[ ,'-]){0,9}"
    r"(?:peace|security|stability|stabili[sz]e|surviv|existence|life\b|lives|independence|sovereignty|"
    r"integrity|mankind|humanity|humankind|civili[sz]ation|planet|world\b|future|development|"
    r"order|freedom|community|generations?\b|situation|principles|charter|foundations?|"
    r"rest of|process|gains|interests|efforts|"
    r"region\b|countr(?:y|ies)|states?\b|nations?\b|peoples?\b|relations|cooperation|co-operation|balance|"
    r"health|well-being|economy|economies|non-proliferation|trust|confidence|cent(?:ral|"
    r"er) asia|asia|europe|africa|us\b|"
    r"them\b|it\b)"
)

WORDS = Words(
    trigger=(
        r"instability|source|factor|threat|danger|menac|peril|scourge|risk|evil|plague|ills\b|challeng|combat|fight|struggl|"
        r"battle|war on|"
        r"war against|against|counter|tackl|undermin|jeopardi|destabili|imperil|prevent|eliminat|"
        r"eradicat|suppress|"
        r"curb|halt|put(?:ting)? an end|avert|overcom|condemn|denounc|deplor|concern|alarm|worr|"
        r"problems|phenomena|"
        r"address"
    ),
    rules=(
        Rule(
            "poses",
            "before",
            rf"\b(?:(?:has|have|had|will|would|can|could|may|might|must|does|do|did|not|no longer|"
            rf"continues? to|"
            rf"continued to|tends? to|likely to|only|never|should|"
            rf"{_ADVERB}) ){{0,4}}{_POSE} (?:{_ADVERB} ){{0,3}}{_STRONG}"
            rf"(?:{_THREAT}|source of (?:\w+ ){{0,2}}{_THREAT})(?! (?:of|posed|from|in)\b)",
        ),
        Rule(
            "poses",
            "before",
            rf"\b(?:is|are|was|were|remains?) fraught with {_STRONG}{_THREAT}",
        ),
        Rule(
            "poses",
            "after",
            (
                rf"\b{_THREAT} (?:that|which) (?=[\w' ,-]{{3,60}} (?:poses?|represents?|constitutes?|"
                rf"presents?)\b)"
            ),
        ),
        Rule(
            "poses",
            "after",
            (
                rf"\b(?:a|another|one|main|further|second|third|serious|"
                rf"grave) (?:\w+ )?{_THREAT} (?:for us |to us )?(?:is|are|was|were|comes from) (?:that of |"
                rf"the fact )?(?=(?:the|an?) )"
            ),
        ),
        Rule(
            "poses",
            "after",
            rf"{_THREAT} (?:to [\w' ,-]{{3,60}}? )?(?:posed|represented|created|caused|presented) by ",
        ),
        Rule(
            "poses",
            "after",
            (
                rf"\b(?:main|greatest|gravest|biggest|principal|primary|major|most serious|real|"
                rf"chief) {_THREAT}(?: to [\w' ,-]{{3,60}}?)? (?:is|are|was|were|"
                rf"comes from) (?:the fact )?(?!not\b|to\b|being\b)"
            ),
        ),
        Rule(
            "threatens",
            "before",
            rf"\b(?:(?:has|have|had|will|would|can|could|may|might|does|do|did|still|also|now|not|"
            rf"continues? to|tends? to|likely to|used to|only|seriously|"
            rf"gravely|increasingly|thereby|directly|constantly|never|should|further|thus|"
            rf"severely) ){{0,4}}(?:threaten(?:s|ed|ing)?|endanger(?:s|ed|ing)?|"
            rf"jeopardi[sz](?:es?|ed|ing)|imperil(?:s|led|ling)?|menac(?:es|ed|ing)|"
            rf"destabili[sz](?:es?|ed|ing)|undermin(?:es?|ed|ing)|"
            rf"put(?:s|ting)? at risk) (?:seriously |gravely |directly |even )?(?=(?:not only |"
            rf"to destroy |to undermine |to engulf )?{_PEACE})",
        ),
        Rule(
            "threatens",
            "after",
            (
                r"\b(?:is|are|was|were|be|been|being) (?:\w+ly |still |now |also )?(?:threatened|"
                r"endangered|jeopardi[sz]ed|imperil+ed|menaced|undermined|destabili[sz]ed) (?:by|"
                r"because of) "
            ),
        ),
        Rule(
            "threat-list",
            "after",
            (
                rf"\b{_THREAT}(?: and (?:{_CHALLENGE}))?(?: (?:to|of|facing|"
                rf"confronting) [\w' -]{{3,50}}?)?,? ?(?:such as|including|like|namely|among them) "
            ),
        ),
        Rule(
            "threat-list",
            "after",
            rf"\bsuch (?:[\w-]+ ){{0,3}}(?:{_THREAT}|threats and challenges|challenges and threats) as ",
        ),
        Rule(
            "threat-list",
            "before",
            (
                rf" (?:and|or) other (?:(?:such|similar|new|global|grave|serious|transnational|common|"
                rf"contemporary|modern|emerging|non-traditional) ){{0,3}}{_THREAT}\b"
            ),
        ),
        Rule(
            "threat-of",
            "after",
            (
                rf"\b(?:{_THREAT})(?: and (?:{_CHALLENGE}|{_THREAT}))? (?:of|from|emanating from|"
                rf"arising from|stemming from|coming from|inherent in|associated with|related to|"
                rf"resulting from|linked to) "
            ),
        ),
        Rule(
            "threat-kind",
            "within",
            (
                r"(?<![\w-])(?P<x>[\w-]+(?:(?:, [\w-]+)* and [\w-]+| (?:arms|weapons|missile|war|economic|"
                r"financial))?) (?:threats?|menaces?|dangers?)\b(?! (?:of|from|against|by)\b)"
            ),
            known=True,
        ),
        Rule(
            "against",
            "after",
            r"\b(?:fight(?:ing)?|fought|struggl(?:e|es|ing)|battl(?:e|es|ing)|combat|campaign|crusade) "
            r"(?:waged |directed |being waged |to be waged )?against ",
        ),
        Rule(
            "against",
            "after",
            r"\b(?:war|action|measures|efforts|steps|cooperation|co-operation|coalition|alliance|"
            r"resistance|stand|"
            r"protect(?:ion|ed)?|safeguards?) (?:waged |directed )?(?:against|on(?= terror|(?= drugs))) ",
            known=True,
        ),
        Rule(
            "against",
            "after",
            (
                r"\b(?:to |in |of |jointly |for )?(?:combat(?:s|t?ing|t?ed)?|counter(?:s|ing|ed|act|"
                r"acting)?|fight(?:s|ing)?) (?!\w+ly\b|together|them\b|against|for\b|on\b|to\b|with\b|in\b|"
                r"back\b|at\b|by\b|capacit|force|strength|power|spirit|abilit|machine|troops|operations|"
                r"aircraft|units|readiness|men\b|vehicles)"
            ),
        ),
        Rule(
            "against",
            "after",
            r"\b(?:tackl(?:e|es|ing)|suppress(?:es|ing)?|suppression of|crack(?:ing)? down on) ",
            known=True,
        ),
        Rule(
            "against",
            "within",
            (
                r"\b(?:anti|counter)-?(?P<x>terroris[tm]\w*|drugs?|narcotics?|corruption|piracy|"
                r"extremis[tm])\b(?! (?:committee|executive|front|strategy|centre|center|office|"
                r"convention|unit|directorate|structure|fund|agency))"
            ),
            known=True,
        ),
        Rule(
            "prevent",
            "after",
            r"\b(?:(?:prevent(?:s|ing|ed)?|avert(?:ing)?)(?![^.,;]{0,80} from )|prevention of|"
            r"eliminat(?:e|es|ing)|(?<!treaty on the )elimination of|"
            r"eradicat(?:e|es|ing)|eradication of|curb(?:ing)?|put(?:ting)? an end to|overcom(?:e|ing)|"
            r"root(?:ing)? out|liquidat(?:e|ing|ion of)|abolition of|do(?:ing)? away with|rid of) "
            r"(?!to\b|by\b|up\b|with\b|in\b|from\b|us\b|it\b|them\b)",
            known=True,
        ),
        Rule(
            "prevent",
            "after",
            r"\b(?:halt(?:ing)?|end(?:ing)?(?! of\b)|stop(?:ping)?|remov(?:e|ing|al of)|cessation of|"
            r"renunciation of|renounc(?:e|ing)|reject(?:s|ing|ion of)?|refrain(?:ing)? from) ",
            known=True,
        ),
        Rule(
            "challenge",
            "after",
            rf"\b{_CHALLENGE}(?: (?:to|of|facing|confronting) [\w' -]{{3,50}}?)?,? ?(?:such as|like|namely) ",
        ),
        Rule("challenge", "after", rf"\bsuch (?:[\w-]+ ){{0,3}}{_CHALLENGE} as "),
        Rule(
            "challenge",
            "after",
            r"\b(?:challenges?|problems?) (?:of|posed by|arising from|emanating from|stemming from) |"
            r"\b(?:address(?:es|ing)?|respond(?:ing)? to|deal(?:ing)? with|cop(?:e|ing) with|"
            r"confronted (?:by|with)|suffer(?:s|ing)? from|ravaged by|plagued by|affected by) ",
            known=True,
        ),
        Rule("prevent", "after", r"\b(?:eradicat(?:e|es|ing)|eradication of|root(?:ing)? out) "),
        Rule(
            "challenge",
            "before",
            rf"\b{_POSE} (?:(?:also|still|now|one of) ){{0,2}}{_STRONG}challenges?(?! of\b)",
        ),
        Rule(
            "condemn",
            "after",
            (
                r"\b(?:condemn(?:s|ed|ing)?|condemnation of|denounc(?:e|es|ed|ing)|deplor(?:e|es|ed|"
                r"ing)) (?!by\b|to\b|in\b|it\b|them\b)"
            ),
        ),
        Rule(
            "concern",
            "after",
            (
                r"\b(?:concern(?:s|ed)?|alarm(?:ed)?|worr(?:y|ied|ies)|anxiety|apprehensions?|"
                r"anguish(?:ed)?|disturbed) (?:is caused |is felt |expressed )?(?:about|over|at|by|"
                r"regarding) (?!by\b|it\b)"
            ),
        ),
        Rule(
            "threatens",
            "before",
            r"\b(?:(?:still|also|now|and|seriously|directly|increasingly) )*(?:threatens?|endangers?|"
            r"threatened|endangered|jeopardi[sz]es?) "
            r"(?!to\b|by\b|and\b|with\b|or\b|that\b|us with\b|them with\b)",
            known=True,
        ),
        Rule(
            "poses",
            "before",
            r"\bconsiders? (?:it|them) (?:as )?(?:a |an )?(?:\w+ )?(?:threats?|dangers?)\b",
            known=True,
        ),
        Rule(
            "threat-list",
            "after",
            (
                r"\bamong (?:the )?(?:\w+ ){0,3}(?:threats|challenges|dangers|"
                r"risks)[\w ,]{0,40}? (?:counts|names|includes|lists|are|is) "
            ),
            known=True,
        ),
        Rule(
            "concern",
            "before",
            r"\b(?:is|are|remains?) (?:\w+ly |most )?(?:alarming|worrying|disturbing)\b|"
            r"\bcauses? (?:[\w']+ ){0,4}(?:concern|alarm|anxiety)\b|\b(?:is|are|remains?) (?:a |"
            r"of )(?:\w+ ){0,3}concern\b",
        ),
        Rule("concern", "before", r"\bthat concerns (?:us|the \w+|our \w+) ", known=True),
        Rule(
            "prevent",
            "before",
            r"\b(?:must|should|can|will|needs? to|has to|have to|ought to) be (?:\w+ly )?"
            r"(?:eradicated|eliminated|combated|prevented|stopped|overcome|defeated)\b",
            known=True,
        ),
        Rule(
            "challenge",
            "after",
            rf"\b(?:{_CHALLENGE}|{_THREAT})(?: [\w' -]{{0,40}}?)? includ(?:es?|ed) ",
            known=True,
        ),
    ),
    topics=TOPICS,
    stop=(
        r"[.;:!?()\[\]\"]|(?<=\s)-(?=\s)|,? ?\b(?:which|that|who|whom|whose|where|when|while|"
        r"because|since|if|so|but|to|by|for|"
        r"through|than|is|are|was|were|be|been|being|has|have|had|having|will|would|shall|should|"
        r"can|could|cannot|may|might|"
        r"must|do|does|did|we|they|he|she|i|you|upon|via|within|without|before|after|until|thus|"
        r"therefore|however|whether|"
        r"although|though|on the (?:basis|one|other|part)|on|at|into|towards?|throughout|remains?|"
        r"continues?|requires?|calls?|makes?|"
        r"aris(?:es|ing)|poses?|posed|emanating|facing|confronting|hanging|lies|comes|came|"
        r"exists?|there|let|not|becom\w+|aggravat(?:e|es|ed)|"
        r"under|during|regardless|especially|particularly|in (?:order|accordance|this|our|which|"
        r"view|particular|cooperation|keeping|conformity|a manner|the (?:interests?|name|"
        r"framework|context|field|light|course|hope))|"
        r"promot(?:e|ing)|strengthen\w*|ensur(?:e|ing)|achiev(?:e|ing)|maintain\w*|establish\w*|"
        r"contribut\w*|build(?:ing)?|"
        r"provid(?:e|ing)|creat(?:e|ing)|support(?:ing)?|develop(?:ing)? (?:of|the)|against|from|"
        r"waged|currently|once and|even|aloud|according|ranging|inherited|carried|committed|"
        r"conducted|caused|imposed|directed|organi[sz]ed by|perpetrated|urge|demand|as)\b"
    ),
    soft=(
        r"among|on|at|by|for|from|to|against|between|with|over|under|during|throughout|upon|via|"
        r"within|into|towards?"
    ),
    aside=(
        r",\s(?:which|whose|who|where|even|including|as|with|despite|like|such as|though|although|"
        r"together with|along with)\b"
        r"[^,;:.]{1,140},\s*$|,\s(?:however|too|therefore|in turn|moreover|indeed|then|as we know|"
        r"for example),\s*$"
    ),
    joint=(
        r"\s*,\s*(?:and|or|as well as|but also|not to mention|along with|together with)\s+|"
        r"\s*(?:,|/)\s*|\s+(?P<loose>and|or|as well as|but also|nor|along with|together with|"
        r"coupled with)\s+"
    ),
    leading=(
        r"(?:(?:the|a|an|any|all|such|this|these|those|our|its|their|his|her|my|other|every|each|"
        r"some|many|both|new|of|in|from|"
        r"serious|grave|real|great|common|growing|increasing|ever-\w+|present|current|today's|"
        r"so-called|forms?|manifestations?|and|"
        r"acts?|kinds?|types?|as|also|with|problems?|phenomen[ao]n?|scourges?|threats?|evils?|"
        r"dangers?|challenges?|menaces?|issues?|risks?|"
        r"consequences?|very|more|most|further|possible|potential|another|yet|certain|various|particularly|"
        r"continued|continuing|existing|against|existential|remove the|including|effects?|"
        r"impacts?|like|it)\s+)+"
    ),
    trailing=(
        r"(?:[\s,'-]+(?:and|or|of|in|the|a|as|well|its|their|our|with|from|all|both|also|itself|"
        r"themselves|only|now|still|today|alike|too|which|that|who|not|has|have|will|thus|leading|"
        r"constitute|alone|seriously|gravely))*[\s,'-]*$"
    ),
    empty=(
        r"(?:(?:never|again|thereby|thus|but|also|now|potentially|certainly|alone|together|facts?|"
        r"widespread|age|hazardous|including|even|made|it|them|they|this|that|these|those|such|"
        r"which|what|all|everything|same|one|ones|others?|anything|something|nothing|some|"
        r"many|both|us|him|acts?|actions?|activit(?:y|ies)|threats?|challenges?|dangers?|menaces?|"
        r"scourges?|evils?|phenomen(?:on|a)|problems?|issues?|manifestations?|concerns?|urgent|"
        r"diverse|"
        r"forces?|forms?|kind|sort|attempts?|efforts?|polic(?:y|ies)|situations?|developments?|"
        r"events?|factors?|matters?|things?|"
        r"states?|countries|nations?|peoples?|world|mankind|humanity|international|community|"
        r"peace|security|stability|"
        r"united|general|assembly|organi[sz]ation|time|today|new|global|any|the|of|and|or|in|its|"
        r"our|their|common|enem(?:y|ies)|"
        r"development|cooperation|necessary|effective|measures?|steps|causes?|root|their|consequences?|"
        r"century|twenty-first|age|era|modern|contemporary|kinds?|facing|area|areas|face|every|"
        r"whole|planet|life|future|generations?|"
        r"two|three|first|second|one|those|people|day|who|more|serious|grave|real|main|greatest|"
        r"traditional|non-traditional|transnational)\b\W*)+"
    ),
    remedy=(
        r"safeguard|promot|adoption|maintenance|establishment|strengthening|expansion of (?:econ|"
        r"trade|coop)|\breduc|peaceful|"
        r"disarmament|prohibition|\bban(?:ning|s)?\b|settlement of|solution|liberation|"
        r"freedom movement|prevention|eliminat|eradicat|"
        r"non-?proliferation|peace\w* (?:process|plan|settlement)|treat(?:y|ies)\b|convention\b|"
        r"convention (?:on|for)|alleviation|"
        r"anti-|counter-?(?:terror|measures|acting)|demining|de-?escalat|disengage|relaxation|"
        r"protection of|control of|reduction|moratorium|"
        r"reform|cooperation|co-operation|assistance|resolution of|goals?\b|programmes? (?:of|"
        r"for)|\bcombat|\bfight(?:ing)?\b|struggle|efforts? (?:of|to)|restoration|recovery"
    ),
    relative=r"which|that|who",
    denied=(
        r"\b(?:not|no|never|neither|nor|cannot|nobody|n't|without|far from|hardly|removed|"
        r"free(?:d)? (?:of|from)|ceased to)\b(?! only| just| merely| to mention|"
        r" longer be (?:ignored|tolerated)| least)"
    ),
    reported=(
        r"\b(?:so-called|alleg\w+|supposed\w*|pretext|under the (?:guise|cover|flag)|imaginary|"
        r"fictitious|mythical|"
        r"fabricat\w+|invented|bogus|(?:some|others|those who|they|certain (?:states|circles|countries)) "
        r"(?:call|say|claim|assert|believe|argue|portray|allege|regard|maintain)\w*|"
        r"accus\w+ (?:us|my country|\w+) of|myth of|spectre of the)\b"
    ),
    longest=90,
    spelling={},
)
