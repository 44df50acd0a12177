#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What axe says of pages, in a browser without a window: check_pages.py AXE.js PAGE… prints every fault and exits 1
where one is serious or critical. Each page is looked at 1280 and 390 points wide, light and dark."""
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LOOKS = {"light": [], "dark": ["--blink-settings=preferredColorScheme=0"]}
SEVERE = {"serious", "critical"}
ASK = """axe.run(document, {resultTypes: ["violations"]}).then(said => {
  const told = document.createElement("pre");
  told.id = "axe-said";
  told.textContent = JSON.stringify(said.violations);
  document.body.append(told);
});"""


def with_axe(page: pathlib.Path, axe: str) -> str:
    """The page with the checker in it; its policy, which allows no foreign script, is left out for that."""
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text(encoding="utf-8"))
    return text.replace("</body>", f"<script>{axe}</script><script>{ASK}</script></body>")


def faults_of(browser: str, page: pathlib.Path, width: int, look: list[str]) -> list[dict]:
    said = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},2000",
                           "--virtual-time-budget=120000", "--dump-dom", *look, page.as_uri()],
                          capture_output=True, text=True, timeout=600, check=False).stdout
    found = re.search(r'<pre id="axe-said">(.*?)</pre>', said, re.DOTALL)
    if found is None:
        sys.exit(f"{page.name}: the browser gave no answer")
    return json.loads(html.unescape(found.group(1)))


def main() -> None:
    axe = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    browser = next((name for name in BROWSERS if shutil.which(name)), None)
    if browser is None:
        sys.exit("no Chromium is installed")
    severe = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in sys.argv[2:]:
            page = pathlib.Path(scratch, pathlib.Path(name).name)
            page.write_text(with_axe(pathlib.Path(name), axe), encoding="utf-8")
            for width in (1280, 390):
                for look, words in LOOKS.items():
                    faults = faults_of(browser, page, width, words)
                    print(f"{name}, {width} wide, {look}: {len(faults)} faults")
                    for fault in faults:
                        print(f"  {fault['impact']}: {fault['help']} ({len(fault['nodes'])} times), as at "
                              f"{fault['nodes'][0]['html'][:120]}")
                    severe += sum(fault["impact"] in SEVERE for fault in faults)
    sys.exit(1 if severe else 0)


if __name__ == "__main__":
    main()
