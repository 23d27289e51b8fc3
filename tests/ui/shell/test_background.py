"""One worker thread, answers on the UI thread, errors to whom they belong, nothing after the end."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from visitapp.errors import Offline, VisitAppError
from visitapp.ui.background import Background, describe


@pytest.fixture
def background(qtbot: QtBot):
    background = Background()
    yield background
    background.close()


def test_work_runs_on_the_one_worker_and_done_on_the_ui_thread(qtbot: QtBot, background: Background):
    workers: set[str] = set()
    done: list[tuple[int, str]] = []

    def work(number: int) -> int:
        workers.add(threading.current_thread().name)
        return number

    for number in range(20):
        background.run(
            lambda number=number: work(number), lambda got: done.append((got, threading.current_thread().name))
        )
    qtbot.waitUntil(lambda: len(done) == 20)
    assert workers == {"vault"}
    assert done == [(number, threading.main_thread().name) for number in range(20)]
    assert background.waiting == 0


def test_what_goes_first_overtakes(qtbot: QtBot, background: Background):
    order: list[str] = []
    gate = threading.Event()
    background.run(gate.wait, lambda _got: None)
    background.run(lambda: order.append("sync"), lambda _got: None)
    background.run(lambda: order.append("draft"), lambda _got: None, first=True)
    with qtbot.waitSignal(background.idle):
        gate.set()
    assert order == ["draft", "sync"]


def refuse() -> None:
    raise Offline


def break_down() -> None:
    raise KeyError("Ann")


def test_an_error_on_purpose_goes_to_failed(qtbot: QtBot, background: Background):
    failed: list[VisitAppError] = []
    with qtbot.assertNotEmitted(background.crashed):
        background.run(refuse, lambda _got: None, failed.append)
        qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Offline)


def test_a_bug_goes_to_the_crash_dialog_and_the_worker_goes_on(qtbot: QtBot, background: Background):
    done: list[int] = []
    with qtbot.waitSignal(background.crashed) as told:
        background.run(break_down, lambda _got: None, lambda _error: None)
    background.run(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert isinstance(told.args[0], KeyError)


def test_a_bug_is_described_without_its_words():
    try:
        break_down()
    except KeyError as error:
        said = describe(error)
    assert "Ann" not in said
    assert said.startswith("KeyError test_background.py:")


def test_nobody_is_called_for_a_page_that_is_gone(qtbot: QtBot, background: Background):
    called: list[int] = []
    page = QObject()
    gate = threading.Event()
    background.run(gate.wait, lambda _got: called.append(1), owner=page)
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    with qtbot.waitSignal(background.idle):
        gate.set()
    assert called == []


class Held:
    """Something of a page's; tells on which thread it goes."""

    def __init__(self, gone: list[str]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread().name)

    def use(self, *_given: object) -> None:
        """Nothing."""

    def refuse(self) -> None:
        raise Offline

    def break_down(self) -> None:
        raise KeyError(self)


@pytest.mark.parametrize("ends", ["well", "refused", "broken"])
def test_what_belongs_to_a_page_goes_on_the_ui_thread(qtbot: QtBot, background: Background, ends: str):
    """A page that goes on the worker's, while Qt lays it out, ends the whole program."""
    gone: list[str] = []
    gate = threading.Event()
    background.run(gate.wait, lambda _got: None)
    for _ in range(20):
        held = Held(gone)
        work = {"well": held.use, "refused": held.refuse, "broken": held.break_down}[ends]
        background.run(work, held.use, held.use)
        del held, work
    with qtbot.waitSignal(background.idle):
        gate.set()
    background.run(lambda: None, lambda _got: None)
    qtbot.waitUntil(lambda: background.waiting == 0)
    assert gone == [threading.main_thread().name] * 20


def test_another_thread_may_ask(qtbot: QtBot, background: Background):
    answers: list[object] = []

    def runner() -> None:
        answers.append(background.ask(lambda: threading.current_thread().name))
        with pytest.raises(Offline):
            background.ask(refuse)
        answers.append("over")

    thread = threading.Thread(target=runner)
    thread.start()
    thread.join()
    assert answers == ["vault", "over"]


def test_closing_does_what_waits_and_calls_nobody(qtbot: QtBot):
    background = Background()
    saved: list[int] = []
    called: list[int] = []
    for number in range(5):
        background.run(lambda number=number: saved.append(number), lambda _got: called.append(1), first=True)
    background.close()
    background.close()
    background.run(lambda: saved.append(99), lambda _got: None)
    assert saved == [0, 1, 2, 3, 4]
    with pytest.raises(RuntimeError):
        background.ask(lambda: 1)
    assert called == []
