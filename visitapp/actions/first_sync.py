"""How far the first sync of a laptop is: which families are here whole, how many are still on their way."""

from collections.abc import Collection

from msgspec import Struct

from visitapp.actions.cases import CaseLine, line
from visitapp.actions.session import Session
from visitapp.actions.sync_problems import problem_of
from visitapp.records.epochs import StreamKind
from visitapp.store import coming, local, streams
from visitapp.words import Text

_NOT_FAMILIES = frozenset({StreamKind.ORGANISATION, StreamKind.THREAD, StreamKind.PERSON})


class FirstSync(Struct, frozen=True, kw_only=True):
    """True as of now, from the vault itself. `here`: those of the `families` (streams) that are here whole.

    `taken` of `entries`: what came of what the server named. `organisation`: its own stream is here whole.
    `heard`: the server has said what there is. `problem`, `tried`: why the last try ended early, and when (HH:MM).
    """

    here: tuple[str, ...]
    families: tuple[str, ...]
    taken: int
    entries: int
    organisation: bool
    heard: bool
    problem: Text | None = None
    tried: str = ""


def how_far(session: Session) -> FirstSync | None:
    """How far it is; None when there is no first sync, or it is through."""
    rows = coming.everything(session.db)
    own = streams.organisation(session.db)
    stream = streams.stream(session.db, own) if own else None
    waits = stream is not None and not stream.cursor and not stream.epoch
    if not rows and not waits:
        return None
    families = [one for one in rows if one.stream != own and one.kind not in _NOT_FAMILIES]
    last = session.last_sync or local.last_sync(session.db)
    return FirstSync(
        here=tuple(one.stream for one in families if one.whole),
        families=tuple(one.stream for one in families),
        taken=sum(min(one.taken, one.sequence) for one in rows),
        entries=sum(one.sequence for one in rows),
        organisation=not waits and all(one.whole for one in rows if one.stream == own),
        heard=bool(rows),
        problem=problem_of(last.problem) if last else None,
        tried=last.at[11:16] if last else "",
    )


def lines_of(session: Session, wanted: Collection[str]) -> tuple[CaseLine, ...]:
    """Those of these families that are here as lines of a list, in the order given."""
    held = frozenset(streams.cases(session.db))
    return tuple(session.of_case(stream, line) for stream in wanted if stream in held)


def still_coming(session: Session) -> int:
    """How many families are not here whole yet; 0 where there is no first sync."""
    found = how_far(session)
    return len(found.families) - len(found.here) if found else 0
