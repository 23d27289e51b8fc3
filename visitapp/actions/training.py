"""Training: a case file gone through contact by contact. It is only read: nothing of it enters a vault.

The three families of the product are invented; any case file of the person's own may be gone through in the same way.
"""

from collections.abc import Iterator

from visitapp.domain.family import KnownLater
from visitapp.domain.organisation import Thresholds
from visitapp.exchange.casefile import CaseFile, read_path
from visitapp.questions.bank import Bank
from visitapp.questions.replay import Step, replay
from visitapp.resources import resource

FAMILIES = ("nothing-on-the-skin", "someone-left", "the-caller-with-a-grudge")
"""The training families, by the names of their files."""


def family(name: str) -> CaseFile:
    """One of the training families."""
    return read_path(resource("training", f"{name}.yaml"))


def steps(file: CaseFile, bank: Bank) -> Iterator[Step]:
    """A step for each contact, knowing only what was known with it, with the settings that nobody has changed."""
    return replay(file.kept, bank, Thresholds())


def known_later(file: CaseFile) -> tuple[KnownLater, ...]:
    """What came out afterwards, by the day on which it was learned; what nobody dated stands last."""
    found = [one.item for one in file.kept if isinstance(one.item, KnownLater)]
    return tuple(sorted(found, key=lambda one: (one.learned_on is None, one.learned_on and one.learned_on.last())))
