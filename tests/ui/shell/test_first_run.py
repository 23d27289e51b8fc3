"""The first run: what is looked at before anything is sent, what is kept, and what comes out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from visitapp.ui.firstrun.checks import Founding, Joining, check_founding, check_joining, tidy_address
from visitapp.ui.firstrun.page import FirstRun
from visitapp.ui.firstrun.pages import RecoveryPage
from visitapp.ui.firstrun.printing import put_on_paper
from visitapp.ui.kit.rows import RowButton

WORDS = "four plain words here"


def problems(**typed: str) -> list[tuple[str, str]]:
    whole = {"address": "https://visits.example.org", "code": "ABCD", "passphrase": WORDS, "again": WORDS} | typed
    return [(field, problem.id) for field, problem in check_joining(Joining(**whole))]


def test_all_is_well():
    assert problems() == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"address": ""}, ("address", "firstrun.error.address")),
        ({"address": "https://"}, ("address", "firstrun.error.address")),
        ({"address": "ftp://visits.example.org"}, ("address", "firstrun.error.address")),
        ({"address": "https://[::1"}, ("address", "firstrun.error.address")),
        ({"address": "https://visits.example.org:port"}, ("address", "firstrun.error.address")),
        ({"address": "http://visits.example.org"}, ("address", "firstrun.error.plain_http")),
        ({"code": "  "}, ("code", "firstrun.error.invite")),
        ({"passphrase": "short"}, ("passphrase", "firstrun.error.short")),
        ({"again": "four plain words hear"}, ("again", "firstrun.error.again")),
    ],
)
def test_what_is_to_be_put_right(typed: dict[str, str], found: tuple[str, str]):
    assert problems(**typed) == [found]


@pytest.mark.parametrize(
    "address", ["visits.example.org", "http://127.0.0.1:8440", "http://localhost:1/", "http://[::1]:8"]
)
def test_addresses_that_are_taken(address: str):
    assert problems(address=address) == []


def test_an_address_is_https_unless_it_says_otherwise():
    assert tidy_address(" visits.example.org/ ") == "https://visits.example.org"
    assert tidy_address("http://127.0.0.1:8440/") == "http://127.0.0.1:8440"


def test_everything_missing_is_told_at_once():
    found = [field for field, _ in check_founding(Founding("", "", "", "", "", ""))]
    assert found == ["organisation", "name", "address", "code", "passphrase"]


@pytest.fixture
def first_run(qtbot: QtBot, theme, say) -> FirstRun:
    first_run = FirstRun(say)
    qtbot.addWidget(first_run)
    first_run.resize(1366, 768)
    first_run.show()
    return first_run


def choose(first_run: FirstRun, place: int) -> None:
    first_run.choice.findChildren(RowButton)[place].click()


def test_three_plain_choices(qtbot: QtBot, first_run: FirstRun, unnamed):
    assert len(first_run.choice.findChildren(RowButton)) == 3
    with qtbot.waitSignal(first_run.demo_wanted):
        choose(first_run, 2)
    for page in (first_run.choice, first_run.join, first_run.found, first_run.waiting):
        first_run.setCurrentWidget(page)
        assert unnamed(page) == []


def fill(form, **typed: str) -> None:
    for name, words in typed.items():
        field = form._fields[name]
        line = field if hasattr(field, "set_value") else field.line
        line.set_value(words)


def test_joining(qtbot: QtBot, first_run: FirstRun):
    choose(first_run, 0)
    form = first_run.join
    with qtbot.assertNotEmitted(first_run.join_wanted):
        form.button.click()
    assert form.errors.isVisible()
    fill(form, address="visits.example.org", code="ABCD", passphrase=WORDS, again=WORDS)
    with qtbot.waitSignal(first_run.join_wanted) as told:
        form.button.click()
    assert told.args == [Joining("visits.example.org", "ABCD", WORDS, WORDS)]
    assert not form.button.isEnabled()
    assert not form.errors.isVisible()
    first_run.show_failed("That invite was used before.")
    assert form.button.isEnabled()
    assert form.failed.isVisible()
    assert form._typed("code") == "ABCD"
    first_run.show_waiting()
    assert first_run.currentWidget() is first_run.waiting
    first_run.show_done("Kim Doe", "Hill Town")
    with qtbot.waitSignal(first_run.finished):
        qtbot.keyClick(first_run.currentWidget().start_at, Qt.Key.Key_Space)


def test_going_back_keeps_what_was_typed(first_run: FirstRun):
    choose(first_run, 0)
    fill(first_run.join, code="ABCD")
    first_run.join._back.click()
    assert first_run.currentWidget() is first_run.choice
    choose(first_run, 0)
    assert first_run.join._typed("code") == "ABCD"


def test_founding_and_the_recovery_sheet(qtbot: QtBot, first_run: FirstRun):
    choose(first_run, 1)
    form = first_run.found
    typed = {"organisation": "Hill Town", "name": "Sam Lee", "address": "visits.example.org", "setup_code": "WXYZ"}
    fill(form, **typed, passphrase=WORDS, again=WORDS)
    with qtbot.waitSignal(first_run.found_wanted) as told:
        form.button.click()
    assert told.args == [Founding("Hill Town", "Sam Lee", "visits.example.org", "WXYZ", WORDS, WORDS)]
    first_run.show_recovery("ABCD-EFGH")
    page = first_run.currentWidget()
    assert isinstance(page, RecoveryPage)
    with qtbot.waitSignal(first_run.print_wanted) as printed:
        page.button.click()
    assert printed.args == ["ABCD-EFGH"]
    with qtbot.assertNotEmitted(first_run.recovery_kept):
        page._go_on()
    assert page.errors.isVisible()
    page.kept.click()
    with qtbot.waitSignal(first_run.recovery_kept):
        page._go_on()


def test_the_sheet_can_be_put_on_paper(qapp, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    put_on_paper("VisitApp recovery sheet\nABCD-EFGH", printer)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
