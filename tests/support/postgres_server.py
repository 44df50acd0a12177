# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL server that ends when this program does (postgres_server.sh)."""
import pathlib
import subprocess

SCRIPT = pathlib.Path(__file__).resolve().with_suffix(".sh")


class Server:
    def __init__(self, process: subprocess.Popen, folder: str):
        self.process, self.folder, self.databases = process, folder, 0

    def new_database(self) -> str:
        """The URL of a database that nobody has used."""
        self.databases += 1
        subprocess.run(["psql", "-q", "-h", self.folder, "-U", "muster", "-d", "postgres",
                        "-c", f"CREATE DATABASE d{self.databases}"], check=True)
        return f"postgresql://muster@/d{self.databases}?host={self.folder}"

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def start() -> Server | None:
    """None where PostgreSQL's server is not installed."""
    process = subprocess.Popen([SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    folder = process.stdout.readline().strip()
    if folder:
        return Server(process, folder)
    process.stdin.close()
    process.stdout.close()
    if process.wait() != 3:
        raise RuntimeError("PostgreSQL's server does not start")
    return None
