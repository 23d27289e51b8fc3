"""The table of fields, second half: all that was seen, said, thought and decided at a contact."""

from visitapp.domain import codes, contact, judgement, marks
from visitapp.domain.regions import REGIONS
from visitapp.exchange import shapes
from visitapp.exchange.forms import (
    AT,
    DATE,
    DAY,
    FLAG,
    HOURS,
    NUMBER,
    SIZE,
    TRUTH,
    TRUTH_FLAG,
    WHOLE,
    WORDS,
    code,
    list_of,
    one_of,
    one_or_more,
)
from visitapp.exchange.naming import HANDLING, ID, QUESTION, ref
from visitapp.exchange.places import RECORDED, Field, Part, Place, record

CHILD = ref("child")
PERSON = ref("person")
PROFESSIONAL = ref("professional")
ANYBODY = ref("person", "professional", free=True)

HANDLED = Field("handling", list_of(HANDLING))

COVERED = record(
    contact.Covered,
    Field("part", code(codes.BodyPart), required=True),
    Field("by", WORDS),
    Field("asked", TRUTH),
    Field("then_seen", TRUTH),
)

CHILD_SEEN = Place(
    contact.ChildSeen,
    owner="contact",
    fields=(
        Field("child", CHILD, required=True),
        Field("seen", TRUTH),
        Field("alone", TRUTH),
        Field("spoken_to", TRUTH),
        Field("awake", TRUTH),
        Field("undressed", code(codes.Undressed)),
        Field("covered", list_of(COVERED)),
        Field("said_to_be", record(contact.SaidToBe, Field("place", WORDS), Field("by", ANYBODY))),
        Field("words", WORDS),
        Field("question", WORDS),
        Field("wishes", WORDS),
        Field("sleeps_tonight", WORDS),
        Field("interpreter", code(codes.Interpreter)),
        HANDLED,
    ),
)

LOOKED_AT = Place(
    contact.LookedAt,
    owner="contact",
    fields=(
        Field("bedroom", code(codes.Bedroom)),
        Field("rooms_refused", list_of(WORDS)),
        Field("food", TRUTH),
        Field("mouth", TRUTH),
        Field("animal", WORDS),
        Field(
            "parts",
            list_of(
                record(
                    contact.Part,
                    Field("part", code(codes.BodyPart), required=True),
                    Field("how", code(codes.HowSeen)),
                )
            ),
        ),
        HANDLED,
    ),
)

OPINION = Place(
    marks.Opinion,
    owner="mark",
    fields=(
        Field("by", PROFESSIONAL, required=True),
        Field("date", DAY),
        Field("says", code(codes.OpinionSays), required=True),
        Field("knew_history", TRUTH_FLAG),
        Field("recorded_on", RECORDED),
        Field("text", WORDS),
        HANDLED,
    ),
)

MARK = Place(
    marks.Mark,
    kind="mark",
    owner="contact",
    fields=(
        Field("id", ID),
        Field("child", CHILD, required=True),
        Field("region", one_of(REGIONS), required=True),
        Field("side", code(codes.Side)),
        Field("kind", code(codes.MarkKind), required=True),
        Field("pattern", code(codes.Pattern)),
        Field("count", WHOLE),
        Field("areas", WHOLE),
        Field("size_mm", SIZE),
        Field("measured", FLAG),
        Field("text", WORDS),
        Field("certain", FLAG),
        Field("seen_by", ref("person", "professional", word="us")),
        Field("found", code(codes.Found)),
        Field("photograph", code(codes.Photograph)),
        Field("held_by", ANYBODY),
        Field("edges", code(codes.Edges)),
        Field("hours_to_help", HOURS),
        Field("same_as", ref("mark")),
        HANDLED,
    ),
    parts=(Part("opinions", OPINION),),
)

ACCOUNT = Place(
    marks.Account,
    kind="account",
    owner="contact",
    shape=shapes.ACCOUNT,
    fields=(
        Field("id", ID),
        Field("by", ref("person", "professional", spoken=True), required=True),
        Field("to", ANYBODY),
        Field("about", list_of(ref("mark")), always=True),
        Field("cause", code(codes.Cause)),
        Field("text", WORDS),
        Field("verbatim", FLAG),
        Field("same_as", ref("account")),
        Field("accepted", FLAG),
        Field("was_there", TRUTH_FLAG),
        Field("fits", TRUTH),
        HANDLED,
    ),
)

WORRY = Place(
    judgement.Worry,
    kind="worry",
    owner="contact",
    fields=(
        Field("id", ID),
        Field("by", ANYBODY, required=True),
        Field("about", CHILD),
        Field("text", WORDS),
        Field("first_hand", TRUTH_FLAG),
        Field("read_back", TRUTH_FLAG),
        Field("called", code(codes.WorryLabel)),
        HANDLED,
    ),
)

WORRY_UPDATE = Place(
    judgement.WorryUpdate,
    owner="contact",
    fields=(
        Field("worry", ref("worry"), required=True),
        Field("called", code(codes.WorryLabel)),
        Field("withdrawn", TRUTH_FLAG),
        Field("spoken_to", TRUTH_FLAG),
        Field("text", WORDS),
        HANDLED,
    ),
)

OBSERVATION = Place(
    contact.Observation,
    owner="contact",
    fields=(
        Field("about", ref("child", "person")),
        Field("text", WORDS, required=True),
        Field("source", code(codes.Source), required=True),
        Field("by", ref("person", "professional", "child", free=True)),
        Field("tone", code(codes.Tone)),
        Field("topic", code(codes.Topic)),
        Field("change_for_child", FLAG),
        Field("cooperative", FLAG),
        HANDLED,
    ),
)

MEASURE = Place(
    contact.Measure,
    owner="contact",
    fields=(
        Field("child", CHILD, required=True),
        Field("what", code(codes.MeasureOf), required=True),
        Field("value", NUMBER, required=True),
        Field("centile", WORDS),
        Field("by", ANYBODY),
        HANDLED,
    ),
)

PARENTS_VIEW = Place(
    judgement.ParentsView,
    owner="contact",
    fields=(
        Field("by", PERSON, required=True),
        Field("about", code(codes.ParentsViewAbout)),
        Field("text", WORDS, required=True),
        Field("told_what_we_write", TRUTH),
        Field("agrees", TRUTH),
        HANDLED,
    ),
)

ACTION = Place(
    judgement.Action,
    kind="action",
    owner="contact",
    fields=(
        Field("id", ID),
        Field("what", WORDS, required=True),
        Field("who", ANYBODY, required=True),
        Field("by", DATE),
        Field("about", list_of(CHILD)),
        HANDLED,
    ),
)

ACTION_UPDATE = Place(
    judgement.ActionUpdate,
    owner="contact",
    fields=(
        Field("action", ref("action"), required=True),
        Field("done", TRUTH),
        Field("why", WORDS),
        HANDLED,
    ),
)

TOLD = Place(
    judgement.Told,
    owner="contact",
    fields=(
        Field("who", ANYBODY, required=True),
        Field("role", WORDS),
        Field("at", AT),
        Field("how", WORDS),
        Field("about", one_or_more(ref("mark", "child"))),
        Field("said", WORDS),
        Field("agreed", WORDS),
        HANDLED,
    ),
)

NEXT_VISIT = Place(
    judgement.NextVisit,
    owner="contact",
    fields=(Field("by", DATE), Field("who", ANYBODY), HANDLED),
)

DISSENT = record(judgement.Dissent, Field("by", ANYBODY), Field("text", WORDS))

DECISION = Place(
    judgement.Decision,
    owner="contact",
    fields=(
        Field("what", WORDS, required=True),
        Field("why", WORDS),
        Field("by", ANYBODY),
        Field("dissent", list_of(DISSENT)),
        HANDLED,
    ),
)

ASKED = Place(
    judgement.Answer,
    owner="contact",
    shape=shapes.ANSWER,
    fields=(
        Field("question", QUESTION, required=True),
        Field("answer", WORDS, target="text"),
        Field("not_asked", WORDS, target="reason"),
        Field("defer_to", DATE),
        HANDLED,
    ),
)

NOTE = Place(
    contact.Note,
    owner="contact",
    shape=shapes.NOTE,
    bare="text",
    fields=(Field("text", WORDS, required=True), HANDLED),
)

VIEW = Place(
    judgement.View,
    owner="contact",
    fields=(
        Field("holds", WORDS, required=True),
        Field("rivals", list_of(WORDS)),
        Field("by", ANYBODY),
        Field("protective", PERSON),
        HANDLED,
    ),
)
