"""Which questions a visit shows: cards are counted, not rules.

A question back from the lead comes first. Act-today cards are all listed. Then up to five cards in all (a setting), at
most two of the rotating kind; carried ones first. What was chosen at Prepare is kept, in its wording; what is written
afterwards may add act-today, before-settled and ask-now cards only. Cards answered at this visit still count.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.case import Case
from visitapp.domain.draft import Prompt
from visitapp.domain.judgement import Answer
from visitapp.domain.organisation import Thresholds
from visitapp.questions.answers import ends
from visitapp.questions.bank import Bank
from visitapp.questions.due import Due
from visitapp.words import Names, Text, text

REST_AFTER_WORDS = 2
"""A rotating question that was given words rests so many contacts longer than one that was left open."""


ON_THE_CARD = frozenset({"child.born", "child.milestones", "mark.kind", "mark.region"})
"""The fields that are filled on the card itself: there is none on the way that may just not have been reached."""


class Asked(Struct, frozen=True):
    """How often a question was asked, at which contact last (counted from the first), and whether words came."""

    times: int = 0
    last: int = -1
    words: bool = False


class History(Struct, frozen=True):
    """What became of the questions so far. `here`: keys of the cards answered at the contact being written up."""

    asked: dict[str, Asked] = {}
    here: frozenset[str] = frozenset()

    def offered(self, questions: Sequence[str], contact: int) -> "History":
        """With questions that were shown at a contact and left open."""
        asked = dict(self.asked)
        for one in questions:
            known = asked.get(one, Asked())
            asked[one] = Asked(known.times + 1, contact, known.words)
        return replace(self, asked=asked)


class Card(Struct, frozen=True, kw_only=True):
    """What the worker sees: one matter, with the questions that stand on it, the most urgent first.

    `wording` is the question; `more` what the others on the card ask beside it; `say` may be said aloud; `mind` is a
    short line without names; `field` the field on the screen that answers it. `rules`: the injury rules that spoke.
    """

    key: str
    tier: int
    today: bool
    children: tuple[str, ...]
    dues: tuple[Due, ...]
    wording: Text
    why: tuple[Text, ...]
    more: tuple[Text, ...] = ()
    say: Text | None = None
    mind: Text | None = None
    field: str = ""
    sources: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    carried: bool = False


def history(case: Case, contact: str | None = None) -> History:
    """The history of a case's answers, up to the contact that is being written up."""
    place = {one.id: number for number, one in enumerate(case.contacts)}
    times: Counter[str] = Counter()
    last: dict[str, int] = {}
    newest: dict[str, Answer] = {}
    here = set()
    for answer in case.of(Answer):
        if contact and answer.contact == contact:
            if ends(answer) or answer.how == "deferred":
                here.add(answer.card)
            continue
        question = answer.question
        times[question] += 1
        newest[question] = answer
        if answer.contact in place:
            last[question] = place[answer.contact]
    asked = {one: Asked(times[one], last.get(one, -1), ends(answer)) for one, answer in newest.items()}
    return History(asked, frozenset(here - {""}))


class Offer(Struct, frozen=True):
    """What is put to the worker: the cards, and beside each mark about which none is shown, by its id, what is said."""

    cards: tuple[Card, ...]
    beside: dict[str, tuple[Text, ...]] = {}


def cards(
    dues: Sequence[Due],
    bank: Bank,
    thresholds: Thresholds,
    prompts: Sequence[Prompt] = (),
    history: History | None = None,
    *,
    writing: bool = False,
) -> tuple[Card, ...]:
    """The cards to show, in order. `prompts`: what was chosen at Prepare; empty while choosing.

    `writing`: the note is not finished, so a new card that a field on the screen answers is not shown yet: its field
    may just not have been reached. At signing it comes if the field is still empty.
    """
    so_far = history if history is not None else History()
    kept = {prompt.card: prompt.wording for prompt in prompts}
    every = [card for card in _cards(dues, bank, so_far, kept) if not writing or card.key in kept or not _early(card)]
    ranked = sorted(every, key=lambda card: _rank(card, bank, so_far))
    always = {card.key for card in ranked if card.dues[0].from_lead or card.today}
    answered = so_far.here - {card.key for card in every}
    room = thresholds.cards - len(always) - len(answered)
    rotating = thresholds.rotating_cards
    chosen = set(always)
    for card in sorted(ranked, key=lambda card: card.tier > 0 and card.key not in kept):
        may_rotate = card.tier < 2 or (rotating > 0 and (not prompts or card.key in kept))
        if card.key in always or room <= 0 or not may_rotate:
            continue
        chosen.add(card.key)
        room -= 1
        rotating -= card.tier == 2
    return _placed([card for card in ranked if card.key in chosen], so_far)


def shown(dues: Sequence[Due], chosen: Sequence[Card]) -> tuple[Due, ...]:
    """All dues, those on the chosen cards marked and first, in the order of the cards."""
    place = {card.key: number for number, card in enumerate(chosen)}
    marked = [replace(due, shown=due.card in place and _nags(due)) for due in dues]
    return tuple(sorted(marked, key=lambda due: (not due.shown, place.get(due.card, 0) if due.shown else 0)))


def prompts(chosen: Sequence[Card]) -> tuple[Prompt, ...]:
    """What a draft keeps of the cards chosen at Prepare."""
    return tuple(Prompt(card.key, tuple(due.question for due in card.dues), _kept_wording(card)) for card in chosen)


def silence() -> Text:
    """What is said where nothing is due."""
    return text("ask.silence")


def _early(card: Card) -> bool:
    """Whether all of it is new with this contact, for a field on the way, and not for today."""
    return card.tier > 0 and all(due.field and due.field not in ON_THE_CARD and not due.carried for due in card.dues)


def _nags(due: Due) -> bool:
    """Whether it may be shown: not put off, and not gone to the lead."""
    return not due.to_lead and due.put_off is None


def _cards(dues: Sequence[Due], bank: Bank, history: History, worded: dict[str, str]) -> list[Card]:
    groups: dict[str, list[Due]] = {}
    for due in dues:
        if _nags(due):
            groups.setdefault(due.card, []).append(due)
    return [_card(key, group, bank, history, worded.get(key, "")) for key, group in groups.items()]


def _card(key: str, group: list[Due], bank: Bank, history: History, worded: str) -> Card:
    group = sorted(group, key=lambda due: (due.tier, due.when != "today", bank.order.get(due.question, -1)))
    first = group[0]
    children = tuple(dict.fromkeys(child for due in group for child in due.children))
    asked: dict[str, Text] = {}
    for due in group:
        asked.setdefault(due.question, _worded(due, group, history, worded))
    others = [said for question, said in asked.items() if question != first.question]
    say = next((due.say for due in group if due.say is not None), None)
    return Card(
        key=key,
        tier=first.tier,
        today=first.today,
        children=children,
        dues=tuple(group),
        wording=_framed(asked[first.question], first),
        why=each_once([*(due.why for due in group), *(note for due in group for note in due.notes)]),
        more=each_once(others),
        say=say,
        mind=first.mind,
        field=first.field,
        sources=tuple(dict.fromkeys(due.source for due in group if due.source)),
        rules=tuple(dict.fromkeys(rule for due in group for rule in due.rules)),
        carried=all(due.carried for due in group),
    )


def each_once(texts: Sequence[Text]) -> tuple[Text, ...]:
    """These without what was said before."""
    found: list[Text] = []
    for one in texts:
        if one not in found:
            found.append(one)
    return tuple(found)


def _worded(due: Due, group: Sequence[Due], history: History, worded: str) -> Text:
    """The question's sentence: in the wording that was kept, else the next in turn; with all its children's names."""
    turn = history.asked.get(due.question, Asked()).times % len(due.wording)
    chosen = next((one for one in due.wording if one.id == worded), due.wording[turn])
    same = [one.wording[0].args.get("children") for one in group if one.question == due.question]
    # A child that the case does not know has no name: "a child".
    names = list(dict.fromkeys(name for known in same if isinstance(known, Names) for name in known))
    if len(names) < 2:
        return chosen
    together = {"child": Names(names), "children": Names(names), "n": len(names)}
    return Text(chosen.id, {**chosen.args, **together})


def _framed(wording: Text, first: Due) -> Text:
    """An injury card begins with 999; what is for today says that signing tells nobody."""
    if first.matter == "marks":
        return text("ask.injury.today" if first.today else "ask.injury", question=wording)
    return text("ask.today", question=wording) if first.today else wording


def _kept_wording(card: Card) -> str:
    inner = card.wording.args.get("question")
    return inner.id if isinstance(inner, Text) else card.wording.id


def _rank(card: Card, bank: Bank, history: History) -> tuple[int, ...]:
    first = card.dues[0]
    place = bank.order.get(first.question, -1)
    if first.from_lead:
        return (-1, 0, 0, place)
    if card.tier == 2:
        asked = history.asked.get(first.question, Asked())
        rested = asked.last + (REST_AFTER_WORDS if asked.words else 0)
        return (2, rested, not card.carried, place)
    return (card.tier, not card.today, not first.first, not card.carried, place)


def _placed(chosen: list[Card], history: History) -> tuple[Card, ...]:
    """Rotating cards vary in place too: every other time the first of them comes before the ask-now cards."""
    rotating = [card for card in chosen if card.tier == 2]
    asked = sum(history.asked.get(card.dues[0].question, Asked()).times for card in rotating)
    if not rotating or asked % 2 == 0:
        return tuple(chosen)
    rest = [card for card in chosen if card is not rotating[0]]
    place = next((number for number, card in enumerate(rest) if card.tier > 0 and not card.dues[0].from_lead), 0)
    return (*rest[:place], rotating[0], *rest[place:])
