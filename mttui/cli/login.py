"""`mttui login`: writes a profile into the config file."""

from __future__ import annotations

import sys

import click

from mttui.cli.weather import refuse_account
from mttui.local.config import load_config
from mttui.local.flags import Flags
from mttui.local.paths import config_file
from mttui.local.save import add_profile
from mttui.local.settings import DEFAULT_BASE_URL


@click.command("login")
@click.option("--name", help="The name of the new profile; asked for when left out.")
@click.option("--url", default=DEFAULT_BASE_URL, show_default=True, help="Where the API is.")
@click.option("--key-command", metavar="COMMAND", help="Keep no key: run this command for it each time.")
@click.option("--production/--no-production", default=None, help="Whether real mail leaves from it.")
@click.pass_obj
def command(
    flags: Flags, name: str | None, url: str, key_command: str | None, production: bool | None
) -> int:
    """Write a profile into the config file.

    The key is asked for without showing it, or read from a pipe after the other answers. It is kept in
    the file, which only you can read; with --key-command it is kept nowhere.
    """
    refuse_account(flags, "login makes a new profile, see --name and --url")
    path = config_file()
    load_config(path)
    name = name or click.prompt("Name of the profile", default="main", err=True)
    if production is None:
        production = click.confirm("Does real mail leave from it?", default=True, err=True)
    settings: dict[str, object] = {"base_url": url, "production": production}
    if key_command is None:
        hidden = sys.stdin.isatty()
        settings["api_key"] = click.prompt("API key (not shown)", hide_input=hidden, err=True)
    else:
        settings["api_key_command"] = key_command
    add_profile(path, name, settings)
    click.echo(f"Profile {name} is in {path}. Run: mttui --profile {name}", err=True)
    return 0
