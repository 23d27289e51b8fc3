"""The application as the command line starts it, up to its first painting: for the bench and for what it loads.

When the unlock page's button has been painted (with all else, in one pass) it says so and ends, in the way of the
floor; where it was asked for the modules, a second line names those that were loaded by then.
"""

APPLICATION = """
import sys
from visitapp.app.commands import run  # first, as in life: PySide reads the source of every module that comes after it
from visitapp.app.heap import hold_back
hold_back()  # as the command line does before it loads the desktop
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from visitapp.ui.kit.press import PrimaryButton
paint = PrimaryButton.paintEvent
def painting(button, event):
    paint(button, event)
    QTimer.singleShot(0, painted)
def painted():
    print("painted", flush=True)
    if "modules" in sys.argv:
        print(*sorted(sys.modules), flush=True)
    QApplication.quit()
PrimaryButton.paintEvent = painting
sys.exit(run(["--data", sys.argv[1]]))
"""
