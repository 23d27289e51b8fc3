"""An addendum: a later word on something signed, with its reason. The earlier word stays and is shown beside it."""

from visitapp.actions.session import Session
from visitapp.actions.writing import write
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.errors import Refused


def add(
    session: Session, stream: str, contact: str, of: str, instead: AnyItem | None, reason: str, whose: str = "worker"
) -> None:
    """Replace an item by another, or withdraw it (`instead` None). Refused without a reason.

    `whose`: the worker's own correction, or the family's.
    """
    if not reason.strip():
        raise Refused("addenda.no_reason")
    kept = session.case(stream).kept_by_id.get(of)
    if kept is None:
        raise Refused("addenda.no_such_item")
    correction = Correction(
        id=session.new_id(), of=of, by=instead.id if instead else None, reason=reason.strip(), whose=whose
    )
    lines = tuple(Line(item) for item in ((instead, correction) if instead else (correction,)))
    write(
        session,
        stream,
        Entry(kind="addendum", at=session.at(), by=session.who.member, lines=lines, contact=contact),
    )
