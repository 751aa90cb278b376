"""Which language a text is in: as somebody declares, as its name or the file says, or as its words tell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from dragoman.bitext.declared import check_language
from dragoman.errors import WrongLanguage
from dragoman.languages import detect, known, language
from dragoman.languages.generic import UNDETERMINED
from dragoman.readers.reading import Reading

Told = Literal["given", "name", "file", "text"]

# What a file's name may say of its language: "statement.ru.docx", "statement_zh.pdf", "ru.txt".
_IN_NAME = re.compile(r"(?:^|[._\-\s])([A-Za-z]{2,3})(?:-[A-Za-z]+)?$")
# A language that a name or a file claims is believed unless this little of the text looks like it.
_BELIEVED = 0.3


def language_told(reading: Reading, name: str, where: str, declared: str = "") -> tuple[str, Told]:
    """The language of a reading, and how it was told.

    Args:
        reading: What the file was read as.
        name: The file's name. where: What messages call it.
        declared: A code of BCP 47, "" if nobody said.

    Raises:
        WrongLanguage: it is clearly another one than declared, or cannot be told.
        UnknownLanguage
    """
    if declared:
        code = language(declared).code
        check_language(reading.text, language(code), where)
        return code, "given"
    shares = {code: share for code, share in detect(reading.text) if code != UNDETERMINED}
    claims: tuple[tuple[str, Told], ...] = ((_named(name), "name"), (reading.language, "file"))
    for claim, told in claims:
        code = claim.partition("-")[0].lower()
        if code in known() and (not shares or shares.get(code, 0.0) >= _BELIEVED):
            return code, told
    if not shares:
        raise WrongLanguage(
            "The language of this text cannot be told.",
            where=where,
            remedy="Say which it is, or put it into the file's name: statement.ru.docx.",
        )
    code = max(shares, key=lambda one: shares[one])
    check_language(reading.text, language(code), where)
    return code, "text"


def _named(name: str) -> str:
    """The language code at the end of a file's name, "" if there is none."""
    found = _IN_NAME.search(Path(name).stem)
    return found[1] if found else ""
