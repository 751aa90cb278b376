"""What English texts deny, and what only looks like a denial."""

from __future__ import annotations

CUES = {
    "": (
        "not only | not just | not merely | not simply | not solely | not least | not limited to | "
        "not be limited to | not later than | no later than | no less | not less | not more than | "
        "no more than | no fewer than | not fewer than | no sooner | not exceed~ | not to exceed | "
        "not to mention | not to speak of | whether or not | or not | no doubt | no exception | "
        "no secret | no matter | non-governmental | non-aligned | non-proliferation | nonetheless | "
        "nevertheless | notwithstanding | if not | no\\. | no(?= \\d) | nos\\. | non-profit | "
        "non-violence | nothing but | without prejudice | unless otherwise | norw~ | non-state | "
        "non-paper~ | non-member~ | non-permanent | non-self-governing | non-nuclear~ | non-food | "
        "non-formal | non-communicable | non-recurrent | non-post | non-family | without borders | "
        "leave no one behind | no one (?:is|will be) left behind | under | underst~ | undert~ | union~ | "
        "unit~ | univers~ | uniform~ | uniq~ | unesco | unicef | undp | unep | unto | unanim~ | unifi~ | "
        "unpaid work | unfccc | unhcr | unfpa | unops | unctad | unido | unmiss | unrwa | unaids | "
        "undermin~ | undergo~ | underl~ | underp~ | underway | unite~ | undersc~ | underg~ | unve~ | "
        "unfold~ | unlock~ | unodc | un-women | un"
    ),
    "not": (
        "not | don't | doesn't | didn't | isn't | aren't | wasn't | weren't | hasn't | haven't | "
        "hadn't | won't | wouldn't | shouldn't | couldn't | can't | cannot | can not | mustn't | "
        "not yet | not necessarily"
    ),
    "no": (
        "no | none | nobody | no one | nothing | nowhere | no longer | no such | none of | no other | "
        "in no case | in no way | under no circumstances | by no means | at no time | no further | "
        "no single | no more"
    ),
    "never": "never | hardly | scarcely | barely | rarely | seldom",
    "without": "without | in the absence of | devoid of | free of | free from",
    "neither": "neither | nor",
    "soft.strong": (
        "fail~ | closed | vacan~ | needless~ | slow~ | stripped | refus~ | "
        "den(?:y|ies|ied|ying|ial|ials) | reject~ | refrain~ | abst(?:ain|en)~ | avoid~ | prevent~ | "
        "prohibit~ | forbid~ | ban | bans | banned | exclu~ | preclud~ | lack~ | absen~ | cease~ | "
        "ceasing | stop~ | unable | impossib~ | inab~ | omit~ | omission~ | neglect~ | deprive~ | "
        "eliminat~ | instead | rather than | other than | except~ | far from | unwilling~ | only | "
        "until | unless | few | little | insuffic~ | inadequa~ | withh~ | disregard~ | ignor~ | "
        "ruled? out | lest | cannot but | doubt~ | missing | yet to | too | exempt~ | waive~ | "
        "discontinu~ | rather | silent | silence | pending | outstanding | incomplete~ | unresolved | "
        "unlikely | unclear | inadmissib~ | inappropriat~ | unfortunate~ | wrong~ | contrary | "
        "incapab~ | default~ | remains? to be | awaiting | overlook~ | stateless~ | homeless~ | "
        "landless~ | powerless~ | useless~ | meaningless~ | regardless | irrespective | anything but | "
        "mere | merely | rule out | short of | apart from | loss | lost | lose~ | shortage | scarc~ | "
        "gap | gaps | imped~ | hinder~ | obstacle~ | void | zero | prior to | before"
    ),
    "soft.weak": (
        "end | ending | halt~ | less | least | difficult~ | remain~ | poor~ | against | oppos~ | "
        "object~ | violat~ | minimi~ | empty | null~ | annul~ | discourag~ | evad~ | escape~ | free | "
        "but | however | although | despite | otherwise | beyond | out of | off | withdraw~ | breach~ | "
        "immun~ | denounc~ | condemn~ | no-fly | negat~ | weak~ | vacant | outdated | false~ | error | "
        "renounc~ | relinquish~ | disput~ | yet | deficien~ | deficit | different | differ~ | alone | "
        "sole~ | ignoran~ | passive~ | delay~ | abandon~ | independen~ | while | instead of | still | "
        "even"
    ),
    "soft.word": (
        "un~ | non-~ | non~ | "
        "in(?:ac|ad|ap|cap|com|con|def|dig|disc|dis|eff|eq|esc|ev|hum|just|secur|stab|suf|"
        "tol|val|vis|viol|separ|subst|appropr|accur|act|alien|divis|formal|direct|expl|flex|"
        "fall|finit|nocuous|op|soluble|evit|eradic|access|elig)~ | "
        "im(?:mobil|mun|moral|material|mat|part|perf|perm|poss|prac|prec|prob|pun)~ | "
        "il(?:leg|lic|lit|log)~ | ir(?:reg|rev|resp|rel|rat|rep|rem)~ | dis~ | mis~ | de-~ | anti~ | "
        "counter~ | apolitical"
    ),
}
"""Patterns by name of cue; "soft" ones may answer a denial of the other text but make no finding alone."""
