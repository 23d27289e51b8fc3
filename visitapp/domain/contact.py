"""A contact with a family and what was seen and heard at it, child by child."""

from collections.abc import Iterable
from datetime import date as civil_date

from msgspec import Struct

from visitapp.domain.codes import (
    Bedroom,
    BodyPart,
    ContactKind,
    HowSeen,
    Interpreter,
    LegalResult,
    MeasureOf,
    Outcome,
    ParagraphMark,
    Place,
    Purpose,
    Source,
    Tone,
    Topic,
    Truth,
    Undressed,
)
from visitapp.domain.days import Day
from visitapp.domain.item import Item


class Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the body and whether it was seen; `how` None: nobody recorded it."""

    part: BodyPart
    how: HowSeen | None = None


class PlaceProposed(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody proposed another place, in these words."""

    by: str = ""
    text: str = ""


class Contact(Item, frozen=True, kw_only=True, tag="contact"):
    """That a contact took place, or was meant to. What was seen and said at it are items of their own that name it.

    `by`: the professional; `also_by`: of a joint visit. `until`, `times`: a span with so many contacts.
    `approximate`: the day is not exact. `disputed`: in what the sources differ.
    """

    date: Day
    kind: ContactKind
    also: tuple[ContactKind, ...] = ()
    until: Day | None = None
    times: int | None = None
    approximate: bool = False
    disputed: str = ""
    time: str = ""
    purpose: Purpose | None = None
    counts_as_statutory: Truth = "unknown"
    by: str = ""
    also_by: tuple[str, ...] = ()
    agency: str = ""
    address: str = ""
    place: Place | None = None
    minutes: int | None = None
    announced: Truth = "unknown"
    place_chosen_by: str = ""
    place_proposed: PlaceProposed | None = None
    outcome: Outcome | None = None
    present: tuple[str, ...] = ()
    unknown_adult_signs: Truth = "unknown"
    attended: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    children_seen_count: int | None = None
    result: LegalResult | None = None
    unease: str = ""
    planned: tuple[str, ...] = ()
    not_done: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[ContactKind, ...]:
        """Its kind and the further ones."""
        return (self.kind, *self.also) if self.also else (self.kind,)

    def last_day(self) -> civil_date:
        """The day that rules count from: a span's end, a month's last day."""
        return (self.until or self.date).last()


class Covered(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part that could not be seen, what was over it, whether it was asked about and seen then."""

    part: BodyPart
    by: str = ""
    asked: Truth = "unknown"
    then_seen: Truth = "unknown"


class SaidToBe(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where an unseen child is said to be, and who says so."""

    place: str = ""
    by: str = ""


class ChildSeen(Item, frozen=True, kw_only=True, tag="child_seen"):
    """One child at one contact. Unknown is not no. `unwell`: whether it seemed so, asked where there is a mark."""

    contact: str
    child: str
    seen: Truth = "unknown"
    alone: Truth = "unknown"
    spoken_to: Truth = "unknown"
    awake: Truth = "unknown"
    undressed: Undressed = "unknown"
    covered: tuple[Covered, ...] = ()
    said_to_be: SaidToBe | None = None
    words: str = ""
    question: str = ""
    wishes: str = ""
    sleeps_tonight: str = ""
    interpreter: Interpreter | None = None
    unwell: Truth = "unknown"


class LookedAt(Item, frozen=True, kw_only=True, tag="looked_at"):
    """What of the home, and of the children, was looked at. `same_as_last_time`: seen today and found as before."""

    contact: str
    bedroom: Bedroom = "unknown"
    rooms_refused: tuple[str, ...] = ()
    food: Truth = "unknown"
    mouth: Truth = "unknown"
    animal: str = ""
    parts: tuple[Part, ...] = ()
    same_as_last_time: bool = False


class Observation(Item, frozen=True, kw_only=True, tag="observation"):
    """Something seen, told or read about a child or a person (`about`), by whom, in words.

    `on`: the day on which it was so, where that is another than the contact's.
    """

    contact: str
    text: str
    source: Source
    about: str = ""
    by: str = ""
    tone: Tone | None = None
    topic: Topic | None = None
    change_for_child: bool = False
    cooperative: bool = False
    on: Day | None = None


class Measure(Item, frozen=True, kw_only=True, tag="measure"):
    """A weight, height or head measured."""

    contact: str
    child: str
    what: MeasureOf
    value: float
    centile: str = ""
    by: str = ""


class Paragraph(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A paragraph of the running note, marked by where it comes from, or not marked. `by`: who told, what was read."""

    text: str
    mark: ParagraphMark = "unmarked"
    by: str = ""


class Note(Item, frozen=True, kw_only=True, tag="note"):
    """The running note. `written`: in the home (kept unchanged, with its own times), or the tidy version afterwards."""

    contact: str
    paragraphs: tuple[Paragraph, ...]
    written: str = "afterwards"
    begun: str = ""
    ended: str = ""

    @property
    def text(self) -> str:
        """The paragraphs' words alone."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


def rough_notes(items: Iterable[Item]) -> frozenset[str]:
    """The ids of notes written in the home beside which a tidy version stands."""
    notes = [item for item in items if isinstance(item, Note)]
    tidy = {note.contact for note in notes if note.written == "afterwards"}
    return frozenset(note.id for note in notes if note.written != "afterwards" and note.contact in tidy)
