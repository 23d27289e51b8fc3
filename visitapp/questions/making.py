"""Makes a due question of a way that holds and the subjects for which it holds."""

from typing import Any

from visitapp.questions.bank import CompiledWay
from visitapp.questions.bankfile import Question
from visitapp.questions.beside import notes
from visitapp.questions.due import Due
from visitapp.questions.known import Known
from visitapp.questions.marks import MarkSubject, mark_of
from visitapp.questions.notfound import ReportSubject
from visitapp.questions.subjects import Evidence, Subject
from visitapp.words import OWN, Text

MARKS = "marks"
_NONE = Evidence()


class Raised:
    """A way that holds for a subject, not yet put into words. `holding`: as it is now first, then as it was.

    `about` and `step`: what makes it the same question, and with what it came up.
    """

    __slots__ = ("about", "children", "compiled", "evidence", "holding", "step")

    def __init__(self, compiled: CompiledWay, holding: list[Subject]) -> None:
        self.compiled = compiled
        self.holding = holding
        subject = holding[0]
        self.evidence = _evidence(compiled, subject)
        self.children = subject.children
        own = self.evidence.about if self.evidence.about is not None else subject.about
        self.about = subject.children if compiled.question.about == "child" else own
        step = self.evidence.step
        self.step = step if step is not None else min(one.step for one in holding)

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """As of the due question."""
        return (self.compiled.question.id, self.about)


def make(raised: Raised, known: Known) -> Due:
    """The due question.

    The argument `n` chooses between one child and several in the wording, so the reason, always about one, has none.
    """
    question, way, subject = raised.compiled.question, raised.compiled.way, raised.holding[0]
    args = {**subject.args(), **raised.evidence.args}
    matter = way.matter or question.matter
    return Due(
        question=question.id,
        tier=way.tier,
        when=way.act,
        subject=subject.kind,
        matter=matter,
        children=raised.children,
        about=raised.about,
        why=worded(question, way.why, {name: value for name, value in args.items() if name != "n"}),
        because=because_of(raised, known),
        rules=_rules(raised.holding, raised.about, known),
        first=way.first,
        card=_card(matter, question.id, subject, raised.about, known, apart=question.apart),
        wording=tuple(worded(question, one, args) for one in way.wording or question.wording),
        say=_said(question, way.say or question.say, args),
        mind=_said(question, way.mind or question.mind, {}),
        field=question.field,
        source=question.source,
        notes=_notes(raised.holding, raised.about, known),
    )


def worded(question: Question, id: str, args: dict[str, Any]) -> Text:  # noqa: A002  # the field's word
    """A sentence of a question: in the organisation's own words where it has any, else the catalogue's."""
    return Text(id, {**args, OWN: question.own[id]}) if id in question.own else Text(id, args)


def _said(question: Question, id: str, args: dict[str, Any]) -> Text | None:  # noqa: A002  # the field's word
    return worded(question, id, args) if id else None


def _evidence(compiled: CompiledWay, subject: Subject) -> Evidence:
    """What the facts of the condition rest on, together. The first that names things or a step decides those."""
    told = [tell(subject) for tell in compiled.tells]
    if not told:
        return _NONE
    args: dict[str, Any] = {}
    for one in reversed(told):
        args |= one.args
    return Evidence(
        tuple(contact for one in told for contact in one.because),
        args,
        next((one.about for one in told if one.about is not None), None),
        next((one.step for one in told if one.step is not None), None),
    )


def because_of(raised: Raised, known: Known) -> tuple[str, ...]:
    """The records that it rests on, in the order in which they became known."""
    return _in_order(known, (*raised.holding[0].because, *raised.evidence.because))


def _in_order(known: Known, because: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in the order in which they became known."""
    places = {one: known.shelf.contact_at(one) for one in because if one}
    return tuple(sorted(places, key=lambda one: -1 if (place := places[one]) is None else place))


def _marks(holding: list[Subject], about: tuple[str, ...], known: Known) -> list[MarkSubject]:
    """The marks that it rests on."""
    marks = [one for one in holding if isinstance(one, MarkSubject)]
    return marks or [mark_of(known, one, known.sightings[one][0]) for one in about if one in known.sightings]


def _rules(holding: list[Subject], about: tuple[str, ...], known: Known) -> tuple[str, ...]:
    """The injury rules that speak on them."""
    return tuple(dict.fromkeys(rule for one in _marks(holding, about, known) for rule in one.rules))


def _notes(holding: list[Subject], about: tuple[str, ...], known: Known) -> tuple[Text, ...]:
    """What is said beside them, each once."""
    found: list[Text] = []
    for one in (*_marks(holding, about, known), *(one for one in holding if isinstance(one, ReportSubject))):
        found += [note for note in notes(one) if note not in found]
    return tuple(found)


def _card(
    matter: str, question: str, subject: Subject, about: tuple[str, ...], known: Known, *, apart: bool = False
) -> str:
    """Marks: a card a child and contact, that of the newest mark. Else a card a matter, children named together.

    `apart`: a card a matter and subject.
    """
    if apart:
        return f"{matter}-{subject.id}"
    if matter != MARKS:
        return matter
    if isinstance(subject, ReportSubject):
        return f"{subject.children[0]}-{MARKS}-{subject.mark.contact}"
    marks = [subject.id] if isinstance(subject, MarkSubject) else [one for one in about if one in known.sightings]
    firsts = [known.sightings[one][0] for one in marks]
    if not firsts or not subject.children:
        return f"{'-'.join(subject.children)}-{question}"
    newest = max(firsts, key=lambda one: one.at)
    return f"{subject.children[0]}-{MARKS}-{newest.item.contact}"
