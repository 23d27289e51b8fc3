"""A question that is due: what it is about, why it comes now, what it rests on, and how it may be shown."""

from datetime import date

from msgspec import Struct

from visitapp.questions.bank import Act, Tier
from visitapp.words import Text


class Due(Struct, frozen=True, kw_only=True):
    """A question about these things, at a point of what is known.

    `question`: its id in the bank, or `lead:<item>` for a question that a lead put back. `when`: `today` for act today,
    `settle` for before it is settled, with tier 0. `about`: ids that make it the same question; `because`: the
    contacts (and records) that it rests on; `rules`: the injury rules that spoke. `carried`: it was due before this
    contact; `first`: before the others of its tier. `card`: the card on which it stands, shown or not. `to_lead`:
    carried so often that it goes to the lead and stops nagging. `put_off`: not to be shown before that day. `notes`:
    what is said beside it, such as that a rule has nothing to say at the child's age.
    """

    question: str
    tier: Tier
    when: Act = ""
    subject: str = ""
    matter: str = ""
    children: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    why: Text
    because: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    carried: bool = False
    first: bool = False
    shown: bool = False
    card: str = ""
    wording: tuple[Text, ...] = ()
    say: Text | None = None
    mind: Text | None = None
    field: str = ""
    source: str = ""
    to_lead: bool = False
    put_off: date | None = None
    notes: tuple[Text, ...] = ()

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What makes it the same question at another time."""
        return (self.question, self.about)

    @property
    def today(self) -> bool:
        """Whether somebody has to be rung today."""
        return self.when == "today"

    @property
    def from_lead(self) -> bool:
        """Whether a lead put it back to the writer."""
        return self.question.startswith("lead:")
