"""What an official text names as a threat: mentions found by patterns and a lexicon, and states side by side.

No database and no verdict: a mention says what stands in a sentence, in which words, and by which cue it was
found; whether it is right a person decides.
"""

from dragoman.threats.finding import METHOD, mentions
from dragoman.threats.model import CUES, STANCES, STRENGTHS, Cue, Mention, Stance, Strength
from dragoman.threats.topics import DIMENSIONS, OTHER, TOPICS, Dimension, Topic

__all__ = [
    "CUES",
    "DIMENSIONS",
    "METHOD",
    "OTHER",
    "STANCES",
    "STRENGTHS",
    "TOPICS",
    "Cue",
    "Dimension",
    "Mention",
    "Stance",
    "Strength",
    "Topic",
    "mentions",
]
