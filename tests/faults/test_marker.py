"""What people write lies in plain in no file and goes in plain over no wire (DESIGN.md 7), and the search that says so
finds what lies in plain.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.office.made import Office
from visitapp.actions import cases, finding, lead, syncing, unsent, visits
from visitapp.demo.tour.marker import CHUNK, Marker
from visitapp.domain.contact import Note, Paragraph
from visitapp.domain.family import Child
from visitapp.domain.judgement import View
from visitapp.errors import Offline
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import Laptop
from visitapp.sync.transport import HttpServer

WORDS = "Quittengelee"


@pytest.mark.parametrize("written", [WORDS.encode(), WORDS.encode("utf-16-le"), WORDS.upper().encode()])
@pytest.mark.parametrize("before", [0, 10, CHUNK - 5, CHUNK, 3 * CHUNK + 7])
def test_it_finds_what_lies_in_plain(tmp_path: Path, written: bytes, before: int) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "cache.bin").write_bytes(os.urandom(before) + written + os.urandom(40))
    (tmp_path / "other").write_bytes(os.urandom(500))
    assert Marker(WORDS, [tmp_path]).found() == ["cache.bin"]


def test_it_finds_what_was_sent_in_plain(tmp_path: Path) -> None:
    marker = Marker(WORDS, [tmp_path])
    assert marker.found() == []
    marker.sent += [b"POST /v1/append\n" + os.urandom(30), b"x" + WORDS.encode()]
    assert marker.found() == ["sent"]


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """This user's folders, empty, in the place of the real ones."""
    for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        folder = tmp_path / "home" / name.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path / "home"
    monkeypatch.undo()
    tempfile.tempdir = None


def test_what_is_written_lies_and_goes_nowhere_in_plain(at_home: Path, the_office: Office) -> None:
    worker, leader = the_office.worker, the_office.lead
    marker = Marker(WORDS, [the_office.folder, at_home])

    def sync(session) -> None:
        with syncing.server_of(session) as server:
            server.listen(marker.sent.append)
            assert syncing.cycle(session, server, lambda job: job()).problem is None

    stream = cases.begin_case(worker, "LB-1", f"{WORDS} family", (Child(id=worker.new_id(), name=f"Ann {WORDS}"),))
    draft = visits.begin(worker, stream, "visit")
    for length in (20, 2_000, 300):
        draft = replace(draft, note=(Paragraph(f"{WORDS} " * length),), in_home=(Paragraph(f"said: {WORDS}"),))
        visits.save(worker, draft)
        assert marker.found() == []
    unsent.keep(worker, "addendum", {"reason": WORDS})
    view = View(id=worker.new_id(), contact=draft.contact.id, holds=WORDS, by=worker.who.member)
    remains = visits.sign_happened(worker, draft.with_item(view))
    visits.sign_make_of_it(worker, remains)
    assert finding.search(worker, WORDS)
    assert marker.found() == []
    sync(worker)
    sync(leader)
    words = [one.item.text for one in leader.kept(stream) if isinstance(one.item, Note)]
    assert len(words) == 2
    assert all(WORDS in one for one in words)
    lead.question_back(leader, stream, draft.contact.id, f"Why {WORDS}?")
    lead.decide(leader, stream, draft.contact.id, WORDS, WORDS)
    sync(leader)
    sync(worker)
    assert marker.found() == []
    assert any(b"/v1/append" in sent for sent in marker.sent)
    # A lock closes the files, the next unlock opens them again.
    the_office.server.stop()
    for session in (worker, leader):
        session.shut()
    assert marker.found() == []
    assert marker.looked_at > len(marker.sent) + 6


def test_no_error_of_a_broken_sync_carries_words(the_office: Office) -> None:
    worker = the_office.worker
    cases.begin_case(worker, WORDS, WORDS, (Child(id=worker.new_id(), name=WORDS),))
    the_office.server.stop()
    with HttpServer(the_office.server.address) as server:
        outcome = run_cycle(Laptop(worker.db, lambda job: job(), worker.now), server)
    assert isinstance(outcome.problem, Offline)
    assert WORDS not in repr(outcome)
    assert WORDS not in repr(vars(outcome.problem))
