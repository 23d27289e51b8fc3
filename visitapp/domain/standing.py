"""Where things stand in a case: last seen, promised, open, held. Pure functions of what is known; nothing is judged."""

from datetime import date

from msgspec import Struct

from visitapp.domain.case import Case
from visitapp.domain.codes import VISITS
from visitapp.domain.contact import ChildSeen, Contact
from visitapp.domain.days import age_on, days_after
from visitapp.domain.family import Address, Child, Person, Plan, Stay
from visitapp.domain.judgement import Action, ActionUpdate, Answer, NextVisit, QuestionBack, View
from visitapp.domain.marks import Mark

BABY_UNDER_MONTHS = 24


class LastSeen(Struct, frozen=True):
    """The last contact at which a child was seen. `ours`: it was one of our own."""

    contact: Contact
    seen: ChildSeen
    ours: bool = True


class ChildStanding(Struct, frozen=True):
    """One child: last seen, last seen alone, and by when to be seen. None where no record says so.

    `small`: known to be a baby, of whom no visit asks whether it was seen alone; nobody is missing a record of that.
    """

    child: Child
    seen: LastSeen | None
    alone: LastSeen | None
    by: date | None
    small: bool = False

    def tells_alone(self) -> bool:
        """Whether there is something to say of seeing it alone."""
        return self.alone is not None or not self.small


def contact_of(case: Case, id: str) -> Contact | None:  # noqa: A002  # the field's word
    """The contact with an id, as it holds now; under its first id, whichever is given."""
    first = case.first_id(id)
    return next((contact for contact in reversed(case.contacts) if contact.id == first), None)


def last_seen(case: Case, child: str, *, alone: bool = False, ours: bool = False) -> LastSeen | None:
    """The latest contact, by its date, at which a child was seen (alone); `ours`: at a contact of our own."""
    first = case.first_id
    contacts = {contact.id: contact for contact in case.contacts}
    found = [
        LastSeen(contact, seen, case.ours(contact))
        for seen in case.seen
        if first(seen.child) == child
        and seen.seen == "yes"
        and (not alone or seen.alone == "yes")
        and (contact := contacts.get(first(seen.contact))) is not None
        and (not ours or case.ours(contact))
    ]
    return max(found, key=lambda one: (one.contact.last_day(), one.contact.time), default=None)


def plans_in_force(case: Case, child: str, today: date) -> tuple[Plan, ...]:
    """The plans and orders for a child that hold on a day."""
    return tuple(
        plan
        for plan in case.of(Plan)
        if case.first_id(plan.child) == child
        and (plan.since is None or plan.since.first() <= today)
        and (plan.until is None or plan.until.last() >= today)
    )


def to_be_seen_by(case: Case, child: str, today: date) -> date | None:
    """The earliest day by which we are to see a child: by its plan's interval, or by what was said at a contact.

    What was said before we last saw the child is kept by that: it counts no more.
    """
    seen = last_seen(case, child, ours=True)
    since = seen.contact.last_day() if seen else date.min
    days = [
        days_after(since, plan.visit_every_days)
        for plan in plans_in_force(case, child, today)
        if plan.visit_every_days is not None and seen is not None
    ]
    said = {contact.id: contact.last_day() for contact in case.contacts}
    planned = [
        one.by
        for one in case.where_first_said(NextVisit)
        if one.by is not None and said.get(case.first_id(one.contact), date.min) >= since
    ]
    return min([*days, *planned[-1:]], default=None)


def children_standing(case: Case, today: date) -> tuple[ChildStanding, ...]:
    """Each child, in the case's order."""
    return tuple(
        ChildStanding(
            child,
            last_seen(case, child.id),
            last_seen(case, child.id, alone=True),
            to_be_seen_by(case, child.id, today),
            _small(child, today),
        )
        for child in case.children
    )


def _small(child: Child, today: date) -> bool:
    age = age_on(today, child.born, child.age)
    return age is not None and age.latest <= BABY_UNDER_MONTHS and child.verbal != "yes"


def open_actions(case: Case) -> tuple[Action, ...]:
    """What was promised and is not recorded as done, oldest first."""
    done = {case.first_id(update.action) for update in case.of(ActionUpdate) if update.done == "yes"}
    return tuple(action for action in case.of(Action) if case.first_id(action.id) not in done)


def is_ours(case: Case, action: Action) -> bool:
    """Whether we promised it: a professional of social care."""
    by = case.professionals.get(case.first_id(action.who))
    return by is not None and by.sector == "social_care"


def household(case: Case, today: date) -> tuple[Person, ...]:
    """The people known to live in the home on a day, in the order in which they were named."""
    there = {
        case.first_id(stay.person)
        for stay in case.of(Stay)
        if (stay.since is None or stay.since.first() <= today)
        and not stay.until_unknown
        and (stay.until is None or stay.until.last() >= today)
    }
    return tuple(person for person in case.people.values() if person.id in there)


def first_sightings(case: Case) -> tuple[Mark, ...]:
    """Marks that were found, without those that are an earlier one seen again."""
    again = _seen_again(case)
    found = [mark for mark in case.where_first_said(Mark) if mark.found == "yes"]
    return tuple(mark for mark in found if case.first_id(mark.id) not in again)


def _seen_again(case: Case) -> dict[str, str]:
    """Of each mark that is an earlier one seen again, by first ids, which one it is."""
    found = {case.first_id(mark.id): mark for mark in case.marks if mark.found == "yes"}
    again = {id_: case.first_id(mark.same_as) for id_, mark in found.items() if mark.same_as is not None}
    return {id_: earlier for id_, earlier in again.items() if earlier in found and earlier != id_}


def unexplained_marks(case: Case) -> tuple[Mark, ...]:
    """Marks on which nobody has said how they came, oldest first; the same mark seen again counts once."""
    said = [one for one in case.accounts if one.cause != "not_known" and (one.cause is not None or one.text.strip())]
    explained = {case.first_id(about) for account in said for about in account.about}
    again = _seen_again(case)
    todo = list(explained)
    while todo:
        earlier = again.get(todo.pop())
        if earlier is not None and earlier not in explained:
            explained.add(earlier)
            todo.append(earlier)
    return tuple(mark for mark in first_sightings(case) if case.first_id(mark.id) not in explained)


def view_held(case: Case, by: str) -> View | None:
    """The latest view of one person that says what they hold, with its own words."""
    return next((view for view in reversed(latest_views(case)) if case.first_id(view.by) == by), None)


def latest_views(case: Case) -> tuple[View, ...]:
    """The latest view of each person who recorded one, oldest first."""
    held: dict[str, View] = {}
    for view in case.where_first_said(View):
        if view.holds:
            by = case.first_id(view.by)
            held.pop(by, None)
            held[by] = view
    return tuple(held.values())


def open_questions_back(case: Case, to: str | None = None) -> tuple[QuestionBack, ...]:
    """Questions put back to a writer (to anyone where `to` is None) that no answer ends yet, oldest first."""
    answers = [answer for answer in case.of(Answer) if answer.how not in ("offered", "deferred")]
    ended = {case.first_id(answer.answers) for answer in answers}
    return tuple(
        question
        for question in case.where_first_said(QuestionBack)
        if case.first_id(question.id) not in ended and (to is None or question.to in ("", to))
    )


def visits(case: Case) -> tuple[Contact, ...]:
    """Our own visits, by date."""
    found = [contact for contact in case.contacts if set(contact.kinds) & VISITS and case.ours(contact)]
    return tuple(sorted(found, key=lambda contact: (contact.last_day(), contact.time)))


def safety_notes(case: Case) -> tuple[Address, ...]:
    """Addresses with something that a worker should know before going there."""
    return tuple(address for address in case.of(Address) if address.safety)
