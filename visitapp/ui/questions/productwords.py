"""A question of the product in words: when it comes, its sentences, what is lost when it is asked no more. No Qt."""

from msgspec import Struct

from visitapp.actions.checklist import QuestionRow
from visitapp.ui.questions.words import heading, how
from visitapp.words import Say


class SentenceWords(Struct, frozen=True):
    """A sentence to be put into other words. `product`: the product's, "" where it has none any more."""

    id: str
    label: str
    words: str
    product: str


class ProductWords(Struct, frozen=True, kw_only=True):
    """The page. `facts`: when it comes, how urgent, source. `lost`: what goes with it when it is asked no more."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[SentenceWords, ...]
    retired: str
    lost: str


def product_words(say: Say, row: QuestionRow) -> ProductWords:
    """Everything that the page says."""
    question = row.question
    facts = [(say("product.group"), say(f"checklist.group.{question.group}"))]
    whens = list(zip(question.ways, row.whens, strict=True))
    for number, (way, when) in enumerate(whens, 1):
        label = say("product.when.n", n=number) if len(whens) > 1 else say("product.when")
        facts.append((label, f"{say(when)}. {say(f'checklist.how.{how(way)}')}."))
    if not question.ways:
        facts.append((say("product.when"), say("checklist.when.asked")))
    facts.append((say("product.source"), question.source))
    many = len(row.sentences) > 1
    return ProductWords(
        title=heading(say, row),
        facts=tuple((label, words) for label, words in facts if words),
        sentences=tuple(
            SentenceWords(
                one.id, say("product.sentence.n", n=number) if many else say("product.sentence"), one.words, one.product
            )
            for number, one in enumerate(row.sentences, 1)
        ),
        retired=row.retired,
        lost=say(f"product.lost.{_lost(row)}"),
    )


def _lost(row: QuestionRow) -> str:
    """By its most urgent way: today, settle, or other."""
    acts = {way.act for way in row.question.ways}
    return "today" if "today" in acts else "settle" if "settle" in acts else "other"
