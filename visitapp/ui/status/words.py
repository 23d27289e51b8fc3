"""How syncing stands, in true words. Pure: no Qt."""

from datetime import datetime

from msgspec import Struct

from visitapp.actions.receipts import Received
from visitapp.actions.sync_state import SyncState
from visitapp.actions.syncing import Line
from visitapp.words import Say, said_date

Pair = tuple[str, str]
_SAME = {
    "signature": "proof",
    "seal": "proof",
    "ciphertext": "proof",
    "commitment": "proof",
    "wrap": "proof",
    "wraps": "proof",
    "public-key": "proof",
    "author": "member",
    "member": "member",
    "recipient": "member",
    "role": "member",
    "uncertified": "member",
    "issuer": "member",
    "organisation": "elsewhere",
    "stream": "elsewhere",
    "server": "elsewhere",
    "epoch": "key",
    "gap": "order",
    "fork": "order",
    "previous": "order",
    "missing": "order",
    "stale": "order",
    "own": "order",
}
_FORM = "form"
_REFUSED = {
    "not_a_member": "member",
    "unknown_device": "member",
    "unknown_stream": "member",
    "wrong_organisation": "member",
    "quota": "room",
    "too_large": "size",
    "gap": "order",
    "fork": "order",
    "stale_membership": "order",
    "no_epoch": "order",
}


class StatusWords(Struct, frozen=True, kw_only=True):
    """The page. `trouble`: what a person has to know, "" for nothing; `alarm`: it is for today.

    `receipts`: rows of the table. `set_aside`: (when, why) of each.
    """

    facts: tuple[Pair, ...]
    trouble: str
    alarm: bool
    notes: tuple[str, ...]
    receipts: tuple[tuple[str, ...], ...]
    set_aside: tuple[Pair, ...]


def words(say: Say, state: SyncState) -> StatusWords:
    """Everything that the page says."""
    status = state.status
    waiting = say("status.waiting.n", n=status.waiting) if status.waiting else say("status.waiting.none")
    facts = [
        (say("status.here"), say("status.here.words")),
        (say("status.server"), _on_server(say, state)),
        (say("status.waiting"), waiting),
    ]
    if state.tried:
        facts.append((say("status.tried"), said_date(datetime.fromisoformat(state.tried))))
    if state.server:
        facts.append((say("status.address"), state.server))
    notes = []
    if status.refused:
        notes.append(say("status.not_taken", n=status.refused))
        whys = dict.fromkeys(_REFUSED.get(code, _FORM) for code in state.refusals)
        notes += [say(f"status.refusal.{why}") for why in whys]
    if status.not_understood:
        notes.append(say("status.newer", n=status.not_understood))
    if status.unread:
        notes.append(say("status.unread", n=status.unread))
    if state.alarmed and not state.alarm:
        notes.append(say("status.alarmed", at=datetime.fromisoformat(state.alarmed)))
    return StatusWords(
        facts=tuple(facts),
        trouble=say(state.problem) if state.problem is not None else "",
        alarm=state.alarm,
        notes=tuple(notes),
        receipts=tuple(_receipt(say, one) for one in state.receipts),
        set_aside=tuple(_set_aside(say, one) for one in state.set_aside),
    )


def _on_server(say: Say, state: SyncState) -> str:
    if not state.done:
        return say("status.server.never")
    # What the server did not take is not there, so "everything" would not be true.
    id_ = "status.server.most" if state.status.refused else "status.server.at"
    return say(id_, at=datetime.fromisoformat(state.done))


def _receipt(say: Say, one: Received) -> tuple[str, ...]:
    return (
        said_date(datetime.fromisoformat(one.signed_at)),
        say(one.what),
        one.title or say("status.organisation"),
        said_date(one.confirmed_at.astimezone()),
        str(one.number),
    )


def _set_aside(say: Say, line: Line) -> Pair:
    came = said_date(datetime.fromisoformat(line.received_at).astimezone())
    why = say(f"status.reason.{_SAME.get(line.reason, _FORM)}")
    return say("status.came", at=came, entry=line.entry[:8]), why
