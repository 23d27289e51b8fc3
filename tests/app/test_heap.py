"""What is loaded is left out of the search for garbage, once; what is made later is still found."""

import subprocess
import sys

PROGRAM = """
import gc, weakref
from visitapp.app.heap import leave_out_what_is_loaded
class Node:
    pass
leave_out_what_is_loaded()
count = gc.get_freeze_count()
assert count > 1000
node = Node()
node.itself = node
gone = weakref.ref(node)
leave_out_what_is_loaded()
assert gc.get_freeze_count() <= count
del node
gc.collect()
assert gone() is None
"""


def test_what_is_loaded_is_left_out_and_garbage_is_still_found():
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
