"""Every field of the page: read into the right item, written again, and read the same."""

from typing import Any

import pytest

from tests.exchange.contactrows import CONTACT
from tests.exchange.familyrows import FAMILY
from tests.exchange.small import of, small, understood
from visitapp.domain.contact import (
    ChildSeen,
    Contact,
    LookedAt,
    Measure,
    Note,
    Observation,
)
from visitapp.domain.family import (
    Address,
    CaseHeader,
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
from visitapp.domain.judgement import (
    Action,
    ActionUpdate,
    Answer,
    Decision,
    NextVisit,
    ParentsView,
    Told,
    View,
    Worry,
    WorryUpdate,
)
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.exchange.table import CASE, PLACES
from visitapp.exchange.tree import Fields, Rows, parse
from visitapp.exchange.write import write

ROWS = FAMILY | CONTACT
CASES = [(kind, row) for kind, (_, _, rows) in ROWS.items() for row in rows]


def _placed(where: str, mapping: dict[str, Any]) -> dict[str, Any]:
    """The small case with a mapping in its place: in the list of that name, or (after a dot) alone or inline."""
    data = small()
    if not where:
        return {**data, **mapping}
    first, _, rest = where.partition(".")
    if not rest and "." not in where:
        data.setdefault(first, []).append(mapping)
        return data
    target = data[first][-1]
    *names, last = rest.split(".")
    for name in names:
        if last or name != names[-1]:
            target.setdefault(name, [{"child": "ann", "region": "ear", "kind": "bruise"}])
            target = target[name][-1]
    if last:
        target.setdefault(last, []).append(mapping)
    elif names:
        target[names[-1]] = mapping
    else:
        target.update(mapping)
    return data


def _at(root: Fields, where: str) -> Fields:
    node: Any = root
    for name in [one for one in where.split(".") if one]:
        node = node.pairs[name]
        if isinstance(node, Rows):
            node = node.items[-1]
    assert isinstance(node, Fields)
    return node


@pytest.mark.parametrize(("kind", "row"), CASES, ids=[f"{kind.__name__}-{row[0]}" for kind, row in CASES])
def test_a_field_is_read_into_its_item_and_written_again(kind: type, row: tuple[str, Any, str, Any]) -> None:
    where, must, _ = ROWS[kind]
    name, written, target, expected = row
    file = understood(_placed(where, {**must, name: written}))
    item = max((one for one in file.kept if type(one.item) is kind), key=lambda one: one.place).item
    assert getattr(item, target) == expected
    again = write(file.kept)
    if not (kind is Note and name == "text"):
        assert name in _at(parse(again.encode(), ""), where).pairs
    assert understood(again).kept == file.kept


def test_every_field_of_the_table_is_in_this_test() -> None:
    tested = {(kind, row[0]) for kind, row in CASES}
    elsewhere = {"id", "format", "recorded_on", "partner_recorded_on", "cannot"}
    assert {(kind, name) for kind, place in PLACES.items() for name in place.by_name if name not in elsewhere} <= tested


# What the page of the format says, place by place.
PAGE = {
    CaseHeader: "format reference case_system_id title addresses children people professionals contacts known_later",
    Address: "id label from to recorded_on keep_from",
    KnownLater: "date learned_on text handling",
    Child: "id name born age unborn due verbal language disability school attends parental_responsibility milestones "
    "plan lived_at",
    Milestone: "date can cannot",
    Plan: "kind category visit_every_days goals from to recorded_on",
    LivedAt: "place with from to recorded_on",
    Person: "id name recorded_on relation child male_carer partner_of partner_recorded_on household",
    Stay: "from to recorded_on",
    Professional: "id name role agency sector languages",
    Contact: "id date until times recorded_on approximate disputed time kind also purpose counts_as_statutory by with "
    "agency address place minutes announced place_chosen_by place_proposed outcome present unknown_adult_signs "
    "attended absent children_seen children_seen_count looked_at marks accounts worries worry_updates observations "
    "measures action_updates view parents_views actions told next_visit decision result unease planned not_done "
    "asked note handling",
    ChildSeen: "child seen alone spoken_to awake undressed covered said_to_be words question wishes sleeps_tonight "
    "interpreter handling",
    LookedAt: "bedroom rooms_refused food mouth animal parts handling",
    Mark: "id child region side kind pattern count areas size_mm measured text certain seen_by found photograph "
    "held_by edges hours_to_help same_as opinions handling",
    Opinion: "by date says knew_history recorded_on text handling",
    Account: "id by to about cause text verbatim same_as accepted was_there fits handling",
    Worry: "id by about text first_hand read_back called handling",
    WorryUpdate: "worry called withdrawn spoken_to text handling",
    Observation: "about text source by tone topic change_for_child cooperative handling",
    ParentsView: "by about text told_what_we_write agrees handling",
    Action: "id what who by about handling",
    ActionUpdate: "action done why handling",
    Told: "who role at how about said agreed handling",
    Measure: "child what value centile by handling",
    View: "holds rivals by protective handling",
    Decision: "what why by dissent handling",
    NextVisit: "by who handling",
    Answer: "question answer not_asked defer_to handling",
    Note: "text handling",
}


def test_the_table_has_the_fields_of_the_page_and_no_others() -> None:
    assert CASE is PLACES[CaseHeader]
    assert {kind: set(PLACES[kind].names) for kind in PAGE} == {
        kind: set(names.split()) for kind, names in PAGE.items()
    }
    assert set(PLACES) - set(PAGE) == {Partnership}


def test_a_milestone_that_a_child_could_not_do() -> None:
    file = understood(_placed("children.milestones", {"date": "2021-01-05", "cannot": "walks"}))
    assert [(one.what, one.can) for one in of(file, Milestone)] == [("walks", False)]
    assert understood(write(file.kept)).kept == file.kept
