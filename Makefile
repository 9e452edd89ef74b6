# Everything a newcomer needs. `make report` and `make test` ask for nothing else.

SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD := swift build --explicit-target-dependency-import-check error
PROGRAM := .build/release/qareport
FIXTURE := fixtures/st-helens
PERIOD := 2025-26-Q3

.PHONY: report test lint bench bench-ingest prove prove-disclosure fuzz sanitize install build dependencies clean

# The quarterly report of the shipped fixture. Its exports are untidy on purpose, so the program ends with 1:
# made, with data problems to look at.
report: build
	$(PROGRAM) quarterly --workspace $(FIXTURE) --period $(PERIOD) --out output || [ $$? -eq 1 ]
	@ls output/quarterly-$(PERIOD)

build: dependencies
	$(BUILD) -c release --product qareport

test: dependencies
	swift test --explicit-target-dependency-import-check error

lint:
	swift format lint --strict --recursive Sources Tests Package.swift
	@if grep -rnE 'import +CLibCSV' Sources --include='*.swift' | grep -v '^Sources/Ingest/CSV/'; then \
	  echo 'only Sources/Ingest/CSV may import CLibCSV' >&2; exit 1; fi
	@if grep -rnE 'import +CXlsxWriter' Sources --include='*.swift' | grep -v '^Sources/Render/XLSX/'; then \
	  echo 'only Sources/Render/XLSX may import CXlsxWriter' >&2; exit 1; fi

bench: build bench-ingest
	python3 Benchmarks/authority.py $(PROGRAM)

# Reading beside raw libcsv, Python's csv, pandas, Polars and DuckDB: those that are installed. QAREPORT_PEERS names the
# Python that has them.
ROWS ?= 1000000
bench-ingest: dependencies
	QAREPORT_BENCH=1 $(BUILD) -c release --product ingest-bench -Xswiftc -enable-testing --scratch-path .build-bench
	python3 Benchmarks/ingest/bench.py .build-bench/release/ingest-bench $(ROWS)

# Coverage-guided fuzzing of the reader and the decoders with the address and leak sanitisers, then the reader beside
# Python's csv. `make fuzz MINUTES=1` is the short run of .ci/run.
MINUTES ?= 30
fuzz: dependencies
	QAREPORT_FUZZ=1 $(BUILD) --product reader-fuzz --sanitize=fuzzer --sanitize=address \
	  --scratch-path .build-fuzz
	bash Tests/fuzz/run.sh .build-fuzz/debug/reader-fuzz $(MINUTES)
	QAREPORT_BENCH=1 $(BUILD) -c release --product ingest-bench -Xswiftc -enable-testing --scratch-path .build-bench
	python3 Tests/fuzz/differential.py .build-bench/release/ingest-bench

# The tests under the address sanitiser, with leaks, and those of reading under the thread sanitiser.
sanitize: dependencies
	$(BUILD) --build-tests --sanitize=address --scratch-path .build-address
	ASAN_OPTIONS=detect_leaks=1 swift test --skip-build --sanitize=address --scratch-path .build-address
	$(BUILD) --build-tests --sanitize=thread --scratch-path .build-thread
	swift test --skip-build --sanitize=thread --scratch-path .build-thread --filter IngestTests

# What takes too long for every run; docs/proofs.md holds what came out: simulations of invented authorities whose truth is
# known, 20,000 spoiled configurations, and an attack on the public packs of 200 random authorities.
prove: dependencies prove-disclosure
	QAREPORT_PROVE=1 QAREPORT_MUTATIONS=20000 swift test --explicit-target-dependency-import-check error \
	  --filter "SimulationTests|WorkspaceMutationTests"

# 200 random authorities whose public packs are attacked by linear programming. Needs Python.
prove-disclosure: build
	bash Tests/attack/run.sh $(PROGRAM) 200

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/qareport"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/qareport"
	cp -r templates/. "$(DESTDIR)$(PREFIX)/share/qareport/"

# The C libraries, where they are missing. Needs root, or sudo.
dependencies:
	@missing=(); \
	for package in libcsv-dev libxlsxwriter-dev pkg-config; do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends "$${missing[@]}"; \
	fi

clean:
	rm -rf .build .build-bench .build-fuzz .build-address .build-thread output/quarterly-*
