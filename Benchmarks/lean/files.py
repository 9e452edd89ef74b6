"""Writes the tables as a workbook, a page and Markdown, and the figures as CSV and JSON."""
import csv
import html
import json

HEADER = ["measure", "service", "team", "dimension", "category", "dimension2", "category2", "period", "numerator",
          "denominator", "value", "lower", "upper", "n", "unit", "status"]


def write_figures(rows, folder):
    laid = []
    for (measure, first, second, period, service, team), *numbers in rows:
        one, place = first or ("", "")
        other, beside = second or ("", "")
        laid.append([measure, service, team, one, place, other, beside, period, *numbers])
    with open(folder / "figures.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADER)
        out.writerows(laid)
    with open(folder / "figures.json", "w", encoding="utf-8") as file:
        # One call of the C encoder for all of it.
        listed = json.dumps([dict(zip(HEADER, row)) for row in laid], ensure_ascii=False)
        file.write(listed.replace("}, {", "},\n{"))


def shown(cell):
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.1%}" if -1 <= cell <= 1 else f"{cell:.1f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def write_html(report, path):
    parts = ["<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Quarterly report</title></head><body>"]
    for section, tables in report:
        parts.append(f"<h2>{html.escape(section)}</h2>")
        for title, header, rows in tables:
            parts.append(f"<table><caption>{html.escape(title)}</caption><thead><tr>")
            parts.append("".join(f"<th scope=\"col\">{html.escape(name)}</th>" for name in header))
            parts.append("</tr></thead><tbody>")
            for row in rows:
                parts.append("<tr>" + "".join(f"<td>{html.escape(shown(cell))}</td>" for cell in row) + "</tr>")
            parts.append("</tbody></table>")
    parts.append("</body></html>\n")
    path.write_text("\n".join(parts), encoding="utf-8")


def write_markdown(report, path):
    lines = ["# Quarterly quality assurance report", ""]
    for section, tables in report:
        lines += [f"## {section}", ""]
        for title, header, rows in tables:
            cells = [[shown(cell).replace("|", "\\|") for cell in row] for row in rows]
            widths = [max(map(len, column)) for column in zip(header, *cells)]
            lines += [f"**{title}**", "",
                      "| " + " | ".join(name.ljust(width) for name, width in zip(header, widths)) + " |",
                      "| " + " | ".join("-" * width for width in widths) + " |"]
            lines += ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in cells]
            lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def write_workbook(report, path):
    try:
        import xlsxwriter
    except ImportError:
        return
    book = xlsxwriter.Workbook(str(path))
    bold, per_cent, decimal = (book.add_format(kind) for kind in (
        {"bold": True, "text_wrap": True}, {"num_format": "0%"}, {"num_format": "0.0"}))
    number = 0
    for _, tables in report:
        for title, header, rows in tables:
            number += 1
            sheet = book.add_worksheet(f"T{number}")
            sheet.write_string(0, 0, title, bold)
            sheet.write_row(2, 0, header, bold)
            for at, row in enumerate(rows, 3):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(at, column, cell)
                    elif isinstance(cell, float):
                        sheet.write_number(at, column, cell, per_cent if -1 <= cell <= 1 else decimal)
                    elif cell is not None:
                        sheet.write_number(at, column, cell)
            for column, name in enumerate(header):
                texts = [len(row[column]) for row in rows if isinstance(row[column], str)]
                sheet.set_column(column, column, min(48, max([len(name), *texts]) + 2))
            sheet.freeze_panes(3, 1)
            sheet.autofilter(2, 0, max(3, 2 + len(rows)), len(header) - 1)
    book.close()
