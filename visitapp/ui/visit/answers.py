"""What somebody made of a card, as answers in the draft: one for every question that stands on the card."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from visitapp.domain.case import Case
from visitapp.domain.draft import Draft
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Answer, Told
from visitapp.questions.choosing import Card
from visitapp.ui.kit.given import Given
from visitapp.ui.visit.changes import Change, NewId
from visitapp.words import Text

LEAD = "lead:"
_WAYS_WITHOUT_GIVEN = ("offered", "deferred")


def worded(card: Card) -> str:
    """The id of the sentence that was shown; what frames it (ring, 999) is left out."""
    inner = card.wording.args.get("question")
    return inner.id if isinstance(inner, Text) else card.wording.id


def asked(card: Card) -> Text:
    """The question without "signing tells nobody: ring", which an act-today card says by itself."""
    inner = card.wording.args.get("question")
    if not card.today or not isinstance(inner, Text):
        return card.wording
    return Text("ask.injury", {"question": inner}) if card.wording.id == "ask.injury.today" else inner


def of_the_view(card: Card) -> bool:
    """Whether the line "does today change your view?" answers it: it stands beside that line, not in the write-up."""
    return all(due.field.startswith("view.") for due in card.dues)


def of_card(draft: Draft, card: Card) -> tuple[Answer, ...]:
    """The answers that the draft holds for a card: by its key, or for a question about the same things."""
    about = {(due.question, due.about) for due in card.dues}
    return tuple(
        one
        for one in draft.items
        if isinstance(one, Answer) and (one.card == card.key or (one.question, one.about) in about)
    )


def given(draft: Draft, card: Card) -> Given | None:
    """What was made of a card so far, as the card shows it; None while it is open."""
    found = next((one for one in of_card(draft, card) if one.how not in _WAYS_WITHOUT_GIVEN), None)
    if found is None:
        return None
    words = found.text if found.how in ("answered", "told") else found.reason
    told = told_on(draft, card.key)
    if found.how != "told" or told is None:
        return Given(found.how, words, found.told_who, found.told_at)
    return Given("told", words, found.told_who, found.told_at, told.role, told.how)


def told_on(draft: Draft, card: str) -> Told | None:
    """Who was told, as it was said on a card."""
    return next((one for one in draft.items if isinstance(one, Told) and one.card == card), None)


def answered(card: Card, given: Given | None) -> Change:
    """One answer for each question on the card, in the same words; None takes them back.

    Whoever was told is told besides: so that what was said to whom holds for every question, and is typed once.
    """

    def change(draft: Draft, new_id: NewId) -> Draft:
        draft = _told(draft, card, given, new_id)
        known = of_card(draft, card)
        for one in known:
            if given is None or not any((due.question, due.about) == (one.question, one.about) for due in card.dues):
                draft = draft.without_item(one.id)
        if given is None:
            return draft
        ids = {(one.question, one.about): one.id for one in known}
        for answer in answers(card, given, draft, new_id):
            id_ = ids.get((answer.question, answer.about), answer.id)
            draft = draft.with_item(replace(answer, id=id_))
        return draft

    return change


def _told(draft: Draft, card: Card, given: Given | None, new_id: NewId) -> Draft:
    known = told_on(draft, card.key)
    if given is None or given.how != "told" or not given.whom.strip():
        return draft if known is None else draft.without_item(known.id)
    day = draft.contact.last_day()
    about = dict.fromkeys((*(one for due in card.dues for one in due.about), *card.children))
    told = Told(
        id=known.id if known else new_id(),
        contact=draft.contact.id,
        who=given.whom.strip(),
        role=given.role,
        at=f"{day} {given.at}".strip(),
        how=given.by,
        about=tuple(about),
        card=card.key,
    )
    return draft.with_item(told)


def without(draft: Draft) -> Draft:
    """The draft as if nothing had been answered here: questions answered on a card stay on the screen with it."""
    return replace(draft, items=tuple(one for one in draft.items if not _answers(one)))


def _answers(item: AnyItem) -> bool:
    return isinstance(item, Answer) or (isinstance(item, Told) and bool(item.card))


def wrote_same(case: Case, me: str, card: Card, given: Given | None) -> date | None:
    """The last day on which the writer gave the very same words to this question; for their eyes only, kept nowhere."""
    words = _plain(given.words) if given is not None else ""
    if not words:
        return None
    questions = {due.question for due in card.dues}
    same = [
        one.date
        for one in case.kept
        if one.by == me
        and isinstance(one.item, Answer)
        and one.item.question in questions
        and words in (_plain(one.item.text), _plain(one.item.reason))
    ]
    return max(same, default=None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".!? ")


def still_open(draft: Draft, cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards that nothing was made of yet."""
    return tuple(card for card in cards if given(draft, card) is None)


def answers(card: Card, given: Given, draft: Draft, new_id: NewId) -> tuple[Answer, ...]:
    """The answers that one card makes. Words are the answer where it was answered or told, else the reason."""
    spoken = given.how in ("answered", "told")
    return tuple(
        Answer(
            id=new_id(),
            question=due.question,
            contact=draft.contact.id,
            how=given.how,
            about=due.about,
            children=due.children,
            text=given.words if spoken else "",
            reason="" if spoken else given.words,
            told_who=given.whom,
            told_at=given.at,
            card=card.key,
            wording=worded(card),
            bank=draft.bank,
            today=card.today,
            answers=due.question.removeprefix(LEAD) if due.from_lead else "",
        )
        for due in card.dues
    )
