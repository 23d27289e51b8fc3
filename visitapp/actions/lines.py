"""Each kind of item as one line of a chronology: heading, words, where it comes from, about which children."""

from functools import singledispatch
from typing import Any

from msgspec import Struct

from visitapp.domain.case import Case
from visitapp.domain.contact import Contact, Note, Observation
from visitapp.domain.days import written_at
from visitapp.domain.judgement import (
    Action,
    Answer,
    CoSignature,
    Decision,
    ParentsView,
    QuestionBack,
    Reply,
    Told,
    View,
    Worry,
)
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.questions.marks import said_mark
from visitapp.words import Names, Text, text


class Line(Struct, frozen=True, gc=False):
    """`source`: contact, note, seen, told, read, view or decision. `children`: ids. `also`: what a note is made of."""

    heading: Text
    words: str
    source: str
    children: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


_MARKED = {"saw_or_heard": "seen", "told_by": "told", "read_in": "read", "my_view": "view"}


@singledispatch
def said(item: Any, case: Case) -> Line | None:
    """An item's line; None for what does not belong into a chronology."""
    return None


@said.register
def _(item: Contact, case: Case) -> Line:
    children = tuple(one.child for one in case.seen_at.get(case.first_id(item.id), ()))
    return Line(contact_heading(case, item), "", "contact", children)


@said.register
def _(item: Note, case: Case) -> Line:
    marks = dict.fromkeys(_MARKED[one.mark] for one in item.paragraphs if one.mark in _MARKED)
    heading = text("reading.note_in_home" if item.written == "in_the_home" else "reading.note")
    return Line(heading, item.text, "note", also=tuple(marks))


@said.register
def _(item: Observation, case: Case) -> Line:
    about = (item.about,) if any(child.id == item.about for child in case.children) else ()
    if item.by:
        return Line(text(f"reading.observation_by.{item.source}", by=case.name(item.by)), item.text, item.source, about)
    return Line(text(f"reading.observation.{item.source}"), item.text, item.source, about)


@said.register
def _(item: Mark, case: Case) -> Line:
    return Line(mark_heading(case, item), item.text, "seen", (item.child,))


@said.register
def _(item: Account, case: Case) -> Line:
    children = _children_of(case, item.about)
    return Line(text("reading.account", by=case.name(item.by)), item.text, "told", children)


@said.register
def _(item: Opinion, case: Case) -> Line:
    children = _children_of(case, (item.mark,))
    says = text(f"code.opinion.{item.says}")
    return Line(text("reading.opinion", by=case.name(item.by), says=says), item.text, "told", children)


@said.register
def _(item: Worry, case: Case) -> Line:
    about = (item.about,) if any(child.id == item.about for child in case.children) else ()
    return Line(text("reading.worry", by=case.name(item.by)), item.text, "told", about)


@said.register
def _(item: ParentsView, case: Case) -> Line:
    return Line(text("reading.parents_view", by=case.name(item.by)), item.text, "told")


@said.register
def _(item: View, case: Case) -> Line | None:
    words = view_words(item)
    return Line(text("reading.view", by=case.name(item.by)), words, "view") if words else None


@said.register
def _(item: Decision, case: Case) -> Line:
    words = "\n".join(part for part in (item.what, item.why) if part)
    return Line(text("reading.decision", by=case.name(item.by)), words, "decision")


@said.register
def _(item: QuestionBack, case: Case) -> Line:
    return Line(text("reading.question_back", by=case.name(item.by)), item.text, "decision", item.children)


@said.register
def _(item: Answer, case: Case) -> Line | None:
    words = item.text or " ".join(part for part in (item.told_who, item.told_at) if part)
    return Line(text("reading.answer"), words, "seen", item.children) if words else None


@said.register
def _(item: Action, case: Case) -> Line:
    who = case.name(item.who)
    heading = text("reading.action_by", who=who, by=item.by) if item.by else text("reading.action", who=who)
    return Line(heading, item.what, "seen", item.about)


@said.register
def _(item: Told, case: Case) -> Line:
    return Line(text("reading.told", who=case.name(item.who), at=written_at(item.at)), item.said, "told")


@said.register
def _(item: Reply, case: Case) -> Line:
    return Line(text(f"code.reply.{item.what}"), item.text, "decision")


@said.register
def _(item: CoSignature, case: Case) -> Line:
    id_ = "reading.co_signed_differs" if item.differs else "reading.co_signed"
    return Line(text(id_, by=case.name(item.by)), item.differs, "decision")


def _children_of(case: Case, marks: tuple[str, ...]) -> tuple[str, ...]:
    """The children whose marks these are, each once."""
    kept = [case.kept_by_id.get(mark) for mark in marks]
    return tuple(dict.fromkeys(one.item.child for one in kept if one is not None and isinstance(one.item, Mark)))


def view_words(view: View) -> str:
    """A view in its writer's own words, part after part. A coded view stays its code; screens say it."""
    return "\n".join(part for part in (view.holds, view.why, view.sits_badly, view.would_expect) if part)


def contact_heading(case: Case, contact: Contact) -> Text:
    """What a contact was: its kind, how it went, who was seen."""
    kind = text(f"code.contact_kind.{contact.kind}")
    if contact.outcome not in (None, "seen"):
        return text("reading.contact_outcome", kind=kind, outcome=text(f"code.outcome.{contact.outcome}"))
    seen = Names(case.name(one.child) for one in case.seen_at.get(case.first_id(contact.id), ()) if one.seen == "yes")
    if seen:
        return text("reading.contact_seen", kind=kind, children=seen)
    return text("reading.contact", kind=kind)


def mark_heading(case: Case, mark: Mark) -> Text:
    """A mark in a line, in the words of the questions: on whom, what, where."""
    return text("reading.mark", child=case.name(mark.child), mark=said_mark(mark))
