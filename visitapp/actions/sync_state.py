"""How syncing stands, for its page: the true state, the last try, the receipts, and what was set aside."""

from msgspec import Struct

from visitapp.actions import syncing
from visitapp.actions.receipts import Received, receipts
from visitapp.actions.session import Session
from visitapp.actions.sync_problems import ALARMS, problem_of
from visitapp.actions.syncing import Line, SyncStatus
from visitapp.store import keys, local, sending
from visitapp.words import Text


class SyncState(Struct, frozen=True, kw_only=True):
    """`tried`: the last cycle, `done`: the last that went through; civil time with offset, "" for none.

    `problem`: why the last one did not go through. `alarm`: the server contradicts itself; `alarmed`: when it last did.
    `server`: its address. `refusals`: its codes for what it did not take. `receipts`: the newest first.
    """

    status: SyncStatus
    tried: str
    done: str
    problem: Text | None
    alarm: bool
    alarmed: str
    server: str
    refusals: tuple[str, ...]
    receipts: tuple[Received, ...]
    set_aside: tuple[Line, ...]


def sync_state(session: Session) -> SyncState:
    """How it stands, from the vault itself."""
    last = session.last_sync or local.last_sync(session.db)
    code = last.problem if last else ""
    pinned = keys.pinned(session.db)
    return SyncState(
        status=syncing.status(session),
        tried=last.at if last else "",
        done=last.done if last else "",
        problem=problem_of(code),
        alarm=code in ALARMS,
        alarmed=last.alarmed if last else "",
        server=pinned.server if pinned else "",
        refusals=sending.refusals(session.db),
        receipts=receipts(session),
        set_aside=syncing.set_aside(session),
    )
