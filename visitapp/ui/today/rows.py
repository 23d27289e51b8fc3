"""What the day brings, as rows. Pure: no Qt, no clock."""

from datetime import date, datetime

from msgspec import Struct

from visitapp.actions.cases import CaseLine
from visitapp.actions.copying import CopyLine
from visitapp.actions.joint import ToSign
from visitapp.actions.today import Asked, Today, ToSee
from visitapp.actions.visits import DraftLine
from visitapp.domain.standing import ChildStanding
from visitapp.ui.firstsync.words import short
from visitapp.ui.kit.rowof import RowOf
from visitapp.words import Names, Say, said_date

_ICONS = {"visit": "car", "quick_note": "phone", "no_reply": "door"}


class TodayRows(Struct, frozen=True, kw_only=True):
    """The parts of the page. Keys: a draft's id/kind, a stream, or stream/contact. `coming`: "" or how far that is."""

    unfinished: tuple[RowOf, ...]
    to_sign: tuple[RowOf, ...]
    asked: tuple[RowOf, ...]
    due: tuple[RowOf, ...]
    not_copied: tuple[RowOf, ...]
    families: tuple[RowOf, ...]
    coming: str = ""


def rows(say: Say, found: Today, on: date) -> TodayRows:
    """All parts for a day."""
    return TodayRows(
        unfinished=tuple(_draft(say, one, on) for one in found.unfinished),
        to_sign=tuple(_to_sign(say, one) for one in found.to_sign),
        asked=tuple(_asked(say, one) for one in found.questions),
        due=tuple(_to_see(say, one, on) for one in found.due),
        not_copied=tuple(to_copy(say, one) for one in found.not_copied),
        families=tuple(family(say, one) for one in found.cases),
        coming=short(say, found.first_sync) if found.first_sync else "",
    )


def _draft(say: Say, draft: DraftLine, on: date) -> RowOf:
    saved = datetime.fromisoformat(draft.saved)
    when = f"{saved:%H:%M}" if saved.date() == on else said_date(saved)
    step = say(f"today.movement.{draft.movement}") if draft.kind == "visit" else ""
    lines = [say("today.begun", day=datetime.fromisoformat(draft.begun).date(), saved=when)]
    if draft.by is not None:
        lines.insert(0, say("today.second_was_by" if draft.by < on else "today.second_by", by=draft.by))
    tags = ((say("today.paused"), "plain"),) if draft.paused else ()
    heading = say("today.draft", kind=say(f"today.kind.{draft.kind}"), title=draft.title)
    return RowOf(
        f"{draft.id}/{draft.kind}", heading, (*([step] if step else []), *lines), tags, _ICONS.get(draft.kind, "pen")
    )


def _to_sign(say: Say, one: ToSign) -> RowOf:
    return RowOf(f"{one.stream}/{one.contact}", say("joint.asked", by=one.by, day=one.on), (one.title,), (), "pen")


def _asked(say: Say, asked: Asked) -> RowOf:
    key = f"{asked.stream}/{asked.question.contact}"
    return RowOf(key, asked.question.text, (say("today.asked_about", title=asked.title),), (), "question")


def _to_see(say: Say, one: ToSee, on: date) -> RowOf:
    standing = one.standing
    by = standing.by or on
    tags = ((say("today.past"), "warn"),) if by < on else ((say("today.is_today"), "info"),) if by == on else ()
    word = "today.was_by" if by < on else "today.by"
    lines = (say(word, by=by), last_seen(say, standing))
    return RowOf(f"{one.stream}/{standing.child.id}", f"{standing.child.name}", (*lines, one.title), tags, "child")


def last_seen(say: Say, standing: ChildStanding) -> str:
    """When a child was last seen, and last seen alone; what no record says is said so."""
    seen, alone = standing.seen, standing.alone
    where = "today.last_seen" if seen is None or seen.ours else "today.last_seen_elsewhere"
    when = say(where, day=seen.contact.date) if seen else say("today.never_seen")
    if not standing.tells_alone():
        return when
    by_itself = say("today.last_alone", day=alone.contact.date) if alone else say("today.never_alone")
    return f"{when} {by_itself}"


def to_copy(say: Say, one: CopyLine) -> RowOf:
    """A visit that is not wholly in the case system yet."""
    lines = (say("today.visit_on", day=one.date), say("today.left_to_copy", n=one.left))
    return RowOf(f"{one.stream}/{one.contact}", one.title, lines, (), "copy")


def family(say: Say, line: CaseLine) -> RowOf:
    """A case as a row of a list: its children, its last contact, what waits in it."""
    children = say("cases.children", children=Names(line.children)) if line.children else say("cases.no_children")
    last = say("cases.last_contact", day=line.last_contact) if line.last_contact else say("cases.no_contact")
    last = say("firstsync.half_here.line") if line.half_here else last
    tags = [(say("firstsync.half_here"), "warn")] if line.half_here else []
    if line.drafts:
        tags.append((say("cases.drafts", n=line.drafts), "info"))
    if line.open_questions:
        tags.append((say("cases.open_questions", n=line.open_questions), "question"))
    return RowOf(line.stream, line.title, (children, last), tuple(tags), "people")
