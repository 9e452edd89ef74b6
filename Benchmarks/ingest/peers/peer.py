#!/usr/bin/env python3
"""The aggregate as an analyst would write it with another library.

    python3 Benchmarks/ingest/peers/peer.py csv|pandas|polars|duckdb FILE

Prints audits by service, team, quarter and grade, in the order of the bytes, of those that are completed and graded.
"""
import sys

CELLS = ["service", "team", "completed_date", "overall_grade"]
THREADS = "2"


def quarter(day):
    year, month = int(day[:4]), int(day[5:7])
    if month < 4:
        return f"{year - 1}-{year % 100:02d}-Q4"
    return f"{year}-{(year + 1) % 100:02d}-Q{(month - 1) // 3}"


def with_csv(path):
    import csv
    from collections import Counter
    counts = Counter()
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        service, team, done, grade = (header.index(name) for name in CELLS)
        for row in rows:
            if row[done] and row[grade]:
                counts[row[service], row[team], quarter(row[done]), row[grade]] += 1
    return [(*key, count) for key, count in counts.items()]


def by_month(rows):
    """Sums audits by service, team, month and grade up to quarters: a few thousand rows."""
    from collections import Counter
    counts = Counter()
    for service, team, month, grade, count in rows:
        counts[service, team, quarter(month), grade] += count
    return [(*key, count) for key, count in counts.items()]


def with_pandas(path):
    import pandas
    import pyarrow
    from pyarrow import csv
    pyarrow.set_cpu_count(int(THREADS))
    # pandas.read_csv(engine="pyarrow") refuses texts with line breaks; pyarrow itself can be told of them.
    table = csv.read_csv(
        path, parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            include_columns=CELLS, column_types={name: pyarrow.string() for name in CELLS}))
    frame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    frame = frame[frame["completed_date"].ne("") & frame["overall_grade"].ne("")]
    frame["month"] = frame["completed_date"].str.slice(0, 7)
    sizes = frame.groupby(["service", "team", "month", "overall_grade"], sort=False).size()
    return by_month((*key, count) for key, count in sizes.items())


def with_polars(path):
    import polars
    frame = (polars.scan_csv(path, schema_overrides={name: polars.String for name in CELLS})
             .select(CELLS)
             .filter(polars.col("completed_date").is_not_null() & polars.col("overall_grade").is_not_null())
             .group_by("service", "team", polars.col("completed_date").str.slice(0, 7), "overall_grade")
             .agg(polars.len())
             .collect(engine="streaming"))
    return by_month(frame.iter_rows())


def with_duckdb(path):
    import duckdb
    duckdb.sql(f"SET threads = {THREADS}")
    rows = duckdb.execute(
        "SELECT service, team, completed_date[1:7], overall_grade, count(*) FROM read_csv(?, header = true, "
        "all_varchar = true) WHERE completed_date IS NOT NULL AND overall_grade IS NOT NULL GROUP BY ALL", [path])
    return by_month(rows.fetchall())


def main(name, path):
    rows = {"csv": with_csv, "pandas": with_pandas, "polars": with_polars, "duckdb": with_duckdb}[name](path)
    lines = sorted(",".join(map(str, row)).encode() for row in rows)
    sys.stdout.buffer.write(b"\n".join([b"service,team,quarter,grade,audits", *lines, b""]))


if __name__ == "__main__":
    import os
    os.environ["POLARS_MAX_THREADS"] = THREADS
    main(*sys.argv[1:3])
