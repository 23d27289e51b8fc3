"""What is about to be signed, in plain lines: every fact that the draft holds, by part. Pure: no Qt."""

from collections.abc import Iterator

from visitapp.domain.contact import ChildSeen, Observation, Paragraph
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import ActionUpdate, Answer
from visitapp.domain.marks import Account, Mark
from visitapp.ui.visit.changes import children, home, promises
from visitapp.ui.visit.changes.particulars import particulars_of
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.particulars.wording import particular_words
from visitapp.ui.visit.wording import by_whom, described, learnt_words, mark_words
from visitapp.words import Names, Say

Line = tuple[str, str]


def summary(say: Say, family: Family, draft: Draft) -> list[Line]:
    """Label and words for each part that says something."""
    lines: list[Line] = [(say("visit.this"), described(say, family, draft.contact, when=True))]
    lines += [(family.called(one.child), child_words(say, one)) for one in _children(draft) if child_words(say, one)]
    lines += [
        (one.called, " · ".join(words for _, words in new))
        for one in family.children
        if (new := learnt_words(say, family, draft, one.id))
    ]
    if children.anything_covered(draft) == "all":
        lines.append((say("visit.covered.short"), say("visit.covered.all")))
    joint = Names(_with_us(family, one) for one in draft.contact.also_by)
    if joint:
        lines.append((say("visit.sign.joint"), say("visit.names", names=joint)))
    contact = draft.contact
    of_visit = {
        "visit.this.chosen_by": _name(family, draft, contact.place_chosen_by) if contact.place_chosen_by else "",
        "visit.this.proposed_by": _proposed(family, draft),
        "visit.this.unease": contact.unease,
        "visit.this.planned_things": "; ".join(contact.planned),
        "visit.this.not_done": "; ".join(contact.not_done),
    }
    for label, said in of_visit.items():
        lines += [(say(label), said)] if said else []
    there = Names(_name(family, draft, id_) for id_ in draft.contact.present)
    if there:
        lines.append((say("visit.who"), say("visit.names", names=there)))
    lines += _home(say, draft)
    lines += [(say("visit.marks"), mark_words(say, family, one)) for one in draft.items if isinstance(one, Mark)]
    lines += [
        (say("visit.sign.said_by", name=_name(family, draft, one.by)), _account(say, one))
        for one in draft.items
        if isinstance(one, Account) and (one.text or one.cause)
    ]
    particular = particular_words(say, family, particulars_of(draft), draft)
    lines += [(say("visit.particulars"), words) for _, words in particular]
    lines += _promises(say, family, draft)
    lines += _views(say, family, draft)
    answered = {one.card for one in draft.items if isinstance(one, Answer) and one.how not in ("offered", "deferred")}
    if answered:
        lines.append((say("visit.questions"), say("visit.sign.answered", n=len(answered))))
    return lines


def note_words(say: Say, family: Family, draft: Draft) -> str:
    """The note as it is signed, each paragraph with where it comes from; what was typed in the home stands after it."""
    parts = [_paragraph(say, family, draft, one) for one in draft.note] or [say("visit.sign.no_note")]
    if draft.in_home:
        typed = "\n".join(one.text for one in draft.in_home)
        parts.append(say("visit.sign.paragraph", where=say("visit.in_home"), words=typed))
    return "\n\n".join(parts)


def _paragraph(say: Say, family: Family, draft: Draft, one: Paragraph) -> str:
    if one.mark == "unmarked":
        return one.text
    named = one.by and one.mark in ("told_by", "read_in")
    name = _name(family, draft, one.by) if named else ""
    where = say(f"visit.note.{one.mark}.name", name=name) if named else say(f"visit.note.mark.{one.mark}")
    return say("visit.sign.paragraph", where=where, words=one.text)


def child_words(say: Say, seen: ChildSeen) -> str:
    """One child in one line: only what was said."""
    parts = [say(f"visit.sign.seen.{seen.seen}")] if seen.seen != "unknown" else []
    for name in ("spoken_to", "alone", "awake", "unwell"):
        value = getattr(seen, name)
        if value != "unknown":
            parts.append(say(f"visit.sign.{name}.{value}"))
    if seen.undressed not in ("unknown", "no"):
        parts.append(say(f"visit.sign.undressed.{seen.undressed}"))
    parts += [
        say("visit.sign.covered" if one.then_seen == "yes" else "visit.sign.not_seen_part",
            part=say(f"visit.covered.part.{one.part}").lower(), by=one.by or say("visit.sign.something"))
        for one in seen.covered
    ]  # fmt: skip
    if seen.said_to_be is not None and seen.seen == "no":
        parts.append(say("visit.sign.said_to_be", place=seen.said_to_be.place, by=seen.said_to_be.by or "–"))
    if seen.words:
        parts.append(say("visit.sign.words", words=seen.words))
    return " · ".join(parts)


def _account(say: Say, one: Account) -> str:
    said = one.text or say(f"code.cause.{one.cause}")
    return " · ".join((said, say("visit.sign.said_again"))) if one.same_as else said


def _proposed(family: Family, draft: Draft) -> str:
    proposed = draft.contact.place_proposed
    if proposed is None:
        return ""
    by = _name(family, draft, proposed.by) if proposed.by else ""
    return ": ".join(part for part in (by, proposed.text) if part)


def _children(draft: Draft) -> Iterator[ChildSeen]:
    return (one for one in draft.items if isinstance(one, ChildSeen))


def _name(family: Family, draft: Draft, id_: str) -> str:
    new = {one.id: one.name for one in home.new_people(draft)}
    return new.get(id_) or family.called(id_.removeprefix("child:"))


def _with_us(family: Family, id_: str) -> str:
    colleague = next((one.name for one in family.colleagues if one.member == id_), "")
    return colleague or family.case.name(id_)


def _home(say: Say, draft: Draft) -> list[Line]:
    looked = home.looked_at(draft)
    if looked is None:
        return []
    parts = [say("visit.home.same")] if looked.same_as_last_time else []
    if looked.bedroom != "unknown" and not looked.same_as_last_time:
        parts.append(say("visit.sign.bedroom", how=say(f"code.bedroom.{looked.bedroom}").lower()))
    if looked.rooms_refused:
        parts.append(say("visit.sign.declined", rooms=", ".join(looked.rooms_refused)))
    if looked.food != "unknown":
        parts.append(say(f"visit.sign.food.{looked.food}"))
    if looked.animal:
        parts.append(looked.animal)
    return [(say("visit.home"), " · ".join(parts))] if parts else []


def _promises(say: Say, family: Family, draft: Draft) -> list[Line]:
    lines = []
    earlier = {action.id: action.what for action in family.actions}
    for update in (one for one in draft.items if isinstance(one, ActionUpdate)):
        words = [earlier.get(update.action, ""), say(f"visit.sign.done.{update.done}"), update.why]
        lines.append((say("visit.promises.earlier"), " · ".join(part for part in words if part)))
    for action in promises.new_actions(draft):
        lines.append((say("visit.promise.new"), f"{action.what} · {by_whom(say, family, action)}"))
    planned = promises.next_visit_of(draft)
    if planned is not None and planned.by is not None:
        lines.append((say("visit.next"), say("visit.by_day", day=planned.by)))
    return lines


def _views(say: Say, family: Family, draft: Draft) -> list[Line]:
    lines = []
    for id_ in dict.fromkeys(one for one in (*draft.contact.present, *(p.id for p in family.people))):
        view = promises.parents_view_of(draft, id_)
        if view is not None:
            told = view.told_what_we_write
            words = [view.text, *([say(f"visit.sign.told_what.{told}")] if told != "unknown" else [])]
            lines.append((_name(family, draft, id_), " · ".join(part for part in words if part.strip())))
    lines += [
        (say("visit.told"), " · ".join(part for part in (told.who, told.at.partition(" ")[2], told.said) if part))
        for told in promises.told_of(draft)
    ]
    lines += [
        (say("visit.sign.harm"), say("visit.names", names=Names((family.called(one.about),))))
        for one in draft.items
        if isinstance(one, Observation) and one.topic == "child_tells"
    ]
    return lines
