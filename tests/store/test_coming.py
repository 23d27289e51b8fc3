"""What is on its way for the first time: remembered in order, whole when its cursor says so, then forgotten."""

from visitapp.store import coming, streams
from visitapp.store.coming import Announced
from visitapp.store.opening import Vault
from visitapp.store.streams import Stream

ORGANISATION = "00" * 16


def listed(*names: str, entries: int = 10) -> list[Announced]:
    return [Announced(name, 2, entries) for name in names]


def at(db: Vault) -> list[tuple[str, int]]:
    return [(one.stream, one.taken) for one in coming.everything(db)]


def test_the_organisation_stands_first_and_the_rest_as_listed(vault: Vault) -> None:
    streams.keep(vault, Stream(id=ORGANISATION, kind="organisation"))
    coming.announce(vault, [*listed("b", "a"), Announced(ORGANISATION, 1, 4)], ORGANISATION)
    assert at(vault) == [(ORGANISATION, 0), ("b", 0), ("a", 0)]


def test_what_is_here_already_or_was_made_here_is_not_on_its_way(vault: Vault) -> None:
    streams.keep(vault, Stream(id="mine", kind="case", epoch="e"))
    streams.keep(vault, Stream(id="known", kind="case", cursor=3))
    coming.announce(vault, listed("mine", "known"), ORGANISATION)
    assert coming.everything(vault) == ()


def test_a_later_announcement_moves_no_goal_and_adds_what_is_new(vault: Vault) -> None:
    coming.announce(vault, listed("a"), ORGANISATION)
    streams.keep(vault, Stream(id="a", kind="case", cursor=4, epoch="e"))
    coming.announce(vault, [*listed("new"), *listed("a", entries=90)], ORGANISATION)
    assert [(one.stream, one.sequence, one.taken) for one in coming.everything(vault)] == [("a", 10, 4), ("new", 10, 0)]


def test_half_here_until_the_cursor_is_there_or_the_server_has_no_more(vault: Vault) -> None:
    coming.announce(vault, listed("a", "b"), ORGANISATION)
    streams.keep(vault, Stream(id="a", kind="case", cursor=4, epoch="e"))
    assert coming.half_here(vault) == {"a"}
    coming.ends_at(vault, "a", 4)
    assert coming.half_here(vault) == frozenset()
    assert [one.whole for one in coming.everything(vault)] == [True, False]


def test_what_the_server_names_no_longer_is_not_waited_for(vault: Vault) -> None:
    coming.announce(vault, listed("a", "gone"), ORGANISATION)
    coming.announce(vault, listed("a"), ORGANISATION)
    assert at(vault) == [("a", 0)]
    coming.through(vault)
    assert coming.everything(vault) == ()
