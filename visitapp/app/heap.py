"""Python's search for garbage, kept away from what the program is made of.

A full search looks through everything that is loaded, some hundred thousand objects of which none ever goes, and holds
every thread for it: 70 ms, in the middle of a sync as well as under somebody's fingers (DESIGN.md 7, UI held).
"""

import gc


def hold_back() -> None:
    """While the program starts nothing that is made goes away again: look for no garbage until `go_on`."""
    gc.disable()


def go_on() -> None:
    """Look for garbage as Python does."""
    gc.enable()


def leave_out_what_is_loaded() -> None:
    """From now on garbage is looked for only among what is made later. The first call of a process counts."""
    if not gc.get_freeze_count():
        gc.freeze()
