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
        "concordance.v1",
        _("Finding words in their sentences"),
        _(
            "Russian and English words are compared by their dictionary forms, ё as е; Chinese by its "
            "characters, traditional as simplified, and by their sounds, in pinyin or Palladius. Hits are "
            "counted by year with 95 % intervals that allow for differences between documents."
        ),
        (
            _("A word that the dictionaries lack is found in the form in which it is written."),
            _("Words are compared within one sentence."),
            _(
                "Of more than 20,000 hits the counts are those of documents chosen by chance, the same "
                "for every query."
            ),
        ),
        (
            "Wilson, E. B. 1927. JASA 22, 209–212.",
            "McCullagh, P., Nelder, J. A. 1989. Generalized Linear Models, 2nd ed., 4.5.",
            "Rychlý, P. 2008. A lexicographer-friendly association score. RASLAN, 6–9.",
            "Dunning, T. 1993. Computational Linguistics 19, 61–74.",
            "Damerau, F. J. 1964. Communications of the ACM 7, 171–176.",
        ),
    ),
    Method(
        "terms.v1",
        _("Finding terms"),
        _(
            "Noun phrases and names by the grammar of their language, and stretches of words or characters "
            "that recur, hold together and are freely preceded and followed. Lists are ordered by C-value "
            "and dispersion; abbreviations are joined with their long forms where a text explains them."
        ),
        (
            _("What occurs only once is no term yet; in large collections it has to occur more often."),
            _("Stretches found by statistics may have a word too many or too few at an edge."),
            _("Verbs and adjectives are found only as parts of formulations."),
        ),
        (
            "Frantzi, K., Ananiadou, S., and Mima, H. 2000. Int. J. on Digital Libraries 3(2), 115–130.",
            "Jin, Z., and Tanaka-Ishii, K. 2006. COLING/ACL Posters, 428–435.",
            "Rayson, P., and Garside, R. 2000. Workshop on Comparing Corpora, 1–6.",
            "Lijffijt, J., and Gries, S. Th. 2012. Int. J. of Corpus Linguistics 17(1), 147–149.",
            "Schwartz, A., and Hearst, M. 2003. Pacific Symposium on Biocomputing 8, 451–462.",
        ),
    ),
    Method(
        "pairs.v1",
        _("Pairing terms across languages"),
        _(
            "Terms that stand in the same rows more often than by chance are judged by their counts, the "
            "likeness of their vectors, their lengths, the longer terms around them, and how often each "
            "answers the other when every place may answer once. A logistic regression gives a calibrated "
            "probability."
        ),
        (
            _(
                "Probabilities were calibrated on documents of the United Nations; elsewhere they are "
                "estimates."
            ),
            _("Two or three rows say little: such pairs are proposals to look at."),
        ),
        (
            "Dunning, T. 1993. Computational Linguistics 19(1), 61–74.",
            "Melamed, I. D. 2000. Computational Linguistics 26(2), 221–249.",
            "Conneau, A., et al. 2018. ICLR.",
            "Platt, J. 1999. Advances in Large Margin Classifiers, 61–74.",
        ),
    ),
    Method(
        "links.v1",
        _("Finding a hit’s counterpart in its row"),
        _(
            "The known partners of the hit are looked for in the row, the most probable first; where none "
            "stands there, its words are looked for one by one."
        ),
        (_("What has no known partner lights up nothing; the whole row stands beside it all the same."),),
    ),
    Method(
        "formulations.v1",
        _("Set formulations in use"),
        _(
            "A use is verbatim where the same words follow each other in any inflection, or the same "
            "characters. It is varied where one word, or up to two characters, are replaced, left out or "
            "put in, or two parts change places. Documents are counted, and only verbatim uses unless "
            "asked otherwise."
        ),
        (
            _("Wording is found, not meaning: the same thought in other words is missed."),
            _("A varied use may be another phrase; each is shown in its sentence."),
            _(
                "It was tuned on 75 passages, of which it judges 73 as a reader did; on others it was not"
                " measured."
            ),
        ),
    ),
    Method(
        "changes.v1",
        _("Changes over time"),
        _(
            "One level is tested against a change of level, with the counts and exposures as they are and"
            " chance drawn by a seeded generator; then two levels against three, until the levels are "
            "enough. Where a change is, exact search tells; when it came, the likelihood of each period."
        ),
        (
            _("A series without a change is said to have one in at most 5 of 100 cases, as measured."),
            _(
                "Of fewer than nine periods nothing is said, nor of so few counts that no order of them "
                "would tell."
            ),
            _("Small changes of rare phrases are seldom seen: silence is no proof that nothing changed."),
            _("Periods that depend on each other give false alarms; a slow slope is cut into steps."),
        ),
        (
            "Bai, J., Perron, P. 1998. Econometrica 66, 47–78.",
            "Frick, K., Munk, A., Sieling, H. 2014. JRSS B 76, 495–580.",
            "Auger, I. E., Lawrence, C. E. 1989. Bulletin of Mathematical Biology 51, 39–54.",
            "Wilson, E. B. 1927. JASA 22, 209–212.",
            "Garwood, F. 1936. Biometrika 28, 437–442.",
        ),
    ),
    Method(
        "heat.v1",
        _("Six grades of heat"),
        _(
            "0: in no document of the period; 1: in fewer than 1 of 20; 2: in fewer than 1 of 5; 3: in "
            "fewer than a half; 4: in a half or more. One grade more where that is above all earlier "
            "periods by more than chance, one less where it is below."
        ),
        (_("A grade helps to read a table and is no test; its thresholds are round numbers."),),
        ("China Media Project. 2018. Discourse climate report, July (six grades of another kind).",),
    ),
    Method(
        "renderings.v1",
        _("Renderings of a term"),
        _(
            "Each document counts once, with the rendering that it has most often. A notice is given "
            "where one body changed its main rendering, or two bodies differ, by more than chance, all "
            "tests of a table taken together."
        ),
        (
            _("Two bodies that wrote at different times may differ for that reason."),
            _("Of few documents nothing is said, and that is said."),
        ),
        ("Fisher, R. A. 1935. JRSS 98, 39–82.",),
    ),
    Method(
        "versions.v1",
        _("Differences between language versions"),
        _(
            "Sentences without a counterpart, numbers, dates, units, names, references, words of obligation, "
            "negation, actors and qualifications are compared row by row, two languages at a time. A "
            "logistic regression for each kind says how probable a difference of substance is; with three "
            "languages it is said which one stands alone."
        ),
        (
            _(
                "The probabilities hold for official texts of which one row in twelve differs; they were "
                "fitted on planted differences."
            ),
            _("What differs in tone or in the choice of a single word is not found."),
            _(
                "Obligation, negation, names, actors and qualifications are known in Russian, Chinese and "
                "English."
            ),
        ),
        ("Cox, D. R. 1958. The regression analysis of binary sequences. JRSS B 20, 215–242.",),
    ),
    Method(
        "wording.v1",
        _("Renderings that differ"),
        _(
            "Where a passage has a term of several words and another of its known renderings than the rest "
            "of the document, or than four fifths of all documents, that is told."
        ),
        (_("It knows only renderings that stand in the collection at least twice."),),
    ),
    Method(
        "threats.v1",
        _("What states name as a threat"),
        _(
            "Words such as “poses a threat to”, «борьба с» and 等威胁 tell that something is named as a "
            "threat, as something to be fought or prevented, or with concern. What stands beside them is "
            "read up to the end of its phrase, divided where it is a list, and given a topic by a lexicon. "
            "Figures count documents."
        ),
        (
            _(
                "Of 118 mentions of known topics in speeches in English 109 were judged to be named there "
                "indeed, of 44 in Russian texts 39, of 47 in Chinese ones 41."
            ),
            _("About two thirds of what is named is found: what stands in other sentences is missed."),
            _(
                "What the lexicon does not know is shown in its own words and counts only once a person has "
                "confirmed it."
            ),
            _("It says what a text names, and nothing of whether it is a threat."),
        ),
        (
            "Hearst, M. 1992. Automatic acquisition of hyponyms from large text corpora. COLING, 539–545.",
            "Chapman, W. et al. 2001. A simple algorithm for identifying negated findings. "
            "Journal of Biomedical Informatics 34, 301–310.",
        ),
    ),
    Method(
        "check.v1",
        _("Checking a draft"),
        _(
            "Terms are found by their lemmas, in Chinese at the borders of words. Told are words that a list "
            "forbids or has superseded, one thing said in several ways, and with the source beside the "
            "draft, terms of aligned sentences whose equivalents do not stand there."
        ),
        (
            _("How probable a remark is was set by judgement, not measured."),
            _("A word that has several meanings is remarked in all of them, with a lower probability."),
            _("What a collection makes usual is no agreement between parties."),
        ),
        ("ISO 30042:2019, TermBase eXchange (TBX).",),
    ),
    Method(
        "agenda.v1",
        _("What parties could agree on"),
        _(
            "Terms that are each other's most probable rendering are put together, one of each language, and "
            "no term joins a concept with one of whose terms it does not go. Concepts that every party uses, "
            "in its own documents or in joint ones, come first; then those that are most of a term, surely "
            "rendered, in most languages."
        ),
        (
            _("Whose a document is, its description says; a party is known there by its names."),
            _("A term of which no rendering was found is not proposed, however often one side uses it."),
            _("The order was set by judgement, not measured."),
        ),
        ("ISO 860:2007, Terminology work: Harmonization of concepts and terms.",),
    ),
    Method(
        "difference.v1",
        _("What a proposal changes"),
        _(
            "Fields are compared one by one, terms by language and words, then by likeness; texts word by "
            "word, Chinese ones character by character: the longest common stretch, then those on either "
            "side of it."
        ),
        (_("What was moved is shown as struck in one place and new in another."),),
        (
            "Ratcliff, J., Metzener, D. 1988. Pattern matching: the gestalt approach. "
            "Dr. Dobb's Journal, July, 46.",
        ),
    ),
)
"""All of them, in the order in which a text passes through them; names are never given anew."""
