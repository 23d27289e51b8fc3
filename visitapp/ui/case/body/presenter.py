"""What the page of the body decides, without Qt: which child, which day, which drawing, which mark is open."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from visitapp.actions.body import OnBodies, OnChild
from visitapp.domain.days import Day
from visitapp.ui.bodymap.drawing import GROUPS, Drawings
from visitapp.ui.bodymap.sheet import Picture
from visitapp.ui.bodymap.wording import mark_name
from visitapp.ui.case.body.marks import Shown, days_of, exact, figure_on, groups_of, marks_on, pictures
from visitapp.ui.case.said.words import MarkWords, mark_words
from visitapp.words import Say, said_date

Option = tuple[str, str]


class MarkRow(Struct, frozen=True):
    """A mark in the list. `note`: how it stands on the drawing. `visits`: contact and words of each sighting's visit.

    `said`: what was said of it, where it is open.
    """

    key: str
    heading: str
    lines: tuple[str, ...]
    note: str = ""
    visits: tuple[Option, ...] = ()
    said: MarkWords | None = None


class BodyView(Protocol):
    """The page."""

    def show_children(self, title: str, children: tuple[Option, ...], chosen: str) -> None: ...
    def show_days(self, days: int, at: int, words: str, place: str) -> None: ...
    def show_pictures(self, figure: str, group: str, pictures: Sequence[Picture], elsewhere: str) -> None: ...
    def show_marks(self, rows: Sequence[MarkRow], none: str) -> None: ...
    def show_none(self, title: str) -> None: ...
    def show_failure(self, words: str) -> None: ...


class BodyPresenter:
    """One family's marks. A day is a place on the slider; the last place is all of them."""

    def __init__(self, say: Say, view: BodyView, drawings: Drawings, today: date, mark: str = "") -> None:
        self._say, self._view, self._drawings, self._today = say, view, drawings, today
        self._found: OnBodies | None = None
        self._chosen = mark
        self._child: OnChild | None = None
        self._days: tuple[Day, ...] = ()
        self._at = 0
        self._figure = ""
        self._group = ""

    def show(self, found: OnBodies) -> None:
        """What the vault holds. Child, day and mark stay as they were, if they are there."""
        self._view.show_failure("")
        if found == self._found:
            return
        self._found = found
        if not any(one.marks for one in found.children):
            self._view.show_none(found.title)
            return
        was = self._child.child.id if self._child else self._of_mark(found)
        marked = next(one for one in found.children if one.marks)
        self._take(next((one for one in found.children if one.child.id == was), marked))
        self._show_all()

    def _of_mark(self, found: OnBodies) -> str:
        """The child of the mark with which the page was opened; any sighting of it opens the mark."""
        for one in found.children:
            for mark in one.marks:
                if self._chosen and self._chosen in (mark.mark, *(seen.mark.id for seen in mark.seen)):
                    self._chosen = mark.mark
                    return one.child.id
        return ""

    def _take(self, child: OnChild) -> None:
        at_end = self._child is None or self._at >= len(self._days)
        new = self._child is None or self._child.child.id != child.child.id
        self._child, self._days = child, days_of(child.marks)
        self._at = len(self._days) if new or at_end else min(self._at, len(self._days))
        if new:
            self._figure = ""
            self._group = ""
        if self._chosen not in {mark.mark for mark in child.marks}:
            self._chosen = ""
        if not self._group:
            self._group = self._first_group()
        self._see(self._chosen)

    # What the person does

    def set_child(self, child: str) -> None:
        """Another child, all of its days."""
        if self._found is not None:
            self._take(next(one for one in self._found.children if one.child.id == child))
            self._show_all()

    def set_day(self, at: int) -> None:
        """Another day; the last place is all of them."""
        if at != self._at:
            self._at = at
            self._show_day()

    def set_group(self, group: str) -> None:
        """Other views."""
        self._group = group
        self._show_pictures()

    def set_figure(self, figure: str) -> None:
        """The drawing of another age."""
        self._figure = figure
        self._show_pictures()
        self._show_rows()

    def choose(self, mark: str) -> None:
        """Open a mark, and a drawing on which it can be seen; the one that is open is closed."""
        self._chosen = "" if mark == self._chosen else mark
        self._see(self._chosen)
        self._show_pictures()
        self._show_rows()

    # What is shown

    @property
    def day(self) -> Day | None:
        """The day that is looked at; None: all."""
        return self._days[self._at] if self._at < len(self._days) else None

    def figure(self) -> str:
        """The figure that is drawn: the chosen one, else that of the child's age on the day."""
        if self._figure or self._child is None:
            return self._figure or "child"
        day = self.day or (self._days[-1] if self._days else Day.of(self._today))
        return figure_on(self._child.child, day.last())

    def shown(self) -> tuple[Shown, ...]:
        """The marks on that day."""
        return marks_on(self._child, self.day) if self._child else ()

    def _first_group(self) -> str:
        groups = {group for one in self.shown() for group in groups_of(self._drawings, self.figure(), one)}
        return next((group for group in GROUPS if group in groups), "body")

    def _see(self, mark: str) -> None:
        one = next((one for one in self.shown() if one.id == mark), None)
        groups = groups_of(self._drawings, self.figure(), one) if one else ()
        if groups and self._group not in groups:
            self._group = groups[0]

    def _show_all(self) -> None:
        found, child = self._found, self._child
        if found is None or child is None:
            return
        options = tuple((one.child.id, self._child_words(one)) for one in found.children)
        title = self._say("body.of", name=child.child.name)
        self._view.show_children(title, options, child.child.id)
        self._show_day()

    def _child_words(self, one: OnChild) -> str:
        if not one.marks:
            return self._say("body.child_none", name=one.child.name)
        return self._say("body.child_marks", name=one.child.name, n=len(one.marks))

    def _show_day(self) -> None:
        place = self._say("body.day_all")
        if self.day is not None:
            place = self._say("body.day_of", place=self._at + 1, days=len(self._days))
        self._view.show_days(len(self._days), self._at, self._day_words(), place)
        self._show_pictures()
        self._show_rows()

    def _day_words(self) -> str:
        shown = self.shown()
        if not self._days:
            return ""
        if self.day is None:
            one_day = len(self._days) == 1
            seen = sum(one.sighting.mark.found == "yes" for one in shown)
            return self._say(
                "body.all_one_day" if one_day else "body.all_days", n=seen, since=self._days[0], until=self._days[-1]
            )
        today = sum(one.today for one in shown)
        words = self._say("body.on_day", day=self.day, n=today)
        before = len(shown) - today
        return self._say("body.and_before", first=words, n=before) if before else words

    def _show_pictures(self) -> None:
        shown, figure = self.shown(), self.figure()
        made = pictures(self._drawings, figure, self._group, shown, self._chosen)
        self._view.show_pictures(figure, self._group, made, self._elsewhere(shown, figure))

    def _elsewhere(self, shown: Sequence[Shown], figure: str) -> str:
        """Which marks are on other drawings, and which on none."""
        on: dict[str, list[str]] = {}
        nowhere = []
        for one in shown:
            groups = groups_of(self._drawings, figure, one)
            if not groups and one.sighting.mark.found == "yes":
                nowhere.append(str(one.number))
            elif groups and self._group not in groups:
                on.setdefault(groups[0], []).append(str(one.number))
        sentences = []
        if on:
            where = [
                self._say("body.elsewhere_one", view=self._say(f"bodymap.views.{group}"), numbers=", ".join(numbers))
                for group, numbers in on.items()
            ]
            sentences.append(self._say("body.elsewhere", where=", ".join(where)))
        if nowhere:
            sentences.append(self._say("body.nowhere", n=len(nowhere), numbers=", ".join(nowhere)))
        return " ".join(sentences)

    def _show_rows(self) -> None:
        figure = self.figure()
        rows = tuple(self._row(one, figure) for one in self.shown())
        name = self._child.child.name if self._child else ""
        self._view.show_marks(rows, "" if rows else self._say("body.none_of_child", name=name))

    def _row(self, one: Shown, figure: str) -> MarkRow:
        say = self._say
        seen = sorted((each for each in one.of.seen if each.mark.found == "yes"), key=lambda each: each.on.last())
        if not seen:
            when = say("body.not_found", day=one.sighting.on)
        elif len({each.on for each in seen}) == 1:
            when = say("body.seen_once", day=seen[0].on)
        else:
            when = say("body.seen_often", n=len(seen), since=seen[0].on, until=seen[-1].on)
        standing = [version for version in one.of.versions if not version.corrected]
        said = say("body.said_of_it", n=len(standing)) if standing else say("body.said_nothing")
        heading = say("bodymap.numbered", number=one.number, mark=mark_name(one.sighting.mark))
        if one.id != self._chosen:
            return MarkRow(one.id, heading, (when, said))
        visits = {each.contact: say("body.open_visit_of", day=said_date(each.on)) for each in one.of.seen}
        note = "" if exact(self._drawings, figure, one) else say("body.in_the_middle")
        return MarkRow(one.id, heading, (when, said), note, tuple(visits.items()), mark_words(say, one.of))
