"""The marks of a case by child, to be shown on one map: each with its sightings and what people said of it."""

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.session import Session
from visitapp.actions.versions import OfMark, marks_with_what_was_said
from visitapp.domain.case import Case
from visitapp.domain.family import Child


class OnChild(Struct, frozen=True):
    """A child and its marks, that which was seen first before the others."""

    child: Child
    marks: tuple[OfMark, ...]


class OnBodies(Struct, frozen=True):
    """The children of a case with their marks."""

    title: str
    children: tuple[OnChild, ...]


def on_bodies(session: Session, stream: str) -> OnBodies:
    """All marks of a case, child by child."""
    case = session.case(stream)
    return OnBodies(title_of(case), marks_by_child(case))


def marks_by_child(case: Case) -> tuple[OnChild, ...]:
    """Every child of the case, in the case's order."""
    by_child: dict[str, list[OfMark]] = {}
    for mark in marks_with_what_was_said(case):
        by_child.setdefault(case.first_id(mark.child_id), []).append(mark)
    return tuple(
        OnChild(child, tuple(sorted(by_child.get(child.id, ()), key=lambda mark: mark.seen[0].on.last())))
        for child in case.children
    )
