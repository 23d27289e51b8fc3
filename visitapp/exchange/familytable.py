"""The table of fields, first half: the case, its addresses, children, people and professionals, and what came later."""

from typing import Any

from visitapp.domain.codes import Milestone_, PlanKind, Sector
from visitapp.domain.days import StatedAge
from visitapp.domain.family import (
    Address,
    Child,
    KnownLater,
    LivedAt,
    Milestone,
    Partnership,
    Person,
    Plan,
    Professional,
    Stay,
)
from visitapp.exchange.forms import ABSENT, DATE, DAY, FLAG, TRUTH, TRUTH_FLAG, WHOLE, WORDS, Bare, Form, code, list_of
from visitapp.exchange.naming import HANDLING, ID, ref
from visitapp.exchange.places import RECORDED, Field, Part, Place, Shape, none_of, read_fields
from visitapp.exchange.reading import Reading
from visitapp.exchange.tree import Fields, Leaf, Node
from visitapp.words import text

PERSON = ref("person")

SPAN = (
    Field("from", DAY, target="since"),
    Field("to", DAY, target="until"),
    Field("recorded_on", RECORDED),
)

ADDRESS = Place(
    Address,
    kind="address",
    known="own",
    fields=(
        Field("id", ID, required=True),
        Field("label", WORDS, required=True),
        *SPAN,
        Field("keep_from", list_of(PERSON)),
    ),
)

_AGE_FIELDS = {field.name: field for field in (Field("years", WHOLE), Field("months", WHOLE), Field("on", DATE, True))}
_EITHER = ("years", "months")


def _age(node: Node, path: str, reading: Reading) -> Any:
    if not isinstance(node, Fields):
        reading.odd(node, path, AGE.allowed)
        return ABSENT
    values = read_fields(_AGE_FIELDS, tuple(_AGE_FIELDS), node, path, reading)
    if none_of(values, _EITHER, node, path, reading) or "on" not in values:
        return ABSENT
    if all(name in values for name in _EITHER):
        reading.odd(node, path, AGE.allowed)
        return ABSENT
    if "years" in values:
        return StatedAge(values["years"], "years", values["on"])
    return StatedAge(values["months"], "months", values["on"])


def _age_written(age: StatedAge) -> Any:
    return {age.unit: Bare(str(age.count)), "on": Bare(str(age.on))}


AGE = Form(text("exchange.allowed.age"), _age, _age_written)


def _milestone(values: dict[str, Any], node: Fields, path: str, reading: Reading) -> dict[str, Any] | None:
    if "can" in values and "cannot" in values:
        reading.odd(node, path, text("exchange.allowed.one_of", names="can, cannot"))
        return None
    can = "can" in values
    return {"date": values["date"], "what": values["can" if can else "cannot"], "can": can}


def _milestone_out(milestone: Milestone, marks: tuple[str, ...]) -> dict[str, Any]:
    can, what = milestone.can, milestone.what
    return {"can": what if can else ABSENT, "cannot": ABSENT if can else what}


MILESTONE = Place(
    Milestone,
    owner="child",
    known="own",
    either=("can", "cannot"),
    shape=Shape(_milestone, _milestone_out),
    fields=(
        Field("date", DAY, required=True),
        Field("can", code(Milestone_)),
        Field("cannot", code(Milestone_)),
    ),
)

PLAN = Place(
    Plan,
    owner="child",
    known="own",
    fields=(
        Field("kind", code(PlanKind), required=True),
        Field("category", WORDS),
        Field("visit_every_days", WHOLE),
        Field("goals", list_of(WORDS)),
        *SPAN,
    ),
)

LIVED_AT = Place(
    LivedAt,
    owner="child",
    known="own",
    fields=(
        Field("place", ref("address", free=True), required=True),
        Field("with", list_of(PERSON), target="people"),
        *SPAN,
    ),
)

CHILD = Place(
    Child,
    kind="child",
    known="born",
    fields=(
        Field("id", ID, required=True),
        Field("name", WORDS, required=True),
        Field("born", DAY),
        Field("age", AGE),
        Field("unborn", FLAG),
        Field("due", DATE),
        Field("verbal", TRUTH),
        Field("language", WORDS),
        Field("disability", WORDS),
        Field("school", WORDS),
        Field("attends", TRUTH_FLAG),
        Field("parental_responsibility", list_of(PERSON)),
    ),
    parts=(Part("milestones", MILESTONE), Part("plan", PLAN), Part("lived_at", LIVED_AT)),
)


def _left(node: Node, path: str, reading: Reading) -> Any:
    if isinstance(node, Leaf) and node.text == "unknown":
        return "unknown"
    return DAY.read(node, path, reading)


LEFT = Form(text("exchange.allowed.left"), _left, lambda value: Bare(str(value)), unknown_too=True)
"""When somebody left the household; `unknown`: they left and nobody knows when."""


def _stay(values: dict[str, Any], node: Fields, path: str, reading: Reading) -> dict[str, Any]:
    if values.get("until") == "unknown":
        return {**values, "until": None, "until_unknown": True}
    return values


def _stay_out(stay: Stay, marks: tuple[str, ...]) -> dict[str, Any]:
    return {"until": "unknown"} if stay.until_unknown else {}


STAY = Place(
    Stay,
    owner="person",
    known="own",
    shape=Shape(_stay, _stay_out),
    fields=(Field("from", DAY, target="since"), Field("to", LEFT, target="until"), Field("recorded_on", RECORDED)),
)

PARTNERSHIP = Place(
    Partnership,
    owner="person",
    known="above",
    fields=(
        Field("partner_of", PERSON, required=True),
        Field("partner_recorded_on", RECORDED),
    ),
)

PERSON_PLACE = Place(
    Person,
    kind="person",
    known="named",
    fields=(
        Field("id", ID, required=True),
        Field("name", WORDS, required=True),
        Field("recorded_on", RECORDED),
        Field("relation", WORDS),
        Field("child", FLAG),
        Field("male_carer", FLAG),
    ),
    parts=(Part("partner_of", PARTNERSHIP, many=False, inline=True), Part("household", STAY)),
)

PROFESSIONAL = Place(
    Professional,
    kind="professional",
    known="first",
    either=("name", "role"),
    fields=(
        Field("id", ID, required=True),
        Field("name", WORDS),
        Field("role", WORDS),
        Field("agency", WORDS),
        Field("sector", code(Sector), required=True),
        Field("languages", list_of(WORDS)),
    ),
)

KNOWN_LATER = Place(
    KnownLater,
    known="never",
    fields=(
        Field("date", DAY),
        Field("learned_on", DAY),
        Field("text", WORDS, required=True),
        Field("handling", list_of(HANDLING)),
    ),
)
