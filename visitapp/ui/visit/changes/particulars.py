"""Particular things in the draft: observations, worries, measures, what health says of a mark, the household."""

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.case import Case
from visitapp.domain.codes import (
    MeasureOf,
    OpinionSays,
    PlanKind,
    Sector,
    Source,
    Tone,
    Topic,
    Truth,
    WorryLabel,
)
from visitapp.domain.contact import Measure, Observation
from visitapp.domain.days import Day
from visitapp.domain.draft import Draft
from visitapp.domain.family import Address, Partnership, Person, Plan, Professional, Stay
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Worry, WorryUpdate
from visitapp.domain.marks import Opinion
from visitapp.ui.visit.changes import Change, NewId

KINDS = (
    Observation, Worry, WorryUpdate, Measure, Opinion, Stay, Partnership, Person, Address, Plan, Professional,
)  # fmt: skip


class Noted(Struct, frozen=True, kw_only=True):
    """Something seen, told or read. `about`: a child or a person. `on`: the day, where it is not the contact's."""

    text: str
    source: Source
    by: str = ""
    about: str = ""
    topic: Topic | None = None
    tone: Tone | None = None
    on: Day | None = None
    change_for_child: bool = False
    cooperative: bool = False


class Brought(Struct, frozen=True, kw_only=True):
    """A worry that somebody brought."""

    by: str
    text: str
    about: str = ""
    first_hand: Truth = "unknown"
    read_back: Truth = "unknown"
    called: WorryLabel | None = None


def particulars_of(draft: Draft) -> tuple[AnyItem, ...]:
    """What the draft holds of these, in order."""
    return tuple(one for one in draft.items if isinstance(one, KINDS) and not _elsewhere(one))


def _elsewhere(item: AnyItem) -> bool:
    """Harm that a child told stands with the child, a colleague with the joint visit, who was there with the others."""
    if isinstance(item, Professional):
        return bool(item.member)
    if isinstance(item, Person):
        return not item.male_carer
    return isinstance(item, Observation) and item.topic == "child_tells"


def without(item: str) -> Change:
    """Take one back; it was never signed. Whoever was named for it alone goes with it."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        gone = next((one for one in draft.items if one.id == item), None)
        if isinstance(gone, Person) and _needed(draft, gone.id):
            return draft.with_item(replace(gone, male_carer=False))
        draft = draft.without_item(item)
        for one in draft.of(Correction):
            draft = draft.without_item(one.id) if one.by == item else draft
        named = gone.person if isinstance(gone, Stay | Partnership) else gone.by if isinstance(gone, Opinion) else ""
        here = any(isinstance(one, Person | Professional) and one.id == named for one in draft.items)
        return draft.without_item(named) if here and not _needed(draft, named) else draft

    return change


def _needed(draft: Draft, named: str) -> bool:
    if named in (*draft.contact.present, *draft.contact.attended, *draft.contact.also_by):
        return True
    others = (one for one in draft.items if not isinstance(one, Person | Professional | Correction))
    return any(named in (getattr(one, "by", ""), getattr(one, "person", ""), getattr(one, "about", ""),
                         getattr(one, "partner_of", "")) for one in others)  # fmt: skip


def noted(what: Noted) -> Change:
    """Something seen, told or read. Nothing happens without words."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        if not what.text.strip():
            return draft
        return draft.with_item(
            Observation(
                id=new_id(), contact=draft.contact.id, text=what.text.strip(), source=what.source, by=what.by,
                about=what.about, topic=what.topic, tone=what.tone, on=what.on,
                change_for_child=what.change_for_child, cooperative=what.cooperative,
            )
        )  # fmt: skip

    return change


def brought(what: Brought) -> Change:
    """A worry. Nothing happens without somebody who brought it."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        if not what.by.strip():
            return draft
        return draft.with_item(
            Worry(
                id=new_id(), contact=draft.contact.id, by=what.by.strip(), about=what.about, text=what.text.strip(),
                first_hand=what.first_hand, read_back=what.read_back, called=what.called,
            )
        )  # fmt: skip

    return change


def became_of(worry: str, called: WorryLabel | None, withdrawn: Truth, spoken_to: Truth, words: str) -> Change:
    """What became of an earlier worry."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        update = WorryUpdate(
            id=new_id(), contact=draft.contact.id, worry=worry, called=called, withdrawn=withdrawn,
            spoken_to=spoken_to, text=words.strip(),
        )  # fmt: skip
        return draft.with_item(update)

    return change


def measured(child: str, what: MeasureOf, value: float, centile: str, by: str) -> Change:
    """A weight, height or head."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        return draft.with_item(
            Measure(
                id=new_id(), contact=draft.contact.id, child=child, what=what, value=value, centile=centile.strip(),
                by=by,
            )
        )  # fmt: skip

    return change


def health_says(mark: str, by: str, says: OpinionSays, knew: Truth, words: str, *, known: bool) -> Change:
    """What somebody of health says a mark is. `known`: `by` is a professional of the case, else their name."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        who = by
        if not known:
            doctor = Professional(id=new_id(), sector="health", name=by.strip())
            draft, who = draft.with_item(doctor), doctor.id
        day = draft.contact.date
        opinion = Opinion(id=new_id(), mark=mark, by=who, says=says, date=day, knew_history=knew, text=words.strip())
        return draft.with_item(opinion)

    return change


def _person(draft: Draft, new_id: NewId, who: str, relation: str, *, known: bool) -> tuple[Draft, str]:
    if known:
        return draft, who
    here = next((one for one in draft.of(Person) if one.name.casefold() == who.strip().casefold()), None)
    if here is not None:  # named at this visit already, as somebody who was there
        return draft, here.id
    person = Person(id=new_id(), name=who.strip(), relation=relation.strip())
    return draft.with_item(person), person.id


def moved_in(who: str, relation: str, since: Day | None, *, known: bool) -> Change:
    """Somebody lives in the home. `known`: `who` is a person of the case, else their name."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        draft, person = _person(draft, new_id, who, relation, known=known)
        return draft.with_item(Stay(id=new_id(), person=person, since=since or draft.contact.date))

    return change


def moved_out(who: str, until: Day | None, stays: tuple[Stay, ...], reason: str) -> Change:
    """Somebody does not live in the home any more; nobody knows since when, where no day is said.

    `stays`: those of the case that have no end yet; each gets one, by a correction with its reason.
    """

    def change(draft: Draft, new_id: NewId) -> Draft:
        ended = {"until": until, "until_unknown": until is None}
        if not stays:
            return draft.with_item(Stay(id=new_id(), person=who, **ended))  # type: ignore[arg-type]  # fields by name
        for stay in stays:
            instead = replace(stay, id=new_id(), **ended)
            correction = Correction(id=new_id(), of=stay.id, by=instead.id, reason=reason)
            draft = draft.with_item(instead).with_item(correction)
        return draft

    return change


def partners(who: str, relation: str, of: str, *, known: bool) -> Change:
    """Two people are said to be partners."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        draft, person = _person(draft, new_id, who, relation, known=known)
        return draft.with_item(Partnership(id=new_id(), person=person, partner_of=of))

    return change


def looks_after(case: Case, who: str, relation: str, reason: str) -> Change:
    """A man looks after the children. `who`: a person of the case, which is corrected with the reason, else a name."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        recorded = case.people.get(who)
        if recorded is None:
            draft, person = _person(draft, new_id, who, relation, known=False)
            here = next(one for one in draft.of(Person) if one.id == person)
            return draft.with_item(replace(here, male_carer=True))
        of = case.newest_id(who)
        if recorded.male_carer or any(one.of == of for one in draft.of(Correction)):
            return draft
        said = replace(recorded, id=new_id(), male_carer=True)
        return draft.with_item(said).with_item(Correction(id=new_id(), of=of, by=said.id, reason=reason))

    return change


def new_address(label: str, since: Day | None, safety: str, keep_from: tuple[str, ...]) -> Change:
    """The family lives at another address, or has one more. `keep_from`: people who must not learn it."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        day = since or draft.contact.date
        return draft.with_item(
            Address(id=new_id(), label=label.strip(), since=day, safety=safety.strip(), keep_from=keep_from)
        )

    return change


def plan_begins(children: tuple[str, ...], kind: PlanKind, every: int | None, since: Day | None) -> Change:
    """A plan or an order holds for these children."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        for child in children:
            day = since or draft.contact.date
            draft = draft.with_item(Plan(id=new_id(), child=child, kind=kind, visit_every_days=every, since=day))
        return draft

    return change


def plan_ends(plans: tuple[Plan, ...], until: Day | None, reason: str) -> Change:
    """These do not hold any more: each is corrected, with its reason."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        for plan in plans:
            instead = replace(plan, id=new_id(), until=until or draft.contact.date)
            correction = Correction(id=new_id(), of=plan.id, by=instead.id, reason=reason)
            draft = draft.with_item(instead).with_item(correction)
        return draft

    return change


def works_with(name: str, role: str, agency: str, sector: Sector) -> Change:
    """Somebody works with the family. Nothing happens without a name or a role."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        if not (name.strip() or role.strip()):
            return draft
        one = Professional(id=new_id(), name=name.strip(), role=role.strip(), agency=agency.strip(), sector=sector)
        return draft.with_item(one)

    return change
