"""What a contact tells of beside how it went: a room declined, a place chosen, a move, a meeting, a closing, unease.

With these the subject `contact` is whole. All but the closing are asked for half a year (`contact.recent`): what nobody
answered by then has gone to the lead long since.
"""

from collections.abc import Sequence
from datetime import date

from visitapp.domain.codes import ContactKind
from visitapp.questions import contacts
from visitapp.questions.children import find as find_children
from visitapp.questions.contacts import ContactSubject
from visitapp.questions.expression import Value
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting
from visitapp.questions.subjects import Evidence, Fact, Kind
from visitapp.words import Names, Text, text

CHANGES: tuple[ContactKind, ...] = ("school_left", "moved", "worker_change")
BEGUN_AGAIN: tuple[ContactKind, ...] = ("case_reopened", "worker_change")
_CHANGES: frozenset[ContactKind] = frozenset(CHANGES)
_BEGUN_AGAIN: frozenset[ContactKind] = frozenset(BEGUN_AGAIN)
_CLOSED: frozenset[ContactKind] = frozenset({"case_closed"})
_AT_HOME = frozenset({"home", "at home", "the home", "her home", "his home", "their home"})


def rooms_declined(known: Known, meeting: Meeting) -> tuple[str, ...] | None:
    """The rooms that were declined or locked, in the words used; empty where only the bedroom's code says so."""
    rooms = known.looked_at.get(meeting.id)
    if rooms is None or (rooms.bedroom != "refused" and not rooms.rooms_refused):
        return None
    return rooms.rooms_refused


def place_by_carer(known: Known, meeting: Meeting) -> bool | None:
    """Whether somebody of the family proposed another place than the home, or chose where the child was seen.

    None where another place was proposed, or chosen by the family, and by whom or which one is not recorded.
    """
    item = meeting.item
    proposed = item.place_proposed
    found: list[bool | None] = []
    if proposed is not None and (proposed.by or proposed.text.strip()):
        at_home = proposed.text.strip().rstrip(".").casefold() in _AT_HOME
        found.append(False if at_home else known.is_family(proposed.by) if proposed.by else None)
    if item.place_chosen_by:
        elsewhere = None if item.place is None else item.place not in ("home", "doorstep")
        found.append(elsewhere if known.is_family(item.place_chosen_by) else False)
    return True if True in found else (None if None in found else False)


def referral_not_read_back(known: Known, meeting: Meeting) -> bool:
    """Whether it is a referral whose wording is not recorded as read back to whoever made it."""
    if "referral" not in meeting.kinds:
        return False
    brought = known.worries_at.get(meeting.id, [])
    return not brought or any(one.read_back != "yes" for one in brought)


def several_agencies(known: Known, meeting: Meeting) -> bool | None:
    """Whether it is a meeting of more than one agency; None where a meeting's people are not recorded."""
    if "meeting" not in meeting.kinds:
        return False
    item = meeting.item
    ids = [*item.also_by, *item.attended, *item.absent]
    there = [by for id_ in (item.by, *ids) if (by := known.professionals.get(known.root(id_))) is not None]
    agencies = {("us", "") if by.sector == "social_care" else (by.sector, by.agency.casefold()) for by in there}
    if len(agencies) > 1:
        return True
    return False if ids else None


def unease_named(known: Known, meeting: Meeting) -> bool:
    """Whether a view of that contact says what was seen just before the uneasy feeling."""
    return meeting.id in known.unease_named


def find_eventful(known: Known) -> Sequence[ContactSubject]:
    """The contacts of which one of the facts of this file or of contacts.py can be otherwise than plain."""
    if known.eventful is None:
        declined, only = known.room_declined, known.only_home_visit
        known.eventful = [
            one
            for one in known.meetings.values()
            if one is only or one.id in declined or contacts.eventful(one) or _happened(one)
        ]
    return [ContactSubject(known, one) for one in known.eventful]


_KINDS: frozenset[ContactKind] = frozenset({*_CHANGES, *_BEGUN_AGAIN, *_CLOSED, "referral", "meeting"})


def _happened(meeting: Meeting) -> bool:
    item = meeting.item
    return (
        item.place_proposed is not None
        or item.result is not None
        or bool(item.place_chosen_by or item.unease)
        or item.kind in _KINDS
        or not _KINDS.isdisjoint(item.also)
    )


# What they rest on


def _rooms(subject: ContactSubject) -> Evidence:
    rooms = rooms_declined(subject.known, subject.meeting)
    said = text("ask.why.rooms", rooms=Names(rooms)) if rooms else text("ask.why.rooms.bedroom")
    return Evidence(args={"rooms": said})


def _place(subject: ContactSubject) -> Evidence:
    item = subject.meeting.item
    proposed = item.place_proposed
    by = (proposed.by if proposed is not None else "") or item.place_chosen_by
    who = subject.known.called(by) if by else text("ask.why.somebody")
    words = proposed.text.strip() if proposed is not None else ""
    said = text("ask.why.place.said", who=who, place=words) if words else text("ask.why.place.chosen", who=who)
    return Evidence(args={"place": said})


def _change(subject: ContactSubject) -> Evidence:
    return Evidence(args={"change": _of_kinds(subject, CHANGES)})


def _begun_again(subject: ContactSubject) -> Evidence:
    return Evidence(args={"change": _of_kinds(subject, BEGUN_AGAIN)})


def _of_kinds(subject: ContactSubject, kinds: tuple[ContactKind, ...]) -> Text:
    said = [text(f"ask.change.{kind}") for kind in kinds if kind in subject.meeting.kinds]
    whole = said[0] if said else text("ask.change.moved")
    for one in said[1:]:
        whole = text("words.and", first=whole, last=one)
    return whole


def _absent(subject: ContactSubject) -> Evidence:
    absent = Names(subject.known.called(one) for one in subject.meeting.item.absent)
    return Evidence(args={"absent": absent} if absent else {})


def _closing(subject: ContactSubject) -> Evidence:
    """Who has not been seen since the last referral, and the marks on which health has given no opinion."""
    known = subject.known
    since = _last_referral(known, subject.meeting.day)
    born = find_children(known)
    unseen = Names(known.called(one.id) for one in born if not _seen_since(known, one.id, since))
    marks = sum(not any(known.is_health(one.item.by) for one in known.opinions.get(id_, ())) for id_ in known.sightings)
    parts = [text("ask.closing.unseen", children=unseen)] if unseen else []
    parts += [text("ask.closing.marks", n=marks)] if marks else []
    if not parts:
        return Evidence(args={"open": text("ask.closing.none")})
    return Evidence(args={"open": parts[0] if len(parts) == 1 else text("ask.closing.both", first=parts[0],
                                                                        last=parts[1])})  # fmt: skip


def _last_referral(known: Known, day: date) -> date:
    """The day of the last referral; of the first contact where there was none."""
    days = [one.day for one in known.by_day if "referral" in one.kinds and one.day <= day]
    return days[-1] if days else known.by_day[0].day


def _seen_since(known: Known, child: str, since: date) -> bool:
    return any(one.day >= since for one in known.seen.get(child, ()))


def _unease(subject: ContactSubject) -> Value | None:
    return bool(subject.meeting.item.unease.strip())


def _is(subject: ContactSubject, kinds: frozenset[ContactKind]) -> bool:
    return not kinds.isdisjoint(subject.meeting.kinds)


FACTS: tuple[Fact, ...] = (
    Fact("contact.room_declined", "bool", "a room was declined or locked",
         lambda subject: rooms_declined(subject.known, subject.meeting) is not None, _rooms),
    Fact("contact.place_by_carer", "bool", "somebody of the family proposed another place than the home, or chose "
         "where the child was seen", lambda subject: place_by_carer(subject.known, subject.meeting), _place),
    Fact("contact.change", "bool", "the child left school or nursery, the family moved, or the worker or agency "
         "changed", lambda subject: _is(subject, _CHANGES), _change),
    Fact("contact.begun_again", "bool", "the case was opened again, or somebody new took it over",
         lambda subject: _is(subject, _BEGUN_AGAIN), _begun_again),
    Fact("contact.not_read_back", "bool", "a referral whose wording is not recorded as read back to whoever made it",
         lambda subject: referral_not_read_back(subject.known, subject.meeting)),
    Fact("contact.no_further_action", "bool", "a legal or police outcome: no further action",
         lambda subject: subject.meeting.item.result == "no_further_action"),
    Fact("contact.unease", "bool", "an uneasy feeling, or that the visit was frightening, is noted", _unease),
    Fact("contact.unease_named", "bool", "what was seen just before it is noted with the view",
         lambda subject: unease_named(subject.known, subject.meeting), costly=True),
    Fact("contact.meeting", "bool", "a meeting of several agencies",
         lambda subject: several_agencies(subject.known, subject.meeting), _absent),
    Fact("contact.absent", "bool", "somebody is recorded as not there",
         lambda subject: bool(subject.meeting.item.absent), costly=True),
    Fact("contact.closing", "bool", "the case was closed", lambda subject: _is(subject, _CLOSED), _closing),
)  # fmt: skip

PLAIN: dict[str, Value] = {
    **contacts.PLAIN,
    **{
        f"contact.{name}": False
        for name in ("room_declined", "place_by_carer", "change", "begun_again", "not_read_back", "no_further_action",
                     "unease", "meeting", "closing")
    },
}  # fmt: skip
"""What these facts are of a contact at which nothing of all this happened."""

KIND = Kind(
    "contact", "any contact with or about the family", contacts.find, contacts.FACTS + FACTS, PLAIN, find_eventful
)
