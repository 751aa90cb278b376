"""Reference pages made from the code: commands, public names, exceptions, settings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click

import dragoman
from dragoman import errors
from dragoman.cli import main
from dragoman.languages import known, language
from dragoman.record.kinds import KINDS
from dragoman.settings import SETTINGS


def commands(_page: Path) -> str:
    """Every command with its help page, as a terminal of 88 columns shows it."""
    group = main.group()
    settings = {**group.context_settings, "terminal_width": 88, "max_content_width": 88}
    context = click.Context(group, info_name="dragoman", **settings)
    parts = [f"## `dragoman`\n\n```text\n{group.get_help(context)}\n```"]
    for name, (home, _line) in main.commands().items():
        command = import_module(home).command
        inner = click.Context(command, info_name=name, parent=context, **settings)
        parts.append(f"## `dragoman {name}`\n\n```text\n{command.get_help(inner)}\n```")
        for part, below in below_of(command):
            deepest = click.Context(below, info_name=part, parent=inner, **settings)
            parts.append(f"### `dragoman {name} {part}`\n\n```text\n{below.get_help(deepest)}\n```")
    return "\n\n".join(parts)


def below_of(command: click.Command) -> list[tuple[str, click.Command]]:
    """The commands that a command groups, by name; none where it is no group."""
    return sorted(command.commands.items()) if isinstance(command, click.Group) else []


def public_names(_page: Path) -> str:
    """Every public name with its signature, what its docstring says, and its methods."""
    parts = []
    for name in dragoman.__all__:
        value = getattr(dragoman, name)
        if name == "__version__":
            parts.append(f"## `{name}`\n\nThe version of Dragoman, a string such as `{value}`.")
            continue
        parts.append(f"## `{name}`\n\n{_described(name, value)}")
        for method, function in inspect.getmembers(value, _is_method):
            if not method.startswith("_"):
                parts.append(f"### `{name}.{method}`\n\n{_described(method, function)}")
    return "\n\n".join(parts)


def _is_method(value: object) -> bool:
    """Whether it is called on an object, or on its class as `Workspace.open` is."""
    return inspect.isfunction(value) or inspect.ismethod(value)


def _described(name: str, value: Callable[..., object]) -> str:
    return f"```python\n{_signature(name, value)}\n```\n\n{_as_markdown(inspect.getdoc(value) or '')}"


def _as_markdown(docstring: str) -> str:
    """A docstring with its sections ("Args:") as lists and its examples as blocks."""
    paragraphs = []
    for paragraph in docstring.split("\n\n"):
        title, _, rest = paragraph.partition("\n")
        if title in ("Args:", "Raises:", "Returns:", "Reference:"):
            items = re.sub(r"^    (?=\S)", "- ", rest, flags=re.MULTILINE)
            paragraphs.append(
                f"**{title.removesuffix(':')}**\n\n{re.sub('^    +', '  ', items, flags=re.MULTILINE)}"
            )
        elif title.startswith(">>>"):
            paragraphs.append(f"```python\n{paragraph}\n```")
        else:
            paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def _written(value: object) -> str:
    """A value as source code has it; the members of a set in order, which its own form leaves to chance."""
    if isinstance(value, frozenset):
        return f"frozenset({{{', '.join(sorted(map(repr, value)))}}})"
    return repr(value)


def _signature(name: str, value: Callable[..., object]) -> str:
    """A signature, one parameter a line; annotations as the source has them."""
    signature = inspect.signature(value)
    lines = []
    before_star = True
    for parameter in signature.parameters.values():
        if parameter.name == "self":
            continue
        if before_star and parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            lines.append("*")
            before_star = False
        default = "" if parameter.default is inspect.Parameter.empty else f" = {_written(parameter.default)}"
        lines.append(f"{parameter.name}: {parameter.annotation}{default}")
    returned = "" if signature.return_annotation in (None, "None") else f" -> {signature.return_annotation}"
    if not lines:
        return f"{name}(){returned}"
    return f"{name}(\n" + "".join(f"    {line},\n" for line in lines) + f"){returned}"


def exceptions() -> list[type[errors.DragomanError]]:
    """Every exception, in the order of the module."""
    return [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.DragomanError)
    ]


def error_table(_page: Path) -> str:
    """The tree of exceptions as their module draws it, and a table of them."""
    tree = (errors.__doc__ or "").split("```")[1].strip("\n")
    rows = [
        f"| `{error.__name__}` | `{error.__mro__[1].__name__}` | {error.exit_code} | {_first_line(error)} |"
        for error in exceptions()
    ]
    head = "| exception | is a | exit code | when |\n|---|---|---:|---|"
    return f"```text\n{tree}\n```\n\n{head}\n" + "\n".join(rows)


def _first_line(value: type) -> str:
    return (value.__doc__ or "").strip().partition("\n")[0]


def settings(_page: Path) -> str:
    """Every setting."""
    rows = [f"| `{setting.name}` | {setting.default} | {setting.meaning} |" for setting in SETTINGS]
    return "| variable | without it | meaning |\n|---|---|---|\n" + "\n".join(rows)


def event_kinds(_page: Path) -> str:
    """Every kind of event with its fields, and what each may hold."""
    parts = []
    for kind in KINDS.values():
        rows = [f"| `{name}` | {held.name} | {held.meaning} |" for name, held in kind.fields.items()]
        table = "| field | type | holds |\n|---|---|---|\n" + "\n".join(rows)
        signed = "\n\nSigned by the party." if kind.signed else ""
        parts.append(f"### `{kind.name}`\n\n{kind.meaning}{signed}\n\n{table}")
    return "\n\n".join(parts)


def languages(_page: Path) -> str:
    """The languages known in depth as a table, the others in one sentence."""
    found = [language(code) for code in known()]
    rows = [f"| `{it.code}` | {it.name} |" for it in found if it.in_depth]
    others = ", ".join(f"{it.name} (`{it.code}`)" for it in found if not it.in_depth)
    return "| code | known in depth |\n|---|---|\n" + "\n".join(rows) + f"\n\nBy general rules: {others}."
