"""Loaded once, in the process that others are forked from."""

from __future__ import annotations

from tests.workspace.hardship import warm_up

warm_up()
