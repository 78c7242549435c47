"""The command line: name the inputs, call one function, print what came back. One module for each group of commands."""

from __future__ import annotations

import gc

import click

from roundtable_site import __version__
from roundtable_site.cli import articles, checks, desk, keeping, serving, starting

# A build holds hundreds of thousands of small values, hardly any of them in a cycle. With Python's own thresholds
# (700, 10, 10), looking for cycles takes a third of the time of a build that has little to do.
gc.set_threshold(20_000, 20, 50)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="roundtable %(version)s")
def main() -> None:
    """Turn newspaper round tables into a site in which every figure leads back to its sentence.

    \b
    Examples:
      roundtable init mytables         make a site to start from
      roundtable new talk.docx         bring an article into it
      roundtable serve                 see it, and review it, while you work
      roundtable build                 read seeds/, write content/ and build/
      roundtable check                 say what to look at before publishing
      roundtable parse -o - talk.txt   see what the parser finds in one article
    """


COMMANDS = (
    *(starting.init, starting.new),
    *(articles.parse, articles.diff, articles.build, articles.why, articles.explain),
    serving.serve,
    *(desk.check, checks.check_links, checks.verify),
    *(keeping.migrate, keeping.completion),
)
for command in COMMANDS:
    main.add_command(command)
