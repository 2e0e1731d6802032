# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# make demo   set up, build, and run the main job on the example committee
# make test   set up, build, and run every test
# make trial  the long trial of reminders: 10,000 plans and what is beside them, 400 days each
# make attack-address|-thread|-allocation|-kill|-release   campaigns against the Lua host
# make office   20,000 Word documents with changed bytes: the reader must answer (COUNT, SEED)
# make mutations   20,000 documents that careless hands changed: no word may be lost in silence (COUNT, SEED)
# make returns   2,000 progress updates as careless hands send them back: no word may go astray (COUNT, SEED)
# make editions   10,000 pairs of editions: no history may go to another item in silence (COUNT, SEED)
# make attack-power   1,000 power cuts and 200 kills of a program that records (CUTS, KILLS, SEED)
# make attack-writer   2,000 kills of a program that records (KILLS, SEED)
# make writers   eight programs with 1,000 changes each in one store: none may be refused (APPENDS)
# make flips   1,000 flipped bits of a store: nothing may change in silence (FLIPS, SEED)
# make rooms   what is hidden shows in no output, of the library and the tool: pairs that differ in nothing else (COUNT)
# make over-time   5,000 records: what was written on a day can be written again later (COUNT, SEED)
# make sequences   100,000 random courses of risks through every way in (COUNT, SEED)
# make suppression   500 committees publish for five years: an attacker finds no hidden number (COUNT, SEED)
# make fuzz   fuzz the values, patterns and manifests, five minutes each (FUZZ_SECONDS=300)
# make hostile   files of changes, exports, entries and stores from hostile hands, ten minutes each (HOSTILE_SECONDS)
# make bench  measure beside the floor and the peers, and print the figures as tables
# make pages  web pages read by us and by html5lib: the same words (COUNT, SEED, HTML_TESTS)
# make growth   time and memory of the readers of documents at a size and at 64 times it
# make fuzz-libraries   a million random library calls, compared with stock Lua
# make official LUA_TESTS=FOLDER   Lua's own test files, from the testes folder of its source
# make added-field   the kept patch of a new field, applied, built and tested in a tree of its own
# make gallery   every report of the examples and published plans in every format, with pictures of its pages
# make accessible   every page of the gallery by axe-core in Chromium, at four sights, and at 320 pixels
# make lint   the formatter's rules, licence headers, forbidden words
# make floors references between folders only point down, by the compiler's index
# make generate   write what is derived from the declarations: schemas, ENTRIES.md, the Lua reference
# make docs   the documentation, with warnings as errors

SHELL := /bin/bash
.DEFAULT_GOAL := help

# SwiftPM hands the traits to the compiler in the order of a set. Without this the order, and so every
# compiler's command, may change from one build to the next, and everything is compiled again. The tests
# run without it: what we write must not hang on the order of a set.
export SWIFT_DETERMINISTIC_HASHING := 1
run_tests := env -u SWIFT_DETERMINISTIC_HASHING swift test --skip-build --disable-xctest

.PHONY: help setup setup-test setup-bench setup-gallery demo test trial bench lint floors generate docs clean fuzz fuzz-libraries gallery accessible \
	official pages growth added-field mutations editions attack-address attack-thread attack-allocation attack-kill attack-release attack-power \
	attack-writer writers flips rooms over-time sequences returns office suppression hostile

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

setup:
	@./Documentation/scripts/set-up.sh

setup-test:
	@./Documentation/scripts/set-up.sh --tests

setup-bench:
	@./Documentation/scripts/set-up.sh --bench

demo: setup
	@./Examples/demo.sh

test: setup-test
	@echo "Building the library, the tool and the tests. The first build takes some minutes."
	swift build --build-tests
	COMMITTEE_READERS=required $(run_tests)

trial: setup
	swift run -c release --package-path Tests/ReminderTrials ReminderTrials

# CALLS and SEED choose another amount and other calls.
fuzz-libraries: setup-test
	swift build --build-tests
	LIBRARY_CALLS=$(or $(CALLS),1000000) LIBRARY_SEED=$(or $(SEED),$(shell date +%s)) \
		$(run_tests) --filter LibraryFuzzTests

attack-address attack-thread attack-allocation attack-kill attack-release: setup
	@./Tests/Campaigns/run.sh $(@:attack-%=%)

attack-power: setup
	@./Tests/Campaigns/run.sh power $(or $(CUTS),1000) $(or $(KILLS),200) $(or $(SEED),1)

attack-writer: setup
	@./Tests/Campaigns/run.sh kills $(or $(KILLS),2000) $(or $(SEED),1)

writers: setup
	@./Tests/Campaigns/run.sh writers $(or $(APPENDS),1000)

flips: setup
	@./Tests/Campaigns/run.sh flips $(or $(FLIPS),1000) $(or $(SEED),1)

rooms: setup-test
	swift build --build-tests
	ROOM_TWINS=$(or $(COUNT),20) $(run_tests) --filter "RoomSecrecyTests|ToolSecrecyTests"

over-time: setup-test
	swift build --build-tests
	OVER_TIME=$(or $(COUNT),5000) SEED=$(or $(SEED),1) \
		$(run_tests) --filter ReportsOverTimeTests

hostile: setup-test
	@./Tests/Campaigns/run.sh hostile $(or $(HOSTILE_SECONDS),600)

sequences: setup
	swift run -c release WorkflowTrials $(or $(COUNT),100000) $(or $(SEED),1)

suppression: setup
	swift run -c release SuppressionTrials $(or $(COUNT),500) $(or $(SEED),1)

office: setup-test
	swift build --build-tests
	OFFICE_FUZZ=$(or $(COUNT),20000) SEED=$(or $(SEED),1) \
		$(run_tests) --filter HostileFileTests

mutations: setup-test
	swift build --build-tests
	MUTATIONS=$(or $(COUNT),20000) SEED=$(or $(SEED),1) \
		$(run_tests) --filter MutationTests

returns: setup-test
	swift build --build-tests
	RETURNS=$(or $(COUNT),2000) SEED=$(or $(SEED),1) \
		$(run_tests) --filter ReturnMutationTests

editions: setup-test
	swift build --build-tests
	EDITIONS=$(or $(COUNT),10000) SEED=$(or $(SEED),1) \
		$(run_tests) --filter EditedPlanTests

added-field: setup-test
	@./Tests/Campaigns/AddedField/run.sh

setup-gallery:
	@./Documentation/scripts/set-up.sh --gallery

gallery: setup-gallery
	swift build --product committee
	python3 Tests/Gallery/gallery.py .build/debug/committee .build/gallery
	/usr/bin/python3 Tests/Gallery/pictures.py .build/gallery .build/viewers

accessible:
	@COMMITTEE_VIEWERS=required ./Tests/Gallery/accessible.sh

pages: setup-test
	@./Tests/Campaigns/run.sh pages $(or $(COUNT),20000) $(or $(SEED),1) $(HTML_TESTS)

growth: setup
	@./Tests/Campaigns/run.sh growth

official: setup
	@./Tests/Campaigns/run.sh official "$(LUA_TESTS)"

fuzz: setup
	@./Tests/Campaigns/run.sh fuzz $(or $(FUZZ_SECONDS),300)

bench: setup-bench
	@./Tests/Benchmarks/run.sh $(BENCH)

lint:
	@./Documentation/scripts/lint.sh

floors: setup
	swift build
	@./Documentation/scripts/floors.py
	@./Documentation/scripts/test-floors.sh

generate: setup-test
	swift build --build-tests
	-RECORD_GOLDENS=1 $(run_tests) \
		--filter "GeneratedFilesTests|ScriptAPITests|DraftFixtureTests"
	git diff --stat

docs: setup
	@./Documentation/scripts/docs.sh

clean:
	rm -rf .build .build-* demo Tests/Benchmarks/.build
