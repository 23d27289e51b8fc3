"""Whatever a file can hold comes back as it was: items, references, days of knowing; whatever order it was given in."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.exchange.histories import histories
from visitapp.domain.case import Kept
from visitapp.domain.family import CaseHeader, Child, Milestone, Professional
from visitapp.domain.item import Item
from visitapp.exchange.casefile import read
from visitapp.exchange.table import PLACES
from visitapp.exchange.write import left_out, write

# The page gives these no `recorded_on`: the file knows them by its own rule.
DAYS_OF_THE_FILE = (CaseHeader, Child, Professional, Milestone)
many = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def said(one: Kept) -> tuple[Item, object]:
    """An item without the ids that a file has no place for, and the day on which it was known where a file says it."""
    item: Item = one.item
    if "id" not in PLACES[type(item)].by_name:
        item = replace(item, id="")
    return item, "" if isinstance(item, DAYS_OF_THE_FILE) else one.known_on


def bag(kept: list[Kept] | tuple[Kept, ...]) -> list[str]:
    return sorted(repr(said(one)) for one in kept)


@many
@given(histories())
def test_what_is_written_reads_the_same(kept: list[Kept]) -> None:
    again = read(write(kept).encode(), "written.yaml").kept
    assert bag(again) == bag(kept)
    assert read(write(again).encode(), "written.yaml").kept == again


@many
@given(histories(), st.integers())
def test_nothing_is_left_out_but_days_that_the_file_finds_by_its_own_rule(kept: list[Kept], seed: int) -> None:
    tags = {str(kind.__struct_config__.tag) for kind in DAYS_OF_THE_FILE}
    assert {(one.kind, one.fields) for one in left_out(kept)} <= {(tag, ("known_on",)) for tag in tags}
    shuffled = list(kept)
    Random(seed).shuffle(shuffled)
    assert write(shuffled) == write(kept)
