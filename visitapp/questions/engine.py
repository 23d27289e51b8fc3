"""Which questions are due: every subject's facts against the bank's conditions, at a point of what is known.

`ask` sees the log and the open draft alike: pass a Case of both. Nothing is stepped through: an act-today question that
came up with what was known then stays due, because a subject is also looked at as it was then (`earlier_sights`); and
whether a question is carried is asked of the same code at the end of the contact before.
"""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from visitapp.domain.case import Case
from visitapp.domain.organisation import Thresholds
from visitapp.questions.answers import Answers, questions_back
from visitapp.questions.bank import Bank, CompiledWay, Outcome, Question
from visitapp.questions.due import Due
from visitapp.questions.known import Known
from visitapp.questions.making import Raised, because_of, make
from visitapp.questions.shelf import Shelf
from visitapp.questions.subjects import Subject
from visitapp.questions.vocabulary import KINDS, setting_values
from visitapp.words import Names, text


def ask(
    case: Case,
    today: date,
    bank: Bank,
    thresholds: Thresholds,
    contact: str | None = None,
    who: str = "",
    known: Known | None = None,
) -> tuple[Due, ...]:
    """Every question that is due on a day, in the order in which it would be offered.

    `contact`: the id of the contact that is being written up or stepped to; None before there is one. `who`: the
    member for whom it is asked; questions that a lead put back to others are left out then. `known`: what is known of
    the case then, where it was laid out already (`known_now`). `shown` is not decided here: see choosing.cards.
    """
    if known is None:
        known = known_now(case, today, thresholds, contact)
    asking = Asking(known, bank)
    raised = asking.raised()
    before = _before(known, contact)
    carried = asking.of(before).carried(raised) if before is not None else set()
    dues = [replace(due, carried=due.key in carried) for due in asking.dues(raised)]
    return tuple(_lead_dues(known, who)) + tuple(sorted(dues, key=lambda due: order(due, bank)))


def known_now(case: Case, today: date, thresholds: Thresholds, contact: str | None = None) -> Known:
    """All that is known of a case on a day, laid out for questions and patterns."""
    shelf = Shelf(case.all_kept)
    return Known(shelf, len(shelf.kept), today, thresholds, contact)


def order(due: Due, bank: Bank) -> tuple[int, bool, bool, bool, int]:
    """Act today, before it is settled, ask now, rotating; carried ones first within each; then as in the bank."""
    return (due.tier, due.when != "today", not due.first, not due.carried, bank.order[due.question])


Key = tuple[str, tuple[str, ...]]
"""What makes it the same question: its id, and the things that it is about."""


class Asking:
    """One asking: what is known, against a bank. `answers`: those known then, where they were sorted already."""

    def __init__(self, known: Known, bank: Bank, answers: Answers | None = None) -> None:
        self.known = known
        self.bank = bank
        self.answers = answers if answers is not None else Answers(known, bank.families, bank.with_words)
        self._deciding = bank.deciding(setting_values(known.thresholds))

    def of(self, earlier: Known) -> "Asking":
        """The same asked of what was known earlier."""
        return Asking(earlier, self.bank, self.answers if earlier.upto == self.known.upto else None)

    def raised(self) -> list[Raised]:
        """All that is due, not yet in words."""
        return [
            raised
            for kind in KINDS
            if kind in self.bank.ways
            for one in self._deciding.find(kind, self.known)
            for raised in self._of(one)
        ]

    def dues(self, raised: Iterable[Raised]) -> list[Due]:
        """In words; the same question about the same things once, as urgent as the most urgent of them."""
        same: dict[Key, list[Raised]] = {}
        for one in raised:
            same.setdefault(one.key, []).append(one)
        return [self._due_of(together) for together in same.values()]

    def _due_of(self, together: list[Raised]) -> Due:
        most_urgent = min(together, key=lambda one: one.compiled.way.tier)
        due = self._left(make(most_urgent, self.known), most_urgent.step)
        if len(together) == 1:
            return due
        because = (contact for one in together for contact in because_of(one, self.known))
        return replace(due, because=tuple(dict.fromkeys(because)))

    def carried(self, later: Iterable[Raised]) -> set[Key]:
        """The keys of what is due later and here too, looking only at the subjects of what is due later."""
        keys: dict[str, dict[str, set[Key]]] = {}
        for one in later:
            keys.setdefault(one.holding[0].kind, {}).setdefault(one.holding[0].id, set()).add(one.key)
        wanted = {key for of_kind in keys.values() for of_one in of_kind.values() for key in of_one}
        here = [
            (subject, of_kind[subject.id])
            for kind, of_kind in keys.items()
            for subject in self._deciding.find(kind, self.known)
            if subject.id in of_kind
        ]
        found: set[Key] = set()
        left: list[Subject] = []
        for subject, own in here:
            if own <= found:  # Many things raise one question: mostly the first of them tells already.
                left.append(subject)
            else:
                found.update(raised.key for raised in self._of(subject))
        for subject in left:
            missing = {question for question, _ in wanted - found}
            if not missing.isdisjoint(self.bank.raises[subject.kind]):
                found.update(raised.key for raised in self._of(subject))
        return found & wanted

    def _outcome(self, subject: Subject) -> Outcome:
        reads = self.bank.reading[subject.kind]
        values = [None if costly else read(subject) for read, costly in reads]
        outcome = self._deciding.outcome(subject.kind, values)
        if not outcome.open:
            return outcome
        values = [read(subject) if costly else value for value, (read, costly) in zip(values, reads, strict=True)]
        return self._deciding.outcome(subject.kind, values)

    def _of(self, subject: Subject) -> list[Raised]:
        now = self._outcome(subject)
        sights = subject.earlier_sights() if subject.kind in self.bank.latching else ()
        if not now.ways and not sights:
            return []
        then = [(sight, self._outcome(sight)) for sight in sights]
        raised: dict[str, None] = dict.fromkeys(now.questions)
        raised |= {one.question.id: None for _, seen in then for one, holds in seen.ways if holds and one.way.tier == 0}
        found: list[Raised] = []
        for id_ in raised:
            if id_ in now.quiet:
                continue
            question = self.bank.questions[id_]
            last = -1
            if (id_, subject.kind) in self.bank.counted and self.answers.any_for(id_):
                last = self.answers.last(id_, subject.about, subject.children)
            if last < 0:
                found += self._raised(question, subject, now, then)
            else:
                later = subject.answered_at(last)
                seen = [(sight, self._outcome(sight)) for sight in later.earlier_sights()]
                found += self._raised(question, later, self._outcome(later), seen)
        return found

    def _raised(
        self, question: Question, subject: Subject, now: Outcome, then: list[tuple[Subject, Outcome]]
    ) -> list[Raised]:
        """What one question makes of a subject: itself, or the questions that it has to ask first, or nothing."""
        undecided: list[CompiledWay] = []
        ways = now.questions.get(question.id)
        if ways is None:  # it only held of an earlier sight
            ways = [(one, False) for one in self.bank.ways[subject.kind] if one.question is question]
        for compiled, holds in ways:
            holding = [subject] if holds is True else []
            if compiled.way.tier == 0:
                holding += [sight for sight, seen in then if any(one is compiled and held for one, held in seen.ways)]
            if holding or (holds is None and compiled.way.unknown == "due"):
                return self._due(compiled, holding or [subject])
            if holds is None and compiled.way.unknown == "ask":
                undecided.append(compiled)
        return [raised for compiled in undecided for raised in self._first(compiled, subject, now)]

    def _due(self, compiled: CompiledWay, holding: list[Subject]) -> list[Raised]:
        raised = Raised(compiled, holding)
        return [] if compiled.way.again == "once" and self._over(raised) else [raised]

    def _over(self, raised: Raised) -> bool:
        question, words = raised.compiled.question, raised.compiled.way.tier == 0
        return self.answers.ended(
            question.id, raised.about, raised.children, raised.step, told=question.told, words=words
        )

    def _left(self, due: Due, step: int) -> Due:
        """With how often it was left open, and to when it was put off."""
        times = self.answers.left_open(due.question, due.about, due.children, step)
        put_off = self.answers.put_off(due.question, due.about, due.children, step) if due.tier > 0 else None
        if put_off is not None and put_off <= self.known.today:
            put_off = None
        to_lead = times >= self.known.thresholds.carries and due.when != "today"
        return replace(due, to_lead=to_lead, put_off=put_off)

    def _first(self, compiled: CompiledWay, subject: Subject, now: Outcome) -> list[Raised]:
        """The questions that find out what an undecided condition lacks."""
        lacking = [fact for fact in compiled.asks if fact.read(subject) is None]
        found = []
        for id_ in dict.fromkeys(asked for fact in lacking for asked in fact.asked_by):
            if id_ in now.quiet or self.bank.questions[id_].retired:
                continue
            raised = Raised(compiled.firsts[id_], [subject])
            if not self._over(raised):
                found.append(raised)
        return found


def _before(known: Known, contact: str | None) -> Known | None:
    """The case as it was at the end of the contact before this one, on the day on which that became known."""
    earlier = list(known.shelf.contact_ids())
    at = known.shelf.contact_at(contact) if contact else None
    if at is not None:
        earlier = [one for one in earlier if (known.shelf.contact_at(one) or 0) < at]
    if not earlier:
        return None
    last = earlier[-1]
    where = known.shelf.contact_at(last) or 0
    day = known.shelf.kept[where].known_on or known.today
    return known.earlier(known.shelf.end_of_step(last), day, last)


def _lead_dues(known: Known, who: str) -> list[Due]:
    """The questions that a lead put back and no answer ends yet: the first prompts."""
    members = {one.member: one.called for one in known.professionals.values() if one.member}
    found = []
    for one in questions_back(known):
        item = one.item
        if who and item.to not in ("", who):
            continue
        id_ = known.root(item.id)
        name = members.get(item.by)
        meeting = known.meeting(item.contact)
        day = meeting.day if meeting is not None else one.kept.date
        by = name if name else text("ask.lead.somebody")
        children = tuple(known.root(child) for child in item.children)
        names = Names(known.called(child) for child in children)
        wording = text("ask.lead", who=by, question=item.text)
        why = text("ask.why.lead.children" if names else "ask.why.lead", date=day, children=names)
        found.append(
            Due(
                question=f"lead:{id_}",
                tier=1,
                subject="lead",
                matter=f"lead:{id_}",
                children=children,
                about=(id_,),
                why=why,
                because=(item.contact,) if item.contact else (),
                carried=one.at < (known.current.at if known.current else known.upto),
                card=f"lead:{id_}",
                wording=(wording,),
                field="",
                source="",
            )
        )
    return found
