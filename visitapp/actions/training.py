"""Training: a case file gone through contact by contact. It is only read: nothing of it enters a vault.

The three families of the product are invented; any case file of the person's own may be gone through in the same way.
What the learner writes beside it is kept as words of a form are (actions.unsent): on this laptop only, never sent.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from visitapp.actions.in_full import Retold, retold
from visitapp.actions.session import Session
from visitapp.actions.unsent import kept
from visitapp.domain.contact import Contact
from visitapp.domain.family import CaseHeader, KnownLater
from visitapp.domain.judgement import Answer
from visitapp.domain.organisation import Thresholds
from visitapp.exchange.casefile import CaseFile, read_path
from visitapp.exchange.familylines import in_order, said_of_family
from visitapp.exchange.telling import Telling
from visitapp.questions.bank import Bank
from visitapp.questions.choosing import Card
from visitapp.questions.due import Due
from visitapp.questions.replay import Step, replay
from visitapp.resources import resource
from visitapp.words import Say, Text, text

FAMILIES = ("nothing-on-the-skin", "someone-left", "the-caller-with-a-grudge")
"""The training families, by the names of their files."""


class Lesson(Struct, frozen=True, kw_only=True):
    """One contact of the story, with all that became known with it, and what would have been asked.

    `by`: who made it. `told`: in sentences. `family`: what became known of children, people, home and plans.
    `answered`: what was answered to questions then, each with a short line of the question; None where it has none.
    `waiting`: due as well, and not shown at this contact. `patterns`: what stands out over the whole case by then.
    `beside`: what is said of marks about which nothing is due.
    """

    contact: Contact
    by: str
    told: tuple[Retold, ...]
    family: tuple[Text, ...]
    answered: tuple[tuple[Text | None, str], ...]
    cards: tuple[Card, ...]
    waiting: tuple[Due, ...]
    patterns: tuple[Text, ...]
    beside: tuple[Text, ...] = ()


class Story(Struct, frozen=True, kw_only=True):
    """A case file to be gone through. `name`: of one of the product's families; "" for the person's own file.

    `key` is the same for the same file. `contacts`: how many steps there are. `later`: for the end.
    """

    key: str
    name: str
    title: str
    contacts: int
    later: tuple[KnownLater, ...]
    file: CaseFile


def family(name: str) -> CaseFile:
    """One of the training families."""
    return read_path(resource("training", f"{name}.yaml"))


def story(name: str) -> Story:
    """One of the training families, to be gone through."""
    return _story(family(name), name, name)


def own_story(path: Path) -> Story:
    """A case file of the person's own. Raises FileRefused, with every problem found, for one that cannot be read."""
    file = read_path(path)
    return _story(file, sha256(path.read_bytes()).hexdigest()[:16], "")


def _story(file: CaseFile, key: str, name: str) -> Story:
    items = [one.item for one in file.kept]
    header = next((one for one in items if isinstance(one, CaseHeader)), None)
    contacts = sum(isinstance(one.item, Contact) and one.known_on is not None for one in file.kept)
    title = (header.title or header.reference) if header else file.name
    return Story(key=key, name=name, title=title, contacts=contacts, later=known_later(file), file=file)


def form(key: str) -> str:
    """Under which name one's own words on a story are kept (actions.unsent)."""
    return f"training:{key}"


def reached(session: Session) -> dict[str, tuple[int, int]]:
    """The families that were begun: at which contact one is, and of how many; one more than all: the debriefing."""
    found = {}
    for name in FAMILIES:
        before = kept(session, form(name))
        if before is not None and "at" in before.values and "of" in before.values:
            found[name] = (int(before.values["at"]), int(before.values["of"]))
    return found


def steps(file: CaseFile, bank: Bank) -> Iterator[Step]:
    """A step for each contact, knowing only what was known with it, with the settings that nobody has changed."""
    return replay(file.kept, bank, Thresholds())


def lessons(one: Story, bank: Bank, say: Say) -> Iterator[Lesson]:
    """The story's contacts, one after the other; each is made when it is asked for."""
    before = 0
    for step in steps(one.file, bank):
        yield _lesson(step, before, bank, say)
        before = len(step.case.all_kept)


def _lesson(step: Step, before: int, bank: Bank, say: Say) -> Lesson:
    case = step.case
    new = case.all_kept[before:]
    elsewhere = [isinstance(one.item, Answer) or said_of_family(one.item, case) is not None for one in new]
    told = [retold(one, Telling(case, say)) for one, twice in zip(new, elsewhere, strict=True) if not twice]
    family_told = [said_of_family(item, case) for item in in_order([one.item for one in new])]
    return Lesson(
        contact=step.contact,
        by=case.name(step.contact.by) if step.contact.by else "",
        told=tuple(one for one in told if one is not None),
        family=tuple(one for one in family_told if one is not None),
        answered=tuple(_answered(one.item, bank) for one in new if isinstance(one.item, Answer)),
        cards=step.cards,
        waiting=tuple(due for due in step.dues if not due.shown),
        patterns=tuple(pattern.why for pattern in step.patterns),
        beside=step.beside,
    )


def _answered(item: Answer, bank: Bank) -> tuple[Text | None, str]:
    question = bank.questions.get(item.question)
    return text(question.mind) if question is not None and question.mind else None, item.text or item.reason


def known_later(file: CaseFile) -> tuple[KnownLater, ...]:
    """What came out afterwards, by the day on which it was learned; what nobody dated stands last."""
    found = [one.item for one in file.kept if isinstance(one.item, KnownLater)]
    return tuple(sorted(found, key=lambda one: one.learned_on.last() if one.learned_on else date.max))
