"""The command `dragoman`: a group whose commands are loaded when they are called."""

from __future__ import annotations

from gettext import gettext as _
from importlib import import_module

import click

from dragoman.cli.cells import clean
from dragoman.cli.interface_language import speak
from dragoman.errors import DragomanError
from dragoman.version import __version__


def commands() -> dict[str, tuple[str, str]]:
    """Each command's name, the module that holds it as `command`, and its line on the help page.

    The line stands here so that the help page needs none of the modules.
    """
    return {**_workspace(), **_texts()}


def _workspace() -> dict[str, tuple[str, str]]:
    """Commands that make a workspace or use one, in the order in which a person meets them."""
    return {
        "demo": ("dragoman.cli.demo", _("Make a workspace of invented texts, to try.")),
        "init": ("dragoman.cli.init", _("Make a workspace.")),
        "add": ("dragoman.cli.add", _("Add a document in one or more languages.")),
        "documents": ("dragoman.cli.documents", _("List the documents.")),
        "show": ("dragoman.cli.show", _("Show a document, its languages side by side.")),
        "serve": ("dragoman.cli.serve", _("Show the workspace in a browser.")),
        "concordance": ("dragoman.cli.concordance", _("Find every use of words, with its counterparts.")),
        "collocates": ("dragoman.cli.collocates", _("List the words that stand near others.")),
        "terms": ("dragoman.cli.terms", _("List the terms of the documents.")),
        "pairs": ("dragoman.cli.pairs", _("List terms of two languages that render each other.")),
        "renderings": ("dragoman.cli.renderings", _("Show how a term is rendered, by whom and when.")),
        "formulations": ("dragoman.cli.formulations", _("Show set phrases over time.")),
        "threats": ("dragoman.cli.threats", _("Show what each state names as a threat.")),
        "describe": ("dragoman.cli.describe", _("Say or correct what is known of a document.")),
        "correct": ("dragoman.cli.correct", _("Correct which sentences belong together.")),
        "restore": ("dragoman.cli.restore", _("Take a correction back.")),
        "findings": ("dragoman.cli.findings", _("Decide where language versions do differ.")),
        "parties": ("dragoman.cli.parties", _("Found parties that sign, and look after their keys.")),
        "glossary": ("dragoman.cli.glossary", _("Agree on terms, entry by entry.")),
        "rounds": ("dragoman.cli.rounds", _("Hold rounds of talks on a glossary.")),
        "exchange": ("dragoman.cli.exchange", _("Trade what is signed with other copies.")),
        "people": ("dragoman.cli.people", _("Say who may sign in, and who may do what.")),
        "record": ("dragoman.cli.record", _("List or check what people decided.")),
        "jobs": ("dragoman.cli.jobs", _("List the work in the background, or do it.")),
        "rebuild": ("dragoman.cli.rebuild", _("Compute everything anew.")),
        "doctor": ("dragoman.cli.doctor", _("Examine the workspace.")),
    }


def _texts() -> dict[str, tuple[str, str]]:
    """Commands for texts that lie in files."""
    return {
        "align": ("dragoman.cli.align", _("Align two versions of a text, sentence by sentence.")),
        "align-folder": ("dragoman.cli.align_folder", _("Align all pairs of texts in two folders.")),
        "compare": ("dragoman.cli.compare", _("Compare the language versions of a document.")),
        "check": ("dragoman.cli.check", _("Check whether a draft keeps to the terms of a list.")),
        "languages": ("dragoman.cli.languages", _("List the languages that Dragoman knows.")),
        "sample": ("dragoman.cli.sample", _("Write the bundled sample texts into a folder.")),
    }


class Commands(click.Group):
    """A group that knows its commands by name and loads one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None for a name that is not in the table."""
        if cmd_name not in commands():
            return None
        command = import_module(commands()[cmd_name][0]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"The module of {cmd_name!r} holds no command.")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, so that none is loaded."""
        for title, some in ((_("Commands"), _workspace()), (_("Commands for files"), _texts())):
            with formatter.section(title):
                formatter.write_dl([(name, line) for name, (_home, line) in some.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what Dragoman says on purpose becomes one message and an exit code."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            click.echo(_("Error: {message}").format(message=clean(error.message(_))), err=True)
            ctx.exit(error.exit_code)


def group() -> click.Group:
    """The command with all its options, in the language that gettext speaks at this moment."""
    made = Commands(
        name="dragoman",
        help=_("Align official texts in Russian, Chinese and English, and see the evidence."),
        epilog=_(
            "Exit codes: 0 done, 1 error, 2 unusable input, 3 unrelated texts, 4 a part is not installed, "
            "5 the record is damaged, 6 the workspace cannot be used."
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    return click.version_option(__version__, message="%(prog)s %(version)s")(made)


def main() -> None:
    """Run the command line; ends the process with an exit code."""
    speak()
    group().main(prog_name="dragoman")
