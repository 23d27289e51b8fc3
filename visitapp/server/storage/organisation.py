"""Whom this server serves: the founding statement and the server's own certificate."""

from msgspec import Struct
from sqlalchemy import Connection, insert, select

from visitapp.records.certificates import Certificate, Organisation, read_certificate, read_organisation
from visitapp.server.schema import organisation


class Served(Struct, frozen=True):
    """The organisation, and the certificate of this server's receipt key."""

    organisation: Organisation
    server: Certificate


def find(db: Connection) -> Served | None:
    """Whom the server serves, or None before set-up."""
    row = db.execute(select(organisation.c.signed, organisation.c.server)).one_or_none()
    return None if row is None else Served(read_organisation(row.signed), read_certificate(row.server))


def found(db: Connection, served: Served) -> None:
    """Keep the organisation; there can be one."""
    db.execute(insert(organisation).values(only=1, signed=served.organisation.signed, server=served.server.signed))
