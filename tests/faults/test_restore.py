"""A profile put back from an old copy, or copied and used twice: nothing is lost, nothing is twice, all agree again."""

import shutil
from pathlib import Path

import pytest

from tests.office.made import PASSPHRASE, Office
from tests.office.said import note_of
from visitapp.actions import signing_again
from visitapp.actions.opening import unlock
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, write
from visitapp.domain.contact import Note
from visitapp.store import keys, log, sending
from visitapp.store.opening import check


def opened(office: Office, profile: Path) -> Session:
    tools = office.tools
    return unlock(profile, PASSPHRASE, say=tools.say, clock=tools.clock, new_id=tools.new_id)


def copied(office: Office, session: Session, to: Path) -> None:
    """A copy of the profile's folder, made while nobody has it open."""
    session.shut()
    shutil.copytree(session.profile, to)
    session.take_over(opened(office, session.profile))


def put_back(office: Office, session: Session, copy: Path, *, heads_too: bool) -> None:
    """The folder as it was, in the place of what is there now."""
    session.shut()
    heads = (session.profile / "heads.json").read_bytes()
    shutil.rmtree(session.profile)
    shutil.copytree(copy, session.profile)
    if not heads_too:
        (session.profile / "heads.json").write_bytes(heads)
    session.take_over(opened(office, session.profile))


def say(session: Session, stream: str, *words: str) -> None:
    for one in words:
        write(session, stream, note_of(session, one))


def said(session: Session, stream: str) -> list[str]:
    return sorted(one.item.text for one in session.kept(stream) if isinstance(one.item, Note))


def agree(office: Office, sessions: list[Session], stream: str, words: list[str]) -> None:
    """After everybody has synced: everybody has all words, each once, and nothing waits or was refused."""
    for session in (*sessions, *sessions, *sessions):
        outcome = office.sync(session)
        assert (outcome.problem, outcome.alarms) == (None, ())
    for session in sessions:
        assert said(session, stream) == sorted(words)
        assert session.kept(stream) == sessions[0].kept(stream)
        counts = sending.counts(session.db)
        assert (counts.unsent, counts.refused, counts.waiting, counts.quarantined) == (0, 0, 0, 0)
        assert log.set_apart(session.db) == []
        assert all(one.on_server for one in log.signed_entries(session.db, stream))
        assert check(session.db)


def incarnation(session: Session) -> str:
    held = keys.device(session.db)
    assert held is not None
    assert held == session.device
    return held.incarnation


@pytest.fixture
def stream(the_office: Office) -> str:
    """A case with one note, which everybody has."""
    made = make_case_stream(the_office.worker)
    say(the_office.worker, made, "first")
    agree(the_office, [the_office.worker, the_office.lead], made, ["first"])
    return made


def test_a_vault_put_back_goes_on_in_new_chains(the_office: Office, stream: str, tmp_path: Path):
    """What the small file outside the database is for: noticed at once, with no server in reach."""
    worker = the_office.worker
    copied(the_office, worker, tmp_path / "copy")
    say(worker, stream, "second", "third")
    the_office.sync(worker)
    before = incarnation(worker)
    put_back(the_office, worker, tmp_path / "copy", heads_too=False)
    assert incarnation(worker) != before
    say(worker, stream, "after")
    agree(the_office, [worker, the_office.lead], stream, ["first", "second", "third", "after"])


def test_a_kill_is_no_restore(the_office: Office, stream: str):
    worker = the_office.worker
    before = incarnation(worker)
    say(worker, stream, "second")
    worker.shut()
    worker.take_over(opened(the_office, worker.profile))
    assert incarnation(worker) == before


@pytest.mark.parametrize("synced_first", [False, True])
def test_a_whole_profile_put_back_is_noticed_at_the_server(
    the_office: Office, stream: str, tmp_path: Path, synced_first: bool
):
    """The small file was put back as well: the server has more of the chain, and says so."""
    worker = the_office.worker
    copied(the_office, worker, tmp_path / "copy")
    say(worker, stream, "second", "third")
    the_office.sync(worker)
    put_back(the_office, worker, tmp_path / "copy", heads_too=True)
    if synced_first:
        # What it had forgotten comes back, and the chain goes on behind it.
        the_office.sync(worker)
    say(worker, stream, "after", "and after that")
    words = ["first", "second", "third", "after", "and after that"]
    agree(the_office, [worker, the_office.lead], stream, words)


def test_what_was_signed_but_not_sent_before_the_copy_is_sent_once(the_office: Office, stream: str, tmp_path: Path):
    worker = the_office.worker
    say(worker, stream, "unsent")
    copied(the_office, worker, tmp_path / "copy")
    the_office.sync(worker)
    put_back(the_office, worker, tmp_path / "copy", heads_too=True)
    agree(the_office, [worker, the_office.lead], stream, ["first", "unsent"])


def test_two_live_copies_of_a_profile_are_both_heard(the_office: Office, stream: str, tmp_path: Path):
    worker, lead = the_office.worker, the_office.lead
    copied(the_office, worker, tmp_path / "twin")
    twin = opened(the_office, tmp_path / "twin")
    try:
        other = make_case_stream(twin)
        say(worker, stream, "on the old laptop", "and again")
        say(twin, stream, "on the new laptop", "and then", "and more")
        say(twin, other, "another case")
        the_office.sync(worker)
        the_office.sync(lead)
        say(lead, stream, "the lead between them")
        words = ["first", "on the old laptop", "and again", "on the new laptop", "and then", "and more"]
        words.append("the lead between them")
        agree(the_office, [lead, worker, twin], stream, words)
        assert incarnation(twin) != incarnation(worker)
        # From now on each has chains of its own.
        say(worker, stream, "later, old")
        say(twin, stream, "later, new")
        agree(the_office, [twin, worker, lead], stream, [*words, "later, old", "later, new"])
        assert [said(session, other) for session in (lead, twin, worker)] == [["another case"]] * 3
    finally:
        twin.shut()


def test_signing_anew_is_done_whole_or_not_at_all(
    the_office: Office, stream: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    worker = the_office.worker
    copied(the_office, worker, tmp_path / "copy")
    say(worker, stream, "second")
    the_office.sync(worker)
    put_back(the_office, worker, tmp_path / "copy", heads_too=True)
    say(worker, stream, "after", "and after that")
    before = incarnation(worker)
    written = []

    def cut_off(session: Session, stream: str, entry, **more) -> str:
        if written:
            raise KeyboardInterrupt
        written.append(entry)
        return write(session, stream, entry, **more)

    with monkeypatch.context() as patch:
        patch.setattr(signing_again, "write", cut_off)
        with pytest.raises(KeyboardInterrupt):
            the_office.sync(worker)
    assert incarnation(worker) == before
    assert "after" in said(worker, stream)
    assert "and after that" in said(worker, stream)
    agree(the_office, [worker, the_office.lead], stream, ["first", "second", "after", "and after that"])
    assert incarnation(worker) != before
