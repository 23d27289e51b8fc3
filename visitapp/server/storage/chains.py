"""The newest record of each chain: what one device wrote to one stream in one incarnation."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, insert, select, update

from visitapp.records.chain import ChainHead
from visitapp.server.schema import chain

Key = tuple[bytes, bytes]
"""(device, incarnation)."""


def heads(db: Connection, number: int, devices: Iterable[bytes]) -> dict[Key, ChainHead]:
    """The heads of all chains of these devices in a stream."""
    rows = db.execute(select(chain).where(chain.c.stream == number, chain.c.device.in_(list(devices))))
    return {(row.device, row.incarnation): ChainHead(row.sequence, row.id) for row in rows}


def write(db: Connection, number: int, before: Mapping[Key, ChainHead], after: Mapping[Key, ChainHead]) -> None:
    """Write the heads that are new or have moved."""
    rows = {
        key: {"of": number, "by": key[0], "life": key[1], "sequence": head.sequence, "id": head.id}
        for key, head in after.items()
        if before.get(key) != head
    }
    fresh = [row for key, row in rows.items() if key not in before]
    moved = [row for key, row in rows.items() if key in before]
    if fresh:
        named = insert(chain).values(stream=bindparam("of"), device=bindparam("by"), incarnation=bindparam("life"))
        db.execute(named, fresh)
    if moved:
        this = (
            (chain.c.stream == bindparam("of"))
            & (chain.c.device == bindparam("by"))
            & (chain.c.incarnation == bindparam("life"))
        )
        db.execute(update(chain).where(this), moved)
