"""How syncing stands, for its page: the true state, the last try, the receipts, and what was set aside."""

from msgspec import Struct

from visitapp.actions import syncing
from visitapp.actions.receipts import Received, receipts
from visitapp.actions.session import Session
from visitapp.actions.syncing import Line, SyncStatus
from visitapp.store import keys, local
from visitapp.words import Text, text

_PROBLEMS = {
    "offline": "error.offline",
    "signed-out": "error.signed_out",
    "locked": "error.locked",
    "other-organisation": "error.other_organisation",
    "server-went-back": "error.server_went_back",
    "went_back": "error.server_went_back",
    "heads_differ": "error.server_went_back",
    "altered": "error.server_went_back",
    "withheld": "error.server_went_back",
    "two_stories": "error.server_went_back",
}
ALARMS = frozenset({"server-went-back", "went_back", "heads_differ", "altered", "withheld", "two_stories"})


class SyncState(Struct, frozen=True, kw_only=True):
    """`tried`: the last cycle, `done`: the last that went through; civil time with offset, "" for none.

    `problem`: why the last one did not go through. `alarm`: the server contradicts itself; `alarmed`: when it last did.
    `server`: its address. `receipts`: the newest first.
    """

    status: SyncStatus
    tried: str
    done: str
    problem: Text | None
    alarm: bool
    alarmed: str
    server: str
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
        problem=text(_PROBLEMS.get(code, "status.problem.other")) if code else None,
        alarm=code in ALARMS,
        alarmed=last.alarmed if last else "",
        server=pinned.server if pinned else "",
        receipts=receipts(session),
        set_aside=syncing.set_aside(session),
    )
