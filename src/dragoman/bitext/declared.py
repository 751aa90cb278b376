"""Whether a text is in the language that it is declared to be in."""

from __future__ import annotations

from dragoman.errors import WrongLanguage
from dragoman.languages import Language, detect
from dragoman.languages.generic import UNDETERMINED

# A text may quote another language up to this share; below this many characters nothing is said.
_FOREIGN_SHARE = 0.3
_TELLING_LENGTH = 200


def check_language(text: str, speech: Language, where: str) -> None:
    """Refuse a text that is clearly in another language than declared; short texts tell too little.

    `where` names the text in the message.

    Raises:
        WrongLanguage
    """
    if len(text.strip()) < _TELLING_LENGTH:
        return
    shares = {code: share for code, share in detect(text) if code != UNDETERMINED}
    own = shares.pop(speech.code, 0.0)
    if not shares:
        return
    other, share = max(shares.items(), key=lambda item: item[1])
    if share < _FOREIGN_SHARE or not speech.in_depth:
        return
    if own >= _FOREIGN_SHARE:
        raise WrongLanguage(
            "The text mixes languages: {own:.0%} {declared}, {share:.0%} {other}.",
            where=where,
            remedy="Give each language as a text of its own.",
            own=own,
            declared=speech.code,
            share=share,
            other=other,
        )
    raise WrongLanguage(
        "The text is declared {declared} but looks like {other} ({share:.0%} of it).",
        where=where,
        remedy="Check the order of the files and the language codes.",
        declared=speech.code,
        other=other,
        share=share,
    )
