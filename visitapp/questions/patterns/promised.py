"""What was agreed, done and changed; what is overdue, ours first; what waits for a reply."""

from collections.abc import Iterator

from visitapp.domain.contact import Observation
from visitapp.domain.judgement import Action, ActionUpdate
from visitapp.questions.answers import questions_back
from visitapp.questions.known import Known
from visitapp.questions.patterns.pattern import Pattern, Rule, Sight, contacts_of, listed
from visitapp.questions.shelf import Placed
from visitapp.words import text

FEWEST_AGREED = 2


def _done(known: Known) -> dict[str, str]:
    """The actions that are recorded as done, and with which contact."""
    return {known.root(one.item.action): one.item.contact for one in known.of(ActionUpdate) if one.item.done == "yes"}


def agreed_done_changed(sight: Sight) -> Iterator[Pattern]:
    """What was agreed, what of it is recorded as done, and whether a change for a child is recorded. Two things agreed
    or done at least. Actions count, and what was observed as agreed or done.
    """
    known = sight.known
    noted = known.of(Observation)
    actions, done = known.of(Action), _done(known)
    agreed = [one.item.contact for one in actions] + [one.item.contact for one in noted if one.item.topic == "agreed"]
    ids = {known.root(one.item.id) for one in actions}
    finished = [contact for action, contact in done.items() if action in ids]
    finished += [one.item.contact for one in noted if one.item.topic == "done"]
    changed = [one.item.contact for one in noted if one.item.change_for_child]
    if len(agreed) + len(finished) < FEWEST_AGREED:
        return
    why = text(
        "pattern.agreed_done_changed" if changed else "pattern.agreed_done",
        agreed=text("pattern.agreed", n=len(agreed)),
        done=text("pattern.done", n=len(finished)),
        changed=text("pattern.changed", n=len(set(changed))),
    )
    because = contacts_of(known, [*agreed, *finished, *changed])
    figures = {"agreed": len(agreed), "done": len(finished), "changed": len(changed)}
    yield Pattern("agreed_done_changed", why, because, (), figures)


def _overdue(known: Known) -> list[Placed[Action]]:
    done = _done(known)
    open_ = [one for one in known.of(Action) if known.root(one.item.id) not in done]
    return [one for one in open_ if one.item.by is not None and one.item.by < known.today]


def _ours(known: Known, action: Action) -> bool:
    who = known.professionals.get(known.root(action.who))
    return who is not None and who.sector == "social_care"


def _late(known: Known, id: str, actions: list[Placed[Action]]) -> Iterator[Pattern]:  # noqa: A002  # the field's word
    if not actions:
        return
    soonest = sorted(actions, key=lambda one: (one.item.by or known.today, one.at))
    said = [
        text("pattern.action", what=one.item.what.rstrip("."), who=known.called(one.item.who), by=one.item.by)
        for one in soonest
    ]
    longest = max((known.today - one.item.by).days for one in soonest if one.item.by is not None)
    why = text(f"pattern.{id}", n=len(soonest), actions=listed(said))
    children = tuple(dict.fromkeys(known.root(child) for one in soonest for child in one.item.about))
    because = contacts_of(known, [one.item.contact for one in soonest])
    yield Pattern(id, why, because, children, {"actions": len(soonest), "days": longest})


def actions_ours(sight: Sight) -> Iterator[Pattern]:
    """What we said that we would do by a day that is past, and that no record says was done."""
    known = sight.known
    yield from _late(known, "actions_ours", [one for one in _overdue(known) if _ours(known, one.item)])


def actions_theirs(sight: Sight) -> Iterator[Pattern]:
    """The same of everybody else: the family, other agencies."""
    known = sight.known
    yield from _late(known, "actions_theirs", [one for one in _overdue(known) if not _ours(known, one.item)])


def replies_owed(sight: Sight) -> Iterator[Pattern]:
    """Questions that a reader put back, to which no answer is recorded yet."""
    known = sight.known
    waiting = questions_back(known)
    if not waiting:
        return
    members = {one.member: one.called for one in known.professionals.values() if one.member}
    said = [
        text(
            "pattern.reply",
            who=members.get(one.item.by) or text("ask.lead.somebody"),
            date=one.kept.known_on,
            question=one.item.text,
        )
        for one in waiting
    ]
    first = min(one.kept.known_on or known.today for one in waiting)
    days = (known.today - first).days
    why = text("pattern.replies_owed", n=len(waiting), questions=listed(said))
    children = tuple(dict.fromkeys(known.root(child) for one in waiting for child in one.item.children))
    because = contacts_of(known, [one.item.contact for one in waiting])
    figures = {"replies": len(waiting), "days": days}
    yield Pattern("replies_owed", why, because or tuple(one.item.id for one in waiting), children, figures)


RULES: tuple[Rule, ...] = (
    Rule("actions_ours", "what we said that we would do by a day that is past, and no record says was done",
         actions_ours),
    Rule("actions_theirs", "the same of the family and other agencies", actions_theirs),
    Rule("replies_owed", "questions that a reader put back and nobody has answered", replies_owed),
    Rule("agreed_done_changed", "what was agreed and done, two things at least, and whether a change for a child is "
         "recorded", agreed_done_changed),
)  # fmt: skip
