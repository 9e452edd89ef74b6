#!/usr/bin/env python3
"""The theme engine beside pyahocorasick's plain matching of the same phrases over the same comments.

  python3 Benchmarks/themes/speed.py PROGRAM COMMENTS.csv [--times N]

The comments of the file are repeated until there are a million. PROGRAM times its automaton and its engine itself
(`themes FILE --speed`), so that reading files and starting up are in neither number; pyahocorasick is fed the same bytes,
one comment a call, lower case, and its matches are counted. Median of the runs, taken in turns, in MB of comments a second
of processor time, which other programs on the machine take nothing from.
Needs pyahocorasick (pip install pyahocorasick); without it only the program's own numbers are shown.
"""
import csv, json, statistics, subprocess, sys, time

def main(argv):
    times = int(argv[argv.index("--times") + 1]) if "--times" in argv else 3
    program, path = argv[0], argv[1]
    with open(path, encoding="utf-8-sig", newline="") as file:
        comments = [row["text"].lower() for row in csv.DictReader(file)]
    repeats = -(-1_000_000 // len(comments))
    size = sum(len(text.encode()) for text in comments) * repeats
    try:
        import ahocorasick
    except ImportError:
        ahocorasick = None
    numbers = {"automaton": [], "engine": [], "pyahocorasick": []}
    memory = 0
    for _ in range(times):
        said = json.loads(subprocess.run([program, "themes", path, "--speed"], check=True, capture_output=True).stdout)
        numbers["automaton"].append(said["bytes"] / said["automaton_seconds"] / 1e6)
        numbers["engine"].append(said["bytes"] / said["engine_seconds"] / 1e6)
        memory = max(memory, said["peak_mib"])
        if ahocorasick:
            machine = ahocorasick.Automaton()
            for word in said["phrases"]:
                machine.add_word(word, word)
            machine.make_automaton()
            start, found = time.process_time(), 0
            for _ in range(max(1, repeats // 10)):
                for text in comments:
                    for _ in machine.iter(text):
                        found += 1
            seconds = time.process_time() - start
            numbers["pyahocorasick"].append(size / repeats * max(1, repeats // 10) / seconds / 1e6)
    middle = {name: statistics.median(values) for name, values in numbers.items() if values}
    for name, value in middle.items():
        print(f"{name:14} {value:8.1f} MB/s")
    if ahocorasick:
        print(f"automaton alone {middle['automaton'] / middle['pyahocorasick']:.1f} times pyahocorasick, "
              f"full engine {middle['engine'] / middle['pyahocorasick']:.1f} times")
    print(f"peak memory {memory} MiB")

if __name__ == "__main__":
    main(sys.argv[1:])
