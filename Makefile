# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# make demo   set up, build, and run the main job on the example committee
# make test   set up, build, and run every test
# make trial  the long trial of reminders: 10,000 plans, 400 days each
# make bench  measure, and print the figures as a table
# make lint   the formatter's rules, licence headers, forbidden words
# make docs   the documentation, with warnings as errors

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-test demo test trial bench lint docs clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

setup:
	@./Documentation/scripts/set-up.sh

setup-test:
	@./Documentation/scripts/set-up.sh --tests

demo: setup
	@./Examples/demo.sh

test: setup-test
	@echo "Building the library, the tool and the tests. The first build takes some minutes."
	swift build --build-tests
	swift test --skip-build --disable-xctest

trial: setup
	swift run -c release --package-path Tests/ReminderTrials ReminderTrials

bench: setup
	@./Tests/Benchmarks/run.sh

lint:
	@./Documentation/scripts/lint.sh

docs: setup
	@./Documentation/scripts/docs.sh

clean:
	rm -rf .build .build-* demo
