"""What the author of a record could not have seen when signing it, though the server had it: told, never judged.

A record cites what its author's laptop had (its chain and its deps). Whatever of other people's stood before it in the
server's order, and is not reached by what it cites, was not before the author's eyes.
"""

from visitapp.actions.cases import SignedNote, signed_notes
from visitapp.actions.session import Session
from visitapp.records.chain import cited
from visitapp.records.cose import What
from visitapp.records.envelope import read_record
from visitapp.store import log

_PAGE = 500


def unseen(session: Session, stream: str, record: str) -> tuple[SignedNote, ...]:
    """The records of other people that stood at the server before this one and that its author did not have."""
    numbers: dict[str, int] = {}
    parents: dict[str, tuple[str, ...]] = {}
    after = 0
    while page := log.entries(session.db, stream, after, _PAGE):
        after = page[-1].server_sequence or after
        for one in page:
            if one.what == What.RECORD and one.state == "good":
                numbers[one.id] = one.server_sequence or 0
                parents[one.id] = tuple(each.hex() for each in cited(read_record(one.signed).core))
    if record not in numbers:
        return ()
    signed = signed_notes(session, stream)
    seen = _reached(record, parents)
    author = signed[record].by if record in signed else ""
    return tuple(
        signed[one]
        for one, number in numbers.items()
        if number < numbers[record] and one not in seen and one in signed and signed[one].by != author
    )


def _reached(record: str, parents: dict[str, tuple[str, ...]]) -> set[str]:
    reached = {record}
    waiting = [record]
    while waiting:
        for one in parents.get(waiting.pop(), ()):
            if one not in reached:
                reached.add(one)
                waiting.append(one)
    return reached
