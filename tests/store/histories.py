"""Histories for hypothesis: devices that write to one stream, each having seen some of what the others wrote."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.store.pen import Pen, Room, Written, named
from visitapp.domain.contact import ChildSeen, Contact, Note, Observation, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import Child
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.judgement import Answer, View
from visitapp.domain.marks import Account, Mark, Opinion

_IDS = st.integers(0, 11).map(lambda number: named(f"thing {number}"))
_WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
_DATES = st.integers(0, 40).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
_DAYS = _DATES.map(Day.of) | st.just(Day(2026, 1)) | st.just(Day(2025))
_ITEMS: st.SearchStrategy[AnyItem] = st.one_of(
    st.builds(Contact, id=_IDS, date=_DAYS, time=st.sampled_from(["", "09:30", "17:05"]), kind=st.just("home_visit")),
    st.builds(Note, id=_IDS, contact=_IDS, paragraphs=_WORDS.map(lambda words: (Paragraph(words),))),
    st.builds(Observation, id=_IDS, contact=_IDS, text=_WORDS, source=st.just("seen")),
    st.builds(ChildSeen, id=_IDS, contact=_IDS, child=_IDS, seen=st.sampled_from(["yes", "no", "unknown"])),
    st.builds(Mark, id=_IDS, contact=_IDS, child=_IDS, region=st.just("shin"), kind=st.just("bruise"), text=_WORDS),
    st.builds(Account, id=_IDS, contact=_IDS, by=_IDS, text=_WORDS),
    st.builds(Opinion, id=_IDS, mark=_IDS, by=_IDS, says=st.just("unclear"), date=st.none() | _DAYS),
    st.builds(View, id=_IDS, contact=_IDS | st.just(""), holds=_WORDS),
    st.builds(Answer, id=_IDS, question=st.just("Q11"), contact=_IDS, text=_WORDS),
    st.builds(Child, id=_IDS, name=_WORDS),
    st.builds(Correction, id=_IDS, of=_IDS, by=st.none() | _IDS, reason=_WORDS),
)
_LINES = st.builds(Line, item=_ITEMS, known_on=st.none() | _DATES, never=st.booleans())
_STEPS = st.tuples(
    st.integers(0, 2),
    st.lists(_LINES, max_size=4).map(tuple),
    st.sets(st.integers(0, 20), max_size=4),
    _DATES,
)


class History:
    """What was written, in the order in which it was written."""

    def __init__(self, steps: list[tuple[int, tuple[Line, ...], set[int], date]]) -> None:
        self.room = Room()
        self.pens = [Pen(self.room, name) for name in ("ann", "joe", "kim")]
        self.written: list[Written] = []
        for who, lines, seen, day in steps:
            pen = self.pens[who]
            self._show(pen, seen)
            self.written.append(pen.write(Entry(kind="visit", at=f"{day}T12:00:00+00:00", by=pen.member, lines=lines)))

    def _show(self, pen: Pen, seen: set[int]) -> None:
        """Let a device see some records, and all that these rest on: as a sync does."""
        wanted = {one.sealed.id for index, one in enumerate(self.written) if index in seen}
        for one in reversed(self.written):
            if one.sealed.id in wanted:
                wanted |= {one.core.previous, *one.core.deps}
        pen.sees(one for one in self.written if one.sealed.id in wanted)

    def __repr__(self) -> str:
        return f"History of {len(self.written)}"


histories = st.lists(_STEPS, min_size=1, max_size=12).map(History)
