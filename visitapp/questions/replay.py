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
from visitapp.questions.engine import ask, known_now
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


def replay(kept: Iterable[Kept], bank: Bank, thresholds: Thresholds, since: date = date.min) -> Iterator[Step]:
    """A step for each contact, in the order in which they became known; only those known from a day on."""
    whole = Case(kept)
    shelf = Shelf(whole.all_kept)
    rotated: dict[str, int] = {}
    for number, contact in enumerate(shelf.contact_ids()):
        known_on = whole.all_kept[shelf.contact_at(contact) or 0].known_on
        if known_on is not None and known_on < since:
            continue
        so_far = whole.all_kept[: shelf.end_of_step(contact)]
        case = Case(so_far)
        item = case.kept_by_id[contact].item
        today = case.kept_by_id[contact].known_on
        if not isinstance(item, Contact) or today is None:
            continue
        known = known_now(case, today, thresholds, contact)
        dues = ask(case, today, bank, thresholds, contact, known=known)
        past = history(case)
        for question, last in rotated.items():
            past = past.offered([question], last)
        chosen = cards(dues, bank, thresholds, history=past)
        rotated |= {due.question: number for card in chosen if card.tier == 2 for due in card.dues}
        beside = each_once([one for lines in beside_marks(known, contact, dues).values() for one in lines])
        yield Step(item, case, shown(dues, chosen), chosen, patterns_of(known), beside)
