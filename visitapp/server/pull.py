"""What a device takes in: which of its streams moved, and a stream's entries page by page, each with a receipt."""

from visitapp.server.bodies import Changes, Moved, Page, StoredEntry
from visitapp.server.refusals import not_a_member
from visitapp.server.service import Service
from visitapp.server.storage import entries, streams

_STREAMS_AN_ANSWER = 1000


def changes(service: Service, device: bytes, after: int) -> Changes:
    """The device's streams that moved or were granted after a change number.

    A number that this server has not given yet comes from before a restore: then all of the device's streams are told.
    """
    service.served()
    with service.database.reading() as db:
        newest, moved = streams.moved(db, device, after, _STREAMS_AN_ANSWER + 1)
        if after > newest:
            after = 0
            newest, moved = streams.moved(db, device, after, _STREAMS_AN_ANSWER + 1)
    told = moved[:_STREAMS_AN_ANSWER]
    end = told[-1].changed if told else after
    return Changes([Moved(one.stream, one.sequence, one.kind) for one in told], end, len(told) == len(moved))


def page(service: Service, device: bytes, stream: bytes, after: int, limit: int) -> Page:
    """A stream's entries after a number, at most `limit`, 500 and 4 MiB. Raises RequestRefused (403)."""
    served = service.served()
    settings = service.settings
    with service.database.reading() as db:
        row = streams.find(db, stream)
        if row is None or streams.role(db, row.number, device) is None:
            raise not_a_member()
        if after > row.sequence:
            return Page([], row.head, service.receipt(served, stream, row.sequence, row.head), done=True)
        end = entries.page_end(db, row.number, after, min(limit, settings.page_entries), settings.page_bytes)
        found = entries.between(db, row.number, after, end)
        before = entries.head_at(db, row.number, stream, after)
        head = entries.head_at(db, row.number, stream, end)
    told = [StoredEntry(one.sequence, one.what, one.signed, one.beside) for one in found]
    return Page(told, before, service.receipt(served, stream, end, head), done=end >= row.sequence)
