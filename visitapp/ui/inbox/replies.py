"""What a lead may say to a visit: a question back, a short reply, a decision. The form, its checks, its words."""

from msgspec import Struct

from visitapp.words import Text, text

REPLIES = ("good_catch", "lets_talk", "i_take_this_on", "i_see_it_differently", "decision")

# The fields of each, in order: (field, the sentence that is said when it is empty; "" where it may be).
FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "question": (("question", "lead.no_question"),),
    "good_catch": (("good_catch", "lead.reply_words"),),
    "lets_talk": (("when", "lead.reply_when"), ("talk", "")),
    "i_take_this_on": (("take_on", ""),),
    "i_see_it_differently": (("differently", "lead.reply_words"),),
    "decision": (("decision", "lead.no_decision"), ("reasons", "lead.no_reasons"), ("dissent", "")),
}
ONE_LINE = ("when",)


class Typed(Struct, frozen=True):
    """What is to be signed. `what`: question, decision or the code of a reply. `children`: whom a question is about."""

    what: str
    values: dict[str, str]
    children: tuple[str, ...] = ()

    def of(self, field: str) -> str:
        """What stands in a field, without the space around it."""
        return self.values.get(field, "").strip()


def wrong(typed: Typed) -> tuple[tuple[str, Text], ...]:
    """What has to be filled in first, by field."""
    return tuple((field, text(empty)) for field, empty in FIELDS[typed.what] if empty and not typed.of(field))
