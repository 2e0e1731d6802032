#!/usr/bin/env python3
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Checks every page of a gallery with axe-core in Chromium, as its readers see it.

    accessible.py FOLDER LIBRARIES

At 1280 and 390 pixels, in dark and in forced colours: WCAG 2.2 AA and best practice. At 320 pixels nothing may have to
be scrolled sideways but a table in a part of the page that scrolls. Keyboards come to links and parts in the order of the page.
LIBRARIES is where Selenium and axe-core are, see set-up.sh.
"""
import json
import pathlib
import sys

sys.path.insert(0, sys.argv[2])
from selenium import webdriver  # noqa: E402
from selenium.common.exceptions import WebDriverException  # noqa: E402
from selenium.webdriver.chrome.options import Options  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# How the page is seen: its name, the width, and what the reader's system asks for.
SIGHTS = [
    ("1280", 1280, {}),
    ("390", 390, {}),
    ("dark", 1280, {"prefers-color-scheme": "dark"}),
    ("forced colours", 1280, {"forced-colors": "active"}),
]
AXE = """
const [rules, done] = arguments;
axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then(
  (found) => done(JSON.stringify(found.violations)), (error) => done(JSON.stringify([{ id: String(error), nodes: [] }])));
"""
# The elements that stand out of the page at its right, but for what scrolls by itself.
REFLOW = """
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width + 1) return [];
const scrolls = (e) => e && e !== document.body && (["auto", "scroll"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
return [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e))
  .slice(0, 3).map((e) => e.tagName.toLowerCase() + (e.className ? "." + e.className : ""));
"""
KEYBOARD = """
return [...document.querySelectorAll("[tabindex]")].filter((e) => e.tabIndex > 0).map((e) => e.tagName.toLowerCase());
"""


def browser():
    options = Options()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(word)
    options.binary_location = "/usr/bin/chromium"
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def see(driver, width, features):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                           {"features": [{"name": name, "value": value} for name, value in features.items()]})


def check(driver, page, axe):
    """What is wrong with a page, a line each."""
    driver.get(page.as_uri())
    driver.execute_script(axe)
    found = []
    for name, width, features in SIGHTS:
        see(driver, width, features)
        for violation in json.loads(driver.execute_async_script(AXE, RULES)):
            where = "; ".join(" ".join(node["target"]) if isinstance(node["target"][0], str) else str(node["target"])
                              for node in violation["nodes"][:3])
            found.append(f"{name}: {violation['id']} ({len(violation['nodes'])}): {where}")
    see(driver, 320, {})
    found += [f"320: {element} stands out of the page" for element in driver.execute_script(REFLOW)]
    found += [f"keyboard: {element} has a place of its own" for element in driver.execute_script(KEYBOARD)]
    return found


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    axe = next(pathlib.Path(sys.argv[2]).glob("axe_playwright_python/axe.min.js")).read_text(encoding="utf-8")
    pages = sorted(folder.rglob("*.html"))
    if not pages:
        sys.exit(f"accessible: there is no page in {folder}")
    try:
        driver, wrong = browser(), 0
    except WebDriverException as error:
        print(f"accessible: the browser cannot be started: {error.msg}")
        sys.exit(3)
    try:
        for page in pages:
            found = check(driver, page, axe)
            wrong += len(found)
            for line in found:
                print(f"{page.relative_to(folder)}: {line}")
    finally:
        driver.quit()
    print(f"accessible: {len(pages)} pages, {len(SIGHTS)} sights of each and 320 pixels: {wrong} found")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
