"""A question tried on the past: what replay says, in slices, and nothing written."""

import time
from datetime import timedelta

from tests.office.casework import casework
from tests.office.made import Office
from visitapp.actions.cases import cases
from visitapp.actions.dry_run import DAYS, DryRun, Progress
from visitapp.domain.checklist import OwnQuestion
from visitapp.domain.organisation import Thresholds
from visitapp.questions.bank import compile_file
from visitapp.questions.bankfile import FORMAT, BankFile
from visitapp.questions.changed import as_question
from visitapp.questions.replay import replay
from visitapp.store import sending

OWN = OwnQuestion(
    id="own_bruise", words="Who saw the bruise first?", why="Because.", source="Team", subject="mark",
    condition="mark.bruise",
)  # fmt: skip


def through(dry: DryRun, seconds: float) -> tuple[Progress, int]:
    slices, progress = 1, dry.go_on(seconds)
    while not progress.over:
        slices, progress = slices + 1, dry.go_on(seconds)
    return progress, slices


def test_it_finds_what_replay_finds_and_writes_nothing(the_office: Office):
    casework(the_office)
    lead = the_office.lead
    before = (sending.counts(lead.db), lead.db.total_changes)
    progress, _ = through(DryRun(lead, OWN), 60.0)
    bank = compile_file(BankFile(FORMAT, "", (as_question(OWN),)))
    since = lead.today() - timedelta(days=DAYS)
    expected = {
        (line.stream, step.contact.id)
        for line in cases(lead)
        for step in replay(lead.kept(line.stream), bank, Thresholds())
        if any(not due.carried and not due.from_lead for due in step.dues)
        and step.case.kept_by_id[step.contact.id].known_on >= since
    }
    assert {(one.stream, one.contact) for one in progress.found} == expected
    assert expected
    assert progress.done == progress.cases == len(cases(lead))
    assert all(one.on >= since and one.title for one in progress.found)
    assert (sending.counts(lead.db), lead.db.total_changes) == before


def test_slices_are_short_and_come_to_the_same(the_office: Office):
    casework(the_office)
    lead = the_office.lead
    whole, _ = through(DryRun(lead, OWN), 60.0)
    dry, longest = DryRun(lead, OWN), 0.0
    sliced, slices = through(dry, 0.0)
    assert sliced == whole
    assert slices > whole.cases
    dry = DryRun(lead, OWN)
    while True:
        begun = time.thread_time()
        progress = dry.go_on()
        longest = max(longest, time.thread_time() - begun)
        if progress.over:
            break
    assert longest < 0.25  # 0.05 is aimed at; eight of us share two cores here, and reading a case comes first
