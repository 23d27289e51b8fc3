"""Histories of an invented family, drawn at random: plain data first, then told."""

from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.questions.telling import Telling
from visitapp.domain.case import Kept
from visitapp.domain.contact import PlaceProposed
from visitapp.domain.days import Day
from visitapp.domain.family import Address, Partnership
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Answer, Decision, Dissent

CHILDREN = {"ann": "2021-03-01", "joe": "2015-05-02", "sam": None}
TRUTH = st.sampled_from(["yes", "no", "unknown"])
REGIONS = st.sampled_from(
    ["shin", "ear", "forehead", "cheek_unspecified", "unspecified", "upper_back", "frenulum", "scalp"]
)
KINDS = st.sampled_from(["bruise", "graze", "scratch", "unsure", "scald", "bite", "swelling", "birthmark", "fracture"])
CAUSES = st.sampled_from(["fell", "sibling", "rough_play", "medical", "birth", "treatment", "not_known", None])
SAYS = st.sampled_from(["accidental", "medical", "birthmark", "unclear"])
ANSWERED = st.sampled_from(
    [
        "Q01",
        "Q11",
        "Q13",
        "Q20",
        "Q21",
        "Q23",
        "Q28",
        "Q29",
        "Q30",
        "Q32",
        "Q34",
        "Q45",
        "Q44",
        "Q48",
        "Q60",
        "ask_kind",
    ]
)

ROW = st.fixed_dictionaries(
    {"child": st.sampled_from(list(CHILDREN)), "seen": TRUTH},
    optional={
        "alone": TRUTH, "spoken_to": TRUTH, "awake": TRUTH, "words": st.sampled_from(["", "No."]),
        "sleeps_tonight": st.sampled_from(["", "in her cot"]),
        "said_to_be": st.sampled_from([("on holiday in Wales", "kim"), ("at school", "kim"), ("in Leeds", "")]),
        "covered": st.lists(st.fixed_dictionaries({"part": st.sampled_from(["face", "legs"]), "by": st.sampled_from(
            ["paint", "hijab", ""]), "then_seen": TRUTH}), max_size=1).map(tuple),
    },
)  # fmt: skip
MARK = st.fixed_dictionaries(
    {"child": st.sampled_from(list(CHILDREN)), "region": REGIONS, "kind": KINDS},
    optional={"pattern": st.sampled_from(["hand", "none", "unknown"]), "certain": st.booleans(),
              "count": st.integers(1, 4), "again": st.booleans(), "found": st.sampled_from(["yes", "yes", "no"]),
              "edges": st.sampled_from(["level", "irregular", "unknown"])},
)  # fmt: skip
ACCOUNT = st.fixed_dictionaries(
    {"mark": st.integers(0, 5), "cause": CAUSES, "by": st.sampled_from(["kim", "child:joe", "tea", "gp"])},
    optional={"fits": TRUTH, "was_there": TRUTH, "accepted": st.booleans(), "verbatim": st.booleans(),
              "text": st.sampled_from(["", "Joe fell.", "I lost my balance there.", "Joe lost his balance there."])},
)  # fmt: skip
OBSERVATION = st.fixed_dictionaries(
    {"about": st.sampled_from(["kim", "ray", "joe"]), "source": st.sampled_from(["seen", "told"]),
     "text": st.sampled_from(["As said.", "They are away."])},
    optional={"by": st.sampled_from(["kim", "ray", "tea"]), "tone": st.sampled_from(["worrying", "reassuring", None]),
              "topic": st.sampled_from(["domestic_abuse", "partner", "denies_partner", "animal", None]),
              "cooperative": st.booleans(), "change_for_child": st.booleans()},
)  # fmt: skip
OF_CONTACT = st.fixed_dictionaries(
    {},
    optional={
        "announced": TRUTH, "unease": st.sampled_from(["", "Cold."]),
        "place": st.sampled_from(["home", "office", None]),
        "place_chosen_by": st.sampled_from(["kim", "tea", ""]), "attended": st.sampled_from([(), ("sw", "gp")]),
        "place_proposed": st.sampled_from([None, PlaceProposed("kim", "the park"), PlaceProposed("", "her aunt's")]),
        "absent": st.sampled_from([(), ("tea",)]), "result": st.sampled_from([None, "no_further_action", "charged"]),
    },
)  # fmt: skip
MILESTONE = st.tuples(st.sampled_from(list(CHILDREN)), st.sampled_from(["crawls", "walks", "rolls"]), st.booleans())
CONTACT = st.fixed_dictionaries(
    {
        "after": st.integers(1, 40),
        "kind": st.sampled_from(
            ["home_visit", "home_visit", "home_visit", "phone", "health_appointment", "school_report", "moved",
             "referral", "meeting", "police", "worker_change", "case_closed", "case_reopened", "school_left"]
        ),
        "by": st.sampled_from(["sw", "gp", "tea", ""]),
        "outcome": st.sampled_from(["seen", "seen", "no_reply", "refused", "cancelled_by_family", None]),
    },
    optional={
        "rows": st.lists(ROW, max_size=3),
        "marks": st.lists(MARK, max_size=2),
        "accounts": st.lists(ACCOUNT, max_size=2),
        "opinion": st.tuples(st.integers(0, 5), SAYS, TRUTH),
        "bedroom": st.sampled_from(["yes", "no", "refused", "unknown"]),
        "animal": st.sampled_from(["a dog", "the dog", "cat", "none", ""]),
        "of_contact": OF_CONTACT,
        "observations": st.lists(OBSERVATION, max_size=2),
        "partner": st.booleans(),
        "address": st.booleans(),
        "plan": st.sampled_from(["child_protection", "assessment"]),
        "dissent": st.sampled_from([(), (Dissent("tea", "Too early."),), (Dissent("", "Too early."),)]),
        "protective": st.sampled_from(["", "kim"]),
        "worry": st.tuples(st.sampled_from(["gp", "tea", "aunt", "neighbour"]), st.sampled_from([None, "gossip"])),
        "view": st.sampled_from(["neglect", "medical", "unclear"]),
        "tells": st.booleans(),
        "signs": TRUTH,
        "milestone": MILESTONE,
        "answers": st.lists(st.tuples(ANSWERED,
                                      st.sampled_from(["answered", "offered"])), max_size=2),
        "stranger": st.booleans(),
    },
)  # fmt: skip
HISTORIES = st.lists(CONTACT, min_size=1, max_size=6)


def tell(history: list[dict[str, Any]]) -> Telling:
    """The history as items; every contact's things are known with it."""
    telling = Telling()
    for child, born in CHILDREN.items():
        telling.child(child, child.title(), born, verbal="yes" if child == "joe" else "unknown")
    telling.person("ray", "Ray Stone")
    day = date(2021, 6, 1)
    marks: list[str] = []
    for number, contact in enumerate(history):
        day += timedelta(days=contact["after"])
        _contact(telling, f"c{number}", day.isoformat(), contact, marks)
    return telling


def _contact(telling: Telling, name: str, day: str, contact: dict[str, Any], marks: list[str]) -> None:
    present = ("kim", "ray") if contact.get("stranger") else ("kim",)
    telling.contact(name, day, contact["kind"], contact["by"], outcome=contact["outcome"], present=present,
                    unknown_adult_signs=contact.get("signs", "unknown"), **contact.get("of_contact", {}))  # fmt: skip
    for row in {row["child"]: row for row in contact.get("rows", ())}.values():
        telling.seen(**row)
    for mark in contact.get("marks", ()):
        fields = dict(mark)
        again = marks[0] if fields.pop("again", False) and marks else None
        telling.mark(f"m-{len(marks)}", same_as=again, **fields)
        marks.append(f"m-{len(marks)}")
    for account in contact.get("accounts", ()):
        fields = dict(account)
        mark = fields.pop("mark")
        if mark < len(marks):
            telling.account(marks[mark], **fields)
    if "opinion" in contact and contact["opinion"][0] < len(marks):
        mark, says, knew = contact["opinion"]
        telling.opinion(marks[mark], says, knew=knew)
    if "bedroom" in contact or "animal" in contact:
        telling.rooms(bedroom=contact.get("bedroom", "unknown"), animal=contact.get("animal", ""))
    for observation in contact.get("observations", ()):
        telling.noted(**observation)
    _judged(telling, name, contact)
    if "worry" in contact:
        telling.worry(f"w-{name}", contact["worry"][0], called=contact["worry"][1])
    if contact.get("tells"):
        telling.noted("He hit me.", about="joe", by="child:joe", source="told", topic="child_tells")
    if "milestone" in contact:
        child, what, can = contact["milestone"]
        telling.can(child, what, day, can)
    for question, how in contact.get("answers", ()):
        telling.answer(question, how=how)
    if "view" in contact:
        telling.view(contact["view"], protective=contact.get("protective", ""))


def _judged(telling: Telling, name: str, contact: dict[str, Any]) -> None:
    """Who became known as a partner, which plan began and what was decided with a contact."""
    if contact.get("address"):
        telling.say(Address(id=f"address-{name}", label="9 Dock Street", since=Day.read(telling.day)))
    if contact.get("partner"):
        telling.say(Partnership(id=f"partner-{name}", person="ray", partner_of="kim"))
    if "plan" in contact:
        telling.plan("ann", contact["plan"])
    if "dissent" in contact:
        telling.say(Decision(id=f"decision-{name}", contact=name, what="Close it.", dissent=contact["dissent"]))


def without_answers(telling: Telling) -> list[Kept]:
    return [one for one in telling.kept if not isinstance(one.item, Answer)]


def relabelled(kept: list[Kept], names: dict[str, str]) -> list[Kept]:
    """The same things under other ids."""

    def swap(value: Any) -> Any:
        if isinstance(value, str):
            head, _, tail = value.partition(":")
            return f"child:{names[tail]}" if head == "child" and tail in names else names.get(value, value)
        if isinstance(value, list | tuple):
            return [swap(one) for one in value]
        if isinstance(value, dict):
            return {key: swap(one) for key, one in value.items()}
        return value

    return [replace(one, item=msgspec.convert(swap(msgspec.to_builtins(one.item)), AnyItem)) for one in kept]
