"""Chains and the graph of what cites what. Pure: ids and headers in, answers out.

A chain is what one device wrote to one stream in one incarnation, numbered from 1, each record naming the one before.
Between chains, `deps` cite what the author could see: a record withheld is exposed by any later one that cites it.
Clocks order nothing; depth does: one more than the deepest record cited.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from visitapp.errors import ChainBroken
from visitapp.records.envelope import MOST_DEPS, Core, Envelope


class ChainHead(Struct, frozen=True, gc=False):
    """The newest record of a chain: its number, from 1, and its id."""

    sequence: int
    id: bytes


def follow(head: ChainHead | None, envelope: Envelope) -> ChainHead:
    """The chain's head with this record on it. `head` None: the chain is empty.

    Raises ChainBroken with the number that may come next: "gap" when numbers are missing before it, "fork" when another
    record has its number, "previous" when it has the right number and names another record before it.
    """
    core = envelope.core
    expected = 1 if head is None else head.sequence + 1
    if core.sequence != expected:
        raise ChainBroken("gap" if core.sequence > expected else "fork", expected)
    if core.previous != (b"" if head is None else head.id):
        raise ChainBroken("previous", expected)
    return ChainHead(expected, envelope.id)


def cited(core: Core) -> tuple[bytes, ...]:
    """All records that a record names: the one before it, if any, and its deps."""
    return (core.previous, *core.deps) if core.previous else core.deps


def depth(core: Core, depths: Mapping[bytes, int]) -> int:
    """One more than the deepest record cited; 1 where none is. Raises ChainBroken("missing") when one is not known."""
    try:
        return 1 + max((depths[one] for one in cited(core)), default=0)
    except KeyError:
        raise ChainBroken("missing") from None


def frontier(records: Iterable[tuple[bytes, Core]]) -> frozenset[bytes]:
    """The records, given as (id, core) in any order, that no other of them names."""
    ids: set[bytes] = set()
    named: set[bytes] = set()
    for one, core in records:
        ids.add(one)
        named.update(cited(core))
    return frozenset(ids - named)


def deps(seen: frozenset[bytes], previous: bytes) -> tuple[bytes, ...]:
    """What the next record after `previous` cites of a frontier: 32 at most, in byte order.

    Those left out stay on the frontier, so that the records after it cite them.
    """
    return tuple(sorted(seen - {previous})[:MOST_DEPS])
