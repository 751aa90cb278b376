"""Words without content of their own, by lemma: what two wordings of one phrase may differ in."""

from __future__ import annotations

from dragoman.languages.words.vocabulary import vocabulary

# Words that deny (not, no, without, against) have content.
SMALL_WORDS = {
    "en": vocabulary(
        """
        a an the this that these those its their his her our your my it they we he she you i who which what
        of to in on at for with by from as into upon within among between through over under and or but
        be am is are was were been being have has had will would shall should may can
        """
    ),
    "ru": vocabulary(
        """
        этот тот такой весь свой наш ваш их его ее мой они мы вы он она оно я ты который что
        в во на с со к ко у о об обо по от ото до из изо за для при про под над через между перед после среди
        и а но или да же ли бы быть
        """
    ),
}
"""Articles, pronouns, prepositions, conjunctions and auxiliaries by language."""
