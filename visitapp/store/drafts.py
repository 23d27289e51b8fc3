"""Drafts: one row each, by random id, whole in one transaction. They stay until they are signed or thrown away."""

import msgspec

from visitapp.domain.draft import Draft
from visitapp.errors import NotUnderstood
from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Draft)


class DraftLine(msgspec.Struct, frozen=True, kw_only=True):
    """A draft in a list. `case`: its stream. `begun`, `saved`: civil times with offset. `paused`: left on purpose."""

    id: str
    case: str
    kind: str
    begun: str
    saved: str
    movement: str
    paused: bool


def save(db: Connection, draft: Draft, at: str) -> None:
    """Keep a draft as it is at `at` (civil time with offset). When this returns, it survives a power cut."""
    content = _ENCODER.encode(draft)
    with change(db):
        db.execute(
            """INSERT INTO draft (id, stream, kind, begun, saved, movement, paused, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET stream = excluded.stream, kind = excluded.kind, begun = excluded.begun,
                    saved = excluded.saved, movement = excluded.movement, paused = excluded.paused,
                    content = excluded.content""",
            (draft.id, draft.case, draft.kind, draft.begun, at, draft.movement, draft.paused, content),
        )


@plainly()
def load(db: Connection, id: str) -> Draft | None:  # noqa: A002  # the field's word
    """A draft by its id; None when there is none. Raises NotUnderstood when a newer program saved it."""
    row = db.execute("SELECT content FROM draft WHERE id = ?", (id,)).fetchone()
    try:
        return _DECODER.decode(row[0]) if row else None
    except msgspec.DecodeError:
        # The message would carry what was typed.
        raise NotUnderstood("draft") from None


@plainly()
def everything(db: Connection) -> tuple[DraftLine, ...]:
    """All drafts, the last saved first. Reads no contents, so that one that cannot be read hides no other."""
    rows = db.execute("SELECT id, stream, kind, begun, saved, movement, paused FROM draft ORDER BY saved DESC, id")
    return tuple(
        DraftLine(id=id, case=case, kind=kind, begun=begun, saved=saved, movement=movement, paused=bool(paused))
        for id, case, kind, begun, saved, movement, paused in rows  # noqa: A001
    )


def discard(db: Connection, id: str) -> None:  # noqa: A002
    """Throw a draft away: because it was signed, or because the person said so."""
    with change(db):
        db.execute("DELETE FROM draft WHERE id = ?", (id,))
