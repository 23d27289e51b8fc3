"""What each of us thought, when, and the other explanations beside it: every view as signed, none overwritten."""

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.overview import held_back_views
from visitapp.actions.session import Session
from visitapp.domain.case import Case
from visitapp.domain.days import Day
from visitapp.domain.judgement import View
from visitapp.questions.engine import known_now
from visitapp.questions.patterns import told
from visitapp.questions.patterns.pattern import Pattern, Sight


class Held(Struct, frozen=True):
    """A view, or the line that ends a visit. `by`, `protective`: names. `corrected`: an addendum replaced it."""

    view: View
    by: str
    on: Day
    corrected: bool
    protective: str


class Explanation(Struct, frozen=True):
    """An explanation, as a code or words: who holds it now (names), and who names it beside another."""

    what: str
    held_by: tuple[str, ...]
    beside: tuple[str, ...]


class Views(Struct, frozen=True, kw_only=True):
    """All of it, the newest first. `held_back`: how many views of colleagues wait for one's own.

    `stands_out`: what rests on one person's word, and a view that stayed while new things came in.
    """

    title: str
    held: tuple[Held, ...]
    explanations: tuple[Explanation, ...]
    stands_out: tuple[Pattern, ...]
    held_back: int


def views(session: Session, stream: str) -> Views:
    """Everything that was thought of a case. Views of colleagues that wait for one's own are only counted."""
    case = session.case(stream)
    hidden = held_back_views(session, stream)
    held = _held(case, hidden)
    seen = Case(one for one in session.kept(stream) if one.item.id not in hidden) if hidden else case
    sight = Sight(known_now(seen, session.today(), session.thresholds()))
    return Views(
        title=title_of(case),
        held=held,
        explanations=_explanations(held),
        stands_out=(*told.one_word(sight), *told.view_unchanged(sight)),
        held_back=sum(isinstance(one.item, View) for one in case.all_kept if one.item.id in hidden),
    )


def _held(case: Case, hidden: frozenset[str]) -> tuple[Held, ...]:
    contacts = {one.id: one for one in case.contacts}
    gone = {one.of for one in case.corrections}
    found = []
    for kept in case.all_kept:
        view = kept.item
        if not isinstance(view, View) or view.id in hidden or not (view.holds or view.changed or view.rivals):
            continue
        contact = contacts.get(case.first_id(view.contact))
        on = contact.date if contact is not None else Day.of(kept.date)
        protective = case.name(view.protective) if view.protective else ""
        found.append(Held(view, case.name(view.by), on, view.id in gone, protective))
    return tuple(sorted(found, key=lambda one: one.on.last())[::-1])


def _explanations(held: tuple[Held, ...]) -> tuple[Explanation, ...]:
    """Each explanation that somebody's latest view holds or names, those that are held first."""
    latest: dict[str, Held] = {}
    for one in held:
        if one.view.holds and not one.corrected:
            latest.setdefault(one.view.by, one)
    by: dict[str, tuple[list[str], list[str]]] = {}
    for one in latest.values():
        by.setdefault(one.view.holds, ([], []))[0].append(one.by)
        for other in one.view.rivals:
            by.setdefault(other, ([], []))[1].append(one.by)
    found = [Explanation(what, tuple(holds), tuple(beside)) for what, (holds, beside) in by.items()]
    return tuple(sorted(found, key=lambda one: not one.held_by))
