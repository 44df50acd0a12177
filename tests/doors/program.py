# SPDX-License-Identifier: Apache-2.0
"""Runs the built program, whose path is in MUSTER, from the root of the repository."""
import os
import pathlib
import subprocess

PROGRAM = os.environ["MUSTER"]
LETTER = "data/dmm-2023-10"


def muster(*words, variables=None):
    """What the program says: .returncode, .stdout, .stderr as text."""
    surroundings = {k: v for k, v in os.environ.items() if k not in ("MUSTER_DATA", "NO_COLOR", "COLUMNS")}
    surroundings.update(variables or {})
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=300,
                          env=surroundings, check=False)


def files_of(folder):
    """Every file below a folder: its path → its bytes."""
    root = pathlib.Path(folder)
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def write_files(folder, files):
    for name, content in files.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
