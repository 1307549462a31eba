# CNNLab: `make learn` starts the lessons, `make test` proves that everything works.
# Both install what Debian packages are missing; run `make help` for the rest.

PREFIX ?= /usr/local
DESTDIR ?=
CONFIGURATION = release
PROGRAM = .build/$(CONFIGURATION)/cnnlab

# What `make fuzz` tries, at the most: seconds for each kind, mutated programs, generated programs, calls of torch.
FUZZ_SECONDS ?= 60
FUZZ_INPUTS ?= 1000000
FUZZ_PROGRAMS ?= 50000
FUZZ_CALLS ?= 1000000
SEED ?= 1

.PHONY: help learn test build packages bench bench-compare bench-language test-kernels fuzz lint format \
	install uninstall clean

help:
	@echo "make learn             build CNNLab and open the lesson menu"
	@echo "make test              build CNNLab and run its tests"
	@echo "make build             build the program: $(PROGRAM)"
	@echo "make packages          install the Debian packages that are missing, saying why"
	@echo "make bench             measure this machine's speed"
	@echo "make bench-language    measure the lab's Python against python3"
	@echo "make fuzz              try random programs and calls (SEED=$(SEED), FUZZ_SECONDS=$(FUZZ_SECONDS) for each kind)"
	@echo "make bench-compare     time it against PyTorch: PYTHON=a Python that has it"
	@echo "make test-kernels      test the vector loops by themselves, each variant, with sanitizers"
	@echo "make lint              check the style of the source, and prove the lessons"
	@echo "make format            bring the source into that style"
	@echo "make install           install into PREFIX ($(PREFIX)); also: make uninstall"
	@echo "make clean             remove what was built"

learn: build
	@$(PROGRAM)

test: packages
	@swift test --configuration $(CONFIGURATION) --disable-testable-imports

build: packages
	@swift build --configuration $(CONFIGURATION) --product cnnlab

packages:
	@./scripts/install-packages

bench: build
	@$(PROGRAM) bench

bench-language: build
	@python3 Benchmarks/language/run.py $(PROGRAM)

fuzz: packages
	@swift build --configuration $(CONFIGURATION) --product language-fuzz
	@.build/$(CONFIGURATION)/language-fuzz mutate Tests/Fixtures/language \
		--count $(FUZZ_INPUTS) --seed $(SEED) --seconds $(FUZZ_SECONDS)
	@if python3 -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then \
		python3 Tests/Fuzz/compare.py .build/$(CONFIGURATION)/language-fuzz \
			--count $(FUZZ_PROGRAMS) --seed $(SEED) --seconds $(FUZZ_SECONDS) && \
		python3 Tests/Fuzz/compare.py .build/$(CONFIGURATION)/language-fuzz --kind flow \
			--count $(FUZZ_PROGRAMS) --seed $(SEED) --seconds $(FUZZ_SECONDS); \
	else \
		echo "No python3 that is CPython 3.11: random programs are not compared."; \
	fi
	@CNNLAB_FUZZ_CALLS=$(FUZZ_CALLS) CNNLAB_FUZZ_SEED=$(SEED) \
		swift test --configuration $(CONFIGURATION) --disable-testable-imports --filter CallFuzzTests

bench-compare: build
	@python3 Benchmarks/compare.py --cnnlab $(PROGRAM) $(if $(PYTHON),--torch $(PYTHON)) \
		--json .build/bench.json --markdown .build/bench.md

test-kernels:
	@./scripts/test-kernels

# The lessons whose solutions are each time also changed in one place at a time. For all of them that takes minutes: `cnnlab lint
# --mutants lessons/*.md`, found in docs/lessons-mutants.md.
MUTATED = batchnorm-training early-stopping review weight-decay why-dropout

lint: build
	@swift format lint --strict --recursive Package.swift Sources Tests
	@$(PROGRAM) lint --mutants $(MUTATED:%=lessons/%.md)
	@$(PROGRAM) lint $(filter-out $(MUTATED:%=lessons/%.md),$(wildcard lessons/*.md))

format:
	@swift format format --in-place --recursive Package.swift Sources Tests

install: build
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/cnnlab"
	@install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/cnnlab"
	@cp -R lessons datasets python "$(DESTDIR)$(PREFIX)/share/cnnlab/"
	@chmod -R a+rX "$(DESTDIR)$(PREFIX)/share/cnnlab"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/cnnlab"

uninstall:
	@rm -rf "$(DESTDIR)$(PREFIX)/bin/cnnlab" "$(DESTDIR)$(PREFIX)/share/cnnlab"

clean:
	@rm -rf .build
