"""The product's list with an organisation's changes in it. Pure. What finds no place any more is reported, not lost."""

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.checklist import Changes, OwnQuestion, Retired, Reworded
from visitapp.questions.bank import Bank, compile_file
from visitapp.questions.bankfile import BankFile, Flaw, Question, Way
from visitapp.words import Text, text


class Left(Struct, frozen=True):
    """A change that does nothing now: the question that it is about, its words, and why it has no place."""

    question: str
    words: str
    why: Text


class Changed(Struct, frozen=True):
    """The list that holds, and those of the changes that do nothing now."""

    file: BankFile
    bank: Bank
    left: tuple[Left, ...] = ()


def as_question(own: OwnQuestion) -> Question:
    """A question that the organisation added, in the form of the bank."""
    words, why = f"own.{own.id}", f"own.{own.id}.why"
    way = Way(subject=own.subject, condition=own.condition, tier=own.tier, why=why, act=own.act, unknown=own.unknown)
    return Question(
        id=own.id, group=own.group, matter=own.id, source=own.source, wording=(words,), ways=(way,),
        own={words: own.words, why: own.why},
    )  # fmt: skip


def check_own(own: OwnQuestion, product: BankFile) -> None:
    """Raises Flaw unless the question can stand in the list."""
    if any(one.id == own.id for one in product.questions):
        raise Flaw(own.id, "id", text("bank.why.twice"))
    if not own.words.strip():
        raise Flaw(own.id, "wording", text("bank.why.no_wording"))
    if not own.why.strip():
        raise Flaw(own.id, "why", text("bank.why.no_why"))
    compile_file(BankFile("", "", (as_question(own),)))


def changed(product: BankFile, changes: Changes, version: str) -> Changed:
    """The organisation's list over the product's. Raises Flaw only where the product's own does not compile."""
    left: list[Left] = []
    questions = {one.id: one for one in product.questions}
    for own in changes.added:
        try:
            check_own(own, product)
        except Flaw as flaw:
            left.append(Left(own.id, own.words, flaw.why))
        else:
            questions[own.id] = as_question(own)
    for reworded in changes.reworded:
        left += _reword(questions, reworded)
    for retired in changes.retired:
        left += _retire(questions, retired)
    file = replace(product, version=version, questions=tuple(questions.values()))
    return Changed(file, compile_file(file), tuple(left))


def _reword(questions: dict[str, Question], change: Reworded) -> list[Left]:
    question = questions.get(change.question)
    if question is None or change.sentence not in question.sentences():
        return [Left(change.question, change.words, text("checklist.left.gone"))]
    questions[change.question] = replace(question, own={**question.own, change.sentence: change.words})
    return []


def _retire(questions: dict[str, Question], change: Retired) -> list[Left]:
    question = questions.get(change.question)
    if question is None:
        return [Left(change.question, change.reason, text("checklist.left.gone"))]
    questions[change.question] = replace(question, retired=True)
    return []
