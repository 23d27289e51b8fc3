"""Nonces that a device has signed, until they would be over anyway: none opens two sessions."""

from sqlalchemy import Connection, delete, insert, select

from visitapp.server.schema import spent


def spend(db: Connection, nonce: bytes, expires: int, now: int) -> bool:
    """Note a nonce as spent; False when it was already."""
    db.execute(delete(spent).where(spent.c.expires < now))
    if db.scalar(select(spent.c.nonce).where(spent.c.nonce == nonce)) is not None:
        return False
    db.execute(insert(spent).values(nonce=nonce, expires=expires))
    return True
