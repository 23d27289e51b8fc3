"""Streams: where each stands, who its members are, which epochs it has, and the one change number over all of them."""

from msgspec import Struct
from sqlalchemy import Connection, bindparam, delete, insert, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from visitapp.records.epochs import StreamKind, StreamRole
from visitapp.records.membership import Membership
from visitapp.records.receipts import first_head
from visitapp.server.schema import counter, epoch, member, stream

_NONE = b""


class StreamRow(Struct, frozen=True):
    """A stream as it stands. `number` is this database's own; `membership` is empty before the first epoch."""

    number: int
    id: bytes
    kind: int
    sequence: int
    head: bytes
    membership: bytes
    epoch: bytes


_COLUMNS = [stream.c[name] for name in StreamRow.__struct_fields__]
_FIND = select(*_COLUMNS).where(stream.c.id == bindparam("wanted"))
_ROLE = select(member.c.role).where(member.c.stream == bindparam("of"), member.c.certificate == bindparam("device"))


def find(db: Connection, id: bytes) -> StreamRow | None:  # noqa: A002  # the field's word
    """A stream by its id (16 bytes)."""
    row = db.execute(_FIND, {"wanted": id}).one_or_none()
    return None if row is None else StreamRow(*row)


def lock(db: Connection, id: bytes) -> StreamRow | None:  # noqa: A002
    """A stream whose row nobody else changes until this transaction ends."""
    row = db.execute(_FIND.with_for_update(), {"wanted": id}).one_or_none()
    return None if row is None else StreamRow(*row)


def make(db: Connection, id: bytes) -> StreamRow:  # noqa: A002
    """A new, locked stream without entries; the one that is there when another has just made it."""
    dialect_insert = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    new = {"id": id, "kind": 0, "sequence": 0, "head": first_head(id), "membership": _NONE, "epoch": _NONE}
    db.execute(dialect_insert(stream).values(**new, changed=0).on_conflict_do_nothing(index_elements=[stream.c.id]))
    made = lock(db, id)
    if made is None:
        raise LookupError("a stream vanished while it was made")
    return made


def drop(db: Connection, number: int) -> None:
    """Take back a stream that was made in this transaction and got no entry."""
    db.execute(delete(stream).where(stream.c.number == number))


def advance(db: Connection, row: StreamRow) -> None:
    """Write where a stream stands now, with a new change number: last in its transaction."""
    numbered = update(counter).where(counter.c.name == "change").values(value=counter.c.value + 1)
    changed = db.execute(numbered.returning(counter.c.value)).scalar_one()
    values = {name: getattr(row, name) for name in ("kind", "sequence", "head", "membership", "epoch")}
    db.execute(update(stream).where(stream.c.number == row.number).values(**values, changed=changed))


def role(db: Connection, number: int, device: bytes) -> StreamRole | None:
    """A device's role in a stream now; None: not a member."""
    found = db.scalar(_ROLE, {"of": number, "device": device})
    return None if found is None else StreamRole(found)


def membership(db: Connection, row: StreamRow, organisation: bytes) -> Membership | None:
    """The stream's members and epochs as they stand; None before the first epoch."""
    if not row.membership:
        return None
    members = db.execute(select(member.c.certificate, member.c.role).where(member.c.stream == row.number))
    epochs = db.execute(select(epoch.c.id, epoch.c.commitment).where(epoch.c.stream == row.number))
    return Membership(
        organisation=organisation,
        stream=row.id,
        kind=StreamKind(row.kind),
        members={one.certificate: StreamRole(one.role) for one in members},
        epochs={one.id: one.commitment for one in epochs},
        epoch=row.epoch,
        head=row.membership,
    )


def write_membership(db: Connection, number: int, before: Membership | None, after: Membership) -> None:
    """Write the members and epochs that are new or have changed. Where the stream stands is advance()'s to write."""
    members = before.members if before else {}
    changed = {one: role for one, role in after.members.items() if members.get(one) != role}
    gone = [one for one in members if one not in after.members]
    stale = [one for one in (*gone, *changed) if one in members]
    if stale:
        db.execute(delete(member).where(member.c.stream == number, member.c.certificate.in_(stale)))
    if changed:
        rows = [{"stream": number, "certificate": one, "role": int(role)} for one, role in changed.items()]
        db.execute(insert(member), rows)
    new = after.epochs.keys() - (before.epochs.keys() if before else ())
    if new:
        rows = [{"stream": number, "id": one, "commitment": after.epochs[one]} for one in sorted(new)]
        db.execute(insert(epoch), rows)


class Moved(Struct, frozen=True):
    """A stream that moved, with its newest number, the change number of that, and its kind."""

    stream: bytes
    sequence: int
    changed: int
    kind: int


def moved(db: Connection, device: bytes, after: int, limit: int) -> tuple[int, list[Moved]]:
    """The newest change number given to anything, and the device's streams that moved after one, in its order."""
    rows = db.execute(_MOVED, {"device": device, "after": after, "most": limit}).all()
    newest: int = rows[0][0]
    return newest, [Moved(*row[1:]) for row in rows if row[1] is not None]


# Asked at every sync of every laptop: built once, and one question for both answers.
_OF_DEVICE = (
    select(stream.c.id, stream.c.sequence, stream.c.changed, stream.c.kind)
    .join(member, member.c.stream == stream.c.number)
    .where(member.c.certificate == bindparam("device"), stream.c.changed > bindparam("after"))
    .order_by(stream.c.changed)
    .limit(bindparam("most"))
    .subquery()
)
_MOVED = (
    select(counter.c.value, _OF_DEVICE)
    .select_from(counter.outerjoin(_OF_DEVICE, true()))
    .where(counter.c.name == "change")
    .order_by(_OF_DEVICE.c.changed)
)
