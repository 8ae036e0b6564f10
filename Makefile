# The verbs that people type. Each says what it does in one line; the work is in scripts/.

# Outside the checkout, so that a second clean checkout starts warm.
export CARGO_TARGET_DIR ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/holdfast/target

.PHONY: help run test soak fuzz bench hub types install

help: ## Show these verbs
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

run: ## Open the window; with no display, serve the same screens to a browser on this machine
	@scripts/run.sh

test: ## Run every check and test, as CI does
	@scripts/test.sh

soak: ## The same tests with full counts; takes hours
	@HOLDFAST_SOAK=1 scripts/test.sh

fuzz: ## Feed broken files to everything that reads files of others
	@scripts/fuzz.sh

bench: ## Measure, in release builds, each act beside its limit
	@scripts/bench.sh

hub: ## Start a hub on this machine, with a PostgreSQL of its own
	@scripts/install.sh hub
	@scripts/hub.sh

types: ## Write ui/src/lib/api/generated.ts anew from crates/api
	@scripts/types.sh

install: ## Install what run and test need and this machine lacks
	@scripts/install.sh test
