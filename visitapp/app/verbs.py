"""All that the window needs once somebody goes in: verbs, pages, syncing. Loaded behind the first page, not before it.

Doors and desktop reach it through `load`, on the worker's thread, so that the unlock page is painted at once.
"""

from visitapp.actions import enrol as enrol
from visitapp.actions import numbers as numbers
from visitapp.actions import syncing as syncing
from visitapp.actions.cases import organisation_name as organisation_name
from visitapp.actions.opening import check_passphrase as check_passphrase
from visitapp.actions.opening import recognise as recognise
from visitapp.actions.opening import unlock as unlock
from visitapp.app.arriving import Arriving as Arriving
from visitapp.app.places import Pages as Pages
from visitapp.app.syncer import Syncer as Syncer
from visitapp.sync.outcome import Outcome as Outcome
from visitapp.ui.shell import furniture as furniture
