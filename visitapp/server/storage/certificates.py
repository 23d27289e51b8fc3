"""Certified keys: devices of leads and workers, and how much each device has stored."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from visitapp.records.certificates import Certificate, Role, read_certificate
from visitapp.server.schema import certificate


def find(db: Connection, ids: Iterable[bytes]) -> dict[bytes, Certificate]:
    """Those of these certificates that the server knows; they were checked when they came."""
    rows = db.execute(select(certificate.c.id, certificate.c.signed).where(certificate.c.id.in_(list(ids))))
    return {row.id: read_certificate(row.signed) for row in rows}


def role(db: Connection, device: bytes) -> Role | None:
    """What a device is certified for; None: not known here."""
    found = db.scalar(select(certificate.c.role).where(certificate.c.id == device))
    return None if found is None else Role(found)


def add(db: Connection, new: Certificate) -> None:
    """Keep a checked certificate."""
    db.execute(insert(certificate).values(id=new.id, role=int(new.role), stored=0, signed=new.signed))


def stored(db: Connection, device: bytes) -> int:
    """How many bytes a device has stored."""
    return db.scalar(select(certificate.c.stored).where(certificate.c.id == device)) or 0


def add_stored(db: Connection, device: bytes, size: int) -> None:
    """Count bytes for a device."""
    db.execute(update(certificate).where(certificate.c.id == device).values(stored=certificate.c.stored + size))
