"""The union of all items, so that bytes can be typed; and the line and the entry in which they are said."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from visitapp.domain.checklist import ChecklistVersion
from visitapp.domain.codes import EntryKind
from visitapp.domain.contact import ChildSeen, Contact, LookedAt, Measure, Note, Observation
from visitapp.domain.family import (
    Address,
    CaseHeader,
    Child,
    KnownLater,
    LivedAt,
    Milestone,
    Partnership,
    Person,
    Plan,
    Professional,
    Stay,
)
from visitapp.domain.item import Correction
from visitapp.domain.judgement import (
    Action,
    ActionUpdate,
    Answer,
    CoSignature,
    Decision,
    NextVisit,
    ParentsView,
    QuestionBack,
    ReadBy,
    Reply,
    Told,
    View,
    Worry,
    WorryUpdate,
)
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.domain.organisation import Member, OrganisationName, OrganisationSettings, PhoneCard

OfCase = (
    CaseHeader | Address | Child | Milestone | Plan | LivedAt | Person | Partnership | Stay | Professional | KnownLater
)
OfContact = (
    Contact | ChildSeen | LookedAt | Observation | Measure | Note | Mark | Opinion | Account | Worry | WorryUpdate
    | View | ParentsView | Action | ActionUpdate | NextVisit | Told | Decision | Answer
)  # fmt: skip
OfReview = QuestionBack | ReadBy | Reply | CoSignature
OfOrganisation = Member | OrganisationName | OrganisationSettings | PhoneCard | ChecklistVersion

AnyItem = OfCase | OfContact | OfReview | OfOrganisation | Correction


class Line(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One item as it was said. `known_on`: when the team came to know of it; None: on the day of the entry.

    `never`: kept for the debriefing only.
    """

    item: AnyItem
    known_on: date | None = None
    never: bool = False


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What one record says: one person's words on one day. `at`: civil date and time with its UTC offset (ISO 8601).

    `by`: the member who says it. `contact`: the contact that it is about, if one.
    """

    kind: EntryKind
    at: str
    by: str
    lines: tuple[Line, ...]
    contact: str = ""
    version: Literal[1] = 1

    def __post_init__(self) -> None:
        # As with Day: an entry whose day or time cannot be read would stop whoever takes it in or tells of it.
        date.fromisoformat(self.at[:10])
        datetime.fromisoformat(self.at)

    @property
    def day(self) -> date:
        """The civil day on which it was said, where it was said."""
        return date.fromisoformat(self.at[:10])
