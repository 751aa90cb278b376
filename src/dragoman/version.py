"""The version of Dragoman, where everything may read it that must not load the rest."""

__version__ = "0.1.0"
