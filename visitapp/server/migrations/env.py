"""How Alembic runs the revisions: on the connection that `visitapp.server.database` hands over, in its transaction."""

from alembic import context

from visitapp.server.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction holds all of it
)
context.run_migrations()
