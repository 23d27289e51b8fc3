"""What is said beside a question about a mark: what a rule has nothing to say on, and where nobody looks. Pure.

Source: reference injury-rules.md 1 and 5. None of this is a question, and none of it is stored.
"""

from visitapp.domain.marks import Mark
from visitapp.domain.regions import REGIONS
from visitapp.questions import injury
from visitapp.questions.ages import said_age, under
from visitapp.questions.known import Known
from visitapp.questions.marks import MarkSubject
from visitapp.questions.notfound import ReportSubject
from visitapp.questions.subjects import Subject
from visitapp.words import Text, text

_DO_NOT_LOOK = frozenset({"genital", "anal"})
_CLOTHED_GROUPS = frozenset({"torso"})
_CLOTHED = frozenset({"shoulder", "upper_arm", "thigh_front", "thigh_inner", "thigh_back"})
_CARER_UNDRESSES_UNDER = 24.0
"""Months. Under two a carer may change the child while we are there; nobody ever undresses a child for us."""


def notes(subject: Subject) -> tuple[Text, ...]:
    """The lines for one subject, the most needed first."""
    if isinstance(subject, ReportSubject):
        return tuple(_place(subject.mark, told=True, young=False, child=_child(subject)))
    if not isinstance(subject, MarkSubject) or subject.confirmed_skin:
        return ()
    by = subject.mark.seen_by
    told = by not in ("", "us") and not subject.known.is_health(by)
    young = under(subject.age, _CARER_UNDRESSES_UNDER) is True
    found = _place(subject.mark, told=told, young=young, child=_child(subject))
    if injury.outside_ages(subject.hurt):
        age = said_age(subject.limits.ten4_under_months)
        found.append(text("ask.outside_ages", child=_child(subject), age=age))
    return tuple(found)


def notes_of_contact(known: Known, contact: str) -> tuple[Text, ...]:
    """The lines for all marks of a contact, each once: said where nothing is asked about them too."""
    at = known.root(contact)
    found: list[Text] = []
    for first, sightings in known.sightings.items():
        for one in sightings:
            if known.root(one.item.contact) == at:
                found += [note for note in notes(MarkSubject(known, first, one)) if note not in found]
    return tuple(found)


def _place(mark: Mark, *, told: bool, young: bool, child: object) -> list[Text]:
    if mark.region in _DO_NOT_LOOK:
        return [text("ask.note.do_not_look")]
    under = under_clothes(mark.region)
    return [text("ask.note.clothes", child=child)] if told and under and not young else []


def under_clothes(region: str) -> bool:
    """Whether a place is usually under clothes and may be looked at by health alone where they stay on."""
    where = REGIONS.get(region, REGIONS["unspecified"])
    return region not in _DO_NOT_LOOK and (where.group in _CLOTHED_GROUPS or where.id in _CLOTHED)


def _child(subject: MarkSubject | ReportSubject) -> object:
    return subject.args().get("child", text("ask.the_child"))
