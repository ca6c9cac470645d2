"""The screens as they are drawn, at the three sizes that the design names.

Look at the report before you accept a difference: `pytest tests/snapshots --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from tests.flows.world import build_stage
from tests.snapshots.scenes import SCENES, SIZES, Scene


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_scene(snap_compare: Callable[..., bool], scene: Scene, size: tuple[int, int]) -> None:
    stage = build_stage(scene.scenario, settings=scene.settings)

    async def play(pilot: Pilot[int]) -> None:
        await scene.play(stage.world(pilot))

    try:
        with patch("mttui.screens.base.FRAME", 0.0005):
            assert snap_compare(stage.app, terminal_size=size, run_before=play)
    finally:
        stage.close()
