"""What the window is furnished with once somebody is in. Loaded when the first of it is shown, not before."""

from visitapp.ui.cover.page import CoverPage as CoverPage
from visitapp.ui.kit.page import Command as Command
from visitapp.ui.lock.watch import LockWatch as LockWatch
from visitapp.ui.shell.commands import CommandPalette as CommandPalette
from visitapp.ui.shell.crash import CrashTeller as CrashTeller
from visitapp.ui.shell.places import Places as Places
from visitapp.ui.shell.sidebar import SideBar as SideBar
from visitapp.ui.shell.statusline import StatusLine as StatusLine
from visitapp.ui.shell.warning import LockWarning as LockWarning
