"""What English texts say of duty, permission and intention."""

from __future__ import annotations

_BE = "(?:is|are|was|were|be|been|being|shall be|will be|would be|should be)"
_ALSO = (
    "(?: (?:also|hereby|thereby|therefore|further|fully|still|now|then|always|only|strictly|legally|"
    "solely|equally|ready and|freely|in turn|all|both))?"
)

CUES = {
    "": (
        "can be found | may wish(?: to)? | might wish(?: to)? | may day | in may | on may | of may | "
        "by may | since may | until may | from may | to may(?= \\d) | and may(?= \\d) | early may | "
        "late may | mid-may | may(?= \\d) | goodwill | will of | will to | will and | will for | "
        "free will | political will | the will | their will | own will | good will | at will | "
        "popular will | last will | sovereign will | common will | collective will | in need | no need | "
        "special needs | a must | no later | the can | tin can | need for | should you | needs of | "
        "needs assessment | must-~ | have to do with | has to do with | to have to | "
        "general's intention | ready-~ | plan of | plans of | planned parenthood | action plan~ | "
        "strategic plan~ | required by | as required | if required | where required | when required | "
        "be it decided | calls? for proposals | called for | so-called | is called | are called | "
        "was called | be called | as requested | if requested | requested by | upon request~ | "
        "on request~ | at the request | in response to (?:a|the) request | decided to remain seized | "
        "has been decided | seek asylum | seeking asylum | seeking to | job seekers"
    ),
    "duty.shall": "shall",
    "duty.must": (
        "must | (?:has|have|having|had) to(?= (?!date|this|that|do with|the|its|their|a |an )) | "
        "ought necessarily to | "
        f"{_BE}{_ALSO} (?:obliged|required|bound|obligated|compelled|duty-bound|duty bound|"
        "under an obligation|under a duty|legally bound|liable) to | "
        "(?:has|have|bears?|assumes?|had) (?:an?|the) (?:legal |binding |international "
        ")?(?:obligation|duty) to | "
        "(?:it|that) is (?:mandatory|compulsory|obligatory|imperative|incumbent) (?:to|that|"
        "for|on|upon)? ? | (?:is|are) (?:mandatory|compulsory|obligatory) | be required | "
        "(?:is|are) required to | requires? that | has got to | without fail"
    ),
    "duty.undertake": (
        "undertakes? to | undertook to | undertaken to | undertaking to | undertakes? not to | "
        "pledges? (?:itself |themselves )?to | pledged to | "
        "commits? (?:itself|themselves|ourselves) to | committed (?:itself|themselves|ourselves) to | "
        "(?:is|are|am|remains?|remained) (?:also |fully |firmly |strongly )?committed to | "
        "guarantees? that"
    ),
    "duty.need": (
        "needs? to | needed to | needs | need | needed | "
        "(?:is|are|was|were|be) (?:also |therefore |thus )?(?:necessary|essential|imperative|"
        "crucial|vital|indispensable|critical|important|needed|required) | "
        "it is (?:also |therefore )?(?:necessary|essential|imperative|crucial|vital|important) | "
        "necessity | necessary | required | requires? | requirement | requirements | requiring"
    ),
    "duty.noun": (
        "obligation | obligations | duty | duties | responsibility | responsibilities | responsible | "
        "obligatory | mandatory | compulsory | binding | commitment | commitments | committed | "
        "imperative | undertakings? | mandate | incumbent"
    ),
    "advice.should": (
        "should | ought to | "
        "(?:is|are) (?:also |strongly |further )?(?:recommended|advised|encouraged|expected|"
        "supposed) to | it is (?:strongly |also )?(?:recommended|advisable|desirable|advised) | "
        "had better | it would be (?:advisable|desirable)"
    ),
    "permit.may": "may | might | may also | may only | may well",
    "permit.can": "can | could | can also | can only",
    "permit.able": (
        f"{_BE}{_ALSO} (?:able|unable|in a position|capable of|at liberty) ?(?:to)? | enable~ | allow~ | "
        "permit~ | capab~ | ability | abilities | capacity to | possible | possibly | possibility | "
        "possibilities | potential | potentially | perhaps | likely | opportunity | opportunities | "
        "makes? it possible | makes? possible | inability | likelihood"
    ),
    "permit.right": (
        f"{_BE}{_ALSO} (?:entitled|free|authori[sz]ed|permitted|allowed|empowered|eligible) to | "
        "(?:has|have|had|having|enjoys?|retains?|reserves?)(?: also)? (?:the|a|an|its|their|"
        "every|full) (?:\\w+ )?(?:right|rights|authority|power|option|discretion|possibility|"
        "freedom) (?:to|of) | at (?:its|their|his|her) (?:own |sole )?discretion"
    ),
    "permit.noun": "rights? | entitled | entitlement~ | authori[sz]~ | freedom | liberty | authority",
    "intend.plan": (
        "intends? to | intended to | intending to | plans? to | planned to | planning to | aims? to | "
        "aimed to | seeks? to | sought to | strives? to | striving to | endeavou?rs? to | "
        "endeavou?ring to | attempts? to | proposes? to | proposed to | hopes? to | wishes to | "
        f"wish to | expects? to | {_BE}{_ALSO} (?:planned|intended|determined|resolved|envisaged) to | "
        "intention | intentions | intent | determined | determination | resolve to | aiming | aimed | "
        "planned | plans? | intend | intends | intended | endeavou?rs? | make every effort | "
        "efforts? to | desires? to | desiring to | desirous of | aspires? to | looks? forward to | "
        "shall endeavou?r to | will endeavou?r to | shall strive to | will strive to | shall seek to | "
        "will seek to | should strive to | should seek to"
    ),
    "intend.noun": (
        "intention | intentions | intent | determined | determination | resolve to | aiming | aimed | "
        "planned | plans? | intended | endeavou?rs? | desires? to | efforts? to | desiring to | "
        "desirous of | make every effort | aims? | goals? | objectives? | purposes? | in order to | "
        "seeking | striving | efforts? | readiness | willingness | willing | ready"
    ),
    "intend.ready": (
        f"{_BE}{_ALSO} (?:willing|ready|prepared) to | stands? ready to | "
        "express~ (?:its|their|his|her) (?:readiness|willingness) | stood ready to | agrees? to | "
        "agreed to | agree to | consents? to"
    ),
    "future.will": (
        "will | would | (?:is|are|was|were) (?:scheduled|due|going|about|set|to be|expected) ?(?:to)? | "
        "to be held | (?:is|are) to(?= (?:be|have|take|submit|ensure|remain))"
    ),
    "ban.not": (
        "shall not | must not | may not | shall never | must never | mustn't | shan't | shall neither | "
        "shall in no case | shall under no circumstances | shall no longer | must no longer | shall no | "
        "may no longer | may in no case | may never | "
        f"{_BE}{_ALSO} (?:prohibited|forbidden|banned|barred) ?(?:from|to)? | "
        "(?:is|are|be|was|were) not (?:allowed|permitted|authori[sz]ed|entitled|to be|free) ?(?:to)? | "
        "(?:prohibits?|forbids?|prohibiting|forbidding|prohibited|forbidden|prohibitions?) | bans? | "
        "banned | banning | nothing in .{1,60}? (?:shall|may) | no \\w+ (?:shall|may) | "
        "no \\w+ \\w+ (?:shall|may) | no one (?:shall|may) | nor (?:shall|may|must) | "
        "neither .{1,40}? nor .{1,40}? (?:shall|may) | inadmissib~ | impermissible"
    ),
    "ban.cannot": (
        "cannot | can not | could not | can't | couldn't | can never | can no longer | could no longer | "
        "unable | impossible | not possible | not able to | nor can | nor could | might not"
    ),
    "ban.should": (
        "should not | shouldn't | ought not to | should never | should no longer | nor should | "
        "should neither | should in no"
    ),
    "free.not": (
        "(?:is|are|be) not (?:obliged|required|bound|obligated) to | "
        "not (?:obliged|required|bound|necessary) | need not | needn't | does not (?:have|need) to | "
        "do not (?:have|need) to | under no obligation | not be (?:obliged|required) to | no obligation"
    ),
    "request.decide": "decides | decide | decided | resolves to | resolved to | deciding",
    "request.demand": (
        "demands | demanded | demand that | demanding | insists? | insisted | requires? (?:\\w+ ){1,3}to | "
        "ordered | orders (?:the|that|all|its|each|every|both) | instruct(?:s|ed) | "
        "direct(?:s|ed) (?:\\w+ ){1,4}to | commands? (?:\\w+ ){1,3}to | obliges | obligates | compels | "
        "mandates (?:\\w+ ){1,3}to"
    ),
    "request.urge": (
        "urges? | urged | urging | strongly urges | urgently calls (?:upon|on) | "
        "strongly calls (?:upon|on) | urgently appeals | exhorts?"
    ),
    "request.call": (
        "calls (?:up)?on | called (?:up)?on | call (?:up)?on | calling (?:up)?on | calls for | "
        "call for | calling for | appeals to | appealed to | appeal to | appeals for | appealed for | "
        "appeal for"
    ),
    "request.request": (
        "requests | requested | request that | requesting | asks | asked | asking | request | calls"
    ),
    "request.invite": "invites | invited | inviting | invite",
    "request.encourage": "encourages? | encouraged | encouraging | strongly encourages?",
    "request.recommend": (
        "recommends? | recommended | recommending | suggests? | suggested | suggesting | proposes | "
        "proposed | propose | proposing"
    ),
    "request.noun": (
        "decisions? | recommendations? | proposals? | advises? | advised | advising | advocat~ | "
        "insist~ | favou?r~ | require | promot~ | facilitat~ | foster~ | stipulat~ | demand | appeals? | "
        "call | invitations? | encouragement | requests by | the request | suggestions?"
    ),
}
"""Patterns by name of cue: the force, and after the dot the group of words."""
