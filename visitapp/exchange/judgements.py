"""What people made of a contact, item by item, in sentences for the case system."""

from visitapp.domain.codes import ToldHow, ToldRole, ViewCode, codes
from visitapp.domain.days import written_at
from visitapp.domain.item import Correction
from visitapp.domain.judgement import (
    Action,
    ActionUpdate,
    Answer,
    CoSignature,
    Decision,
    NextVisit,
    ParentsView,
    Told,
    View,
    Worry,
    WorryUpdate,
)
from visitapp.exchange.sentences import Lines
from visitapp.exchange.telling import Saying, Telling, code, day, ended, moment, name, told, words
from visitapp.words import Names


def changed(value: str, telling: Telling) -> str:
    """The line that ends a visit: its code in words, or what was written."""
    return telling.say(f"copy.changed.{value}") if value in ("yes", "no", "not_sure") else value


def thought(value: str, telling: Telling) -> str:
    """What somebody thinks it is: a code in words, or their own words."""
    return telling.say(f"code.view.{value}") if value in codes(ViewCode) else value


def thoughts(value: tuple[str, ...], telling: Telling) -> str:
    """Several of them."""
    return "; ".join(thought(one, telling) for one in value)


def told_how(value: str, telling: Telling) -> str:
    """How somebody was told: chosen from a list, or as written."""
    return telling.say(f"code.told_how.{value}") if value in codes(ToldHow) else value


WORRY = (
    Saying("first_hand", "copy.first_hand"),
    Saying("read_back", "copy.read_back"),
    Saying("called", "copy.called", code("label")),
)
WORRY_UPDATE = (
    Saying("called", "copy.called", code("label")),
    Saying("withdrawn", "copy.withdrawn"),
    Saying("spoken_to", "copy.spoken_to_source"),
    Saying("text", "copy.plain", words),
)
PARENTS_VIEW = (Saying("told_what_we_write", "copy.told_what_we_write"), Saying("agrees", "copy.agrees"))
TOLD = (
    Saying("at", "copy.told_at", moment),
    Saying("how", "copy.told_how", told_how),
    Saying("said", "copy.told_said", words),
    Saying("agreed", "copy.told_agreed", words),
)
VIEW = (
    Saying("rivals", "copy.rivals", thoughts),
    Saying("changed", "copy.view_changed", changed),
    Saying("why", "copy.view_why", words),
    Saying("sits_badly", "copy.sits_badly", words),
    Saying("would_expect", "copy.would_expect", words),
    Saying("would_change_it", "copy.would_change_it", words),
    Saying("seen_just_before", "copy.seen_just_before", words),
    Saying("protective", "copy.protective", name),
)
ANSWER = (
    Saying("text", "copy.plain", words),
    Saying("reason", "copy.reason", words),
    Saying("defer_to", "copy.defer_to", day),
)


def worry_lines(item: Worry, telling: Telling) -> list[str]:
    """One paragraph a worry."""
    about = telling.name(item.about)
    id_ = "copy.worry_about" if about else "copy.worry"
    first = telling.say(id_, by=telling.name(item.by), child=about, value=item.text)
    return [" ".join([first, *told(item, WORRY, telling)])]


def worry_update_lines(item: WorryUpdate, telling: Telling) -> list[str]:
    """What became of a worry brought earlier."""
    earlier = telling.case.kept_by_id.get(item.worry)
    by = telling.name(earlier.item.by) if earlier is not None and isinstance(earlier.item, Worry) else ""
    first = telling.say("copy.worry_update", by=by) if by else telling.say("copy.worry_update_unknown")
    return [" ".join([first, *told(item, WORRY_UPDATE, telling)])]


def parents_view_lines(item: ParentsView, telling: Telling) -> list[str]:
    """One paragraph a parent's view."""
    id_ = f"copy.parents_view.{item.about}" if item.about else "copy.parents_view"
    first = telling.say(id_, by=telling.name(item.by), value=item.text)
    return [" ".join([first, *told(item, PARENTS_VIEW, telling)])]


def action_lines(item: Action, telling: Telling) -> list[str]:
    """Who will do what, by when, for whom."""
    found = [telling.say("copy.action", who=telling.name(item.who), value=ended(item.what))]
    if item.by is not None:
        found.append(telling.say("copy.action_by", value=item.by))
    if item.about:
        found.append(telling.say("copy.action_for", value=Names(telling.name(child) for child in item.about)))
    return [" ".join(found)]


def action_update_lines(item: ActionUpdate, telling: Telling) -> list[str]:
    """What became of what was promised."""
    promised = telling.case.kept_by_id.get(item.action)
    what = promised.item.what if promised is not None and isinstance(promised.item, Action) else ""
    first = telling.say(f"copy.done.{item.done}", value=ended(what))
    return [" ".join([first, *told(item, (Saying("why", "copy.why", words),), telling)])]


def told_lines(item: Told, telling: Telling) -> list[str]:
    """Who was told, when and how, and what they said."""
    who, role = telling.name(item.who), item.role
    if role in codes(ToldRole):
        role = "" if role == "other" else telling.say(f"code.told_role.{role}")
    first = telling.say("copy.told_role" if role else "copy.told", who=who, role=role)
    return [" ".join([first, *told(item, TOLD, telling)])]


def next_visit_lines(item: NextVisit, telling: Telling) -> list[str]:
    """By when and by whom."""
    sayings = (Saying("by", "copy.next_visit_by", day), Saying("who", "copy.next_visit_who", name))
    return [" ".join([telling.say("copy.next_visit"), *told(item, sayings, telling)])]


def decision_lines(item: Decision, telling: Telling) -> list[str]:
    """The decision, its reasons, and who saw it differently."""
    by = telling.name(item.by)
    found = [telling.say("copy.decision_by" if by else "copy.decision", by=by, value=item.what)]
    found += told(item, (Saying("why", "copy.reasons", words),), telling)
    found += [telling.say("copy.dissent", by=telling.name(one.by), value=one.text) for one in item.dissent]
    return found


def view_lines(item: View, telling: Telling) -> list[str]:
    """What one person thought, and the other explanations."""
    by = telling.name(item.by)
    found = [telling.say("copy.view_by", by=by)] if by else []
    if item.holds:
        found.append(telling.say("copy.holds", value=thought(item.holds, telling)))
    return [*found, *told(item, VIEW, telling)]


def answer_lines(item: Answer, telling: Telling) -> list[str]:
    """How a question ended; one that was only offered is not told."""
    if item.how == "offered":
        return []
    about = Names(telling.name(child) for child in item.children)
    first = telling.say("copy.answer_about" if about else "copy.answer", children=about)
    found = [first]
    if item.how != "answered":
        found.append(telling.say(f"copy.how.{item.how}", who=telling.name(item.told_who), at=written_at(item.told_at)))
    return [" ".join([*found, *told(item, ANSWER, telling)])]


def co_signature_lines(item: CoSignature, telling: Telling) -> list[str]:
    """That a colleague signed it too, and what they remember differently."""
    id_ = "copy.co_signed_differs" if item.differs else "copy.co_signed"
    return [telling.say(id_, by=telling.name(item.by), value=item.differs)]


def correction_lines(item: Correction, telling: Telling) -> list[str]:
    """That something was corrected afterwards, and why."""
    return [telling.say("copy.correction.family" if item.whose == "family" else "copy.correction", value=item.reason)]


MADE_OF_IT: dict[str, tuple[tuple[type, Lines], ...]] = {
    "worries": ((Worry, worry_lines), (WorryUpdate, worry_update_lines)),
    "parents_views": ((ParentsView, parents_view_lines),),
    "promises": ((ActionUpdate, action_update_lines), (Action, action_lines)),
    "told": ((Told, told_lines),),
    "next_visit": ((NextVisit, next_visit_lines),),
    "decision": ((Decision, decision_lines),),
    "answers": ((Answer, answer_lines),),
    "view": ((View, view_lines),),
    "co_signatures": ((CoSignature, co_signature_lines),),
    "corrections": ((Correction, correction_lines),),
}
"""What a template may ask for, the items that it means, and how one is told."""
