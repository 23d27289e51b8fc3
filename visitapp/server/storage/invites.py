"""Invites: left by a lead, used once by a joining device, answered by a lead. All sealed but ids and times."""

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select, update

from visitapp.server.schema import invite


class InviteRow(Struct, frozen=True):
    """An invite as it stands; `request` and `answer` None until they come."""

    id: bytes
    author: bytes
    expires: int
    sealed: bytes
    request: bytes | None
    answer: bytes | None


def find(db: Connection, id: bytes, *, lock: bool = False) -> InviteRow | None:  # noqa: A002  # the field's word
    """An invite by its id (32 bytes); with `lock`, nobody else changes it until this transaction ends."""
    question = select(invite).where(invite.c.id == id)
    row = db.execute(question.with_for_update() if lock else question).one_or_none()
    return None if row is None else InviteRow(*row)


def leave(db: Connection, id: bytes, author: bytes, expires: int, sealed: bytes) -> None:  # noqa: A002
    """Keep a new invite."""
    db.execute(insert(invite).values(id=id, author=author, expires=expires, sealed=sealed))


def ask(db: Connection, id: bytes, request: bytes) -> None:  # noqa: A002
    """Keep a joining device's request."""
    db.execute(update(invite).where(invite.c.id == id).values(request=request))


def answer(db: Connection, id: bytes, answer: bytes) -> None:  # noqa: A002
    """Keep the answer to a request."""
    db.execute(update(invite).where(invite.c.id == id).values(answer=answer))


def waiting(db: Connection) -> list[InviteRow]:
    """The invites that were asked for and are not answered, soonest to expire first."""
    question = select(invite).where(invite.c.request.is_not(None), invite.c.answer.is_(None))
    return [InviteRow(*row) for row in db.execute(question.order_by(invite.c.expires, invite.c.id))]


def forget(db: Connection, before: int) -> None:
    """Drop those that expired before a time."""
    db.execute(delete(invite).where(invite.c.expires < before))
