"""Who of the organisation can read a family: the members whose laptops hold the keys of its stream."""

from visitapp.actions.session import Session
from visitapp.actions.writing import directory
from visitapp.records.cose import What
from visitapp.records.epochs import Epoch, Grant, read_epoch, read_grant
from visitapp.records.membership import fold_membership
from visitapp.store import log


def readers(session: Session, stream: str) -> frozenset[str]:
    """The ids of the members in a stream, as far as this laptop knows; none where it does not hold the stream."""
    known = directory(session)
    statements: list[Epoch | Grant] = [
        read_epoch(one.signed) if one.what == What.EPOCH else read_grant(one.signed)
        for one in log.statements(session.db, stream)
        if one.what in (What.EPOCH, What.GRANT)
    ]
    if not statements:
        return frozenset()
    members = fold_membership(statements, known).members
    return frozenset(known[device].member.hex() for device in members)
