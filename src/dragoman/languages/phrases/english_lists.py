"""Word lists by which the rules of `english_tags` know the parts of speech of official English.

The closed classes are whole; of verbs and adjectives those are listed that official texts use and that
no ending gives away.
"""

from __future__ import annotations

from dragoman.languages.words.vocabulary import vocabulary

DETERMINERS = vocabulary(
    """
    the a an this that these those its their his her our your my each every some any no all both such many
    several few most more other another certain various
    """
)
PREPOSITIONS = vocabulary(
    """
    of for on in to against with by from at under over between among into through during within without
    towards toward upon concerning regarding before after about across along around behind below beyond
    despite except including inside near outside per since throughout until via as than like beside
    """
)
CONJUNCTIONS = vocabulary("and or")
MODALS = vocabulary("to will would shall should may might can could must cannot not")
PRONOUNS = vocabulary("i we they it he she you who which that them us there what")
OTHERS = (
    MODALS
    | PRONOUNS
    | vocabulary(
        """
    be is are was were been being am have has had having do does did done but nor so if when where while
    whether because although though however therefore thus also only even just still already yet both
    either neither how why then here now not him me himself itself themselves whose whom above below today
    tomorrow yesterday further furthermore moreover e.g i.e etc particular well much less least same own
    rather up out down forth off back away again always often too very almost twice once worldwide indeed
    forever thereafter soon never far later longer duly whereby alongside perhaps together instead
    otherwise hence one two three four five six seven eight nine ten eleven twelve hundred thousand
    million billion january february march april may june july august september october november december
    para page no nos following see para. paras monday tuesday wednesday thursday friday saturday sunday
    """
    )
)
VERBS = vocabulary(
    """
    circulate accelerate underpin accept achieve acknowledge acquire adopt advise affirm affect agree aim
    allege allocate allow amend announce appear apply appoint appreciate approve arise ask assess assist
    assume assure attain attend authorize avoid become begin believe bring build carry cause choose cite
    clarify combat come commend commit compare complete comply comprise conclude condemn conduct confirm
    consider consist constitute contain continue contribute convene convey cover create decide declare
    define deliver demand demonstrate deny depend deploy deprive describe deserve determine develop
    discuss disseminate draw elaborate elect eliminate embrace emphasize employ enable encourage endorse
    enhance enjoy ensure enter establish evaluate examine exceed exist expand expect explain explore
    express extend face facilitate fail interact fill save ratify execute coincide tackle invade earn
    expire illustrate intensify treat spare bear stipulate testify suspend vow oblige confer entail
    undermine hamper hinder pertain find finalize follow foster fulfil gain generate get give go grant
    grow guarantee happen have hear help hold identify implement imply impose improve include incorporate
    indicate inform initiate intend introduce invest investigate invite involve join keep know lack launch
    lead learn leave let live maintain make mean meet mention mitigate mobilize monitor negotiate note
    observe obtain occur offer organize overcome participate pay perform permit pose possess postpone
    prepare present preserve prevent prioritize proceed produce prohibit promote propose protect prove
    provide publish pursue put raise reach read reaffirm realize recall receive recognize recommend
    reconsider reduce refer reflect refrain regard regret reiterate reject relate remain remember remind
    remove render replace represent require resolve respect respond restore retain reveal revise say
    secure see seek seem select send serve set settle share show sign solve speak specify stand state
    strengthen stress submit suffer suggest take tell tend think transmit turn undergo underline
    underscore undertake understand update uphold urge utilize varies vary view wait want warn welcome
    wish withdraw write
    """
)
BOTH = vocabulary(
    """
    access account act address advance aid aim amount answer appeal approach arrest attack attempt award
    balance ban base benefit bid call care cause challenge change charge check claim comment commit
    concern conduct conflict contact contract contrast control cost cover damage date deal decline
    decrease delay demand design dispute document drive effect effort end estimate exchange exercise
    experience export face fight finance focus force form function fund gain grant guarantee guide harm
    head help honour host impact import increase influence interest issue join judge kill land lack launch
    lead leave license limit link list load look loss love mandate manage mark market matter measure
    mention mine monitor move name need note notice number object offer order outline paint part pay place
    plan play pledge point poll practice present pressure process produce profit program programme
    progress project promise protest purchase question range rank rate reach record reform refuse regard
    release report request research reserve respect rest result return review reward rise risk role rule
    run sanction schedule seat secure set shape share shift show sign signal source split spread staff
    stage stand start state stay step stop stress structure struggle study subject suffer supply support
    surprise survey target task tax test threat top total touch trade train transfer transport travel
    treat trust try turn update use value view visit voice vote vow wage wait walk want waste watch water
    welcome wish witness work worry yield
    """
)
NOUNS_IN_ING = vocabulary(
    """
    training meeting funding building financing planning monitoring housing hearing trafficking smuggling
    reporting peacekeeping peacebuilding peace-keeping peace-building decision-making policymaking
    policy-making capacity-building understanding proceeding proceedings finding findings beginning
    well-being wellbeing learning processing bombing killing accounting banking engineering farming
    fishing mining manufacturing marketing programming shipping spending testing warning mainstreaming
    drafting briefing ruling setting sharing logging laundering lending pricing recycling rating
    bargaining counselling schooling teaching policing poisoning profiling publishing purchasing
    refuelling staffing screening sentencing surfing trading vaccination warming whaling writing awakening
    grazing breastfeeding networking outsourcing rulemaking standard-setting profit-sharing power-sharing
    burden-sharing cost-sharing fund-raising fundraising money-laundering meetings
    """
)
MODIFIERS_IN_ING = vocabulary(
    """
    developing ongoing existing living remaining emerging growing increasing outstanding binding
    participating contributing troop-contributing reporting standing working operating drinking incoming
    outgoing underlying overarching neighbouring requesting receiving sending displaced housing rising
    declining continuing lasting long-standing far-reaching forthcoming
    """
)
ADJECTIVES_IN_ED = vocabulary(
    """
    armed related limited advanced developed landlocked skilled affected integrated renewed interested
    detailed continued increased enriched unprecedented enhanced improved accelerated sustained combined
    concerted coordinated targeted proposed revised updated accredited elected appointed designated
    expected alleged displaced disabled organized unmanned unarmed unfilled specialized
    """
)
DEGREES = vocabulary("least most more less")
ADJECTIVES = vocabulary(
    """
    human new old safe small large big high low good bad great free fair full early late long short strong
    weak rural urban young poor rich clean clear close common broad wide narrow deep basic main major
    minor key joint equal single double multiple real true false open public private civil fiscal legal
    moral serious severe acute sound stable secure robust sustainable adequate appropriate accurate
    separate timely costly orderly peaceful inter-agency ad-hoc ex-ante foreign domestic modern extreme
    remote sole mere complex simple direct indirect correct exact vast huge thorough further future prior
    senior junior chief deputy dual mixed fixed hard soft heavy light slow quick rapid swift fast vital
    harsh legitimate immediate ultimate intermediate corporate inadequate intimate desperate
    disproportionate innate elderly humane mature premature obsolete concrete discrete diverse adverse
    reverse sparse intense dense immense inhumane female male pregnant relevant significant important
    independent permanent dependent frequent current recent urgent different present consistent efficient
    sufficient transparent coherent evident prominent competent persistent subsequent apparent violent
    ancient resilient prevalent equivalent
    """
)
ADJECTIVE_ENDINGS = (
    "able", "ible", "al", "ful", "ic", "ive", "less", "ous", "ary", "ern", "ese", "ish",
)  # fmt: skip
NOUNS_IN_AL = vocabulary(
    """
    proposal approval arrival withdrawal disposal renewal removal refusal referral appraisal capital
    hospital journal material official individual criminal national potential principal tribunal survival
    trial denial animal festival goal deal manual professional rental terminal mineral metal chemical
    electoral objective initiative executive representative perspective motive narrative alternative
    incentive directive archive relative native music traffic topic logic fabric public republic statistic
    epidemic pandemic clinic critic mechanic academic vaccine table cable vegetable variable library
    summary secretary military territory beneficiary boundary commentary documentary judiciary salary
    diary anniversary intermediary itinerary dictionary pattern concern western southern signal arsenal
    appeal meal steal seal steel
    """
)
NOUNS_IN_LY = vocabulary("family assembly supply reply early anomaly monopoly ally elderly italy july likely")
EMPTY_ADJECTIVES = vocabulary(
    """
    new other such same following relevant respective present above-mentioned aforementioned different
    previous next last first second third current recent former latter own great greater good better
    important appropriate necessary possible able unable due subsequent further additional
    """
)
PARTS_OF_PREPOSITIONS = vocabulary(
    """
    regard respect accordance order view addition relation connection light spite lieu favour behalf terms
    conjunction line
    """
)
"""Nouns after in, with, on or by that are no more than a part of a preposition: "with regard to"."""
OPENING_THEM = vocabulary("in with on by")

AFTER_TO = vocabulary("water health peace food land life work school care power rule law nature housing")
"""Nouns without an article after "to"; other words there are mostly verbs: "steps to curb"."""
NOUN_ENDINGS = ("tion", "sion", "ment", "ity", "ness", "ance", "ence", "ism", "ship", "ice", "s")
