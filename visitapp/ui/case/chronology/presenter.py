"""The chronology: what may be chosen to narrow it, and what is left when it is. No Qt.

Cards are worded once, where they are loaded; narrowing them only picks, so that every letter shows at once.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from visitapp.actions.overview import Chronicle, chronicle
from visitapp.actions.reading import Row
from visitapp.actions.session import Session
from visitapp.errors import VisitAppError
from visitapp.ui.kit.cardof import CardRow
from visitapp.ui.run import Run, why
from visitapp.words import Say, said_date

_SOURCES = ("contact", "note", "seen", "told", "read", "view", "decision")
_KINDS = {
    "contact": "plain",
    "note": "plain",
    "seen": "ok",
    "told": "info",
    "read": "info",
    "view": "question",
    "decision": "primary",
}
Option = tuple[str, str]
_AT_ONCE = 30


class Entry(Struct, frozen=True, gc=False):
    """A row with its card, and all its words in lower case to be searched."""

    row: Row
    card: CardRow
    words: str


class Worded(Struct, frozen=True, kw_only=True):
    """A chronology, ready to be shown. Options are (code, words), "" for all. `whole`: the rest is not still coming."""

    title: str
    whole: bool
    entries: tuple[Entry, ...]
    children: tuple[Option, ...]
    kinds: tuple[Option, ...]
    sources: tuple[Option, ...]
    held_back: str


class Narrowed(Struct, frozen=True):
    """How it is narrowed: child, kind of contact, source ("" for all), typed words."""

    child: str = ""
    kind: str = ""
    source: str = ""
    typed: str = ""


def worded(say: Say, found: Chronicle) -> Worded:
    """All of it in words. Made on the vault's thread: thousands take a moment."""
    entries = tuple(_entry(say, row) for row in found.rows)
    kinds = dict.fromkeys(row.kind for row in found.rows if row.kind)
    here = {source for row in found.rows for source in (row.source, *row.also)}
    return Worded(
        title=found.title,
        whole=found.whole,
        entries=entries,
        children=(("", say("chronology.all_children")), *found.children),
        kinds=(("", say("chronology.all_kinds")), *((kind, say(f"code.contact_kind.{kind}")) for kind in kinds)),
        sources=(
            ("", say("chronology.all_sources")),
            *((source, say(f"chronology.source.{source}")) for source in _SOURCES if source in here),
        ),
        held_back=say("overview.held_back", n=found.held_back) if found.held_back else "",
    )


def _entry(say: Say, row: Row) -> Entry:
    when = f"{said_date(row.date)}, {row.time}" if row.time else said_date(row.date)
    heading = f"{when} · {say(row.heading)}"
    tags = [(say(f"chronology.source.{source}"), _KINDS[source]) for source in row.also or (row.source,)]
    if row.corrected:
        tags.append((say("chronology.corrected"), "warn"))
    card = CardRow(row.item, heading, row.words, _foot(say, row), tuple(tags))
    return Entry(row, card, f"{heading}\n{row.words}\n{row.by}".lower())


def _foot(say: Say, row: Row) -> str:
    parts = []
    if row.together is not None:
        both = row.together
        signed = both.signed if len(both.signed.args["names"]) > 1 else None  # one alone is said below, with the time
        parts += [say(one).rstrip(".") for one in (signed, both.waiting) if one is not None]
    if row.written:
        parts.append(say("chronology.written", at=datetime.fromisoformat(row.written)))
    if row.known_on is not None and row.signed_at[:10] != row.known_on.isoformat() and row.known_on != row.date.last():
        parts.append(say("chronology.known", day=row.known_on))
    if row.signed_at:
        parts.append(say("chronology.signed", by=row.by, at=datetime.fromisoformat(row.signed_at)))
    parts.append(say("chronology.sent" if row.on_server else "chronology.not_sent"))
    return " · ".join(parts)


def narrow(entries: Sequence[Entry], by: Narrowed) -> tuple[CardRow, ...]:
    """The cards that are left, typed words marked. An entry about no child in particular stays for every child."""
    words = by.typed.lower().split()
    found = [
        entry
        for entry in entries
        if (not by.child or not entry.row.children or by.child in entry.row.children)
        and (not by.kind or entry.row.kind == by.kind)
        and (not by.source or by.source in (entry.row.source, *entry.row.also))
        and all(word in entry.words for word in words)
    ]
    return tuple(_marked(entry.card, words) if words else entry.card for entry in found)


def _marked(card: CardRow, words: Sequence[str]) -> CardRow:
    lower = card.words.lower()
    if len(lower) != len(card.words):
        return card  # a letter of another script changed its length: better unmarked than marked wrongly
    hits = []
    for word in words:
        at = lower.find(word)
        while at >= 0:
            hits.append((at, at + len(word)))
            at = lower.find(word, at + len(word))
    return replace(card, hits=_apart(sorted(hits)))


def _apart(hits: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for start, end in hits:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


class ChronologyView(Protocol):
    """The page."""

    def show_options(self, found: Worded) -> None:
        """What may be chosen, and the title."""

    def show_cards(self, cards: tuple[CardRow, ...], of: int, *, whole: bool) -> None:
        """These cards, out of so many; unless `whole`, the rest is coming."""

    def show_failure(self, words: str) -> None:
        """Why it could not be shown."""


class ChronologyPresenter:
    """Holds the chronology and how it is narrowed."""

    def __init__(
        self,
        say: Say,
        run: Run,
        session: Session,
        stream: str,
        view: ChronologyView,
        load: Callable[[Session, str, int], Chronicle] = chronicle,
    ) -> None:
        self._say, self._run, self._session, self._stream, self._view = say, run, session, stream, view
        self._verb = load
        self._found: Worded | None = None
        self._by = Narrowed()

    def load(self) -> None:
        """Read it again. The first time only the newest part, to be read at once; `load_rest` brings the rest."""
        if self._found is None:
            self._run(lambda: self._work(_AT_ONCE), self._came, self._failed, owner=self._view)
        else:
            self.load_rest()

    def load_rest(self) -> None:
        """All of it."""
        before = self._found

        def work() -> Worded | None:
            found = self._work(0)
            return None if found == before else found

        self._run(work, self._came, self._failed, owner=self._view)

    def _work(self, newest: int) -> Worded:
        return worded(self._say, self._verb(self._session, self._stream, newest))

    def narrow(self, by: Narrowed) -> None:
        """Show what is left."""
        if by != self._by:
            self._by = by
            self._show()

    def contact_of(self, item: str) -> str:
        """The contact that an entry belongs to; "" for none."""
        entries = self._found.entries if self._found else ()
        return next((entry.row.contact for entry in entries if entry.row.item == item), "")

    def is_mark(self, item: str) -> bool:
        """Whether an entry is a mark, which is read on the body."""
        entries = self._found.entries if self._found else ()
        return any(entry.row.mark for entry in entries if entry.row.item == item)

    def _came(self, found: Worded | None) -> None:
        self._view.show_failure("")
        if found is None:
            return
        self._found = found
        self._view.show_options(found)
        self._show()

    def _show(self) -> None:
        if self._found is not None:
            cards = narrow(self._found.entries, self._by)
            self._view.show_cards(cards, len(self._found.entries), whole=self._found.whole)

    def _failed(self, error: VisitAppError) -> None:
        self._view.show_failure(self._say(why(error)))
