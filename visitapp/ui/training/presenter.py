"""Going through a story: where one is, what one wrote, what has been shown. No Qt. Back and forward destroy nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from visitapp.actions import training
from visitapp.actions.session import Session
from visitapp.actions.training import Lesson, Story
from visitapp.actions.unsent import Unsent
from visitapp.errors import FileRefused, VisitAppError
from visitapp.ui.run import Run, why
from visitapp.ui.training.words import (
    LaterWords,
    LessonWords,
    OwnWords,
    heading,
    later_words,
    lesson_words,
    own_words,
    title_of,
    to_copy,
)
from visitapp.words import Say, Text

_OWN = "words:"


class TrainingView(Protocol):
    """The page that one goes through."""

    def show_lesson(self, lesson: LessonWords, own: str, *, shown: bool, first: bool, last: bool) -> None:
        """A contact, with one's own words; `shown`: with what would have been asked."""

    def show_asked(self) -> None:
        """What would have been asked, beside one's own words."""

    def show_debriefing(
        self, title: str, later: tuple[LaterWords, ...], own: tuple[OwnWords, ...], thoughts: str
    ) -> None:
        """The end."""

    def show_reached(self, places: tuple[str, ...], at: int) -> None:
        """Where one has been, in order: contacts and the debriefing. `at`: where one is."""

    def put_on_clipboard(self, words: str) -> None:
        """One's own words, to be pasted elsewhere."""


class TrainingPresenter:
    """One story. `changed` is told whenever there is something to keep: `values` says what."""

    def __init__(
        self, say: Say, run: Run, session: Session, story: Story, view: TrainingView, changed: Callable[[], None]
    ) -> None:
        self._say, self._run, self._story, self._view, self._changed = say, run, story, view, changed
        self._walk: Iterator[Lesson] = training.lessons(story, session.bank, say)
        self._lessons: list[Lesson] = []
        self._at = self._far = 0
        self._own: dict[str, str] = {}
        self._thoughts = ""
        self._shown: set[str] = set()
        self._making = False

    def begin(self, kept: Unsent | None) -> None:
        """Go to where one was, or to the first contact."""
        values = kept.values if kept is not None else {}
        self._own = {name.removeprefix(_OWN): words for name, words in values.items() if name.startswith(_OWN)}
        self._shown = set(values.get("shown", "").split("\n")) - {""}
        self._thoughts = values.get("thoughts", "")
        self._at = min(max(0, int(values.get("at", "1")) - 1), self._story.contacts)
        self._far = min(max(self._at, int(values.get("far", "1")) - 1), self._story.contacts)
        self._go()

    def values(self) -> dict[str, str]:
        """What is to be kept, by name; empty before anything was written, shown or gone to."""
        if not (self._own or self._shown or self._thoughts or self._at):
            return {}
        own = {f"{_OWN}{contact}": words for contact, words in self._own.items()}
        where = {"at": str(self._at + 1), "far": str(self._far + 1), "of": str(self._story.contacts)}
        return {**where, "shown": "\n".join(sorted(self._shown)), "thoughts": self._thoughts, **own}

    def write(self, words: str) -> None:
        """What one would ask at this contact."""
        lesson = self._lesson()
        if lesson is not None:
            self._own[lesson.contact.id] = words
            self._changed()

    def think(self, words: str) -> None:
        """What one makes of it at the end."""
        self._thoughts = words
        self._changed()

    def reveal(self) -> None:
        """Show what would have been asked here."""
        lesson = self._lesson()
        if lesson is not None and lesson.contact.id not in self._shown:
            self._shown.add(lesson.contact.id)
            self._changed()
            self._view.show_asked()

    def forward(self) -> None:
        """On to the next contact, or to the debriefing."""
        if self._at < self._story.contacts:
            self._move(self._at + 1)

    def back(self) -> None:
        """Back to the contact before."""
        if self._at > 0:
            self._move(self._at - 1)

    def go_to(self, place: int) -> None:
        """To a contact where one has been before (or the debriefing), counted from 0."""
        if 0 <= place <= self._far:
            self._move(place)

    def _move(self, place: int) -> None:
        self._at = place
        self._far = max(self._far, place)
        self._changed()
        self._go()

    def copy(self) -> None:
        """One's own words as text."""
        title = title_of(self._say, self._story)
        thoughts = (self._say("training.thoughts"), self._thoughts)
        self._view.put_on_clipboard(to_copy(title, self._own_words(), thoughts))

    def forget(self) -> None:
        """Throw one's own words away and begin anew."""
        self._own, self._shown, self._thoughts, self._at, self._far = {}, set(), "", 0, 0
        self._go()

    def _lesson(self) -> Lesson | None:
        """The contact that is shown; None at the debriefing and while it is still being made."""
        return self._lessons[self._at] if self._at < len(self._lessons) else None

    def _own_words(self) -> tuple[OwnWords, ...]:
        return own_words(self._say, (lesson.contact for lesson in self._lessons), self._own)

    def _go(self) -> None:
        """Show where one is; a contact that is not made yet is made behind the screen, one after the other."""
        if len(self._lessons) <= min(self._far, self._story.contacts - 1):
            if not self._making:
                self._making = True
                self._run(lambda: next(self._walk), self._made, owner=self._view)
            return
        places = [heading(self._say, lesson.contact) for lesson in self._lessons[: self._far + 1]]
        if self._far == self._story.contacts:
            places.append(self._say("training.debriefing"))
        self._view.show_reached(tuple(places), self._at)
        if self._at < self._story.contacts:
            self._show(self._lessons[self._at])
        else:
            contacts = [lesson.contact for lesson in self._lessons]
            later = later_words(self._say, self._story.later, contacts)
            title = title_of(self._say, self._story)
            self._view.show_debriefing(title, later, self._own_words(), self._thoughts)

    def _made(self, lesson: Lesson) -> None:
        self._making = False
        self._lessons.append(lesson)
        self._go()

    def _show(self, lesson: Lesson) -> None:
        words = lesson_words(self._say, self._story, self._at, lesson)
        self._view.show_lesson(
            words,
            self._own.get(lesson.contact.id, ""),
            shown=lesson.contact.id in self._shown,
            first=self._at == 0,
            last=self._at == self._story.contacts - 1,
        )


class Offer(Struct, frozen=True):
    """A family to train with. `reached`: how far one has come, in words; "" where one has not begun."""

    name: str
    title: str
    about: str
    reached: str


class ChooseView(Protocol):
    """The page on which a story is chosen."""

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """The families of the product."""

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Everything that is wrong with an own file; nothing clears it."""

    def show_failure(self, words: str) -> None:
        """Why it could not be shown."""


class ChoosePresenter:
    """Offers the families, and reads a file of the person's own. `opened` takes the story."""

    def __init__(self, say: Say, run: Run, session: Session, view: ChooseView, opened: Callable[[Story], None]) -> None:
        self._say, self._run, self._session, self._view, self._opened = say, run, session, view, opened

    def load(self) -> None:
        """The families, and how far one has come."""
        self._run(lambda: training.reached(self._session), self._offer, self._failed, owner=self._view)

    def _offer(self, reached: dict[str, tuple[int, int]]) -> None:
        self._view.show_failure("")
        offers = [
            Offer(
                name,
                self._say(f"training.story.{name}"),
                self._say(f"training.about.{name}"),
                self._reached(*reached[name]) if name in reached else "",
            )
            for name in training.FAMILIES
        ]
        self._view.show_offers(tuple(offers))

    def _reached(self, at: int, of: int) -> str:
        if at > of:
            return self._say("training.at_debriefing")
        return self._say("training.reached", at=at, of=of)

    def choose(self, name: str) -> None:
        """One of the families."""
        self._view.show_problems(())
        self._run(lambda: training.story(name), self._opened, self._refused, owner=self._view)

    def take(self, path: Path) -> None:
        """A file of the person's own."""
        self._view.show_problems(())
        self._run(lambda: training.own_story(path), self._opened, self._refused, owner=self._view)

    def _failed(self, error: VisitAppError) -> None:
        self._view.show_failure(self._say(why(error)))

    def _refused(self, error: VisitAppError) -> None:
        found: tuple[Text, ...] = (why(error),)
        if isinstance(error, FileRefused):
            found = error.named.get("problems") or found
        self._view.show_problems(tuple(self._say(one) for one in found))
