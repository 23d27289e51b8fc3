"""What people made of it: worries and how they were labelled, views, decisions, answers to questions, reviews."""

from datetime import date

from msgspec import Struct

from visitapp.domain.codes import AnswerHow, ParentsViewAbout, Truth, WorryLabel
from visitapp.domain.item import Item


class Worry(Item, frozen=True, kw_only=True, tag="worry"):
    """A worry somebody brought (`by`: person, professional or plain words). `called`: how it was labelled at once."""

    contact: str
    by: str
    about: str = ""
    text: str = ""
    first_hand: Truth = "unknown"
    read_back: Truth = "unknown"
    called: WorryLabel | None = None


class WorryUpdate(Item, frozen=True, kw_only=True, tag="worry_update"):
    """What became of a worry: labelled, withdrawn, or its bringer spoken to."""

    contact: str
    worry: str
    called: WorryLabel | None = None
    withdrawn: Truth = "unknown"
    spoken_to: Truth = "unknown"
    text: str = ""


class View(Item, frozen=True, kw_only=True, tag="view"):
    """What one person thought on that day (`holds`: words or a code) and the other explanations. Never overwritten.

    `changed`: the line that ends every visit, "does today change your view?", with `why` in one line.
    `supersedes`: earlier views by the same person that this one answers for.
    """

    contact: str = ""
    holds: str = ""
    rivals: tuple[str, ...] = ()
    by: str = ""
    protective: str = ""
    changed: str = ""
    why: str = ""
    would_change_it: str = ""
    sits_badly: str = ""
    would_expect: str = ""
    seen_just_before: str = ""
    supersedes: tuple[str, ...] = ()


class ParentsView(Item, frozen=True, kw_only=True, tag="parents_view"):
    """What a parent thinks of the worry, the plan or the record, and what they were told we would write."""

    contact: str
    by: str
    text: str
    about: ParentsViewAbout | None = None
    told_what_we_write: Truth = "unknown"
    agrees: Truth = "unknown"


class Action(Item, frozen=True, kw_only=True, tag="action"):
    """Something somebody will do, by when, for which children. `ours`: we promised it."""

    contact: str
    what: str
    who: str
    by: date | None = None
    about: tuple[str, ...] = ()


class ActionUpdate(Item, frozen=True, kw_only=True, tag="action_update"):
    """Whether an action was done, and why not."""

    contact: str
    action: str
    done: Truth = "unknown"
    why: str = ""


class NextVisit(Item, frozen=True, kw_only=True, tag="next_visit"):
    """By when the next visit is to be, and by whom."""

    contact: str
    by: date | None = None
    who: str = ""


class Told(Item, frozen=True, kw_only=True, tag="told"):
    """That somebody was told something: who, when (date and time as said), how, about which marks or child.

    `card`: the question's card on which it was said, whose answer it is too.
    """

    contact: str
    who: str
    role: str = ""
    at: str = ""
    how: str = ""
    about: tuple[str, ...] = ()
    said: str = ""
    agreed: str = ""
    card: str = ""


class Dissent(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody who saw a decision differently, in their words."""

    by: str = ""
    text: str = ""


class Decision(Item, frozen=True, kw_only=True, tag="decision"):
    """A decision, with reasons, and who saw it differently. `about`: the record or item that it answers."""

    what: str
    contact: str = ""
    why: str = ""
    by: str = ""
    dissent: tuple[Dissent, ...] = ()
    about: str = ""


class Answer(Item, frozen=True, kw_only=True, tag="answer"):
    """What became of a question at a contact. `about`: the ids that the question was about. `answers`: a question back.

    `wording` is the id of the sentence that was shown, `card` the card that it stood on, `bank` the bank's version.
    `today`: the card asked to act today.
    """

    question: str
    contact: str = ""
    how: AnswerHow = "answered"
    about: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    text: str = ""
    reason: str = ""
    defer_to: date | None = None
    told_who: str = ""
    told_at: str = ""
    card: str = ""
    wording: str = ""
    bank: str = ""
    answers: str = ""
    today: bool = False


class QuestionBack(Item, frozen=True, kw_only=True, tag="question_back"):
    """A question from a reader of a visit to its writer: the first prompt of the next visit. `to`: a member."""

    text: str
    contact: str
    to: str = ""
    by: str = ""
    children: tuple[str, ...] = ()


class ReadBy(Item, frozen=True, kw_only=True, tag="read_by"):
    """That somebody read a visit through. `record`: the record that was open before them."""

    contact: str
    record: str
    by: str = ""


class Reply(Item, frozen=True, kw_only=True, tag="reply"):
    """A short reply to a visit: `good_catch`, `lets_talk` (`when`), `i_take_this_on`, `i_see_it_differently`."""

    contact: str
    what: str
    text: str = ""
    when: str = ""
    by: str = ""


class CoSignature(Item, frozen=True, kw_only=True, tag="co_signature"):
    """That a colleague who was there signs a visit too. `record`: the record of it that they read. `by`: a member.

    `differs`: what they remember differently, in their words. It stands beside the visit and changes nothing in it.
    """

    contact: str
    record: str
    by: str
    differs: str = ""
