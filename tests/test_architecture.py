"""The rules of the house, checked: import directions, sizes, who may use what, no markup from data."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "mttui").rglob("*.py"))
LONGEST = 400
"""Lines. A module past this is two."""

HTTPX_IN = {"mttui/api/transport.py", "mttui/cli/demo.py"}
"""The module that sends requests, and the one that builds a client onto the sandbox."""

PRINT_IN = ("mttui/cli/",)

MARKUP_TAKERS = {
    "Button", "Checkbox", "Collapsible", "Label", "Link", "Markdown", "Option", "OptionList",
    "RadioButton", "Static", "Switch", "TabPane", "Tab", "Toast", "Tooltip", "notify",
}  # fmt: skip
"""Calls of Textual that read text as markup: `[/b]` in a subject would end the app."""

MARKUP_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "loading_message"}
"""Attributes that Textual reads as markup when they are set."""

SAFE_MAKERS = {"Content", "Text"}
"""What makes text safe: Textual's `Content` and Rich's `Text` hold no markup."""


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def called(node: ast.Call) -> str:
    """The last name of what is called: `notify` of `self.app.notify(...)`."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def makes_safe(node: ast.Call) -> bool:
    """Whether a call gives text that is not read as markup: `Content(x)`, `Content.styled(x, "…")`."""
    function = node.func.value if isinstance(node.func, ast.Attribute) else node.func
    return isinstance(function, ast.Name) and function.id in SAFE_MAKERS


def is_safe(node: ast.expr | None) -> bool:
    """Whether an expression can hold no markup but what a programmer wrote there."""
    if node is None or isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return is_safe(node.body) and is_safe(node.orelse)
    if isinstance(node, ast.Name):
        return node.id.isupper()
    return isinstance(node, ast.Call) and makes_safe(node)


def markup_off(node: ast.Call) -> bool:
    return any(
        keyword.arg == "markup" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False
        for keyword in node.keywords
    )


def calls_with_markup(node: ast.Call) -> bool:
    """Whether a call hands something that is not a literal to what reads markup."""
    name = called(node)
    if name in {"from_markup", "update"}:
        return any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in node.args)
    if name not in MARKUP_TAKERS or markup_off(node):
        return False
    texts = [*node.args, *(k.value for k in node.keywords if k.arg in {"label", "title", "message"})]
    return not all(is_safe(text) for text in texts)


def sets_markup(node: ast.Assign | ast.AnnAssign) -> bool:
    """Whether an assignment sets an attribute that is read as markup to something not literal."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    named = {target.attr for target in targets if isinstance(target, ast.Attribute)}
    return bool(named & MARKUP_ATTRIBUTES) and not is_safe(node.value)


def markup_from_data(tree: ast.AST) -> Iterator[int]:
    """The lines where something that is not a literal gets to where Textual reads markup."""
    for node in ast.walk(tree):
        calls = isinstance(node, ast.Call) and calls_with_markup(node)
        sets = isinstance(node, ast.Assign | ast.AnnAssign) and sets_markup(node)
        if calls or sets:
            yield getattr(node, "lineno", 0)


def imported(tree: ast.AST) -> set[str]:
    """The packages that a module imports when it runs, anywhere in it."""
    found: set[str] = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
        elif not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)):
            found |= imported(node)
    return found


def has_code(path: Path) -> bool:
    """Whether a module has more in it than words and values."""
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom)
        for node in tree_of(path).body
    )


def test_imports_point_one_way() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=50
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_is_too_long() -> None:
    lengths = {relative(path): len(path.read_text().splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_httpx_is_used_where_requests_are_made_and_nowhere_else() -> None:
    using = {relative(path) for path in MODULES if "httpx" in imported(tree_of(path))}
    assert using == HTTPX_IN


def test_nothing_prints_but_the_command_line() -> None:
    printing = [
        f"{relative(path)}:{node.lineno}"
        for path in MODULES
        if not relative(path).startswith(PRINT_IN)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_annotations_are_postponed_everywhere() -> None:
    missing = [
        relative(path)
        for path in MODULES
        if has_code(path) and "from __future__ import annotations" not in path.read_text()
    ]
    assert missing == []


def test_no_markup_is_made_from_data() -> None:
    found = [f"{relative(path)}:{line}" for path in MODULES for line in markup_from_data(tree_of(path))]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "Static(subject)",
        "Static(f'[b]{subject}[/b]')",
        "yield Label('hi ' + name)",
        "app.notify(error.message)",
        "app.notify(message=error.message)",
        "self.app.notify(printable(x))",
        "Button(label=name)",
        "OptionList(*names)",
        "widget.border_title = name",
        "widget.tooltip = f'{name}'",
        "status.update(f'{n} sent')",
        "Content.from_markup('[b]' + who)",
        "Static('a' if x else name)",
        "app.notify(x, markup=True)",
    ],
)
def test_the_lint_sees(code: str) -> None:
    assert list(markup_from_data(ast.parse(code))) == [1]


@pytest.mark.parametrize(
    "code",
    [
        "Static('plain')",
        "Static(Content(subject))",
        "Static(Content.assemble(name))",
        "Static(subject, markup=False)",
        "app.notify(name, markup=False)",
        "widget.border_title = 'Queues'",
        "widget.border_title = Content(name)",
        "Static()",
        "Static(HELP)",
        "Content.from_markup('[b]$who[/b]', who=name)",
        "mapping.update(other)",
    ],
)
def test_the_lint_lets_pass(code: str) -> None:
    assert list(markup_from_data(ast.parse(code))) == []
