# Everything a newcomer needs. `make report` and `make test` ask for nothing else.

SHELL := /bin/bash
PREFIX ?= /usr/local
# The commit that --version names.
export QAREPORT_COMMIT ?= $(shell git rev-parse --short HEAD 2>/dev/null)
BUILD := swift build --explicit-target-dependency-import-check error
PROGRAM := .build/release/qareport
FIXTURE := fixtures/st-helens
PERIOD := 2025-26-Q3

.PHONY: report test pictures lint bench bench-ingest prove prove-disclosure prove-faults prove-obligations prove-reports prove-package fuzz fuzz-reader fuzz-differential sanitize install install-files deb build dependencies clean

# The quarterly report of the shipped fixture. Its exports are untidy on purpose, so the program ends with 1:
# made, with data problems to look at.
report: build
	$(PROGRAM) quarterly --workspace $(FIXTURE) --period $(PERIOD) --out output || [ $$? -eq 1 ]
	@ls output/quarterly-$(PERIOD)

# With the Swift library in the program: it starts sooner, and runs where no Swift is.
build: dependencies
	$(BUILD) -c release --static-swift-stdlib --product qareport

test: dependencies
	swift test --explicit-target-dependency-import-check error

# The look of the fixture's page against the one that was looked at; needs the checkers' Python and Chromium, else skips.
CHECKERS_PYTHON ?= $(or $(wildcard $(HOME)/.cache/qareport-checkers/venv/bin/python),python3)
pictures: report
	$(CHECKERS_PYTHON) Tests/pictures/pictures.py output/quarterly-$(PERIOD)/report.html
	python3 Tests/pictures/word.py output/quarterly-$(PERIOD)/report.html

lint:
	swift format lint --strict --recursive Sources Tests Package.swift
	@if grep -rnE 'import +CLibCSV' Sources --include='*.swift' | grep -v '^Sources/Ingest/CSV/'; then \
	  echo 'only Sources/Ingest/CSV may import CLibCSV' >&2; exit 1; fi
	@if grep -rnE 'import +CXlsxWriter' Sources --include='*.swift' | grep -v '^Sources/Render/XLSX/'; then \
	  echo 'only Sources/Render/XLSX may import CXlsxWriter' >&2; exit 1; fi

# Beside what a user would otherwise run. England's year takes many times as long: make bench ROWS=1000000.
ROWS ?= 100000
PEERS := $(or $(QAREPORT_PEERS),$(wildcard $(HOME)/.cache/qareport-bench/venv/bin/python),python3)
bench: build bench-ingest bench-analysis
	QAREPORT_PEERS=$(PEERS) python3 Benchmarks/authority.py $(PROGRAM)
	$(PEERS) Benchmarks/themes/speed.py $(PROGRAM) Benchmarks/themes/own.csv
	python3 Benchmarks/scales.py $(PROGRAM) 5000 $(ROWS)

# What counting takes, alone.
.PHONY: bench-analysis
bench-analysis: dependencies
	QAREPORT_BENCH=1 $(BUILD) -c release --static-swift-stdlib --product analysis-bench
	python3 Benchmarks/analysis.py .build/release/analysis-bench

# Reading beside raw libcsv, Python's csv, pandas, Polars and DuckDB: those that are installed. QAREPORT_PEERS names the
# Python that has them.
bench-ingest: dependencies
	QAREPORT_BENCH=1 $(BUILD) -c release --product ingest-bench -Xswiftc -enable-testing --scratch-path .build-bench
	QAREPORT_PEERS=$(PEERS) python3 Benchmarks/ingest/bench.py .build-bench/release/ingest-bench $(ROWS)

# Coverage-guided fuzzing of the reader and the decoders with the address and leak sanitisers, then the reader beside
# Python's csv. `make fuzz MINUTES=1` is a short run. The order of the compiler's options is fixed, so that a second run
# builds nothing.
MINUTES ?= 30
fuzz: fuzz-reader fuzz-differential

fuzz-reader: dependencies
	QAREPORT_FUZZ=1 SWIFT_DETERMINISTIC_HASHING=1 $(BUILD) --product reader-fuzz --sanitize=fuzzer --sanitize=address \
	  --scratch-path .build-fuzz
	bash Tests/fuzz/run.sh .build-fuzz/debug/reader-fuzz $(MINUTES)

fuzz-differential: dependencies
	QAREPORT_BENCH=1 $(BUILD) --product ingest-bench
	python3 Tests/fuzz/differential.py .build/debug/ingest-bench

# The tests of the model, of reading and of counting under the address sanitiser with leaks, and what runs on several threads
# under the thread sanitiser: exports in parts and side by side, themes in pieces.
SANITIZED := QAModelTests|IngestTests|AnalysisTests
sanitize: dependencies
	$(BUILD) --build-tests --sanitize=address --scratch-path .build-address
	ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=Tests/leaks.supp swift test --skip-build --sanitize=address --scratch-path .build-address --filter '$(SANITIZED)'
	$(BUILD) --build-tests --sanitize=thread --scratch-path .build-thread
	swift test --skip-build --sanitize=thread --scratch-path .build-thread --filter '$(SANITIZED)'

# What takes too long for every run; docs/proofs.md holds what came out: simulations of invented authorities whose truth is
# known, 10,000 samples, 20,000 spoiled configurations, each obligation's rule taken out, every report of every framework, the
# Debian package on a machine without the repository, and an attack on the public packs of 200 random authorities.
prove: dependencies prove-disclosure prove-faults prove-obligations prove-reports prove-package
	QAREPORT_PROVE=1 QAREPORT_MUTATIONS=20000 swift test --explicit-target-dependency-import-check error \
	  --filter "SimulationTests|SampleFairDrawTests|WorkspaceMutationTests|ProposalRenamingTests"

# 200 random authorities whose public packs are attacked by linear programming. Needs Python.
prove-disclosure: build
	bash Tests/attack/run.sh $(PROGRAM) 200

# Takes each rule behind each obligation out of a copy of its framework file and expects the obligation's test to fail. Needs
# Python with PyYAML: that of the checkers, or the system's.
prove-obligations: dependencies
	$(BUILD) --build-tests
	$(CHECKERS_PYTHON) Tests/obligations/prove.py .build/debug/qareportPackageTests.xctest

# Every report of the four frameworks, by the commands of their pages in docs/, through the four checkers beside the checkout, or
# in QAREPORT_CHECKERS.
prove-reports: build
	python3 Tests/frameworks/reports.py $(PROGRAM)

# Runs that are killed, disks that fill up, spoiled workspaces, and the system calls of a run. Needs Python; what needs root
# or strace says so and is passed over without.
prove-faults: build
	python3 Tests/faults/kill.py $(PROGRAM) 300
	python3 Tests/faults/fill.py $(PROGRAM) 50
	python3 Tests/faults/inject.py $(PROGRAM) 230
	python3 Tests/faults/mutate.py $(PROGRAM) 500
	python3 Tests/faults/many.py $(PROGRAM) 10000
	python3 Tests/faults/trace.py $(PROGRAM)

install: build install-files

# The program, its templates, its manual and the completions of three shells. Python writes the manual.
SHARE = $(DESTDIR)$(PREFIX)/share
install-files:
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/qareport" "$(SHARE)/man/man1" \
	  "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/vendor-completions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/qareport"
	cp -r templates/. "$(SHARE)/qareport/"
	python3 packaging/manual.py $(PROGRAM) > "$(SHARE)/man/man1/qareport.1"
	$(PROGRAM) --generate-completion-script bash | sed '1{/^\#!/d}' > "$(SHARE)/bash-completion/completions/qareport"
	$(PROGRAM) --generate-completion-script zsh > "$(SHARE)/zsh/vendor-completions/_qareport"
	$(PROGRAM) --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/qareport.fish"
	install -d "$(SHARE)/doc/qareport/systemd"
	for unit in packaging/systemd/*; do \
	  sed 's|/usr/bin/qareport|$(PREFIX)/bin/qareport|' "$$unit" > "$(SHARE)/doc/qareport/systemd/$${unit##*/}"; done

# A Debian package with the Swift library in the program, in .build-deb.
deb: build
	packaging/deb.sh $(PROGRAM) .build-deb

# The package and its manual before lintian and mandoc, and then in a machine of nothing but Debian's base system: installed,
# used, removed. Needs root and debootstrap.
prove-package: deb
	bash Tests/package.sh .build-deb/qareport_*_$$(dpkg --print-architecture).deb

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
	rm -rf .build .build-deb .build-bench .build-fuzz .build-address .build-thread output/quarterly-*
