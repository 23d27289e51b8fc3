"""A case as it stands: what its first page and its chronology show. Colleagues' views wait for one's own."""

from datetime import date

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.reading import Row, chronology
from visitapp.actions.session import Session
from visitapp.actions.visits import DraftLine, unfinished
from visitapp.domain.case import Case
from visitapp.domain.family import CaseHeader
from visitapp.domain.judgement import View
from visitapp.domain.standing import latest_views
from visitapp.store import coming, local


class Overview(Struct, frozen=True, kw_only=True):
    """The first page of a case. `views`: the latest of each person, one's own only while a visit waits to be signed.

    `held_back`: how many views of colleagues wait for that. `drafts`: this person's unfinished ones in this case.
    `half_here`: it is coming in for the first time, and its newest entries are not here yet.
    """

    stream: str
    title: str
    reference: str
    case_system_id: str
    case: Case
    today: date
    member: str
    drafts: tuple[DraftLine, ...]
    views: tuple[View, ...]
    held_back: int
    half_here: bool = False


class Chronicle(Struct, frozen=True, kw_only=True):
    """A case's chronology. `children`: id and name. `held_back`: views of colleagues that wait for one's own.

    `whole`: nothing older was left out.
    """

    stream: str
    title: str
    children: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    held_back: int
    whole: bool = True


def overview(session: Session, stream: str) -> Overview:
    """Everything that the first page of a case shows. Remembers on this laptop that the case was opened."""
    local.mark_opened(session.db, stream, session.at())
    case = session.case(stream)
    header = next(iter(case.of(CaseHeader)), None)
    drafts = tuple(draft for draft in unfinished(session) if draft.stream == stream)
    held = latest_views(case)
    hidden = _hidden_views(session, case, drafts)
    return Overview(
        stream=stream,
        title=title_of(case),
        reference=header.reference if header else "",
        case_system_id=header.case_system_id if header else "",
        case=case,
        today=session.today(),
        member=session.who.member,
        drafts=drafts,
        views=tuple(view for view in held if view.id not in hidden),
        held_back=sum(view.id in hidden for view in held),
        half_here=stream in coming.half_here(session.db),
    )


def chronicle(session: Session, stream: str, newest: int = 0) -> Chronicle:
    """Everything of a case by date, the newest first, without views that are held back until one's own is signed.

    `newest`: only as far back as that many contacts reach; 0 for all.
    """
    case = session.case(stream)
    drafts = tuple(draft for draft in unfinished(session) if draft.stream == stream)
    hidden = _hidden_views(session, case, drafts)
    rows = chronology(session, stream, newest)
    return Chronicle(
        stream=stream,
        title=title_of(case),
        children=tuple((child.id, child.name) for child in case.children),
        rows=tuple(row for row in rows if row.item not in hidden) if hidden else rows,
        held_back=sum(row.item in hidden for row in rows) if hidden else 0,
        whole=not newest or len(case.contacts) <= newest,
    )


def held_back_views(session: Session, stream: str) -> frozenset[str]:
    """The ids of colleagues' views that wait until this person has signed what they make of an unfinished visit."""
    drafts = tuple(draft for draft in unfinished(session) if draft.stream == stream)
    return _hidden_views(session, session.case(stream), drafts)


def _hidden_views(session: Session, case: Case, drafts: tuple[DraftLine, ...]) -> frozenset[str]:
    if not any(draft.kind == "visit" for draft in drafts):
        return frozenset()
    return frozenset(
        one.item.id for one in case.all_kept if isinstance(one.item, View) and one.item.by != session.who.member
    )
