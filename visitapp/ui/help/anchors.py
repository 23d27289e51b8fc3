"""Which section of help belongs to which page of the window: where F1 leads."""

from PySide6.QtWidgets import QWidget

from visitapp.ui.bodymap.page import BodyMapPage
from visitapp.ui.case.addendum.page import AddendumPage
from visitapp.ui.case.body.page import BodyPage
from visitapp.ui.case.chronology.page import ChronologyPage
from visitapp.ui.case.family.page import FamilyPage
from visitapp.ui.case.overview.page import OverviewPage
from visitapp.ui.case.patterns.page import PatternsPage
from visitapp.ui.case.said.page import SaidPage
from visitapp.ui.case.views.page import ViewsPage
from visitapp.ui.case.visit.page import VisitPage
from visitapp.ui.cases.bring import BringPage
from visitapp.ui.cases.newfamily import NewFamilyPage
from visitapp.ui.cases.page import CasesPage
from visitapp.ui.copying.listpage import CopyListPage
from visitapp.ui.copying.page import CopyPage
from visitapp.ui.firstsync.page import FirstSyncPage
from visitapp.ui.inbox.page import InboxPage
from visitapp.ui.inbox.visitpage import LeadVisitPage
from visitapp.ui.noreply.page import NoReplyPage
from visitapp.ui.people.numberspage import NumbersPage
from visitapp.ui.people.page import PeoplePage
from visitapp.ui.questions.ownpage import OwnPage
from visitapp.ui.questions.page import ChecklistPage, HistoryPage
from visitapp.ui.questions.productpage import ProductPage
from visitapp.ui.questions.thresholdspage import ThresholdsPage
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.reference.page import ReferencePage
from visitapp.ui.search.page import SearchPage
from visitapp.ui.settings.page import SettingsPage
from visitapp.ui.status.page import StatusPage
from visitapp.ui.team.page import TeamPage
from visitapp.ui.today.page import TodayPage
from visitapp.ui.training.choosepage import ChoosePage
from visitapp.ui.training.page import TrainingPage
from visitapp.ui.visit.be_there.page import BeTherePage
from visitapp.ui.visit.before_you_drive.page import BeforeYouDrivePage
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.prepare.page import PreparePage
from visitapp.ui.visit.sign.happened import SignHappenedPage
from visitapp.ui.visit.sign.make_of_it import MakeOfItPage
from visitapp.ui.visit.write_up.page import WriteUpPage

ELSEWHERE = "first-day#the-window"
"""Where F1 leads on a page that has no section of its own."""

SECTIONS: dict[type[QWidget], str] = {
    TodayPage: "first-day#today",
    CasesPage: "first-day#families",
    NewFamilyPage: "first-day#families",
    BringPage: "first-day#families",
    SearchPage: "first-day#finding-words",
    SettingsPage: "first-day#locking-and-covering",
    PreparePage: "visit#prepare",
    BeTherePage: "visit#be-there",
    BeforeYouDrivePage: "visit#before-you-drive-away",
    WriteUpPage: "visit#write-up",
    SignHappenedPage: "visit#sign-what-happened",
    MakeOfItPage: "visit#sign-what-i-make-of-it",
    QuickNotePage: "visit#a-quick-note-and-a-visit-without-a-reply",
    NoReplyPage: "visit#a-quick-note-and-a-visit-without-a-reply",
    AddendumPage: "visit#correcting-what-is-signed",
    VisitPage: "visit#correcting-what-is-signed",
    CopyPage: "visit#copying-into-the-case-system",
    CopyListPage: "visit#copying-into-the-case-system",
    ReferencePage: "questions#what-the-questions-rest-on",
    BodyMapPage: "marks#writing-a-mark-down",
    OverviewPage: "family#over-time",
    ChronologyPage: "family#over-time",
    PatternsPage: "family#what-stands-out-over-time",
    BodyPage: "family#the-body",
    ViewsPage: "family#views",
    FamilyPage: "family#people",
    SaidPage: "marks#what-people-said-about-it",
    StatusPage: "sync#receipts",
    FirstSyncPage: "sync#the-first-sync",
    ChecklistPage: "lead#the-list-of-questions",
    HistoryPage: "lead#the-list-of-questions",
    OwnPage: "lead#the-list-of-questions",
    ProductPage: "lead#the-list-of-questions",
    ThresholdsPage: "lead#the-list-of-questions",
    InboxPage: "lead#the-inbox",
    LeadVisitPage: "lead#reading-and-answering-a-visit",
    TeamPage: "lead#the-team-picture",
    PeoplePage: "lead#inviting-somebody",
    NumbersPage: "lead#the-numbers-to-ring",
    ChoosePage: "training#a-family-contact-by-contact",
    TrainingPage: "training#a-family-contact-by-contact",
}


def section_of(page: QWidget | None) -> str:
    """Where help for a page stands, as page#section; for a visit, that of the part which is shown."""
    if isinstance(page, VisitFlow):
        return section_of(page.help_page())
    kinds = type(page).__mro__ if page is not None else ()
    return next((SECTIONS[kind] for kind in kinds if kind in SECTIONS), ELSEWHERE)
