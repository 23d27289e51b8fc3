"""The row of the first signature: a visit of 20 answers and 6 marks, from the click until it is durable and said."""

import time
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEventLoop

from tests.bench import floors, prose
from tests.bench.longcase import sign_long_case
from tests.bench.rows import Row, alternate
from tests.office.made import office
from visitapp.actions import visits
from visitapp.actions.session import Session
from visitapp.domain.contact import Paragraph
from visitapp.domain.draft import Draft
from visitapp.domain.family import Child
from visitapp.domain.judgement import Answer
from visitapp.domain.marks import Mark
from visitapp.store import log
from visitapp.ui.background import Background

ANSWERS, MARKS = 20, 6
_CONTACTS = 200


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Measure; `folder` is empty. Needs Qt's event loop, but no screen."""
    app = QCoreApplication.instance() or QCoreApplication([])
    background = Background()
    try:
        with office(folder / "office") as made:
            session = made.worker
            stream = sign_long_case(session, _CONTACTS)
            notes = prose.notes(600)
            _sign(background, session, _written(session, stream, next(notes)))
            plain = floors.cipher(folder / "floor.db")
            plain.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, body BLOB)")
            rows_of_one = _rows_of_newest(session, stream)
            yield alternate(
                f"sign a visit ({ANSWERS} answers, {MARKS} marks), durable",
                lambda: _sign(background, session, _written(session, stream, next(notes))),
                lambda: floors.one_transaction(plain, rows_of_one),
                budget=3,
                people=0.05,
                tail=True,
                rounds=rounds,
            )
            plain.close()
    finally:
        background.close()
        app.processEvents()


def _written(session: Session, stream: str, words: str) -> Draft:
    """A visit as it stands before the first signature, saved; the case is open, as it is on the screen."""
    draft = visits.begin(session, stream, "visit")
    child = next(one for one in session.case(stream).all_kept if isinstance(one.item, Child)).item.id
    contact = draft.contact.id
    marks = tuple(
        Mark(
            id=session.new_id(),
            contact=contact,
            child=child,
            region="shin",
            side="left",
            kind="bruise",
            text=words[:40],
        )
        for _ in range(MARKS)
    )
    answers = tuple(
        Answer(
            id=session.new_id(), question="Q10", contact=contact, text=words[start : start + 120], card=f"card {start}"
        )
        for start in range(ANSWERS)
    )
    draft = replace(draft, items=(*draft.items, *marks, *answers), note=(Paragraph(words),))
    visits.save(session, draft)
    return draft


def _sign(background: Background, session: Session, draft: Draft) -> float:
    loop = QEventLoop()
    signed: list[Draft] = []

    def said(remains: Draft) -> None:
        signed.append(remains)
        loop.quit()

    background.crashed.connect(lambda _: loop.exit(1))
    begun = time.perf_counter()
    background.run(lambda: visits.sign_happened(session, draft), said)
    broken = loop.exec()
    taken = time.perf_counter() - begun
    if broken:
        raise AssertionError("signing broke off")
    _check(session, draft, signed)
    return taken


def _check(session: Session, draft: Draft, signed: list[Draft]) -> None:
    record = signed[0].happened_record if signed else ""
    kept = [one.item for one in session.kept(draft.case) if one.record == record]
    counted = (sum(isinstance(one, Answer) for one in kept), sum(isinstance(one, Mark) for one in kept))
    resumed = visits.resume(session, draft.id).draft
    if counted != (ANSWERS, MARKS) or resumed.happened_record != record:
        raise AssertionError("the visit is not signed whole")


def _rows_of_newest(session: Session, stream: str) -> list[bytes]:
    """What a signature wrote: the record, its items, their words, and what remains of the draft."""
    record = log.signed_entries(session.db, stream)[-1].record
    signed, beside = session.db.execute("SELECT signed, beside FROM entry WHERE id = ?", (record,)).fetchone()
    query = "SELECT content FROM item_told WHERE record = ?"
    contents = [content for (content,) in session.db.execute(query, (record,))]
    words = [said.encode() for (said,) in session.db.execute("SELECT words FROM said WHERE record = ?", (record,))]
    draft = session.db.execute("SELECT content FROM draft ORDER BY saved DESC").fetchone()[0]
    return [signed, beside, *contents, *words, draft]
