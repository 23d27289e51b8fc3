"""The server that can read nothing: FastAPI, SQLAlchemy Core, Alembic."""
