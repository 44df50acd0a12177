# SPDX-License-Identifier: Apache-2.0
"""Line charts as SVG: the same bytes for the same figures, and no library to install."""
import dataclasses
import html
import math
import pathlib

WIDTH, HEIGHT = 840, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 270, 44, 48
# Told apart also by people who see few colours: dark to light, and dashes and marks besides.
COLOURS = ["#0b3c5d", "#b0413e", "#3a7d44", "#8a5a00", "#6b4c9a", "#00798c", "#5f6b73"]


@dataclasses.dataclass
class Line:
    name: str
    points: list[tuple[float, float]]
    dashed: bool = False
    marks: bool = False  # a dot at every point; else steps
    colour: str = ""


@dataclasses.dataclass
class Chart:
    title: str
    x: str
    y: str
    lines: list[Line]
    x_log: bool = False
    y_log: bool = False


class Axis:
    def __init__(self, values: list[float], log: bool, begin: float, end: float):
        positive = [value for value in values if value > 0]
        self.log = log
        self.least = (min(positive, default=1.0) if log else min([0.0, *values]))
        self.most = max(values, default=1.0)
        if log:
            self.least = 10 ** math.floor(math.log10(self.least))
        if self.most <= self.least:
            self.most = self.least * 10 if log else self.least + 1
        self.begin, self.end = begin, end

    def at(self, value: float) -> float:
        value = max(value, self.least)
        if self.log:
            share = math.log(value / self.least) / math.log(self.most / self.least)
        else:
            share = (value - self.least) / (self.most - self.least)
        return self.begin + share * (self.end - self.begin)

    def ticks(self) -> list[float]:
        if self.log:
            decades = range(round(math.log10(self.least)), math.floor(math.log10(self.most) + 1e-9) + 1)
            steps = (1,) if len(decades) > 3 else (1, 2, 5)
            found = [step * 10.0**decade for decade in decades for step in steps]
        else:
            step = 10 ** math.floor(math.log10((self.most - self.least) / 2))
            found = [self.least + k * step for k in range(int((self.most - self.least) / step) + 1)]
            found = found[:: max(1, len(found) // 6)]
        return [tick for tick in found if self.least <= tick <= self.most * (1 + 1e-9)]


def write(path: pathlib.Path, chart: Chart) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(drawn(chart), encoding="utf-8")


def drawn(chart: Chart) -> str:
    xs = [x for line in chart.lines for x, _ in line.points]
    ys = [y for line in chart.lines for _, y in line.points]
    x_axis = Axis(xs, chart.x_log, LEFT, WIDTH - RIGHT)
    y_axis = Axis(ys, chart.y_log, HEIGHT - BOTTOM, TOP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
             f'font-family="sans-serif" font-size="12" fill="#222">',
             f"<title>{html.escape(chart.title)}</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
             text(LEFT, 22, chart.title, size=14)]
    parts += axes(chart, x_axis, y_axis)
    names: dict[str, str] = {}
    for number, line in enumerate(chart.lines):
        family = line.name.split(",")[0]
        colour = line.colour or names.setdefault(family, COLOURS[len(names) % len(COLOURS)])
        parts += curve(line, x_axis, y_axis, colour)
        parts += legend(line, number, colour)
    return "\n".join([*parts, "</svg>"]) + "\n"


def axes(chart: Chart, x_axis: Axis, y_axis: Axis) -> list[str]:
    parts = []
    for tick in x_axis.ticks():
        x = x_axis.at(tick)
        parts.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        parts.append(text(x, HEIGHT - BOTTOM + 18, f"{tick:g}", anchor="middle"))
    for tick in y_axis.ticks():
        y = y_axis.at(tick)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(text(LEFT - 8, y + 4, f"{tick:g}", anchor="end"))
    parts.append(f'<path d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="#222"/>')
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, chart.x, anchor="middle"))
    parts.append(text(LEFT, TOP - 8, chart.y, anchor="middle"))
    return parts


def curve(line: Line, x_axis: Axis, y_axis: Axis, colour: str) -> list[str]:
    places = [(x_axis.at(x), y_axis.at(y)) for x, y in line.points]
    path = f"M{places[0][0]:.1f} {places[0][1]:.1f}"
    for x, y in places[1:]:
        path += f"L{x:.1f} {y:.1f}" if line.marks else f"H{x:.1f}V{y:.1f}"
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    parts = [f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>']
    for x, y in places if line.marks else places[:1]:
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')
    return parts


def legend(line: Line, number: int, colour: str) -> list[str]:
    x, y = WIDTH - RIGHT + 14, TOP + 10 + 18 * number
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    return [f'<path d="M{x} {y}h22" stroke="{colour}" stroke-width="2"{dash}/>', text(x + 28, y + 4, line.name, size=11)]


def text(x: float, y: float, words: str, anchor: str = "start", size: int = 12) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{html.escape(words)}</text>'
