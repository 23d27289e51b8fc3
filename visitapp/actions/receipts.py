"""The receipts of this person's records in words: what was signed when, and since when the server holds it."""

from datetime import UTC, datetime

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.session import Session
from visitapp.store import log, sending, streams
from visitapp.words import Text, text


class Received(Struct, frozen=True, kw_only=True):
    """A record that a receipt covers. `what`: what kind of entry. `title`: the case's, "" for the organisation's own.

    `signed_at`: civil time with offset. `confirmed_at`: the receipt's time, UTC. `number`: in the server's order.
    """

    record: str
    title: str
    what: Text
    signed_at: str
    confirmed_at: datetime
    number: int


def receipts(session: Session, most: int = 200) -> tuple[Received, ...]:
    """The newest receipts, the latest first, at most so many. The whole list is `syncing.receipts_csv`."""
    cases = frozenset(streams.cases(session.db))
    newest = sorted(sending.receipts(session.db), key=lambda one: (one.at, one.server_sequence), reverse=True)[:most]
    signed = {
        one.record: one
        for stream in dict.fromkeys(one.stream for one in newest)
        for one in log.signed_entries(session.db, stream)
    }
    return tuple(
        Received(
            record=one.record,
            title=title_of(session.case(one.stream)) if one.stream in cases else "",
            what=text(f"code.entry.{signed[one.record].kind}"),
            signed_at=signed[one.record].at,
            confirmed_at=datetime.fromtimestamp(one.at / 1000, UTC),
            number=one.server_sequence,
        )
        for one in newest
        if one.record in signed
    )
