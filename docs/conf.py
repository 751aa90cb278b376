"""Settings of Sphinx."""

from __future__ import annotations

from dragoman import __version__

project = "Dragoman"
author = "The Dragoman authors"
version = release = __version__
language = "en"

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = "Dragoman"
html_copy_source = False
html_show_copyright = False
