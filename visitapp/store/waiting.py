"""What waits to be done: records for a key or for what they cite, words for their index.

Records are read again from the log when nothing is missing any more.
"""

from collections.abc import Sequence

from visitapp.store import search
from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection
from visitapp.store.keys import epoch_key
from visitapp.store.placing import free, judge, known, project
from visitapp.store.reading import Arrival, again, epoch_of

SLICE = 200
"""How many records one job of the vault's thread reads again: some 30 ms."""
WORDS = 500
"""How many items' words one job indexes: some 20 ms, most of it the same for fewer."""


def wake(db: Connection, limit: int = SLICE, words: int | None = None) -> int:
    """Do a slice of what waits: place records that lack nothing any more, else index words; how many. 0: none is left.

    To be called again and again after taking in, each time as a job of its own. `words`: when not as many as records.
    """
    return wake_records(db, limit) or search.index(db, words or limit)


def wake_records(db: Connection, limit: int = SLICE) -> int:
    """Place waiting records that lack nothing any more, at most so many; how many were looked at."""
    if not ready(db, 1):
        return 0
    with change(db):
        done = 0
        at_hand = ready(db, limit)
        while at_hand and done < limit:
            done += len(at_hand)
            freed = place_again(db, at_hand)
            at_hand = [one for one in sorted(freed) if _lacks_nothing(db, one)][: limit - done]
    return done


def ready(db: Connection, limit: int) -> list[str]:
    """The oldest waiting entries that lack nothing."""
    rows = db.execute(
        """SELECT id FROM entry WHERE state <> 'good' AND state = 'waiting'
            AND NOT EXISTS (SELECT 1 FROM missing WHERE missing.entry = entry.id) ORDER BY n LIMIT ?""",
        (limit,),
    )
    return [id for (id,) in rows]  # noqa: A001  # the field's word


@plainly()
def lacks_a_record(db: Connection) -> bool:
    """Whether a record cites one that never came. One that waits for a key, or for one that waits itself, does not."""
    # CROSS: from the few that wait to their entries, never through the whole log.
    rows = db.execute(
        """SELECT 1 FROM missing CROSS JOIN entry ON entry.id = missing.entry
            WHERE entry.reason = 'cited' AND NOT EXISTS (SELECT 1 FROM entry cited WHERE cited.id = missing.needs)
            LIMIT 1"""
    )
    return rows.fetchone() is not None


def place_again(db: Connection, ids: Sequence[str]) -> set[str]:
    """Read waiting entries of the log again and place those that can be; the entries that this frees."""
    arrivals = [_again(db, id) for id in ids]  # noqa: A001
    placed = judge(db, arrivals, known(db, {cited for one in arrivals for cited in one.cited}))
    db.executemany(
        "UPDATE entry SET state = ?, reason = ?, depth = ? WHERE id = ?",
        [(one.state, one.reason, one.depth, one.arrival.id) for one in placed],
    )
    project(db, placed)
    return free(db, placed)


def _lacks_nothing(db: Connection, id: str) -> bool:  # noqa: A002
    return db.execute("SELECT 1 FROM missing WHERE entry = ?", (id,)).fetchone() is None


def _again(db: Connection, id: str) -> Arrival:  # noqa: A002
    signed, beside = db.execute("SELECT signed, beside FROM entry WHERE id = ?", (id,)).fetchone()
    return again(signed, beside, epoch_key(db, epoch_of(signed)))
