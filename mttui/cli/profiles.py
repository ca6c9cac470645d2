"""`mttui profiles`: lists the profiles of the config file."""

from __future__ import annotations

import json

import click

from mttui.local.config import load_config
from mttui.local.paths import config_file
from mttui.local.settings import Config, ProfileSettings


@click.command("profiles")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(as_json: bool) -> int:
    """List the configured profiles. No key is fetched or shown."""
    path = config_file()
    config = load_config(path)
    rows = [_row(config, name, settings) for name, settings in config.profiles.items()]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return 0
    if not rows:
        click.echo(f"No profile in {path}. Run: mttui login", err=True)
    for row in rows:
        words = [name for name in ("default", "production", "read_only") if row[name]]
        click.echo(_safe("  ".join([str(row["name"]), str(row["base_url"]), *words])))
    return 0


def _row(config: Config, name: str, settings: ProfileSettings) -> dict[str, object]:
    only_one = len(config.profiles) == 1
    return {
        "name": name,
        "base_url": settings.base_url,
        "default": name == config.default_profile or (only_one and config.default_profile is None),
        "production": settings.production,
        "read_only": settings.production if settings.read_only is None else settings.read_only,
    }


def _safe(text: str) -> str:
    from mttui.text import printable

    return printable(text)
