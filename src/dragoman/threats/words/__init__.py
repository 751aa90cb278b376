"""What the languages say of threats, a module for each, named by its code.

These words stand here and not in `dragoman.languages`: they are bound to the cues and topics of this room,
of which the languages know nothing. A new language is one new file all the same.
"""
