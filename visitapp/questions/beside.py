"""What is said beside a mark and the questions about it: what a rule has nothing to say on, where nobody looks. Pure.

Source: reference injury-rules.md 1 and 5. None of this is a question, and none of it is stored.
"""

from collections.abc import Collection

from visitapp.domain.marks import Mark
from visitapp.domain.regions import REGIONS
from visitapp.questions import injury
from visitapp.questions.ages import said_age, under
from visitapp.questions.due import Due
from visitapp.questions.known import Known
from visitapp.questions.marks import MarkSubject, mark_of
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
    outside = [_of_ages("ask.outside_ages", subject)] if injury.outside_ages(subject.hurt) else []
    return (*_place_of(subject), *outside)


def beside_marks(
    known: Known, contact: str, asked: Collection[Due], waiting: Collection[Due] = ()
) -> dict[str, tuple[Text, ...]]:
    """What stands beside each mark of a contact about which no question is shown, by the id of that sighting.

    That there is no question from the rules, and that this is no opinion; or that one waits. `asked`: the questions
    that are shown; `waiting`: those that are due and are not.
    """
    at = known.root(contact)
    here = [
        mark_of(known, first, one)
        for first, sightings in known.sightings.items()
        for one in sightings
        if known.root(one.item.contact) == at
    ]
    return {one.mark.id: _beside(one, waiting) for one in here if not _about(one, asked)}


def _about(mark: MarkSubject, dues: Collection[Due]) -> bool:
    """Whether one of them is about this mark, or about the child because of its marks: its age, how it gets about."""
    return any(mark.id in due.about or (due.matter == "marks" and mark.child in due.about) for due in dues)


def _beside(mark: MarkSubject, waiting: Collection[Due]) -> tuple[Text, ...]:
    if _about(mark, waiting):
        return (text("ask.waits"), *notes(mark))
    outside = not mark.confirmed_skin and injury.outside_ages(mark.hurt)
    silent = _of_ages("ask.silence.outside_ages", mark) if outside else text("ask.silence")
    return (silent, *_place_of(mark))


def _of_ages(id: str, mark: MarkSubject) -> Text:  # noqa: A002  # the field's word
    return text(id, child=_child(mark), age=said_age(mark.limits.ten4_under_months))


def _place_of(mark: MarkSubject) -> list[Text]:
    if mark.confirmed_skin:
        return []
    by = mark.mark.seen_by
    told = by not in ("", "us") and not mark.known.is_health(by)
    young = under(mark.age, _CARER_UNDRESSES_UNDER) is True
    return _place(mark.mark, told=told, young=young, child=_child(mark))


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
