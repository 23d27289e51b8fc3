"""How often each question comes over a number of replayed families: a table of facts about the bank. Pure.

It counts contacts of families, never workers or what they answered.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from visitapp.questions.bank import Bank
from visitapp.questions.replay import Step


class Often(Struct, frozen=True):
    """One question. `new`: contacts at which it came up; `shown`: contacts at which it stood on a card that was shown,
    carried or new; `families`: in how many of them it came at all.
    """

    question: str
    new: int
    shown: int
    families: int


class Table(Struct, frozen=True):
    """All questions of a bank in its order, those that never came too, over so many families and contacts."""

    families: int
    contacts: int
    rows: tuple[Often, ...]


def table(families: Iterable[Iterable[Step]], bank: Bank) -> Table:
    """Count over the steps of each family. A contact counts once for a question, for however many children it comes."""
    new: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    came: Counter[str] = Counter()
    contacts = number = 0
    for steps in families:
        number += 1
        here: set[str] = set()
        for step in steps:
            contacts += 1
            fresh = {due.question for due in step.dues if not due.carried}
            new.update(fresh)
            shown.update({due.question for due in step.dues if due.shown})
            here |= fresh
        came.update(here)
    rows = tuple(Often(id_, new[id_], shown[id_], came[id_]) for id_ in sorted(bank.questions))
    return Table(number, contacts, rows)
