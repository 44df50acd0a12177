# SPDX-License-Identifier: Apache-2.0
"""What every solver's program takes and answers: a start as {column: value}, an answer as JSON with the
version, the values of the columns, and a trace of (seconds since the program began, value, bound)."""
import collections.abc
import json
import math
import time

BEGAN = time.monotonic()


class Clock:
    """Seconds since the program began, reading the model included; and how value and bound went on."""

    def __init__(self, limit: float, tells_bound: bool = True):
        self.limit = limit
        self.tells_bound = tells_bound
        self.trace: list[tuple[float, float | None, float | None]] = []
        self.best = (math.inf, -math.inf)

    def seconds(self) -> float:
        return time.monotonic() - BEGAN

    def left(self) -> float:
        return max(0.1, self.limit - self.seconds())

    def note(self, value: float, bound: float) -> None:
        """Notes what is better; what is not known may be infinite."""
        told = bound if self.tells_bound else -math.inf
        best = (min(self.best[0], finite(value, math.inf)), max(self.best[1], finite(told, -math.inf)))
        if best != self.best:
            self.best = best
            self.trace.append((round(self.seconds(), 3), *map(or_none, best)))


def finite(number: float, otherwise: float) -> float:
    """Solvers write "nothing yet" as a very large number."""
    return number if math.isfinite(number) and abs(number) < 1e29 else otherwise


def or_none(number: float) -> float | None:
    return number if math.isfinite(number) else None


def read_start(path: str) -> dict[str, float]:
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write_answer(path: str, clock: Clock, values: collections.abc.Iterable[tuple[str, float]],
                 version: str) -> None:
    chosen = {name: round(value, 6) for name, value in values if value > 0.5e-6}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"version": version, "trace": clock.trace, "values": chosen}, file)
