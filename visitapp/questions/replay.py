"""Steps through a case: what would have been asked at each contact, knowing only what was recorded up to and with it.

The same code as in a visit, with an earlier *now*. Questions shown at a step and left open count as asked at the next,
so that the rotating ones rotate.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from visitapp.domain.case import Case, Kept
from visitapp.domain.contact import Contact
from visitapp.domain.organisation import Thresholds
from visitapp.questions.bank import Bank
from visitapp.questions.beside import beside_marks
from visitapp.questions.choosing import Card, cards, each_once, history, shown
from visitapp.questions.due import Due
from visitapp.questions.engine import ask
from visitapp.questions.known import Known
from visitapp.questions.patterns.found import patterns_of
from visitapp.questions.patterns.pattern import Pattern
from visitapp.questions.shelf import Shelf
from visitapp.words import Text


class Step(Struct, frozen=True):
    """One contact: everything that was due with it, those shown first, the cards that would have been shown, and what
    stood out over the whole case. `beside`: what is said of its marks about which nothing is due, such as that a child
    is outside a rule's ages.
    """

    contact: Contact
    case: Case
    dues: tuple[Due, ...]
    cards: tuple[Card, ...]
    patterns: tuple[Pattern, ...] = ()
    beside: tuple[Text, ...] = ()


def points(whole: Case, thresholds: Thresholds, since: date = date.min) -> Iterator[tuple[int, Contact, Known]]:
    """Every contact by its number, and all that was known with it, in the order in which they became known; only those
    known from a day on.
    """
    shelf = Shelf(whole.all_kept)
    for number, contact in enumerate(shelf.contact_ids()):
        known_on = whole.all_kept[shelf.contact_at(contact) or 0].known_on
        if known_on is not None and known_on < since:
            continue
        so_far = whole.all_kept[: shelf.end_of_step(contact)]
        newest = next(one for one in reversed(so_far) if one.item.id == contact)
        if isinstance(newest.item, Contact) and newest.known_on is not None:
            yield number, newest.item, Known(Shelf(so_far), len(so_far), newest.known_on, thresholds, contact)


def replay(kept: Iterable[Kept], bank: Bank, thresholds: Thresholds) -> Iterator[Step]:
    """A step for each contact, in the order in which they became known."""
    rotated: dict[str, int] = {}
    for number, item, known in points(Case(kept), thresholds):
        case = Case(known.shelf.kept)
        dues = ask(case, known.today, bank, thresholds, item.id, known=known)
        past = history(case)
        for question, last in rotated.items():
            past = past.offered([question], last)
        chosen = cards(dues, bank, thresholds, history=past)
        rotated |= {due.question: number for card in chosen if card.tier == 2 for due in card.dues}
        beside = each_once([one for lines in beside_marks(known, item.id, dues).values() for one in lines])
        yield Step(item, case, shown(dues, chosen), chosen, patterns_of(known), beside)
