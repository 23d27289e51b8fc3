"""The server's tables. No column holds a word of a note or a name: ids, sizes, public keys, signed headers, ciphertext.

`stream.changed` holds the newest change number of the stream; numbers come from the one row of `counter`, taken last
in a transaction and held to its end, so that they are seen in the order in which they were given (a sequence of
the database's own may show 8 before 7, and a reader would never see 7).
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id(name: str, size: int, *, key: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary(size), primary_key=key, nullable=False)


def _of_stream() -> Column[int]:
    return Column("stream", Integer, ForeignKey("stream.number"), primary_key=True)


# One row at most: whom this server serves, with its own certificate.
organisation = Table(
    "organisation",
    METADATA,
    Column("only", SmallInteger, primary_key=True, autoincrement=False),
    Column("signed", LargeBinary, nullable=False),
    Column("server", LargeBinary, nullable=False),
)

certificate = Table(
    "certificate",
    METADATA,
    _id("id", 32, key=True),
    Column("role", SmallInteger, nullable=False),
    Column("stored", BigInteger, nullable=False),  # bytes that this device has stored, for its quota
    Column("signed", LargeBinary, nullable=False),
)

stream = Table(
    "stream",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("kind", SmallInteger, nullable=False),
    Column("sequence", BigInteger, nullable=False),
    _id("head", 32),
    _id("membership", 32),
    _id("epoch", 32),
    Column("changed", BigInteger, nullable=False, index=True),
)

member = Table(
    "member",
    METADATA,
    _of_stream(),
    _id("certificate", 32, key=True),
    Column("role", SmallInteger, nullable=False),
    Index(None, "certificate", "stream"),
)

epoch = Table("epoch", METADATA, _of_stream(), _id("id", 32, key=True), _id("commitment", 32))

chain = Table(
    "chain",
    METADATA,
    _of_stream(),
    _id("device", 32, key=True),
    _id("incarnation", 16, key=True),
    Column("sequence", BigInteger, nullable=False),
    _id("id", 32),
)

entry = Table(
    "entry",
    METADATA,
    _of_stream(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    _id("id", 32),
    Column("what", SmallInteger, nullable=False),
    Column("size", Integer, nullable=False),
    _id("head", 32),
    Column("signed", LargeBinary, nullable=False),
    Column("beside", LargeBinary, nullable=False),
    UniqueConstraint("stream", "id"),
)

invite = Table(
    "invite",
    METADATA,
    _id("id", 16, key=True),
    _id("author", 32),
    Column("expires", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("request", LargeBinary),
    Column("answer", LargeBinary),
)

spent = Table("spent", METADATA, _id("nonce", 32, key=True), Column("expires", BigInteger, nullable=False, index=True))

counter = Table(
    "counter", METADATA, Column("name", String(16), primary_key=True), Column("value", BigInteger, nullable=False)
)
