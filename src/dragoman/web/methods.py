"""Every method by which something here is computed: what it does, where it comes from, how far it reaches.

`docs/method.md` has the figures behind the limits.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.marking import _


@dataclass(frozen=True, slots=True)
class Method:
    """A method by its lasting name and version ("align.v1"); its sentences are translated where shown."""

    name: str
    task: str
    does: str
    limits: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


METHODS = (
    Method(
        "plain.v1",
        _("Reading plain text"),
        _(
            "The encoding is told from the bytes: UTF-8, UTF-16, Windows-1251 or GB18030. Blank lines "
            "part paragraphs."
        ),
        (
            _(
                "A short text in an old encoding may be taken for another one; the encoding stands "
                "beside each version."
            ),
        ),
    ),
    Method(
        "markdown.v1",
        _("Reading Markdown"),
        _("Headings, lists, tables and paragraphs are kept as the marks say."),
        (_("Marks that only some programs know are read as text."),),
        ("CommonMark 0.31",),
    ),
    Method(
        "html.v1",
        _("Reading web pages"),
        _(
            "The main text is kept with its headings, lists and tables; menus and notices are dropped. "
            "Scripts never run."
        ),
        (
            _(
                "What is main text is judged by its place and density; a short page may lose a line or "
                "keep a menu."
            ),
        ),
        ("Barbaresi, A. 2021. Trafilatura. ACL: System Demonstrations, 122–131.",),
    ),
    Method(
        "docx.v1",
        _("Reading DOCX"),
        _("Headings, numbered articles, lists and tables are kept as the styles of the file say."),
        (_("Text in pictures and in comments is not read."),),
        ("ISO/IEC 29500-1:2016",),
    ),
    Method(
        "pdf.v1",
        _("Reading PDF"),
        _(
            "Text is put in reading order; headers, footers and page numbers are taken out, divided "
            "words joined."
        ),
        (
            _("Scanned pages hold no text: they need character recognition first."),
            _("Text that is set in several columns is read across them."),
        ),
        ("ISO 32000-2:2020",),
    ),
    Method(
        "tmx.v1",
        _("Reading translation memories"),
        _("Each unit gives one segment a language; nothing outside the file is ever fetched."),
        (_("Formatting inside a segment is dropped."),),
        ("LISA OSCAR. 2005. TMX 1.4b Specification.",),
    ),
    Method(
        "sentences.v1",
        _("Dividing into sentences"),
        _(
            "Paragraphs, headings, articles and items are told by their form; sentences by rules for "
            "each language."
        ),
        (_("Languages other than Russian, Chinese and English are divided by general rules."),),
    ),
    Method(
        "align.v1",
        _("Finding the sentences that belong together"),
        _(
            "Sentence vectors, lengths, numbers, names and the order of the text are weighed by a small "
            "network; the best alignment of the whole text is taken, and each group gets a calibrated "
            "probability."
        ),
        (
            _("A clause that a translation leaves out inside a sentence is not noticed."),
            _(
                "Groups of more than six sentences, and of three to four or larger on both sides, come "
                "out in pieces."
            ),
            _(
                "A moved passage is found sentence by sentence; sentences of up to 25 characters that "
                "moved alone are not."
            ),
            _(
                "Without an encoder for one of the languages, lengths, numbers and names decide; a note "
                "says so."
            ),
            _(
                "Probabilities were calibrated on official and religious texts; on others they are an "
                "estimate."
            ),
        ),
        (
            "Gale, W. A., and Church, K. W. 1993. Computational Linguistics 19(1), 75–102.",
            "Sarawagi, S., and Cohen, W. W. 2004. NIPS 17.",
            "Platt, J. 1999. Advances in Large Margin Classifiers, 61–74.",
            "Yang, Y., et al. 2020. ACL: System Demonstrations, 87–94.",
        ),
    ),
    Method(
        "given.v1",
        _("Taking an alignment that a file gives"),
        _("The units of a translation memory stay as its makers joined them, with the probability 1."),
        (_("Whether its makers joined them rightly is not examined."),),
    ),
    Method(
        "corrections.v1",
        _("Applying corrections"),
        _(
            "A correction names the original by its hash and the sentences by their characters. It is "
            "applied again whenever the alignment is computed; a later one wins; what is left of a group "
            "stays together."
        ),
        (
            _(
                "A correction of a version that was replaced waits for that version and is not carried "
                "over to the new one."
            ),
        ),
    ),
    Method(
        "search.v1",
        _("Search"),
        _(
            "Russian and English words are compared by their dictionary forms, ё as е; Chinese by its "
            "characters, traditional as simplified."
        ),
        (
            _("A word that the dictionaries lack is found in the form in which it is written."),
            _("Words are compared within one sentence."),
        ),
    ),
)
"""All of them, in the order in which a text passes through them; names are never given anew."""
