"""Signing anew what can no longer be sent, because its chain went on without it (DESIGN.md 2, restore and clone).

A profile put back from an old copy, or copied to a second laptop, gives a number twice; the server takes the first.
What it refused is still said: it is signed again, word for word, in a new incarnation, citing what came in meanwhile.
"""

from visitapp.actions.session import Session
from visitapp.actions.writing import settle, write
from visitapp.domain.items import Entry
from visitapp.store import keys, rebuilding, sending
from visitapp.store.change import change
from visitapp.store.reading import again, epoch_of


def sign_again(session: Session) -> int:
    """Begin new chains where the old ones are stuck; how many records were signed anew. Mostly none, at little cost.

    One transaction: after a crash it is as before or done.
    """
    db = session.db
    stuck = sending.stuck(db)
    if not stuck:
        return 0
    before = session.device
    try:
        with change(db):
            said = [(one.stream, _said(session, one)) for one in stuck]
            sending.signed_again(db, [one.id for one in stuck])
            for stream in dict.fromkeys(one.stream for one in stuck):
                rebuilding.rebuild(db, stream)
            keys.new_incarnation(db, session.new_id())
            session.device = keys.device(db) or before
            for stream, entry in said:
                write(session, stream, entry, many=True)
    except BaseException:
        session.device = before
        raise
    # As many items as before, of other records.
    session.forget()
    settle(session)
    return len(stuck)


def _said(session: Session, one: sending.Unsent) -> Entry:
    entry = again(one.signed, one.beside, keys.epoch_key(session.db, epoch_of(one.signed))).entry
    if entry is None:
        raise LookupError("a record of our own cannot be read")
    return entry
