"""The whole tour: sets the stage, takes the steps, writes tour.json. Says where it stopped when it did."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtWidgets import QApplication

from visitapp.actions.tools import Tools
from visitapp.demo import people
from visitapp.demo.people import Demo
from visitapp.demo.tour.driver import Driver, TourFailed, Window
from visitapp.demo.tour.further import further_steps
from visitapp.demo.tour.lead import lead_steps
from visitapp.demo.tour.marker import Marker
from visitapp.demo.tour.scene import Scene
from visitapp.demo.tour.short import short_steps
from visitapp.demo.tour.worker import back_at_work, worker_steps
from visitapp.errors import VisitAppError

MARKER = "Rhubarb-and-custard mug"


class Stage(Struct, frozen=True):
    """What the tour is taken with. `folder`: for the profiles and the server; `pictures`: what stays.

    `further`: go on to what stands around the main job.
    """

    app: QApplication
    folder: Path
    pictures: Path
    tools: Tools
    open_window: Callable[[str], Window]
    further: bool = False


def take(stage: Stage) -> bool:
    """Take the tour. True when every step and every check held; tour.json says it either way."""
    marker = Marker(MARKER, _watched(stage))
    demo = people.make(
        stage.folder,
        argon=stage.tools.argon,
        clock=stage.tools.clock,
        new_id=stage.tools.new_id,
        say=stage.tools.say,
    )
    driver = Driver(stage.pictures, marker)
    scene = Scene(stage.tools, stage.open_window, demo, driver, marker)
    problem = ""
    try:
        _steps(scene)
        if stage.further:
            further_steps(scene)
    except (TourFailed, VisitAppError) as failed:
        problem = str(failed)
        with suppress(AttributeError):
            scene.window.shell.grab().save(str(stage.pictures / "stopped.png"))
    finally:
        scene.close()
        _stop(demo)
    told = {"ok": not problem, "steps": msgspec.to_builtins(driver.steps)}
    if problem:
        told["problem"] = problem
    (stage.pictures / "tour.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return not problem


def _steps(scene: Scene) -> None:
    worker_steps(scene)
    lead_steps(scene)
    back_at_work(scene)
    short_steps(scene)


def _stop(demo: Demo) -> None:
    if demo.server.running:
        demo.server.stop()


def _watched(stage: Stage) -> tuple[Path, ...]:
    """Where nothing may stand in plain: profiles, server, HOME and TMPDIR (which the command puts in there too)."""
    return (stage.folder,)
