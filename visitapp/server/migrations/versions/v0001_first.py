"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables, and the one change number."""
    op.create_table(
        "certificate",
        sa.Column("id", sa.LargeBinary(length=32), nullable=False),
        sa.Column("role", sa.SmallInteger(), nullable=False),
        sa.Column("stored", sa.BigInteger(), nullable=False),
        sa.Column("signed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "invite",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("author", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
    )
    op.create_table(
        "organisation",
        sa.Column("only", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("signed", sa.LargeBinary(), nullable=False),
        sa.Column("server", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_organisation")),
    )
    op.create_table(
        "spent",
        sa.Column("nonce", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_spent")),
    )
    op.create_index(op.f("ix_spent_expires"), "spent", ["expires"], unique=False)
    op.create_table(
        "stream",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.LargeBinary(length=32), nullable=False),
        sa.Column("membership", sa.LargeBinary(length=32), nullable=False),
        sa.Column("epoch", sa.LargeBinary(length=32), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_stream")),
        sa.UniqueConstraint("id", name=op.f("uq_stream_id")),
    )
    op.create_index(op.f("ix_stream_changed"), "stream", ["changed"], unique=False)
    op.create_table(
        "chain",
        sa.Column("stream", sa.Integer(), nullable=False),
        sa.Column("device", sa.LargeBinary(length=32), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["stream"], ["stream.number"], name=op.f("fk_chain_stream")),
        sa.PrimaryKeyConstraint("stream", "device", "incarnation", name=op.f("pk_chain")),
    )
    op.create_table(
        "entry",
        sa.Column("stream", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=32), nullable=False),
        sa.Column("what", sa.SmallInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("head", sa.LargeBinary(length=32), nullable=False),
        sa.Column("signed", sa.LargeBinary(), nullable=False),
        sa.Column("beside", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["stream"], ["stream.number"], name=op.f("fk_entry_stream")),
        sa.PrimaryKeyConstraint("stream", "sequence", name=op.f("pk_entry")),
        sa.UniqueConstraint("stream", "id", name=op.f("uq_entry_stream_id")),
    )
    op.create_table(
        "epoch",
        sa.Column("stream", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=32), nullable=False),
        sa.Column("commitment", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["stream"], ["stream.number"], name=op.f("fk_epoch_stream")),
        sa.PrimaryKeyConstraint("stream", "id", name=op.f("pk_epoch")),
    )
    op.create_table(
        "member",
        sa.Column("stream", sa.Integer(), nullable=False),
        sa.Column("certificate", sa.LargeBinary(length=32), nullable=False),
        sa.Column("role", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["stream"], ["stream.number"], name=op.f("fk_member_stream")),
        sa.PrimaryKeyConstraint("stream", "certificate", name=op.f("pk_member")),
    )
    op.create_index(op.f("ix_member_certificate_stream"), "member", ["certificate", "stream"], unique=False)
    op.bulk_insert(
        sa.table("counter", sa.column("name", sa.String), sa.column("value", sa.BigInteger)),
        [{"name": "change", "value": 0}],
    )
