"""What a visitor gives to be checked: a draft, the text that it renders, the terms that it is to keep to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.bitext.told import language_told
from dragoman.errors import EmptyInput, InputError, TooLarge, WrongLanguage
from dragoman.glossary.check import LINE, check
from dragoman.glossary.model import Checked
from dragoman.marking import _
from dragoman.readers import Reading, read
from dragoman.terms.lists import read_termbase
from dragoman.terms.termbase import Termbase, united
from dragoman.web.posted import Posted, Upload
from dragoman.web.tongues import for_reader, tongue
from dragoman.workspace import Workspace
from dragoman.workspace.incoming import harmless

LONGEST = 300_000
"""Characters that a draft, or its source, may have here; the command line checks longer ones."""
PARTS = ("draft", "source", "terms")
"""What can be pasted into the form or be sent as a file, each under its own name."""

# Characters of a text whose script is looked at.
_LOOKED_AT = 2_000

_CALLED = {"draft": _("the draft"), "source": _("the source"), "terms": _("the list of terms")}


@dataclass(frozen=True, slots=True)
class Given:
    """A form as it was sent, or as it is shown first.

    `pasted` and `files` are by the names of `PARTS`; the languages are "" where they are to be told from the
    texts; `known` asks for the terms found in the workspace, `glossaries` for what parties agreed on in them;
    `line` is that of `Checked.at`, as written.
    """

    pasted: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)
    language: str = ""
    source_language: str = ""
    known: bool = False
    line: str = ""
    glossaries: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """What was pasted."""
        return self.pasted.get(name, "")

    def file(self, name: str) -> str:
        """The name of the file that was sent, "" for none."""
        return harmless(self.files[name].name) if name in self.files else ""

    def has(self, name: str) -> bool:
        """Whether something was given."""
        return name in self.files or bool(self.text(name).strip())

    @property
    def probability(self) -> float:
        """The line as a number.

        Raises:
            InputError: it is none.
        """
        try:
            line = float(self.line.replace(",", ".")) if self.line else LINE
        except ValueError:
            line = -1.0
        if not 0 <= line <= 1:
            raise InputError("The line is a probability from 0 to 1, not {line}.", line=self.line)
        return line


def given(sent: Posted) -> Given:
    """What a form holds; line ends are those of a text, not of a form."""
    pasted = {name: next(iter(sent.all(name)), "").replace("\r\n", "\n") for name in PARTS}
    files: dict[str, Upload] = {}
    for upload in sent.files:
        if upload.name and upload.field in PARTS:
            files.setdefault(upload.field, upload)
    return Given(
        pasted,
        files,
        sent.one("language"),
        sent.one("source_language"),
        sent.has("known"),
        sent.one("line"),
        tuple(dict.fromkeys(sent.all("glossary"))),
    )


def checked(workspace: Workspace, it: Given, translate: Callable[[str], str], locale: str) -> Checked:
    """Check what was given.

    Args:
        workspace: Whose terms are taken if they are asked for.
        translate: Says in the visitor's language how parts are called. locale: The code of that language.

    Raises:
        InputError and its kinds: something cannot be used, or there is no such glossary.
        Unrelated: draft and source have nothing to do with each other.
    """
    called = {name: it.file(name) or translate(said) for name, said in _CALLED.items()}
    draft = _reading(it, "draft", it.language, called["draft"])
    if draft is None:
        raise EmptyInput("There is no draft.", remedy="Paste it, or choose a file.")
    code = _language(draft, it.file("draft"), called["draft"], it.language)
    source = _reading(it, "source", it.source_language, called["source"])
    other = ""
    if source is not None:
        other = _language(source, it.file("source"), called["source"], it.source_language)
    termbases = [*_listed(it, called["terms"]), *_agreed(workspace, it.glossaries, locale)]
    if it.known:
        origin = for_reader(workspace.title, locale)
        termbases.append(workspace.usage.termbase(code, other, source=origin))
    _check_terms(it, termbases, code)
    try:
        return check(
            draft,
            language=code,
            termbase=united(termbases),
            source=source,
            source_language=other,
        )
    except InputError as error:
        # Texts without a file are called by their part.
        if error.where in called:
            error.where = called[error.where]
        raise


def _reading(it: Given, name: str, language: str, where: str) -> Reading | None:
    """The text that was pasted or sent; None if nothing was given."""
    upload, text = it.files.get(name), it.text(name)
    if not it.has(name):
        return None
    _check_once(it, name, where)
    found = _of_file(upload.data, language, where) if upload else Reading(text, (), "text", "")
    if len(found.text) > LONGEST:
        raise TooLarge(
            "It has {count:,} characters; here {limit:,} can be checked at once.",
            where=where,
            remedy="Divide it, or use `dragoman check` on the command line.",
            count=len(found.text),
            limit=LONGEST,
        )
    return found


def _language(reading: Reading, name: str, where: str, declared: str) -> str:
    """The language of a text; where its words do not tell it, and nobody says it, its letters may."""
    try:
        return language_told(reading, name, where, declared)[0]
    except WrongLanguage:
        told = "" if declared else tongue(reading.text[:_LOOKED_AT])
        if not told:
            raise
        return told


def _of_file(data: bytes, language: str, where: str) -> Reading:
    readings = read(data, name=where)
    if len(readings) == 1:
        return readings[0]
    wanted = language.partition("-")[0].lower()
    found = next((one for one in readings if wanted and one.language.partition("-")[0] == wanted), None)
    if found is None:
        raise InputError(
            "It has texts in several languages: {languages}.",
            where=where,
            remedy="Say which of them is meant.",
            languages=", ".join(one.language for one in readings),
        )
    return found


def _check_once(it: Given, name: str, where: str) -> None:
    """Refuse what was both pasted and sent."""
    if name in it.files and it.text(name).strip():
        raise InputError(
            "This was both pasted and sent as a file.", where=where, remedy="Keep one of the two."
        )


def _listed(it: Given, where: str) -> Sequence[Termbase]:
    """The list of terms that was given."""
    if not it.has("terms"):
        return ()
    _check_once(it, "terms", where)
    upload = it.files.get("terms")
    return (read_termbase(upload.data if upload else it.text("terms").strip("\n").encode(), where),)


def _agreed(workspace: Workspace, glossaries: Sequence[str], locale: str) -> Iterator[Termbase]:
    """What parties agreed on in each glossary, which is called by its title in the visitor's language."""
    for name in glossaries:
        titles = workspace.glossaries.glossary(name).titles
        title = titles.get(locale) or next((titles[code] for code in sorted(titles)), "")
        yield workspace.glossaries.termbase(name, source=title)


def _check_terms(it: Given, termbases: Sequence[Termbase], code: str) -> None:
    """Refuse to check against nothing."""
    if not termbases:
        raise InputError(
            "There are no terms to check the draft against.",
            remedy="Give a list, or take the terms found in this workspace.",
        )
    if not any(one.entries for one in termbases) and it.glossaries and not it.has("terms"):
        raise InputError(
            "In these glossaries nothing has been agreed yet that a draft could be checked against.",
            remedy="Give a list of terms, or take the terms found in this workspace.",
        )
    if not it.has("terms") and not termbases[0].entries and not it.glossaries:
        raise InputError(
            "In this workspace no terms with known renderings in {language} have been found.",
            remedy="Give a list of terms, or add documents in several languages.",
            language=code,
        )
