"""What is shipped, what is pinned, and that README and CI say the same."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from mttui import __version__
from mttui.cli.commands import COMMANDS
from mttui.local.config import load_config
from mttui.local.paths import styles_dir
from mttui.sandbox import SCENARIOS

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
README = (ROOT / "README.md").read_text()
PINNED = ("textual", "rich", "syrupy", "pytest-textual-snapshot")
"""What the pictures of the snapshot tests depend on."""


def section(title: str) -> str:
    """A section of the README."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def fenced(text: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def name_of(requirement: str) -> str:
    """The package that a requirement is about."""
    return re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0].lower()


def build(kind: str, folder: Path) -> zipfile.ZipFile:
    """Build a wheel with the installed build back end: `wheel` or `editable`."""
    code = f"import sys; from hatchling.build import build_{kind} as build; print(build(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return zipfile.ZipFile(folder / done.stdout.split()[-1])


def test_the_wheel_holds_the_package_and_its_styles(tmp_path: Path) -> None:
    with build("wheel", tmp_path) as wheel:
        names = set(wheel.namelist())
        metadata = next(name for name in names if name.endswith("/METADATA"))
        assert f"Version: {__version__}\n" in wheel.read(metadata).decode()
    here = {str(path.relative_to(ROOT)) for path in (ROOT / "mttui").rglob("*.py")}
    styles = {f"mttui/styles/{path.name}" for path in (ROOT / "styles").glob("*.tcss")}
    assert styles
    assert here | styles | {"mttui/py.typed"} <= names
    strangers = {name for name in names if not name.startswith(("mttui/", f"mttui-{__version__}.dist-info/"))}
    assert strangers == set()


def test_an_editable_install_finds_the_styles_of_the_repository(tmp_path: Path) -> None:
    with build("editable", tmp_path) as wheel:
        (link,) = (name for name in wheel.namelist() if name.endswith(".pth"))
        assert wheel.read(link).decode().strip() == str(ROOT)
    assert styles_dir() == ROOT / "styles"
    assert (styles_dir() / "tokens.tcss").is_file()


@pytest.mark.parametrize("package", PINNED)
def test_what_snapshots_depend_on_is_pinned_exactly(package: str) -> None:
    requirements = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    (requirement,) = (item for item in requirements if name_of(item) == package)
    assert requirement == f"{package}=={version(package)}"


def test_the_readme_names_every_dependency() -> None:
    table = [row.split("|")[1] for row in section("What it needs").splitlines() if row.startswith("| ")]
    named = {name.strip() for row in table[2:] for name in row.split(",")}
    assert named == {name_of(requirement) for requirement in PROJECT["dependencies"]}


def test_the_readme_has_one_command_to_try_and_one_to_test() -> None:
    (to_try,) = fenced(section("Try it"), "sh")
    (to_test,) = fenced(section("Test it"), "sh")
    assert to_try.count("\n") == to_test.count("\n") == 1
    assert to_try.startswith("python3 -m venv")
    assert to_try.endswith("mttui demo\n")
    assert "pytest" in to_test


def test_ci_runs_the_very_test_command_of_the_readme() -> None:
    done = subprocess.run(
        ["bash", ".ci/run", "--test-command"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert [done.stdout] == fenced(section("Test it"), "sh")
    assert 'eval "$command"' in (ROOT / ".ci" / "run").read_text()


def test_the_config_of_the_readme_is_valid(tmp_path: Path) -> None:
    (sample,) = fenced(README, "toml")
    path = tmp_path / "config.toml"
    path.write_text(sample)
    assert load_config(path).default_profile == "oncall"


def test_the_readme_knows_the_commands_and_scenarios() -> None:
    table = section("The command line")
    assert [name for name in COMMANDS if f"| `mttui {name}`" not in table] == []
    assert [name for name in SCENARIOS if f"`{name}`" not in table and f" {name}`" not in table] == []
