"""By which words topics are told in English."""

from __future__ import annotations

from collections.abc import Mapping

TOPICS: Mapping[str, str] = {
    "nuclear-proliferation": (
        r"(?:non-?)?proliferat\w*|(?:spread|dissemination) of (?:\w+ )?(?:nuclear|atomic|weapons|"
        r"mass)|nuclear programmes?"
    ),
    "mass-destruction": (
        r"weapons? of mass|mass[- ]destruction|\bwmds?\b|chemical (?:weapon|war|agent|attack|"
        r"terror)|chemical and|biological (?:weapon|war|terror|threat)|bacteriolog|toxin"
    ),
    "nuclear-weapons": (
        r"nuclear (?!energy|power plant|accident|disaster|safety|waste|tech|terror)|thermonuclear|"
        r"atom(?:ic)? (?:weapon|bomb|war|attack)|atomic|hydrogen bomb|nuclear$|nuclear[- ]missile|"
        r"holocaust|annihilation"
    ),
    "arms-in-space": r"(?:weapon|arm|milit|race)\w*.{0,30}(?:outer )?space|star wars",
    "arms-race": (
        r"military (?:exercise|manoeuv|maneuv)|arm(?:s|ament|aments|ed|ing) race|armaments|"
        r"race in|military (?:build|expend|spend|"
        r"preparation|budget)|(?:build-?up|stockpil|accumulat)\w*.{0,20}(?:arms|weapon|militar|"
        r"forces)|remilitari|militari[sz]ation|\brearm|escalation of (?:such )?(?:weapon|arm)"
    ),
    "small-arms": (
        r"small arms|light weapons|(?:illicit|illegal|trade|traffic\w*|smuggl\w*|transfer|"
        r"flow).{0,25}(?:arms|weapons)|land ?-?mines?|\bmines\b|cluster munition|"
        r"conventional (?:arms|weapons)"
    ),
    "aggression": (
        r"aggress|occupation|occupying|annex|invasion|invad|use of force|threat of force|"
        r"military (?:attack|intervention|action|strike|threat|force)|armed (?:attack|"
        r"intervention)|intervention(?:ism)?|expansionis[mt]|expansion$|polic\w+ of expansion|"
        r"bombard|acts? of force|air strikes|settlements?\b"
    ),
    "territory": (
        r"territorial (?:claim|integrity|dispute|expan)|(?:violation|revision|"
        r"change).{0,20}(?:border|frontier|territor)|border (?:dispute|violation|incursion)|"
        r"dismember|partition of"
    ),
    "interference": (
        r"interfer|(?:foreign|outside|external) (?:intervention|meddl|domination|pressure)|meddl|"
        r"subver|regime[- ]change|colou?r(?:ed)? revolution|coups?\b|overthrow|destabili[sz]"
    ),
    "blocs": (
        r"military (?:bloc|alliance|base|pact|group|presence)|\bblocs?\b|military-political|"
        r"\bnato\b|foreign bases|\bbases\b|missile[- ]defen[cs]e|anti-?missile|anti-?ballistic|"
        r"deployment of|medium-range missile|missiles"
    ),
    "hegemony": (
        r"hegemon|domination|dictat|diktat|power politics|unilaterali|unipolar|policy of (?:force|"
        r"strength|pressure)|from (?:a )?position of strength|bully|coerci\w*(?! measure)|"
        r"spheres? of influence|supremacy|exclusiv"
    ),
    "colonialism": (
        r"coloni|imperiali|neo-?coloni|foreign (?:domination|rule)|exploitation of (?:man|peoples|"
        r"one)"
    ),
    "confrontation": (
        r"cold war|confront|international tension|\btensions?\b|rivalr|polari[sz]|divid\w+ lines|"
        r"escalation(?! of (?:the |such )?(?:\w+ )?(?:conflict|weapon|arm))|brinkmanship|"
        r"fragmentation"
    ),
    "double-standards": r"double[- ]standard|politici[sz]|selectiv",
    "lawlessness": (
        r"(?:violat|breach|disregard|infring|undermin)\w*.{0,40}(?:law\b|charter|agreement|treat|"
        r"resolution|principle|norm)|lawless|impunity|state of anarchy"
    ),
    "conflict": (
        r"conflict|(?<!monetary )(?<!financial )(?<!economic )(?<!social )instabilit|civil (?:war|"
        r"strife)|hostilit|hot ?beds?|flashpoints?|violence|bloodshed|unrest|turmoil|chaos|"
        r"(?:situation|crisis|crises) in (?!.*econom)|middle east|regional (?:cris|war)|ethnic|"
        r"inter-?tribal|anarchy|power vacuum|internal strife"
    ),
    "war": (
        r"\bwars?\b|warfare|warmonger|military (?:confront|clash|threat|danger|conflict|activit)|"
        r"armed (?:clash|strugg)"
    ),
    "three-evils": r"three (?:evil )?(?:forces|evils)",
    "separatism": r"separati|secession|splittis",
    "extremism": r"extremis|radical|fundamentalis|fanatic|religious extrem|obscurantis",
    "terrorism": (
        r"terror|da'?esh|\bisi[sl]\b|islamic state|al-?qa[ie]?da|taliban|suicide bomb|hostage|"
        r"hijack|foreign fighters"
    ),
    "drugs": r"drug|narco|opium|heroin|opiate|poppy|precursor",
    "trafficking": (
        r"(?:trafficking|trade|trafficking and smuggling).{0,20}(?:person|human|women|child|"
        r"people|human beings)|human traffic|slave|forced labou?r|child labou?r"
    ),
    "corruption": r"corrupt|bribery|embezzl",
    "piracy": r"pira(?:cy|te)|armed robbery|maritime (?:crime|security)",
    "cyber": (
        r"cyber|hack|information (?:security|weapon|war)|digital (?:security|threat)|"
        r"attacks? on (?:\w+ )?infrastructure|(?:internet|information and communication)"
    ),
    "disinformation": (
        r"disinformation|misinformation|fake|false (?:news|information)|propaganda|hate speech|"
        r"slander"
    ),
    "new-technology": (
        r"artificial intelligence|\bai\b|autonomous|biotechnolog|nanotech|"
        r"misuse of (?:\w+ )?(?:technolog|science)|emerging technolog|new technolog"
    ),
    "crime": (
        r"poach|crim(?:e|es|inal|inality|inals)\b(?! (?:against human|of genocide))|mafia|smuggl|"
        r"contraband|money[- ]launder|illicit|illegal (?:traffic|trade)|gang|trafficking|banditry|"
        r"counterfeit"
    ),
    "sanctions": (
        r"sanction|blockad|embargo|coercive (?:econ\w+ )?measure|unilateral (?:econ\w+ |"
        r"coer\w+ )?measure|economic (?:pressure|coercion|war|strangul|aggression|terror)|"
        r"restrictive measures"
    ),
    "protectionism": (
        r"protectionis|trade (?:war|barrier|restrict|discrim|imbalance)|tariff|barriers|"
        r"discriminatory (?:trade|practi)|decoupling|unfair (?:trade|compet)|terms of trade"
    ),
    "debt": r"\bdebts?\b|indebted|debt burden",
    "economic-crisis": (
        r"(?:fall|collapse|drop|plunge|decline) (?:in|of) .{0,20}prices|(?:economic|financial|"
        r"monetary|banking|currency|global|debt|world|"
        r"oil) (?:\w+ )?(?:cris[ie]s|recession|slowdown|downturn|turmoil|meltdown|instability|"
        r"collapse|stagnation|shocks?|difficult|threats?)|recession|inflation|depression|"
        r"stagnation|speculati|volatil|economic (?:problem|diff)|"
        r"crisis of (?:the )?(?:world )?econ|fall in (?:commodity )?prices"
    ),
    "inequality": (
        r"inequal|inequit|\bgaps?\b|divide\b|disparit|imbalance|unequal|economic (?:domin|exploit|"
        r"depend)|marginali[sz]|injustice|exploitation|asymmetr|under-?development"
    ),
    "food": (
        r"hunger|famine|food$|food (?:cris|insec|secur|short|price|pover|deficit|threat|problem)|"
        r"starvation|malnutrition|undernourish"
    ),
    "energy": (
        r"power (?:outage|cut|failure)|blackout|energy$|energy (?:cris|insec|secur|short|depend|"
        r"price|pover|deficit|threat|problem)|"
        r"fuel|oil (?:price|shock|shortage)|power shortage"
    ),
    "climate": r"climat|global warming|greenhouse|sea[- ]level|glacier|melting|ozone",
    "water": (
        r"water (?:scarc|short|resour|cris|stress|pollut|problem|deficit)|\bwater\b|aral|drying|"
        r"shrinking of|rogun|transboundary (?:river|water)"
    ),
    "radiation": (
        r"radiati|radioact|fall-?out|nuclear (?:accident|disaster|waste|test|safety)|"
        r"chernobyl|uranium|tailings|semipalatinsk|polygon"
    ),
    "land": (
        r"desertif|land degrad|deforest|soil|biodivers|biological diversity|species|wildlife|"
        r"locust|erosion"
    ),
    "disasters": (
        r"\bfires?\b|wildfire|disaster|earthquake|flood|drought|tsunami|hurricane|cyclone|calamit|"
        r"catastroph|"
        r"landslide|mudflow|emergenc(?:y|ies)"
    ),
    "pollution": (
        r"pollut|environmental (?!soph)|(?:degrad|destr|damage|harm|deterior|protect|threat|"
        r"pollut)\w*.{0,20}environment|ecolog|hazardous (?:waste|subst|chem|mater)|toxic|\bwaste|"
        r"plastic"
    ),
    "disease": (
        r"pandemic|epidemic|disease|covid|coronavirus|virus|\bhiv\b|\baids\b|malaria|tubercul|"
        r"polio|ebola|cholera|health (?:cris|threat|emerg|risk)|infect|sars\b|biosecur|biolog|"
        r"avian|influenza|smallpox"
    ),
    "unemployment": r"unemploy|social (?:tension|unrest|explosion|upheaval|instab|problem|ills)|joblessness",
    "poverty": (
        r"poverty|poor|\bmisery|backward|illitera|ignorance|destitut|deprivation|want\b|squalor|"
        r"under-?privileg"
    ),
    "population": (
        r"depopul|outflow of .{0,20}(?:population|people)|overpopul|population (?:growth|"
        r"explosion|decline|pressure|problem|increase)|"
        r"growth of (?:the )?(?:world )?population|demograph|ageing|aging|birth rate"
    ),
    "atrocities": (
        r"genocid|crimes? against humanity|ethnic cleansing|massacre|atrocit|war crimes?|"
        r"mass (?:killing|murder)|killing|slaughter"
    ),
    "racism": r"racis|racial|apartheid|discriminat|xenophob|zionism|caste|violence against women|gender",
    "rights": (
        r"(?:violat|abus|denial|deni|disregard|infring|suppress|trampl)\w*.{0,40}rights|oppress|"
        r"repress|tyran|dictatorship|authoritarian|totalitarian|persecut|tortur|subjugation"
    ),
    "refugees": r"refugee|displac|exodus|humanitarian (?:cris|catastroph|disaster|situation)",
    "migration": r"migra|brain drain",
    "nazism": r"nazi|fascis|hitler|militaris|revanch|neo-?nazi",
    "history": r"(?:falsif|rewrit|distort|revis)\w*.{0,30}(?:history|histor|second world war)|glorif",
    "intolerance": (
        r"intoleran|hatred|islamophob|antisemit|anti-semit|defamation|bigotry|prejudice|chauvinis|"
        r"nationalis|clash (?:of|between) civili|religious|stereotyp|blasphem|phobia|profiling|"
        r"incitement"
    ),
    "values": (
        r"(?:loss|erosion|decline|degrad|destruct|decay|crisis|moral|spiritual).{0,25}(?:values|"
        r"moral|tradition|spirit|family|cultur|identity|heritage)|moral decay|cultural (?:expans|"
        r"imperial|levell|domina)|immoral|consumeris|pornograph"
    ),
}
"""A pattern over folded text for each topic."""
