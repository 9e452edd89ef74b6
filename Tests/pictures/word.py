#!/usr/bin/env python3
"""word.py REPORT.html   LibreOffice opens the page and saves it as DOCX: every heading and every table must still be one.

The nearest test of pasting the page into Word. Without LibreOffice Writer nothing is checked, and it says so.
"""
import collections, pathlib, re, shutil, subprocess, sys, tempfile, zipfile


def main():
    page = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        saved = pathlib.Path(folder) / f"{page.stem}.docx"
        if shutil.which("soffice"):
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--writer", "--convert-to",
                 "docx", "--outdir", folder, str(page)], timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not saved.exists():
            print("word: nothing checked, there is no LibreOffice Writer")
            return
        document = zipfile.ZipFile(saved).read("word/document.xml").decode()
    source = page.read_text("utf8")
    wanted = {f"Heading{level}": len(re.findall(f"<h{level}[ >]", source)) for level in range(1, 7)}
    wanted["tables"] = source.count("<table")
    found = collections.Counter(re.findall(r'<w:pStyle w:val="(Heading\d)"', document))
    found["tables"] = document.count("<w:tbl>")
    faults = [f"{found[what]} {what} of {count}" for what, count in wanted.items() if found[what] != count]
    kept = ", ".join(f"{count} {what}" for what, count in wanted.items() if count)
    print(f"word: FAIL {'; '.join(faults)}" if faults else f"word: {kept}: all kept")
    sys.exit(1 if faults else 0)


main()
