"""Writes the manual page from what the program says of itself.

    python3 packaging/manual.py PROGRAM > qareport.1
"""

import json
import re
import subprocess
import sys

TAIL = r"""
.Sh ENVIRONMENT
.Bl -tag -width 4n
.It Ev QAREPORT_TEMPLATES
A folder of templates that goes before the workspace's own and the shipped ones.
.It Ev NO_COLOR
Where it is set, nothing is coloured.
.It Ev TMPDIR
Where
.Cm verify
works when the folder of the pack cannot be written to.
.El
.Sh FILES
.Bl -tag -width 4n
.It Pa qareport.yaml
Says, in the workspace, how its exports are read.
.It Pa exports/
The exports of the workspace.
.It Pa output/
Its reports, unless
.Fl Fl out
names another folder.
A name that begins with a dot there is of a report
in the making.
.It Pa /usr/share/qareport
Frameworks, themes and the page's template.
.El
.Sh EXIT STATUS
.Bl -tag -width 4n
.It 0
Made, nothing to look at.
.It 1
Made, with data problems to look at; for
.Cm verify ,
something differs; for
.Cm due ,
something due is not made.
.It 2
Nothing was made; what was there before is as it was.
.It 64
The command was not understood.
.It 130 , 143
Stopped by an interrupt or a request to end; what was half made is gone.
.El
"""


def escape(text):
    """Text as mdoc takes it: no line begins with a control character, hyphens stay hyphens."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    # mdoc wants each sentence on a line of its own.
    text = re.sub(r"(?<=[.!?]) (?=[A-Z])", "\n", text)
    lines = [("\\&" + line) if line[:1] in ".'" else line for line in text.split("\n")]
    return "\n".join(line.rstrip() for line in lines if line.strip())


def sentence(text):
    return escape(text if text.rstrip().endswith((".", "!", "?")) else text.rstrip() + ".")


def flags(argument):
    names = argument.get("names") or []
    text = " , ".join(("Fl " if n["kind"] == "short" else "Fl Fl ") + n["name"].replace("-", "\\-") for n in names)
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return f"Ar {value}"
    return text + (f" Ar {value}" if argument["kind"] == "option" else "")


def arguments(command):
    return [a for a in command.get("arguments", [])
            if a.get("shouldDisplay", True) and a.get("abstract") is not None
            and not any(n["name"] in ("help", "version", "h") for n in a.get("names") or [])]


def options(command, out):
    if not arguments(command):
        return
    out.append(".Bl -tag -width 4n")
    for argument in arguments(command):
        out.append(".It " + flags(argument))
        out.append(sentence(argument["abstract"]))
        if argument.get("allValues"):
            out.append(escape("One of " + ", ".join(argument["allValues"]) + "."))
        if argument.get("defaultValue") and argument["kind"] == "option":
            out.append(escape(f"Without it {argument['defaultValue']!r}."))
    out.append(".El")


def discussion(command, out):
    text = command.get("discussion") or ""
    prose, _, examples = text.partition("Examples:")
    for paragraph in prose.strip().split("\n\n"):
        if paragraph.strip() and not paragraph.strip().startswith("Exit status"):
            out += [".Pp", escape(" ".join(paragraph.split()))]
    examples = [line.strip() for line in examples.split("\n\n")[0].splitlines() if line.strip()]
    if examples:
        out += [".Bd -literal -offset 4n"] + [escape(line) for line in examples] + [".Ed"]


def main(program):
    tree = json.loads(subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True).stdout)
    root = tree["command"]
    commands = [c for c in root["subcommands"] if c["commandName"] != "help"]
    out = [".\\\" Written by packaging/manual.py from the program's own help.", ".Dd $Mdocdate$", ".Dt QAREPORT 1",
           ".Os", ".Sh NAME", ".Nm qareport", ".Nd quality assurance reports for children's services",
           ".Sh SYNOPSIS", ".Nm", ".Ar command", ".Op Ar options", ".Nm", ".Fl Fl help | Fl Fl version",
           ".Sh DESCRIPTION", sentence(root["abstract"])]
    discussion(root, out)
    out += [".Sh COMMANDS"]
    for command in commands:
        out += [f".Ss qareport {command['commandName']}", sentence(command["abstract"])]
        discussion(command, out)
        options(command, out)
    out[1] = ".Dd November 21, 2026"
    print("\n".join(out) + TAIL.rstrip("\n"))


if __name__ == "__main__":
    main(sys.argv[1])
