"""A server in the wrong hands, and a laptop in the wrong hands, in any order: never a false text, never a silent loss.

Real laptops run real cycles (vault, signing, checking) against `evil.EvilServer`, which holds the real receipt key and
tells each of them what it likes. After every cycle: what is shown is what its author signed, word for word; one's own
is all there; "on the server" is said only of what a receipt stands for; and what is missing, though a record that came
cites it, is told. Where nothing at all was told, everybody ends with the same.

The same steps at every ordinary run; --long looks for new ones, prints how to play a failing one again and keeps it in
Hypothesis's own store.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from msgspec import Struct

from tests.faults import forging, lying
from tests.faults.evil import EvilLine, EvilServer, Row
from tests.office.made import PASSPHRASE, Clock, office, random_id
from tests.office.said import note_of
from visitapp.actions import syncing
from visitapp.actions.opening import unlock
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, write
from visitapp.crypto.signing import SigningKey
from visitapp.domain.contact import Note
from visitapp.records.certificates import Certificate, read_certificate
from visitapp.records.chain import cited
from visitapp.records.envelope import read_record
from visitapp.store import keys, log, streams
from visitapp.sync.outcome import Outcome
from visitapp.words import load

SUITE, LONG = (25, 12), (1000, 25)
WHO = st.sampled_from(["worker", "lead"])


class Base(Struct, frozen=True):
    """An office that stands, both profiles shut, and what its server held."""

    folder: Path
    key: SigningKey
    certificate: Certificate
    organisation: bytes
    truth: list[Row]


@pytest.fixture
def base(tmp_path: Path) -> Base:
    """Made once; each run of the machine works on copies."""
    with office(tmp_path) as made:
        made.sync(made.lead)
        service = made.server._service
        assert service is not None
        pinned = keys.pinned(made.lead.db)
        assert pinned is not None
        truth = [Row(one.what, one.signed, one.beside) for one in log.entries(made.lead.db, pinned.organisation)]
        certificate = read_certificate(pinned.receipt)
        key = service.keys.receipt
    return Base(tmp_path, key, certificate, bytes.fromhex(pinned.organisation), truth)


class Office(RuleBasedStateMachine):
    """One worker, one lead, one case; and everybody else against them."""

    base: Base
    number = 0

    def __init__(self) -> None:
        super().__init__()
        Office.number += 1
        self.folder = self.base.folder / f"run {Office.number}"
        self.people: dict[str, Session] = {}

    @initialize()
    def begin(self) -> None:
        """Two laptops with one case between them."""
        say = load()
        for name in ("worker", "lead"):
            profile = self.folder / name
            shutil.copytree(self.base.folder / ("asha" if name == "worker" else "lead"), profile)
            self.people[name] = unlock(profile, PASSPHRASE, say=say, clock=Clock(), new_id=random_id)
        self.evil = EvilServer(self.base.key, self.base.certificate, {self.base.organisation: list(self.base.truth)})
        self.certificates = {name: set(keys.certificates(one.db)) for name, one in self.people.items()}
        self.said: dict[str, tuple[str, str]] = {}
        self.told = False
        self.odd: set[str] = set()
        self.stream = make_case_stream(self.people["worker"])
        self.founded = self.members(self.people["worker"])
        for name in ("worker", "lead"):
            self.evil.tell_all(self.device(name))
        self.sign("worker")
        self.cycle("worker")
        self.evil.tell_all(self.device("lead"))
        self.cycle("lead")

    # What people do.

    @rule(name=WHO)
    def sign(self, name: str) -> None:
        """Somebody signs a note in the case."""
        session = self.people[name]
        words = f"note {len(self.said)} by {name}"
        if streams.stream(session.db, self.stream) is not None:
            record = write(session, self.stream, note_of(session, words))
            self.said[record] = (session.who.member, words)

    @rule(name=WHO)
    def sync(self, name: str) -> None:
        """A cycle in which all that is new, and is not withheld, is told."""
        self.evil.tell_all(self.device(name))
        self.cycle(name)

    @rule(name=WHO)
    def sync_with_nothing_new(self, name: str) -> None:
        """The server withholds everything."""
        self.cycle(name)

    # What the server does.

    @rule(name=WHO, which=st.integers(0, 5))
    def withhold(self, name: str, which: int) -> None:
        """Leave one new entry out of what somebody is told, and tell at last what was left out before."""
        device = self.device(name)
        self.evil.withheld.pop(device, None)
        if news := self.evil.news(device, self.case):
            self.evil.withheld.setdefault(device, set()).add(news[which % len(news)].id)

    @rule(name=WHO, how=st.sampled_from(sorted(lying.STORIES)), which=st.integers(0, 5))
    def tell_oddly(self, name: str, how: str, which: int) -> None:
        """What is new comes in another order, twice, altered, mixed up; under receipts that are rightly signed."""
        device = self.device(name)
        for stream in list(self.evil.truth):
            if news := self.evil.news(device, stream):
                self.evil.tell(device, stream, lying.STORIES[how](news, which % len(news)))
        self.cycle(name)

    @rule(name=WHO, by=st.integers(1, 4))
    def roll_back(self, name: str, by: int) -> None:
        """Somebody is told less than before."""
        rows = self.evil.view(self.device(name)).get(self.case, [])
        if had := len(rows[-by:]) if self.cursor(name) == len(rows) else 0:
            del rows[-had:]
            assert self.cycle(name).alarms

    @rule(name=WHO, lies=st.lists(st.sampled_from(sorted(lying.TAKING)), min_size=1, max_size=4))
    def answer_falsely(self, name: str, lies: list[str]) -> None:
        """What others wrote comes with answers that are not as they should be."""
        self.sign("lead" if name == "worker" else "worker")
        for how in lies:
            self.evil.tell_all(self.device(name))
            line = self.evil.line(self.device(name))
            lying.TAKING[how](line)
            self.cycle(name, line)

    @rule(name=WHO, lies=st.lists(st.sampled_from(sorted(lying.SENDING)), min_size=1, max_size=4))
    def take_falsely(self, name: str, lies: list[str]) -> None:
        """What somebody wrote is answered as it should not be."""
        for how in lies:
            self.sign(name)
            line = self.evil.line(self.device(name))
            lying.SENDING[how](line)
            self.cycle(name, line)

    @rule(name=WHO)
    def fill_holes(self, name: str) -> None:
        """Where something came altered, something else that is genuine is offered."""
        device = self.device(name)
        rows, true = self.evil.view(device).get(self.case, []), self.evil.truth[self.case]
        for place, row in enumerate(rows):
            news = self.evil.news(device, self.case)
            if row not in true and news:
                rows[place] = news[0]
        self.cycle(name)

    @rule(how=st.sampled_from(sorted(lying.INJECTED)))
    def inject(self, how: str) -> None:
        """The server slips in a key, a member, another recovery key or a record of its own making."""
        stream, row = lying.INJECTED[how](self.people["worker"], self.base.organisation, self.case)
        self.odd.add(row.id.hex())
        self.evil.truth.setdefault(stream, []).append(row)

    # What a member's laptop does.

    @rule(how=st.sampled_from(sorted(forging.FORGED)))
    def forge(self, how: str) -> None:
        """The worker's own key signs what VisitApp would not."""
        worker = self.people["worker"]
        forged = forging.FORGED[how](worker, self.stream, f"forged {len(self.said)}")
        if forged is None:
            return
        row, words = forged
        self.odd.add(row.id.hex())
        if words:
            self.said[row.id.hex()] = (worker.who.member, words)
        self.evil.truth.setdefault(self.case, []).append(row)

    # What holds after every cycle.

    @property
    def case(self) -> bytes:
        return bytes.fromhex(self.stream)

    def device(self, name: str) -> bytes:
        return bytes.fromhex(self.people[name].device.id)

    def members(self, session: Session) -> str:
        """Who may read and write the case: its first epoch says so, and nobody who may has changed it."""
        found = streams.stream(session.db, self.stream)
        return found.members if found else ""

    def cursor(self, name: str) -> int:
        found = streams.stream(self.people[name].db, self.stream)
        return found.cursor if found else 0

    def cycle(self, name: str, line: EvilLine | None = None) -> Outcome:
        """A cycle, and everything that must hold after it."""
        session = self.people[name]
        before = {id_: words for id_, (_, words) in self.shown(session).items()}
        outcome = syncing.cycle(session, line or self.evil.line(self.device(name)), lambda job: job())
        note(f"{name}: {outcome}")
        self.told = self.told or bool(outcome.alarms or outcome.set_aside or outcome.problem)
        self.learn_signed_anew(session, before)
        self.nothing_false(session)
        self.own_is_all_there(session)
        self.on_the_server_is_true(session)
        assert set(keys.certificates(session.db)) == self.certificates[name]
        assert self.members(session) in (self.founded, "")
        if outcome.problem is None and self.lacks(session):
            assert outcome.alarms
        return outcome

    def shown(self, session: Session) -> dict[str, tuple[str, str]]:
        """(who, words) of each record that is shown."""
        return {
            one.record: (one.by, one.item.paragraphs[0].text)
            for one in session.kept(self.stream)
            if isinstance(one.item, Note)
        }

    def learn_signed_anew(self, session: Session, before: dict[str, str]) -> None:
        """What the server called a fork is signed again by its author, word for word."""
        known = set(before.values())
        for record, (by, words) in self.shown(session).items():
            if record not in self.said and by == session.who.member and words in known:
                self.said[record] = (by, words)

    def nothing_false(self, session: Session) -> None:
        for record, shown in self.shown(session).items():
            assert self.said[record] == shown

    def own_is_all_there(self, session: Session) -> None:
        here = sorted(words for by, words in self.shown(session).values() if by == session.who.member)
        own = {words for id_, (by, words) in self.said.items() if by == session.who.member and id_ not in self.odd}
        assert own <= set(here)

    def on_the_server_is_true(self, session: Session) -> None:
        for one in log.signed_entries(session.db, self.stream):
            held = log.entry(session.db, one.record)
            if not one.on_server or held is None or held.server_sequence is None:
                continue
            rows = session.db.execute(
                "SELECT sequence, head FROM receipt WHERE stream = ? AND sequence >= ?",
                (self.stream, held.server_sequence),
            ).fetchall()
            stood = [self.evil.signed[self.case, sequence, bytes.fromhex(head)] for sequence, head in rows]
            assert any(ids[held.server_sequence - 1].hex() == one.record for ids in stood)

    def lacks(self, session: Session) -> bool:
        """Whether something that is here, and counts, cites what is not here."""
        rows = session.db.execute(
            "SELECT id, signed FROM entry WHERE stream = ? AND what = 0 AND state <> 'quarantined'", (self.stream,)
        ).fetchall()
        here = {id_ for (id_,) in session.db.execute("SELECT id FROM entry")}
        return any(one.hex() not in here for _, signed in rows for one in cited(read_record(signed).core))

    def teardown(self) -> None:
        """The server is in good hands again. Where nothing was ever told, nothing may differ."""
        try:
            self.evil.withheld.clear()
            for name in ("worker", "lead", "worker", "lead"):
                self.evil.tell_all(self.device(name))
                self.cycle(name)
            if not self.told:
                worker, lead = self.people.values()
                assert lead.kept(self.stream) == worker.kept(self.stream)
                assert {words for _, words in self.said.values()} == {words for _, words in self.shown(lead).values()}
        finally:
            for session in self.people.values():
                session.shut()
            shutil.rmtree(self.folder)


def test_never_a_false_text_and_never_a_silent_loss(base: Base, long_run: bool) -> None:
    examples, steps = LONG if long_run else SUITE
    Office.base = base
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
