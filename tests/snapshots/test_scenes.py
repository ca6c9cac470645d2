"""The screens as they are drawn, at the three sizes that the design names.

Look at the report before you accept a difference: `pytest tests/snapshots --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.flows.world import build_stage
from tests.snapshots.scenes import SCENES, Scene, by_hand, perform

CASES = [(scene, size) for scene in SCENES for size in scene.sizes]


@pytest.mark.parametrize(
    ("scene", "size"), CASES, ids=[f"{scene.name}-{size[0]}x{size[1]}" for scene, size in CASES]
)
def test_scene(snap_compare: Callable[..., bool], scene: Scene, size: tuple[int, int]) -> None:
    stage = build_stage(scene.scenario, settings=scene.settings, config=scene.config)

    async def play(pilot: Pilot[int]) -> None:
        await perform(scene, stage.world(pilot))

    try:
        with by_hand():
            assert snap_compare(stage.app, terminal_size=size, run_before=play)
    finally:
        stage.close()
