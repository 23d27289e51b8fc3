"""The facts of a child. What each means stands beside its name; the words page is made from it."""

from visitapp.questions.children import WATCHED, ChildSubject, find
from visitapp.questions.expression import Value
from visitapp.questions.meetings import Meeting
from visitapp.questions.subjects import Evidence, Fact, Kind
from visitapp.words import text

AGE = ("ask_age",)


def _at(child: ChildSubject, meeting: Meeting | None) -> Evidence:
    """Something about a child at one contact: a question of its own for each contact."""
    if meeting is None:
        return Evidence()
    return Evidence((meeting.item.id,), {"date": meeting.day}, (child.id, meeting.id), meeting.at)


def _chances(child: ChildSubject) -> Evidence:
    last = child.chances()[-2:]
    if not last:
        return Evidence()
    args = {"first": last[0].day, "last": last[-1].day}
    return Evidence(tuple(one.item.id for one in last), args, step=last[-1].at)


def _wordless(child: ChildSubject) -> Evidence:
    last = child.visits_without_words()[-2:]
    if not last:
        return Evidence()
    args = {"first": last[0].day, "last": last[-1].day}
    return Evidence(tuple(one.item.id for one in last), args, step=last[-1].at)


def _unseen(child: ChildSubject) -> Evidence:
    since = child.unseen_since()
    if since is None:
        return Evidence()
    day, contact = since
    never = child.last_seen_outside is None
    said = text("ask.why.never_seen" if never else "ask.why.last_seen", child=child.args()["child"], date=day)
    meeting = child.known.meeting(contact)
    days = child.working_days_unseen()
    return Evidence((meeting.item.id,) if meeting else (), {"seen": said, "days": days, "date": day})


def _nowhere(child: ChildSubject) -> Evidence:
    meeting = child.nobody_knows_where()
    return Evidence() if meeting is None else Evidence((meeting.item.id,), {"said": meeting.day}, step=meeting.at)


def _language(child: ChildSubject) -> Evidence:
    found = _at(child, child.last_chance)
    row = None if child.last_chance is None else child.row(child.last_chance)
    by = None if row is None else row.interpreter
    said = text(f"ask.why.interpreter.{by}" if by in ("relative", "child", "none") else "ask.why.interpreter.unknown")
    return Evidence(found.because, {**found.args, "interpreter": said}, found.about, found.step)


def _marks(child: ChildSubject) -> Evidence:
    marks = child.recent_marks
    if not marks:
        return Evidence()
    days = sorted(mark.day for mark in marks)
    contacts = tuple(dict.fromkeys(mark.mark.contact for mark in marks))
    args = {"first": days[0], "last": days[-1], "marks": sum(mark.how_many for mark in marks)}
    return Evidence(contacts, args, tuple(mark.id for mark in marks), max(mark.step for mark in marks))


def _same_cause(child: ChildSubject) -> Evidence:
    marks = child.same_cause()
    if not marks:
        return Evidence()
    shared = set.intersection(*({one.item.cause for one in mark.accounts} for mark in marks))
    cause = next(one.item.cause for one in marks[0].accounts if one.item.cause in shared)
    told = [one for mark in marks for one in mark.accounts if one.item.cause == cause]
    contacts = tuple(dict.fromkeys(one.item.contact for one in sorted(told, key=lambda one: one.at)))
    days = sorted(mark.day for mark in marks)
    args = {"cause": text(f"ask.cause.{cause}"), "times": len({mark.mark.contact for mark in marks}),
            "first": days[0], "last": days[-1]}  # fmt: skip
    return Evidence(contacts, args, tuple(mark.id for mark in marks), max(one.step for one in told))


def _children_at_home(child: ChildSubject) -> Value | None:
    others = [id_ for id_, one in child.known.people.items() if one.child]
    here = sum(child.known.in_household(id_, child.known.today) for id_ in others)
    return here + sum(not one.item.unborn for one in child.known.children.values())


def _biggest(child: ChildSubject) -> Value | None:
    return max(child.marks_by_contact().values(), default=0)


FACTS: tuple[Fact, ...] = (
    Fact("child.age_earliest", "double", "the youngest that the child can be today, in months",
         lambda child: child.age.earliest if child.age else None, asked_by=AGE),
    Fact("child.age_latest", "double", "the oldest that the child can be today, in months",
         lambda child: child.age.latest if child.age else None, asked_by=AGE),
    Fact("child.under_two", "bool", "the child is under two", lambda child: child.under_two(child.known.today),
         asked_by=AGE),
    Fact("child.old_enough_alone", "bool", "the child is of the age from which the settings ask for time alone",
         lambda child: child.old_enough_alone(), asked_by=AGE),
    Fact("child.age_settled", "bool", "the child's age is known as closely as these facts need it",
         lambda child: child.old_enough_alone() is not None and child.under_two(child.known.today) is not None
         and child.baby_at_home() is not None),
    Fact("child.speaks", "bool", "the child speaks", lambda child: child.speaks),
    Fact("child.children_at_home", "int", "how many children live in the home, as far as is known", _children_at_home),
    Fact("child.plans", "strings", "the plans and orders in force today, by the codes of the case file",
         lambda child: child.plans()),
    Fact("child.watched", "bool", "on a child protection plan, under section 47 or an order",
         lambda child: not WATCHED.isdisjoint(child.plans())),
    Fact("child.not_marked_seen", "bool", "our last visit ended without the child being marked as seen, and nobody "
         "has seen it since", lambda child: child.not_marked_seen(), lambda child: _at(child, child.last_visit)),
    Fact("child.whereabouts_recorded", "bool", "where it is said to be, who says so and the next visit are recorded "
         "at that visit", lambda child: _whereabouts(child)),
    Fact("child.not_alone_twice", "bool", "the child was not alone at either of our last two contacts at which it was "
         "seen", lambda child: child.not_alone_twice(), _chances, counts=True),
    Fact("child.how_missing", "bool", "it is not recorded whether the child was awake (under two: whether the carer "
         "changed it) when we last saw it", lambda child: child.how_missing(),
         lambda child: _at(child, child.last_chance)),
    Fact("child.working_days_unseen", "int", "working days since anybody outside the home is recorded to have seen "
         "the child", lambda child: child.working_days_unseen(), _unseen),
    Fact("child.working_days_allowed", "int", "after how many of them the settings ask, by the child's plan",
         lambda child: child.working_days_allowed()),
    Fact("child.overdue", "bool", "more working days than allowed since anybody outside the home is recorded to have "
         "seen the child, counted from the question's last answer", lambda child: _overdue(child), _unseen,
         counts=True),
    Fact("child.at_school_now", "bool", "the child goes to school or nursery and it is term time",
         lambda child: child.at_school_now()),
    Fact("child.nobody_knows_where", "bool", "it is recorded, since the question's last answer, that nobody knows "
         "where the child is", lambda child: child.nobody_knows_where() is not None, _nowhere, counts=True),
    Fact("child.said_away", "bool", "the last that is recorded of where the child is are words of the family that say "
         "it is away, out of the area", lambda child: child.said_away is not None,
         lambda child: _at(child, child.said_away)),
    Fact("child.on_plan", "bool", "a plan or an order is in force by which the child is visited",
         lambda child: child.on_plan()),
    Fact("child.open_mark", "bool", "a mark within the window of the settings on which health has given no opinion, "
         "and of which nobody said how it came, or people said different things",
         lambda child: bool(child.open_marks()), costly=True),
    Fact("child.baby_at_home", "bool", "the child was under twelve months old at our last contact in the home",
         lambda child: child.baby_at_home(), asked_by=AGE),
    Fact("child.sleep_missing", "bool", "where the child sleeps that night is not recorded at that contact",
         lambda child: child.sleep_missing(), lambda child: _at(child, child.last_at_home)),
    Fact("child.row_empty", "bool", "cells of the child's row that fit its age are empty at our last visit that took "
         "place", lambda child: child.row_empty(), lambda child: _at(child, child.visit_with_row())),
    Fact("child.visits_without_words", "int", "our latest visits in a row without its own words, 20 at most, counted "
         "from the question's last answer", lambda child: len(child.visits_without_words()), _wordless, counts=True),
    Fact("child.language_differs", "bool", "the child's first language is none of those of whoever saw it last for us "
         "(English where none is recorded)", lambda child: child.language_differs(), _language),
    Fact("child.interpreted", "bool", "a professional interpreted when we last saw the child, or none was needed",
         lambda child: child.interpreted()),
    Fact("child.marks_at_one_contact", "int", "most marks recorded at one contact within the window of the settings; "
         "everyday ones do not count", _biggest, _marks),
    Fact("child.contacts_with_marks", "int", "contacts within that window at which such marks were first recorded",
         lambda child: len(child.marks_by_contact()), _marks),
    Fact("child.same_cause_times", "int", "for how many contacts' marks the most often named cause (fell, sibling, "
         "pet, rough play, bruises easily) was given, everyday ones left out, where one is newer than the question's "
         "last answer; else 0",
         lambda child: len({mark.mark.contact for mark in child.same_cause()}), _same_cause, counts=True),
)  # fmt: skip


def _whereabouts(child: ChildSubject) -> Value | None:
    visit = child.last_visit
    if visit is None:
        return None
    said = child.row(visit).said_to_be
    return said is not None and bool(said.place.strip() and said.by.strip()) and visit.id in child.known.next_visits


def _overdue(child: ChildSubject) -> Value | None:
    """Answered: asked again when as many working days have passed since as the settings allow."""
    days = child.working_days_unseen()
    if days is None or days <= child.working_days_allowed():
        return False
    return child.working_days_since_answer() > child.working_days_allowed()


KIND = Kind("child", "a child of the family, once born", find, FACTS)
