"""Searching as one types: one search at a time on the vault's thread, the newest words next. No Qt."""

from collections.abc import Callable
from typing import Protocol

from visitapp.actions.finding import Found, search
from visitapp.actions.session import Session
from visitapp.errors import VisitAppError
from visitapp.ui.kit.cardof import CardRow
from visitapp.ui.run import Run, why
from visitapp.words import Say, said_date

LEAST = 2
MOST = 50
_AROUND = 160


class SearchView(Protocol):
    """The page."""

    def show_found(self, cards: tuple[CardRow, ...], words: str) -> None:
        """What was found, and a sentence about it."""

    def show_failure(self, words: str) -> None:
        """Why it could not be looked for."""


class SearchPresenter:
    """Holds what was found for the last words."""

    def __init__(
        self,
        say: Say,
        run: Run,
        session: Session,
        view: SearchView,
        look: Callable[[Session, str, int], tuple[Found, ...]] = search,
    ) -> None:
        self._say, self._run, self._session, self._view, self._look = say, run, session, view, look
        self._found: tuple[Found, ...] = ()
        self._wanted = ""
        self._running = False

    def find(self, typed: str) -> None:
        """Look for these words, now or as soon as the search that runs is over."""
        self._wanted = typed.strip()
        if len(self._wanted) < LEAST:
            self._found = ()
            self._view.show_found((), self._say("search.hint.more") if self._wanted else "")
            return
        if not self._running:
            self._start()

    def again(self) -> None:
        """The same words once more: something may have come in."""
        if self._wanted:
            self.find(self._wanted)

    def place(self, key: str) -> tuple[str, str]:
        """The stream and contact of a card; the contact is "" for what belongs to none."""
        one = self._found[int(key)]
        return one.stream, one.contact

    def _start(self) -> None:
        self._running = True
        words = self._wanted

        def work() -> tuple[Found, ...]:
            return self._look(self._session, words, MOST)

        self._run(work, lambda found: self._came(words, found), self._failed, owner=self._view)

    def _came(self, words: str, found: tuple[Found, ...]) -> None:
        self._running = False
        if words != self._wanted:
            if len(self._wanted) >= LEAST:
                self._start()
            return
        self._found = found
        self._view.show_failure("")
        sentence = self._say("search.found", n=len(found)) if found else self._say("search.nothing")
        if len(found) == MOST:
            sentence = self._say("search.most", most=MOST)
        self._view.show_found(tuple(_card(self._say, str(place), one) for place, one in enumerate(found)), sentence)

    def _failed(self, error: VisitAppError) -> None:
        self._running = False
        self._view.show_failure(self._say(why(error)))


def _card(say: Say, key: str, one: Found) -> CardRow:
    words, hits = around(one.words, one.hits)
    return CardRow(key, f"{said_date(one.date)} · {say(one.heading)}", words, one.case_title, (), hits)


def around(words: str, hits: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A piece of long words about the first hit, cut between words, with the places of the hits in it."""
    if len(words) <= 2 * _AROUND or not hits:
        return words, hits
    first = hits[0][0]
    start = 0 if first <= _AROUND else words.rfind(" ", 0, first - _AROUND) + 1
    end = len(words) if first + _AROUND >= len(words) else words.find(" ", first + _AROUND)
    end = len(words) if end < 0 else end
    before, after = "… " if start else "", " …" if end < len(words) else ""
    shift = len(before) - start
    return (
        f"{before}{words[start:end]}{after}",
        tuple((at + shift, to + shift) for at, to in hits if at >= start and to <= end),
    )
