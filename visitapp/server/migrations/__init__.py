"""The server's database, version by version (Alembic). A released revision is never edited, nor imports of ours."""
