#!/usr/bin/env python3
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Takes pictures of a gallery's pages: at 1280 and 390 pixels, as they print, and as Word shows the document.

    pictures.py FOLDER LIBRARIES

Each report's first pages stand side by side on pictures.html. Word's pages are those that LibreOffice makes.
"""
import base64
import html
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[2])
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from accessible import browser, see  # noqa: E402

# What is taller than this is cut: the beginning tells how a page looks.
TALLEST = 2400
PAGES = 2


def screens(driver, page, target):
    """Pictures of a page at both widths, and its pages in print."""
    driver.get(page.as_uri())
    made = []
    for name, width in (("1280", 1280), ("390", 390)):
        see(driver, width, {})
        height = min(TALLEST, driver.execute_script("return document.documentElement.scrollHeight"))
        picture = driver.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": 0.5}})
        made.append((name, target.with_name(f"{target.name}-{name}.png")))
        made[-1][1].write_bytes(base64.b64decode(picture["data"]))
    printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(base64.b64decode(printed["data"]))
        file.flush()
        made += pages(file.name, target, "print")
    return made


def pages(pdf, target, name):
    """Pictures of the first pages of a PDF."""
    stem = target.with_name(f"{target.name}-{name}")
    subprocess.run(["pdftoppm", "-png", "-r", "45", "-l", str(PAGES), pdf, str(stem)], check=True)
    return [(f"{name} {number}", path) for number, path in
            enumerate(sorted(stem.parent.glob(f"{stem.name}-*.png")), start=1)]


def word(folder):
    """The PDF that LibreOffice makes of each Word document, all of them in one go."""
    documents = sorted(folder.rglob("*-committee.docx"))
    made = {}
    for start in range(0, len(documents), 40):
        with tempfile.TemporaryDirectory() as work:
            several = {f"{number}.docx": path for number, path in enumerate(documents[start:start + 40])}
            for name, path in several.items():
                (pathlib.Path(work) / name).write_bytes(path.read_bytes())
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to",
                            "pdf", "--outdir", work, *[f"{work}/{name}" for name in several]],
                           check=True, capture_output=True)
            for name, path in several.items():
                pdf = pathlib.Path(work) / name.replace(".docx", ".pdf")
                if pdf.exists():
                    made[path] = pages(pdf, folder / "pictures" / path.parent.name / path.stem, "Word")
    return made


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    found = {}
    driver = browser()
    try:
        for page in sorted(folder.rglob("*-committee.html")):
            target = folder / "pictures" / page.parent.name / page.stem
            target.parent.mkdir(parents=True, exist_ok=True)
            found[page] = screens(driver, page, target)
    finally:
        driver.quit()
    words = word(folder)
    lines = ["<!DOCTYPE html>", '<html lang="en">', '<head><meta charset="utf-8"><title>Pictures</title></head>',
             "<body><main>", "<h1>Pictures of the pages</h1>"]
    count = 0
    for page, pictures in found.items():
        name = f"{page.parent.name}: {page.stem}"
        lines.append(f"<h2>{html.escape(name)}</h2>")
        for what, path in pictures + words.get(page.with_suffix(".docx"), []):
            place = path.relative_to(folder)
            lines.append(f'<img src="{place}" alt="{html.escape(name)}, {what}" style="border:1px solid; max-height:40rem">')
            count += 1
    lines.append("</main></body></html>")
    (folder / "pictures.html").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"pictures: {count} of {len(found)} reports, in {folder / 'pictures.html'}")


if __name__ == "__main__":
    main()
