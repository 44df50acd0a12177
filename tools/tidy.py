#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs clang-tidy over src, several files at a time, and skips what is as it was when it last passed.

tidy.py --tool clang-tidy-19 --build build/debug --jobs 2

A file is as it was when its text, every header of ours and the settings are: that is its stamp, an
empty file under <build>/tidy.
"""
import argparse
import concurrent.futures
import hashlib
import pathlib
import subprocess
import sys

NO_WARNINGS = "--extra-arg=-w"  # those are g++'s to give, with options that clang does not know


def shared_text(tool: str) -> bytes:
    """What every file's answer depends on: the tool, its settings, all headers."""
    version = subprocess.run([tool, "--version"], capture_output=True, check=True).stdout
    headers = sorted(pathlib.Path("src").rglob("*.hpp"))
    return version + b"".join(file.read_bytes() for file in [pathlib.Path(".clang-tidy"), *headers])


def check(tool: str, build: pathlib.Path, file: pathlib.Path) -> tuple[bool, str]:
    run = subprocess.run(
        [tool, "--quiet", "-p", build, NO_WARNINGS, file],
        capture_output=True, text=True, check=False)
    return run.returncode == 0, run.stdout


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tool", required=True)
    arguments.add_argument("--build", required=True, type=pathlib.Path)
    arguments.add_argument("--jobs", required=True, type=int)
    chosen = arguments.parse_args()
    stamps = chosen.build / "tidy"
    stamps.mkdir(exist_ok=True)
    shared = shared_text(chosen.tool)
    stamp_of = {file: stamps / hashlib.sha256(shared + str(file).encode() + file.read_bytes()).hexdigest()
                for file in sorted(pathlib.Path("src").rglob("*.cpp"))}
    waiting = [file for file, stamp in stamp_of.items() if not stamp.exists()]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(chosen.jobs) as pool:
        answers = pool.map(lambda file: check(chosen.tool, chosen.build, file), waiting)
        for file, (passed, findings) in zip(waiting, answers):
            if findings:
                print(findings, flush=True)
            if passed:
                stamp_of[file].touch()
            else:
                failed += 1
                print(f"{file}: clang-tidy finds a fault", flush=True)
    unchanged = len(stamp_of) - len(waiting)
    print(f"clang-tidy: {len(stamp_of)} files, {unchanged} unchanged since they passed, {failed} with faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
