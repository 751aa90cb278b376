"""What English texts limit a commitment with."""

from __future__ import annotations

_RULES = (
    "(?:(?:the|its|their|his|any|all|applicable|relevant|respective|national|domestic|internal|local|"
    "own|existing|current|prevailing|international|federal|in force|and|or|constitutional|"
    "obligations under|norms of|principles of|provisions of|rules of|requirements of|"
    "purposes and principles of|principles and norms of|terms of|provided by|fundamental|"
    "generally recogni[sz]ed|universally recogni[sz]ed|basic)[ ,]+){0,9}"
)
_NATIONAL = "(?:national|domestic|internal|local|own|respective|applicable|municipal|constitutional)"
_LAW = (
    "(?:laws?|legislation|laws and regulations|regulations|legal systems?|legal framework|"
    "constitutions?|statutes?|law and practice|legal requirements|legal order|procedures)"
)
_IN = (
    "(?:in accordance with|in conformity with|in compliance with|in line with|consistent with|"
    "in keeping with|pursuant to|according to|within the framework of|within the limits of|"
    "to the extent permitted by|as permitted by|subject to|as provided (?:for )?(?:in|by|under)|"
    "under|without prejudice to|in a manner consistent with|consistently with)"
)

CUES = {
    "": (
        "the first possible | in the possible | is possible | it possible | made possible | "
        "makes possible | not possible | are possible | be possible | was possible | the possible | "
        "at least developed | least developed | only one | not only | if only | only the | a certain | "
        "in some | some of the | some(?= \\d) | the only | only child | under agenda | "
        "with effect from | generally accepted | general(?:ly)? assembly | most relevant | until now | "
        "so far | the relevant | effective date | once upon | no longer than | up to date | up to the | "
        "up-to-date | as of | in part | on the part of | in time | in particular month | full-time | "
        "part-time | fully fledged | full name | strictly confidential | exceptional circumstances | "
        "save the children | save lives | save | save time | except(?:ion)? report | if any | "
        "primary school | primary education | primary health | main committee | mainly because | "
        "interim report | temporary premises | temporary special measures | provisional agenda | "
        "provisional rules | temporary protection | temporary assistance | provisional verbatim | "
        "interim government | gradually eliminat | as a whole | as follows | as well as | as if | "
        "partly due"
    ),
    "possible": (
        "as far as possible | so far as possible | insofar as possible | in so far as possible | "
        "to the (?:fullest |maximum |greatest |full |largest )?extent (?:possible|"
        "practicable|feasible) | "
        "to the (?:fullest|maximum|greatest|full|largest) (?:possible |practicable "
        ")?extent(?: possible| practicable| feasible)? | where(?:ver)? possible | "
        "when(?:ever)? possible | if possible | if at all possible | "
        "where(?:ver)? (?:feasible|practicable) | when(?:ever)? (?:feasible|practicable) | "
        "if (?:feasible|practicable) | as feasible | as much as possible | as much as practicable | "
        "as far as (?:is )?(?:practicable|feasible|they can|it can) | "
        "so far as (?:is )?(?:practicable|feasible) | as practicable | "
        "to the best of (?:its|their|his|her|our) (?:ability|abilities|knowledge|capabilities) | "
        "to the extent (?:that )?(?:it is |this is )?(?:possible|feasible|practicable) | "
        "wherever circumstances permit | circumstances permitting | "
        "where circumstances (?:permit|allow) | if circumstances (?:permit|allow) | "
        "where conditions (?:permit|allow) | resources permitting | as circumstances permit | "
        "as conditions permit | within reason | when circumstances (?:permit|allow) | "
        "as resources permit | if conditions (?:permit|allow) | whenever conditions permit | "
        "where it is possible | where reasonably (?:practicable|possible) | insofar as practicable | "
        "as reasonably (?:practicable|possible) | in any reasonable manner | to a reasonable extent"
    ),
    "possible.loose": "as possible",
    "appropriate": (
        "as appropriate | where(?:ver)? appropriate | when(?:ever)? appropriate | if appropriate | "
        "as (?:they|it) deems? (?:it )?(?:appropriate|fit|necessary) | "
        "as (?:is|may be|deemed|considered|considers?) (?:deemed )?appropriate | "
        "as (?:it|they) (?:see|sees|consider|considers) (?:fit|appropriate|necessary) | "
        "as the case may be | in appropriate cases | insofar as appropriate | "
        "to the extent appropriate | where suitable | as suitable | where it is appropriate | "
        "when it is appropriate | as warranted | in an appropriate manner | where warranted | "
        "if warranted"
    ),
    "necessary": (
        "as necessary | as deemed necessary | where(?:ver)? necessary | when(?:ever)? necessary | "
        "if necessary | as (?:and when )?(?:needed|required) | as and when (?:necessary|appropriate) | "
        "if (?:so )?(?:needed|required) | if need be | where(?:ver)? (?:needed|required) | "
        "when(?:ever)? (?:needed|required) | in case of (?:need|necessity) | in the event of need | "
        "should the need arise | if the need arises | when the need arises | as the need arises | "
        "as may be (?:necessary|required|needed) | should it be necessary | "
        "to the extent (?:necessary|required|needed) | if it is necessary | as far as necessary | "
        "insofar as (?:is )?necessary | on an as-needed basis | should this be necessary | "
        "if it becomes necessary"
    ),
    "applicable": (
        "where(?:ver)? applicable | when(?:ever)? applicable | if applicable | as applicable | "
        "to the extent applicable | to the extent (?:that )?(?:it is|they are) applicable | "
        "where relevant | when relevant | as relevant | if relevant | mutatis mutandis | "
        "insofar as applicable | as it may apply | in relevant cases | wherever relevant | "
        "wherever they exist | where they exist | as available | where it exists"
    ),
    "applicable.loose": "where available | when available | if available | if any",
    "requested": (
        "upon request | on request | at (?:the|its|their) request(?: of)? | "
        "upon (?:the |its |their )?request(?: of)? | if (?:so )?requested | when(?:ever)? requested | "
        "where requested | as requested | by request | "
        "upon (?:its |their |written |prior )*(?:demand|application) | on demand | "
        "at the invitation of | upon invitation | if asked | when asked"
    ),
    "voluntary": (
        "on a voluntary basis | voluntarily | on the basis of voluntariness | voluntary basis | "
        "of (?:its|their) own (?:free )?will | of its own accord | of their own accord | "
        "on a non-binding basis"
    ),
    "voluntary.loose": "voluntary",
    "agreed": (
        "by (?:mutual|common) (?:agreement|consent|accord)(?: of the parties| between the parties)? | "
        "as (?:may be )?(?:mutually )?agreed(?: upon)?(?: by the parties| between the "
        "parties| by both parties| by the two sides)? | on mutually agreed terms | "
        "(?:up)?on (?:mutual|common) (?:agreement|consent) | "
        "(?:by |with |upon )?agreement (?:between|of|among) the parties | "
        "subject to (?:mutual |the )?(?:agreement|consent) | "
        "with the (?:prior |written |prior written |express |explicit |free |mutual |full "
        ")*(?:consent|approval|agreement|authori[sz]ation|permission|concurrence) of | "
        "unless otherwise (?:agreed|specified|provided|decided|stated|indicated|mutually "
        "agreed|stipulated) | unless (?:the|both) (?:parties|sides) agree otherwise | "
        "unless (?:\\w+ ){1,4}(?:agree|decide|provide)s? otherwise | if (?:so |mutually )?agreed | "
        "except as otherwise (?:agreed|provided|stated) | subject to (?:the )?approval | "
        "with (?:its|their|his|her) (?:prior )?consent | "
        "without (?:the |its |their )?(?:prior )?consent | "
        "with (?:the )?prior (?:written )?(?:consent|approval|notice) | by the parties' agreement | "
        "where mutually agreed | after consult(?:ation|ing)s?(?: with)? | "
        "following consultations?(?: with)? | subject to consultations?"
    ),
    "agreed.loose": "by consensus | in agreement with | in consultation with",
    "national law": (
        f"{_IN} {_RULES}{_NATIONAL}[ ,]+{_RULES}{_LAW} | "
        f"{_IN} (?:its|their|his|her|the) (?:\\w+ )?(?:laws?|legislation|laws and regulations|"
        "legislative|constitution~) | "
        f"{_IN} (?:the )?(?:laws?|legislation|laws and regulations|constitution) (?:of|in force) | "
        "as permitted by (?:\\w+ ){0,2}law | "
        "to the extent permitted by (?:\\w+ ){0,2}(?:law|legislation) | "
        "where permitted by (?:\\w+ ){0,2}law | subject to (?:\\w+ ){0,2}law | "
        "as provided (?:for )?by law | (?:as )?prescribed by (?:\\w+ )?law | "
        "in accordance with (?:the )?law | in accordance with (?:\\w+ ){1,3}legislation | "
        "unless (?:\\w+ ){0,3}required by (?:\\w+ )?law"
    ),
    "national law.loose": (
        "except as required by (?:\\w+ )?law | if required by law | national legislation | "
        "national laws? | domestic laws? | domestic legislation | applicable laws? | "
        "applicable legislation | internal law"
    ),
    "international law": (
        f"{_IN} {_RULES}(?:international (?:humanitarian |human rights |criminal |refugee "
        ")?(?:law|obligations|commitments|standards|norms|treaties|agreements|conventions|"
        "human rights law)|law of nations)"
    ),
    "international law.loose": (
        "under international law | "
        "international (?:humanitarian |human rights |criminal |refugee )?law | "
        "international obligations | international legal obligations | international commitments | "
        "international standards | international norms"
    ),
    "charter": f"{_IN} {_RULES}(?:united nations )?charter",
    "charter.loose": (
        "charter of the united nations | the charter | united nations charter | purposes and principles"
    ),
    "accordance.loose": (
        "in accordance with | in conformity with | in compliance with | in line with | consistent with | "
        "in keeping with | pursuant to | according to | in pursuance of | by virtue of | "
        "on the basis of | as set out in | as provided (?:for )?(?:in|by) | as stipulated | "
        "as defined in | as specified | as set forth | within the framework of | in the framework of | "
        "as described in | as outlined in | as contained in | in response to | as mandated | based on | "
        "in accord with | as required by | in accordance therewith | under the terms of | under | by | "
        "in line | accordingly | as laid down | as called for | in light of | in the light of | "
        "as envisaged"
    ),
    "without prejudice": (
        "without prejudice to | without prejudice | without prejudging | notwithstanding | "
        "regardless of | irrespective of | without affecting | shall not (?:affect|prejudice) | "
        "without detriment to | without derogation from"
    ),
    "without prejudice.loose": (
        "not prejudice | in no way affects? | does not affect | despite | in spite of | "
        "without detracting from"
    ),
    "subject to": (
        "subject to(?! (?:sanctions|torture|violence|arrest|attack|prosecution|criminal|"
        "abuse|the death|a |an )) | conditional (?:up)?on | contingent (?:up)?on | provided that | "
        "provided(?:,)? however(?:,)? that | on condition that | on the condition that | "
        "on the understanding that | with the proviso that | as long as | so long as | "
        "under the condition that | if and only if | only if | only when | only after | insofar as | "
        "in so far as | to the extent that | inasmuch as"
    ),
    "subject to.loose": (
        "only where | in the event that | in the event of | in case of | depending (?:up)?on | "
        "should the | provided | assuming | where the | dependent on | pending | on condition"
    ),
    "reserving": (
        "with due regard to | with due regard for | having due regard to | with due respect for | "
        "with full respect for | while respecting | in full respect of | in full compliance with | "
        "with full regard for"
    ),
    "reserving.loose": (
        "due regard | due respect for | respecting | taking into account | taking into consideration | "
        "taking account of | bearing in mind | mindful of | in consideration of | considering | "
        "with respect for | having regard to | while taking into account | taking duly into account | "
        "with regard for | duly taking into account | duly considering | in view of | while preserving | "
        "while recognizing | account"
    ),
    "capability": (
        "within (?:its|their|his|our|the limits of (?:its|their)) (?:respective "
        ")?(?:capabilit(?:y|ies)|capacit(?:y|ies)|means|competence|mandates?|powers?|"
        "possibilities|resources|available resources|existing resources|sphere of competence) | "
        "within (?:existing|available) resources | "
        "within (?:the )?(?:scope|limits|framework) of (?:its|their) (?:respective )?(?:\\w+ "
        ")?(?:competence|capabilit(?:y|ies)|mandates?|powers|authority|jurisdiction) | "
        "in accordance with (?:its|their) (?:respective )?(?:capabilities|capacities|means|"
        "abilities|national circumstances|circumstances|competence|mandates?) | "
        "according to (?:its|their) (?:respective )?(?:capabilities|capacities|means|abilities) | "
        "to the limit of its | subject to (?:the )?availability of (?:funds|resources|funding) | "
        "depending on (?:the )?availability of | within its borders | commensurate with (?:its|their) | "
        "in (?:its|their) (?:respective )?capacity | availability of (?:funds|resources|funding)"
    ),
    "capability.loose": (
        "national circumstances | national priorities | respective capabilities | within the scope of | "
        "within the mandate~"
    ),
    "exception": (
        "except(?: for| as| in| where| when| that| if| with| to| by| under)? | with the exception of | "
        "save for | save as | save in | save where | unless | but for | to the exclusion of | "
        "without exception | exclusive of"
    ),
    "exception.loose": (
        "excepting | other than | apart from | aside from | excluding | barring | not including | "
        "excepted | if not"
    ),
    "only": "only | solely | exclusively | purely | strictly for | nothing but | merely",
    "only.loose": (
        "sole | alone | just | exclusive | limited to | confined to | restricted to | not until | "
        "not before | simply | unique~ | specifically | uniquely | limited"
    ),
    "at least": (
        "at least | not less than | no less than | no fewer than | not fewer than | at a minimum | "
        "as a minimum | a minimum of | not earlier than | no earlier than | no sooner than"
    ),
    "at least.loose": (
        "minimum | or more | or above | and above | more than | over | exceed~ | above | not below | "
        "in excess of | greater than | beyond"
    ),
    "at most": (
        "not more than | no more than | not exceeding | not to exceed | at most | at the most | "
        "a maximum of | no later than | not later than | at the latest | not exceed | shall not exceed | "
        "no greater than | not longer than | no longer than"
    ),
    "at most.loose": (
        "up to | maximum | or less | less than | under(?= \\d) | fewer than | below | by(?= \\d) | "
        "within(?= (?:\\d|one|two|three|four|five|six|seven|ten|thirty|sixty|ninety)) | upper limit | "
        "ceiling"
    ),
    "in particular": (
        "in particular | particularly | especially | notably | above all | first and foremost | "
        "with (?:a )?(?:particular|special) (?:attention|emphasis|focus) (?:to|on) | most notably | "
        "in the first place | including in particular | chiefly | mainly | mostly | primarily | "
        "principally | predominantly | for the most part | largely | in large part | to a large extent | "
        "as a priority"
    ),
    "in particular.loose": (
        "specifically | first of all | particular | special | specially | specific | not least | "
        "in the main | main | primary | first and | priority"
    ),
    "inter alia": (
        "inter alia | among other things | among others | including but not limited to | "
        "including without limitation"
    ),
    "inter alia.loose": (
        "for example | for instance | such as | and so on | and others | amongst others | "
        "including, but not limited to, | among them | etc | and the like | other | others | "
        "as well as others | including, inter alia,? | like | including | includ~"
    ),
    "soon": (
        "as soon as (?:possible|practicable|feasible) | "
        "at the earliest (?:possible |practicable )?(?:date|opportunity|time|moment)? | "
        "as early as possible | as quickly as possible | as rapidly as possible | "
        "as expeditiously as possible | as promptly as possible | as speedily as possible | "
        "in the shortest possible time | shortly | soon | in due course | "
        "in a timely (?:manner|fashion|way) | at an appropriate time | at a suitable time | "
        "in due time | at its earliest convenience | at the earliest | the sooner"
    ),
    "soon.loose": (
        "in the near future | in good time | timely | in time | at an early date | "
        "at the appropriate time | early | soonest | duly"
    ),
    "at once": (
        "immediately | without (?:undue |any |further |unreasonable )?delays? | forthwith | promptly | "
        "at once | urgently | right away | without any further delay | expeditiously | "
        "with the least possible delay | speedily | rapidly | swiftly | quickly | without hesitation | "
        "as a matter of urgency | as a matter of priority | on an urgent basis"
    ),
    "at once.loose": (
        "immediate | prompt | urgent | expeditious | instantly | speedy | swift | rapid | straightaway | "
        "quick | instant"
    ),
    "gradually": (
        "gradually | progressively | step by step | in stages | in phases | phase by phase | "
        "stage by stage | incrementally | little by little | in a phased manner | in a gradual manner | "
        "on a gradual basis | in a step-by-step manner | in a progressive manner"
    ),
    "gradually.loose": (
        "step-by-step | over time | phased | gradual | progressive | steadily | consistently | consecutively"
    ),
    "until": (
        "until | till | pending | as long as | so long as | for as long as | for the duration of | "
        "until such time as"
    ),
    "until.loose": "up to and including | until the end | before | prior to | not later",
    "temporarily": (
        "temporarily | provisionally | for the time being | on a temporary basis | "
        "on a provisional basis | on an interim basis | for a limited (?:period|time) | "
        "on an exceptional basis | exceptionally | by way of exception | "
        "in exceptional (?:cases|circumstances) | on a trial basis | on an ad hoc basis | for one time | "
        "in special cases | in individual cases | on a case-by-case basis"
    ),
    "temporarily.loose": (
        "for a period of | temporary | provisional | interim | short-term | ad hoc | once | "
        "in certain cases | in some cases | case by case | exceptional | for now | experimental | pilot"
    ),
    "in principle": (
        "in principle | as a (?:general )?rule | generally | normally | usually | ordinarily | "
        "typically | as a matter of principle | by and large | under normal circumstances | "
        "in most cases | as a general matter"
    ),
    "in principle.loose": (
        "in general | on the whole | basically | general | commonly | often | in the normal course | "
        "routinely | mostly | customarily | overall | broadly"
    ),
    "possible adjective.loose": (
        "possible | potential | potentially | possibly | perhaps | likely | feasible | prospective | "
        "eventual | presumably | probable | probably | apparently | conceivable | expected | may | "
        "might | could"
    ),
    "certain": (
        "to (?:a|some) (?:certain )?(?:extent|degree) | partially | partly | to a certain extent | "
        "in some respects"
    ),
    "certain.loose": (
        "certain | some | a number of | several | various | in part | limited extent | many | most | "
        "part of | a few | any | numerous | different | a range of | a variety of"
    ),
    "relevant.loose": (
        "relevant | concerned | appropriate | applicable | corresponding | respective | interested | "
        "competent | pertinent | related | in question | respectively | eligible | proper | due | "
        "properly | adequate | adequately | necessary | required | appropriately | correctly | "
        "suitable | involved | accordingly | correspondingly | affected | responsible | targeted"
    ),
    "substantially": "substantially | significantly | considerably | materially",
    "substantially.loose": (
        "essentially | substantial | significant | considerable | in substance | greatly | markedly | "
        "to a (?:great|significant|considerable) (?:extent|degree) | sharply | dramatically | major | "
        "largely | seriously | important | deeply | meaningful | meaningfully | much | vastly | "
        "immensely | great | far | serious | severe"
    ),
    "fully": (
        "fully | completely | entirely | wholly | totally | absolutely | unconditionally | "
        "without (?:any )?(?:conditions|preconditions|restrictions?|limitations?|"
        "reservations?|exceptions?|limit) | without (?:any )?(?:distinction|discrimination) | "
        "in (?:its|their) entirety | unreservedly | in every respect | without distinction of any kind"
    ),
    "fully.loose": (
        "full | in full | comprehensively | complete | total | unconditional | universal | "
        "comprehensive | all | thoroughly | utmost | whole | entire | throughout | every | universally | "
        "perfectly | of any kind | exclusively"
    ),
    "strictly": "strictly | rigorously | scrupulously | with all rigour",
    "strictly.loose": (
        "strict | stringent | stringently | precisely | exactly | firmly | resolutely | firm | "
        "faithfully | unswervingly | steadfastly | rigorous | closely | close | tight | tightly | "
        "determinedly | strongly | strong | vigorously | actively | earnestly | robust | decisively | "
        "persistent~ | relentless~ | tireless~ | unwavering~ | undeviating~"
    ),
    "good faith": "in good faith | good faith | conscientiously",
    "good faith.loose": "bona fide | good-faith",
    "effectively": "effectively",
    "effectively.loose": (
        "effective | efficient | efficiently | properly | constructively | constructive | successfully | "
        "effectiveness | efficiency | productive | fruitful | successful | meaningfully"
    ),
    "equally": (
        "on an equal footing | on (?:the basis of|a basis of) equality | on an equal basis | "
        "on equal terms | on a reciprocal basis | reciprocally | on the basis of reciprocity | "
        "subject to reciprocity | on the basis of mutual (?:benefit|respect) | "
        "on a non-discriminatory basis"
    ),
    "equally.loose": (
        "equally | equal | mutually | mutual | joint | jointly | common | together | equitabl~ | fair | "
        "fairly | just | bilateral | both | each other | one another | collective~ | "
        "non-discriminatory | collectively | individually"
    ),
    "reasonable": "reasonably | within a reasonable (?:time|period) | reasonable (?:time|period)",
    "reasonable.loose": (
        "reasonable | rational~ | sensible | wise | justified | proportionate | proportionately | "
        "proportional | sound"
    ),
    "repeatedly": (
        "regularly | periodically | from time to time | on a regular basis | annually | at all times"
    ),
    "repeatedly.loose": (
        "regular | periodic | permanently | constantly | continuously | always | at any time | "
        "continually | on a permanent basis | each year | every year | permanent | continuous | "
        "continuing | continued | continue~ | ongoing | frequently | systematically | systematic | "
        "constant | annual | yearly | sustained | sustainable | regularity | lasting | persistent | "
        "repeated | repeatedly"
    ),
    "directly": (
        "directly | indirectly | directly or indirectly | in person | through diplomatic channels | "
        "in writing | in written form | on a confidential basis | free of charge | by peaceful means"
    ),
    "directly.loose": (
        "direct | indirect | personally | written | orally | formally | officially | publicly | "
        "privately | openly | secretly | transparently | transparent | confidentially | confidential | "
        "independently | independent | impartially | impartial | freely | objectively | objective | "
        "anonymously | automatically | automatic | remotely | online | peacefully | peaceful | "
        "lawfully | legally | unlawfully | electronically"
    ),
    "further.loose": (
        "further | additional | more | additionally | in addition | moreover | new | also | besides | "
        "as well | furthermore | again | increasingly | increased | greater"
    ),
}
"""Patterns by name of class: what limits a commitment in the same way has the same name in every language."""
