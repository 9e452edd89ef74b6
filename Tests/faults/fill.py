"""Runs on disks of different sizes that fill up, and looks at what is left.

    python3 Tests/faults/fill.py PROGRAM SIZES

Each disk is a tmpfs of its own that holds an old pack and room for part of the new one: sizes from none to a bit more
than what a run needs. The run must end with 2, name the disk's fullness and leave the old pack whole and nothing beside it, or
make the new pack whole. Needs root, for mounting; says so and ends with 0 without it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FIXTURE = Path(__file__).parents[2] / "fixtures/st-helens"
PACK = "quarterly-2025-26-Q3"


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run(program, workspace, out):
    return subprocess.run(
        [program, "quarterly", "--workspace", workspace, "--period", "2025-26-Q3", "--out", out, "--quiet",
         "--templates", FIXTURE.parents[1] / "templates"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def main(program, sizes):
    if os.geteuid() != 0:
        print("disks that fill up: not tested, since mounting one needs root")
        return 0
    made = refused = faults = 0
    with tempfile.TemporaryDirectory(prefix="qareport-fill-") as folder:
        folder = Path(folder)
        workspace, disk = folder / "workspace", folder / "disk"
        shutil.copytree(FIXTURE, workspace, ignore=shutil.ignore_patterns("output"))
        disk.mkdir()
        export = sorted(p for p in workspace.rglob("*.csv") if "audit" in p.name.lower())[-1]
        whole = export.read_bytes()
        run(program, workspace, folder / "old")
        old = contents(folder / "old" / PACK)
        export.write_bytes(whole[: whole.rstrip(b"\r\n").rfind(b"\n") + 1])
        run(program, workspace, folder / "new")
        new = contents(folder / "new" / PACK)
        pages = lambda pack: sum(-(-len(b) // 4096) * 4096 + 4096 for b in pack.values())
        # The workbook's parts lie beside it while it is packed: a run needs more than the pack it leaves.
        least, most = pages(old) + 16384, pages(old) + 4 * pages(new)
        for number in range(sizes):
            size = least + (most - least) * number // max(sizes - 1, 1)
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", disk], check=True)
            try:
                shutil.copytree(folder / "old" / PACK, disk / PACK)
                result = run(program, workspace, disk)
                beside = [p.name for p in disk.iterdir() if p.name != PACK]
                pack = contents(disk / PACK)
                if result.returncode in (0, 1) and pack == new and not beside:
                    made += 1
                elif (result.returncode == 2 and pack == old and not beside
                      and any(words in result.stderr for words in ("No space left on device", "disk has room"))):
                    refused += 1
                else:
                    faults += 1
                    which = "old" if pack == old else "new" if pack == new else "neither"
                    print(f"{size} bytes: status {result.returncode}, {which}, beside it {beside}: {result.stderr[-300:]}")
            finally:
                subprocess.run(["umount", disk], check=True)
    print(f"{sizes} disks: the new pack {made}, the old pack kept with a message {refused}, faults {faults}")
    if not (made and refused):
        print("the sizes do not reach from too small to large enough")
        return 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
