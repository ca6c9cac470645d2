"""Make the pictures of the README: `python -m tests.screenshots`.

They are the scenes of the snapshot tests, written to `screenshots/` as SVG.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.flows.world import build_stage
from tests.snapshots.scenes import SCENES, Scene, by_hand, perform

FOLDER = Path(__file__).parents[1] / "screenshots"
PICTURES: tuple[tuple[str, tuple[int, int]], ...] = (
    ("ops-calm", (80, 24)),
    ("ops-incident", (120, 40)),
    ("incident", (80, 24)),
    ("incident", (120, 40)),
    ("incident-cancel", (120, 40)),
    ("incident-leaked-key", (120, 40)),
    ("incident-resolved", (120, 40)),
    ("incident", (200, 50)),
    ("inbox", (80, 24)),
    ("inbox", (120, 40)),
    ("inbox-reply", (120, 40)),
)
"""Scene and size of each picture."""


async def picture(scene: Scene, size: tuple[int, int]) -> str:
    """Play a scene and return the terminal as SVG."""
    stage = build_stage(scene.scenario, settings={"name": "demo"} | scene.settings, config=scene.config)
    try:
        with by_hand():
            async with stage.app.run_test(size=size) as pilot:
                await perform(scene, stage.world(pilot))
                return stage.app.export_screenshot(title="mttui")
    finally:
        stage.close()


def main() -> None:
    """Write all pictures."""
    scenes = {scene.name: scene for scene in SCENES}
    FOLDER.mkdir(exist_ok=True)
    for name, size in PICTURES:
        path = FOLDER / f"{name}-{size[0]}x{size[1]}.svg"
        path.write_text(asyncio.run(picture(scenes[name], size)), encoding="utf-8")
        sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
