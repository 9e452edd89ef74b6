#!/usr/bin/env python3
"""pictures.py REPORT.html [FOLDER] [--record]   Holds the look of the fixture's page against the one that was looked at.

The page is drawn 320, 768 and 1280 pixels wide, dark, in forced colours and on paper. Of each picture only what a font or
a browser's version leaves alone is compared with expected.json: how high the page and its parts stand, how light they are
on average, how much of them is ink, that nothing is wider than the screen, and the number of printed pages. A part that
vanished, lost its style, ran over its neighbour or turned white on white is found; a letter that moved is not.

The pictures are left in FOLDER to be looked at. --record writes expected.json anew: look at them first. Without Chromium
or Playwright nothing is checked, and it says so.
"""
import json, pathlib, sys, tempfile

try:
    from PIL import Image
    from playwright.sync_api import sync_playwright
except ImportError as missing:
    print(f"pictures: nothing checked, {missing.name} is not there (the checkers' Python has it)")
    sys.exit(0)

EXPECTED = pathlib.Path(__file__).with_name("expected.json")
PARTS = {
    "masthead": "header.masthead", "risk": ".alert", "summary": ".summary", "contents": "nav.contents",
    "decisions": "#t-decisions-before", "run chart": "#s-indicators figure", "grades": "#s-grade-profile figure",
    "triangulation": "#t-triangulation-by-service", "a service": ".service-page",
}
VIEWS = {
    "320": dict(width=320), "768": dict(width=768), "1280": dict(width=1280),
    "dark": dict(width=1280, color_scheme="dark"),
    "forced colours": dict(width=1280, color_scheme="dark", forced_colors="active"),
}
# Fonts differ in width and height, and a report grows by a line or a section; a part without its style, or one that ran
# over its neighbour, differs by more. Tone and ink follow the letters a little. Of each: relative, and absolute.
TOLERANCE = {"height": (0.4, 60), "tone": (0, 14), "ink": (0.35, 0.02), "pages": (0.4, 3)}


def chromium():
    import shutil
    return next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)


def measure(picture):
    """Average lightness, 0 to 255, and the share of pixels that differ from the picture's commonest colour."""
    grey = Image.open(picture).convert("L")
    counts = grey.histogram()
    total = sum(counts)
    paper = max(range(256), key=counts.__getitem__)
    ink = sum(n for level, n in enumerate(counts) if abs(level - paper) > 24)
    return round(sum(level * n for level, n in enumerate(counts)) / total, 1), round(ink / total, 4)


def look(page, name, folder, faults):
    seen = {}
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 1:
        faults.append(f"{name}: the page is {wide} pixels wider than the screen")
    seen["page"] = {"height": page.evaluate("document.documentElement.scrollHeight")}
    for part, selector in PARTS.items():
        element = page.query_selector(selector)
        if element is None:
            faults.append(f"{name}: there is no {part} ({selector})")
            continue
        file = folder / f"{name}-{part}.png".replace(" ", "-")
        element.screenshot(path=str(file))
        tone, ink = measure(file)
        seen[part] = {"height": round(element.bounding_box()["height"]), "tone": tone, "ink": ink}
    return seen


def main():
    arguments = [a for a in sys.argv[1:] if a != "--record"]
    report = pathlib.Path(arguments[0]).resolve().as_uri()
    folder = pathlib.Path(arguments[1] if len(arguments) > 1 else tempfile.mkdtemp(prefix="pictures-"))
    folder.mkdir(parents=True, exist_ok=True)
    if chromium() is None:
        print("pictures: nothing checked, there is no Chromium")
        return
    faults, seen, requests = [], {}, []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"])
        for name, view in VIEWS.items():
            options = dict(view)
            width = options.pop("width")
            context = browser.new_context(viewport={"width": width, "height": 900}, locale="en-GB", **options)
            page = context.new_page()
            page.on("request", lambda r: requests.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
            page.goto(report)
            seen[name] = look(page, name, folder, faults)
            page.evaluate("window.scrollTo(0, 0)")
            page.screenshot(path=str(folder / f"{name}.png".replace(" ", "-")))
            context.close()
        page = browser.new_page()
        page.goto(report)
        paper = page.pdf(path=str(folder / "paper.pdf"), format="A4", prefer_css_page_size=True)
        seen["paper"] = {"page": {"pages": paper.count(b"/Type /Page\n") or paper.count(b"/Type /Page ") or paper.count(b"/Type /Page/")}}
        browser.close()
    faults += [f"the page asks for {url}" for url in requests]
    if "--record" in sys.argv:
        EXPECTED.write_text(json.dumps(seen, indent=1, sort_keys=True) + "\n")
        print(f"pictures: recorded; look at {folder}")
        return
    compared = 0
    for view, parts in json.loads(EXPECTED.read_text()).items():
        for part, numbers in parts.items():
            for what, wanted in numbers.items():
                got = seen.get(view, {}).get(part, {}).get(what)
                compared += 1
                relative, absolute = TOLERANCE[what]
                if got is None or abs(got - wanted) > max(absolute, relative * wanted):
                    faults.append(f"{view}: {what} of {part} is {got}, was {wanted}")
    for fault in faults:
        print(f"FAIL {fault}")
    print(f"pictures: {compared} measures of {len(seen)} views compared, {len(faults)} faults; pictures in {folder}")
    sys.exit(1 if faults else 0)


main()
