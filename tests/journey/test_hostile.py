"""A server that lies. Whatever it does, no false text is shown, nothing is lost in silence, and all of it is told.

Each lie is put between a real laptop and a real server; the state machine strings lies and honest cycles together.
"""

import os

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journey.test_sync import begun, table, visit
from tests.office.made import Office, office
from visitapp.actions.writing import write
from visitapp.store import log
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import Laptop
from visitapp.sync.transport import HttpServer


class Lying(HttpServer):
    """Passes everything on, but for what `lie` does to a page of entries."""

    lie = staticmethod(lambda page: page)

    def page(self, stream, after, limit=500):
        return self.lie(super().page(stream, after, limit))


def changed(page, at, **fields):
    entries = list(page.entries)
    entries[at] = msgspec.structs.replace(entries[at], **fields)
    return msgspec.structs.replace(page, entries=entries)


def flipped(raw, at=-1):
    return raw[:at] + bytes([raw[at] ^ 1]) + (raw[at:][1:] if at != -1 else b"")


LIES = {
    "drops the last": lambda page: msgspec.structs.replace(page, entries=page.entries[:-1]),
    "drops the first": lambda page: msgspec.structs.replace(page, entries=page.entries[1:]),
    "drops all": lambda page: msgspec.structs.replace(page, entries=[]),
    "sends one twice": lambda page: msgspec.structs.replace(page, entries=[*page.entries, page.entries[-1]]),
    "turns the order round": lambda page: msgspec.structs.replace(page, entries=page.entries[::-1]),
    "changes a ciphertext": lambda page: changed(page, -1, beside=flipped(page.entries[-1].beside)),
    "changes a signature": lambda page: changed(page, -1, signed=flipped(page.entries[-1].signed)),
    "swaps two ciphertexts": lambda page: changed(page, -1, beside=page.entries[-2].beside),
    "calls it something else": lambda page: changed(page, -1, what=7),
    "sends noise": lambda page: changed(page, -1, signed=os.urandom(80)),
    "tells another head": lambda page: msgspec.structs.replace(page, before=os.urandom(32)),
    "forges a receipt": lambda page: msgspec.structs.replace(page, receipt=flipped(page.receipt)),
}


def lied_to(office: Office, session, lie):
    with Lying(office.server.address) as server:
        server.lie = lambda page: lie(page) if len(page.entries) > 1 else page
        return run_cycle(Laptop(session.db, lambda job: job(), session.now), server)


def one_by_one(office: Office, worker, lead):
    stream = begun(worker)
    for words in ("one", "two", "three"):
        write(worker, stream, visit(worker, words))
    office.sync(worker)
    return stream


@pytest.mark.parametrize("name", LIES)
def test_every_lie_is_told_and_undone_by_an_honest_cycle(the_office: Office, name):
    worker, lead = the_office.worker, the_office.lead
    stream = one_by_one(the_office, worker, lead)
    outcome = lied_to(the_office, lead, LIES[name])
    assert outcome.alarms or outcome.set_aside
    truth = table(worker, stream)
    assert all(one in truth for one in table(lead, stream))
    honest = the_office.sync(lead)
    assert honest.problem is None
    if not outcome.set_aside:
        assert table(lead, stream) == table(worker, stream)
    assert log.signed_entries(worker.db, stream) == log.signed_entries(worker.db, stream)


def test_going_back_behind_a_receipt_is_an_alarm(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = one_by_one(the_office, worker, lead)
    old = {}

    class Old(HttpServer):
        def page(self, stream, after, limit=500):
            return old.setdefault(stream, super().page(stream, after, limit))

    with Old(the_office.server.address) as server:
        run_cycle(Laptop(lead.db, lambda job: job(), lead.now), server)
        write(worker, stream, visit(worker, "later"))
        the_office.sync(worker)
        outcome = run_cycle(Laptop(lead.db, lambda job: job(), lead.now), server)
    assert outcome.alarms
    assert the_office.sync(lead).alarms == ()
    assert table(lead, stream) == table(worker, stream)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["worker", "lead", "sync worker", "sync lead", *LIES]), max_size=8))
def test_any_string_of_writing_syncing_and_lies_ends_alike(tmp_path_factory, steps):
    with office(tmp_path_factory.mktemp("office")) as made:
        worker, lead = made.worker, made.lead
        stream = one_by_one(made, worker, lead)
        made.sync(lead)
        written = 4
        set_aside = False
        for number, step in enumerate(steps):
            if step in ("worker", "lead"):
                session = worker if step == "worker" else lead
                write(session, stream, visit(session, f"step {number}"))
                written += 1
            elif step.startswith("sync"):
                made.sync(worker if step.endswith("worker") else lead)
            else:
                outcome = lied_to(made, lead, LIES[step])
                set_aside |= bool(outcome.set_aside)
        for session in (worker, lead, worker, lead):
            assert made.sync(session).problem is None
        assert len(log.signed_entries(worker.db, stream)) == written
        if not set_aside:
            assert table(lead, stream) == table(worker, stream)
