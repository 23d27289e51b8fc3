"""Finding words in everything that was said, over all cases on this laptop."""

import datetime

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.lines import said
from visitapp.actions.overview import held_back_views
from visitapp.actions.session import Session
from visitapp.domain.contact import Contact
from visitapp.store import search as index
from visitapp.words import Text


class Found(Struct, frozen=True):
    """A place where the words were found. `hits`: (start, end) in `words`."""

    stream: str
    case_title: str
    contact: str
    record: str
    item: str
    date: datetime.date
    heading: Text
    words: str
    hits: tuple[tuple[int, int], ...]


def search(session: Session, words: str, limit: int = 50) -> tuple[Found, ...]:
    """Where words stand in all cases on this laptop, the newest first.

    A colleague's view is not found while one's own on the same family waits to be signed.
    """
    found = []
    held_back: dict[str, frozenset[str]] = {}
    for hit in index.find(session.db, words, limit):
        if hit.stream not in held_back:
            held_back[hit.stream] = held_back_views(session, hit.stream)
        if hit.item in held_back[hit.stream]:
            continue
        case = session.case(hit.stream)
        kept = case.kept_by_id.get(hit.item)
        line = said(kept.item, case) if kept is not None else None
        if kept is None or line is None:
            continue
        contact = kept.item.id if isinstance(kept.item, Contact) else getattr(kept.item, "contact", "")
        found.append(
            Found(
                hit.stream, title_of(case), contact, hit.record, hit.item, kept.date, line.heading, hit.words, hit.hits
            )
        )
    return tuple(found)
