"""A visit's things in one line of words each. Pure: no Qt."""

from visitapp.domain.codes import ViewCode, codes
from visitapp.domain.contact import Contact
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Action
from visitapp.domain.marks import Mark
from visitapp.ui.bodymap.wording import NONE_YET
from visitapp.ui.visit.changes import learnt
from visitapp.ui.visit.family import Family
from visitapp.words import Names, Say

AGED, FACTS, MOVES = "aged", "facts", "moves"


def described(say: Say, family: Family, contact: Contact, *, when: bool = False) -> str:
    """A visit in one line: day and time, kind, planned or not, for what, where."""
    parts = [say("visit.this.when", day=contact.date, time=contact.time)] if when and contact.time else []
    parts += [say("visit.day", day=contact.date)] if when and not contact.time else []
    parts.append(say(f"code.contact_kind.{contact.kind}"))
    if contact.announced != "unknown":
        parts.append(say("visit.this.planned" if contact.announced == "yes" else "visit.this.unannounced"))
    if contact.purpose:
        parts.append(say(f"code.purpose.{contact.purpose}"))
    if contact.counts_as_statutory == "yes" and contact.purpose != "statutory":
        parts.append(say("visit.this.counts"))
    if contact.address:
        parts.append(family.case.name(contact.address))
    return " · ".join(parts)


def by_whom(say: Say, family: Family, action: Action) -> str:
    """Who promised it, for which children, by when."""
    who = say("visit.promise.me") if action.who == family.me else family.case.name(action.who)
    children = Names(family.called(child) for child in action.about)
    parts = [who, *([say("visit.for_children", names=children)] if children else [])]
    parts += [say("visit.by_day", day=action.by)] if action.by else []
    return ", ".join(part for part in parts if part)


def mark_words(say: Say, family: Family, mark: Mark) -> str:
    """A mark in one line: whose, what kind, where, which side."""
    where = say(f"code.region.{mark.region}")
    if mark.side != "unknown":
        where = say("visit.marks.where", side=say(f"code.side.{mark.side}").lower(), region=where.lower())
    return say("visit.marks.one", child=family.called(mark.child), kind=say(f"code.mark_kind.{mark.kind}"), where=where)


def view_words(say: Say, holds: str) -> str:
    """A view in words: the closed list's, or as written."""
    return say(f"code.view.{holds}") if holds in codes(ViewCode) else holds


def learnt_words(say: Say, family: Family, draft: Draft, child: str) -> list[tuple[str, str]]:
    """What this visit says anew of a child, as (what, words): its age, and how it gets about."""
    found = []
    now = learnt.child_in(draft, family.case, child)
    if now is not None and now.born is not None:
        found.append((AGED, say("visit.learnt.born", day=now.born)))
    elif now is not None and now.age is not None:
        found.append((AGED, say(f"visit.learnt.{now.age.unit}", n=now.age.count, day=now.age.on)))
    facts = learnt.changed_facts(draft, family.case, child)
    if facts:
        said = [
            say(f"visit.learnt.fact.{name}", value=_fact(say, family, name, value)) for name, value in facts.items()
        ]
        found.append((FACTS, " · ".join(said)))
    how = learnt.how_it_gets_about(draft, child)
    if how:
        words = say("visit.mobility.none_yet") if how == NONE_YET else say(f"code.milestone.{how}")
        found.append((MOVES, say("visit.learnt.moves", how=words)))
    return found


def _fact(say: Say, family: Family, name: str, value: object) -> str:
    if isinstance(value, tuple):
        return say("visit.names", names=Names(family.case.name(one) for one in value)) if value else "–"
    if name in ("verbal", "attends"):
        return say(f"code.truth.{value}").lower()
    if name == "unborn":
        return say("code.truth.yes" if value else "code.truth.no").lower()
    if name == "language":
        return say("visit.particular.child.english" if value == "en" else "visit.particular.child.other_language")
    return str(value) or "–"
