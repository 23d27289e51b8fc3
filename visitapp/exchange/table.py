"""The table of fields, at its top: the file, and a contact with its own fields and all that stands in it.

A view stands last in a contact, because it is taken after the contact's other things.
"""

from collections.abc import Iterator
from typing import Final

from visitapp.domain import codes, contact
from visitapp.domain.family import CaseHeader
from visitapp.exchange import contactparts, familytable, shapes
from visitapp.exchange.contactparts import ANYBODY, HANDLED, PERSON, PROFESSIONAL
from visitapp.exchange.forms import DAY, FLAG, TIME, TRUTH, TRUTH_FLAG, WHOLE, WORDS, code, list_of, one_of
from visitapp.exchange.naming import ID, ref
from visitapp.exchange.places import RECORDED, Field, Part, Place, record

CONTACT = Place(
    contact.Contact,
    kind="contact",
    known="own",
    shape=shapes.CONTACT,
    fields=(
        Field("id", ID),
        Field("date", DAY, required=True),
        Field("until", DAY),
        Field("times", WHOLE),
        Field("recorded_on", RECORDED),
        Field("approximate", FLAG),
        Field("disputed", WORDS),
        Field("time", TIME),
        Field("kind", code(codes.ContactKind), required=True),
        Field("also", list_of(code(codes.ContactKind))),
        Field("purpose", code(codes.Purpose)),
        Field("counts_as_statutory", TRUTH_FLAG),
        Field("by", PROFESSIONAL),
        Field("with", list_of(PROFESSIONAL), target="also_by"),
        Field("agency", WORDS),
        Field("address", ref("address")),
        Field("place", code(codes.Place)),
        Field("minutes", WHOLE),
        Field("announced", TRUTH),
        Field("place_chosen_by", ref("person", "professional")),
        Field("place_proposed", record(contact.PlaceProposed, Field("by", ANYBODY), Field("text", WORDS))),
        Field("outcome", code(codes.Outcome)),
        Field("present", list_of(PERSON)),
        Field("unknown_adult_signs", TRUTH_FLAG),
        Field("attended", list_of(PROFESSIONAL)),
        Field("absent", list_of(PROFESSIONAL)),
        Field("children_seen_count", WHOLE),
        Field("result", code(codes.LegalResult)),
        Field("unease", WORDS),
        Field("planned", list_of(WORDS)),
        Field("not_done", list_of(WORDS)),
        HANDLED,
    ),
    parts=(
        Part("children_seen", contactparts.CHILD_SEEN),
        Part("looked_at", contactparts.LOOKED_AT, many=False),
        Part("marks", contactparts.MARK),
        Part("accounts", contactparts.ACCOUNT),
        Part("worries", contactparts.WORRY),
        Part("worry_updates", contactparts.WORRY_UPDATE),
        Part("observations", contactparts.OBSERVATION),
        Part("measures", contactparts.MEASURE),
        Part("action_updates", contactparts.ACTION_UPDATE),
        Part("parents_views", contactparts.PARENTS_VIEW),
        Part("actions", contactparts.ACTION),
        Part("told", contactparts.TOLD),
        Part("next_visit", contactparts.NEXT_VISIT, many=False),
        Part("decision", contactparts.DECISION, many=False),
        Part("asked", contactparts.ASKED),
        Part("note", contactparts.NOTE, many=False),
        Part("view", contactparts.VIEW, many=False),
    ),
)

FORMAT = "visitapp-case/1"

CASE: Final = Place(
    CaseHeader,
    known="first",
    fields=(
        Field("format", one_of((FORMAT,)), required=True),
        Field("reference", WORDS, required=True),
        Field("case_system_id", WORDS),
        Field("title", WORDS),
    ),
    parts=(
        Part("addresses", familytable.ADDRESS),
        Part("children", familytable.CHILD, required=True),
        Part("people", familytable.PERSON_PLACE),
        Part("professionals", familytable.PROFESSIONAL),
        Part("contacts", CONTACT, required=True),
        Part("known_later", familytable.KNOWN_LATER),
    ),
)


def _within(place: Place) -> Iterator[Place]:
    yield place
    for part in place.parts:
        yield from _within(part.place)


PLACES: Final[dict[type, Place]] = {place.item: place for place in _within(CASE)}
"""Every place by the type of its items."""
