"""By which words each topic is told, a module for each language, named by its code.

The patterns are those of the languages and not of this room's cues, and stand apart from them because they
are many.
"""
