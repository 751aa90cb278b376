"""A workspace to try Dragoman with: invented texts whose differences are known beforehand."""

from dragoman.demo.build import build

__all__ = ["build"]
