"""Alembic's entry: runs the migrations on the connection that it was handed, in that transaction."""

from __future__ import annotations

from alembic import context

from dragoman.workspace.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
