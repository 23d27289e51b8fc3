"""Whatever the order in which records arrive, in whatever pages, the tables are the same in the end."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.store.conftest import KEY
from tests.store.histories import History, histories
from tests.store.pen import tables
from visitapp.domain.case import Case
from visitapp.store import items, log, rebuilding, search, sending, waiting
from visitapp.store.opening import Vault, create

AT = "2026-03-02T15:00:00Z"
PROPERTY = settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def _vaults(number: int) -> Iterator[list[Vault]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_ones:
        made = [open_ones.enter_context(closing(create(Path(folder) / str(name), KEY))) for name in range(number)]
        for vault in made:
            # Nothing here is about power cuts, and a real disk would make this slow.
            vault.execute("PRAGMA synchronous = OFF")
        yield made


def _in_order(vault: Vault, history: History) -> None:
    history.room.join(vault)
    for number, one in enumerate(history.written, 1):
        log.take_in(vault, [one.arrives(number)], AT)


def _settle(vault: Vault) -> None:
    while waiting.wake(vault, 3):
        pass


def _same(one: Vault, other: Vault, history: History) -> None:
    assert tables(one) == tables(other)
    room = history.room.id
    assert items.kept(one, room) == items.kept(other, room)
    assert Case(items.kept(one, room)).kept == Case(items.kept(other, room)).kept
    assert items.count(one, room) == items.count(other, room) == len(items.kept(one, room))
    assert log.frontier(one, room) == log.frontier(other, room)


@PROPERTY
@given(histories, st.data())
def test_any_order_of_arrival_gives_equal_tables(history: History, data: st.DataObject) -> None:
    """Shuffled, doubled, in pages of any size, some before their key, which comes at any time."""
    numbers = range(len(history.written))
    order = data.draw(st.permutations([*numbers, *data.draw(st.lists(st.sampled_from(numbers), max_size=4))]))
    key_at = data.draw(st.integers(0, len(order)))
    with _vaults(2) as (straight, shuffled):
        _in_order(straight, history)
        history.room.join(shuffled, with_key=False)
        start = 0
        while start < len(order):
            size = data.draw(st.integers(1, 5))
            page = [
                history.written[number].arrives(number + 1, opened=start + offset >= key_at)
                for offset, number in enumerate(order[start : start + size])
            ]
            log.take_in(shuffled, page, AT)
            start += size
            if start >= key_at:
                history.room.give_key(shuffled)
            if data.draw(st.booleans()):
                _settle(shuffled)
        history.room.give_key(shuffled)
        _settle(shuffled)
        _settle(straight)
        _same(straight, shuffled, history)
        assert sending.counts(shuffled).waiting == 0


@PROPERTY
@given(histories, st.data())
def test_what_one_device_wrote_and_another_took_in_is_the_same(history: History, data: st.DataObject) -> None:
    """The author's own vault, into which the others' records came between its own, equals a stranger's."""
    me = history.pens[0].device
    with _vaults(2) as (mine, theirs):
        history.room.join(mine)
        for one in history.written:
            if one.core.device == me:
                log.append_own(mine, [one.own()], AT)
            else:
                log.take_in(mine, [one.arrives()], AT)
        history.room.join(theirs)
        log.take_in(theirs, [one.arrives() for one in data.draw(st.permutations(history.written))], AT)
        _settle(theirs)
        _settle(mine)
        _same(mine, theirs, history)


@PROPERTY
@given(histories, st.data())
def test_records_set_apart_block_nothing_in_any_order(history: History, data: st.DataObject) -> None:
    """Some records are quarantined: the rest is taken in, and in every order the same."""
    bad = data.draw(st.sets(st.sampled_from(range(len(history.written)))))

    def arrives(number: int) -> Any:
        arrival = history.written[number].arrives(number + 1)
        return replace(arrival, state="quarantined", reason="member", entry=None) if number in bad else arrival

    with _vaults(2) as (straight, shuffled):
        history.room.join(straight)
        for number in range(len(history.written)):
            log.take_in(straight, [arrives(number)], AT)
        history.room.join(shuffled)
        for number in data.draw(st.permutations(range(len(history.written)))):
            log.take_in(shuffled, [arrives(number)], AT)
        _settle(straight)
        _settle(shuffled)
        _same(straight, shuffled, history)
        counts = sending.counts(shuffled)
        assert (counts.quarantined, counts.waiting) == (len(bad), 0)


@PROPERTY
@given(histories, st.data())
def test_a_rebuild_at_any_time_changes_nothing(history: History, data: st.DataObject) -> None:
    """Also with records still missing, and with words that no index holds yet."""
    held_back = data.draw(st.sets(st.sampled_from(range(len(history.written)))))
    with _vaults(1) as (vault,):
        history.room.join(vault)
        log.take_in(vault, [one.arrives() for number, one in enumerate(history.written) if number not in held_back], AT)
        waiting.wake_records(vault)
        before = tables(vault)
        rebuilding.rebuild(vault, data.draw(st.sampled_from([None, history.room.id])))
        assert tables(vault) == before
        vault.execute("INSERT INTO said_words (said_words) VALUES ('integrity-check')")
        words = {words for (words,) in vault.execute("SELECT words FROM said")}
        found = {hit.words for text in words for hit in search.find(vault, text, 1000)}
        assert found <= words
