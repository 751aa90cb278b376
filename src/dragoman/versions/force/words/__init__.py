"""The cues of strength, negation and qualification by language, a module for each kind and language.

A lexicon maps names of cues to patterns parted by " | ". A pattern is a regular expression over folded text
(small letters, ordinary apostrophes, е for ё, simplified characters) that begins with letters; `~` stands for
the rest of a word. In English and Russian it begins and ends at the bounds of words. The longest
pattern at a place wins, so what only looks like a cue stands under "" and takes its words out of play.
"""
