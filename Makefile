# Two commands do all the set-up on a fresh machine with a Rust toolchain: `make demo` and `make test`.
# Each target installs what it needs by package name; see tools/need.sh.

CARGO ?= cargo
GAZETTEER := assets/gazetteer.bin
FONTS := assets/fonts/DejaVuSans.ttf
WEB := assets/desk/manifest.json

.PHONY: demo test check bless slow bench fuzz desk-e2e gazetteer fonts web ci interop interop-desk clean-demo verify-page

demo: gazetteer fonts web ## build, and run the main job on demonstration articles, offline
	$(CARGO) build --release --locked -p armistice
	./target/release/armistice demo

test: gazetteer fonts web ## every test but the slow ones
	$(CARGO) build --locked -p armistice
	sh tools/test.sh default

slow: gazetteer fonts web ## the slow suites: many seeds, kill -9 under load, large files
	$(CARGO) build --locked -p armistice
	sh tools/need.sh node chromium wasm32 rust-src qpdf pdftotext
	cd web && npm ci --ignore-scripts --no-audit --no-fund --silent && npm test --silent
	sh tools/test.sh slow

check: gazetteer fonts web ## format, lints, documentation, licences
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --workspace --no-deps --locked

bless: gazetteer fonts web ## rewrite the snapshots and generated documents, then look at the difference
	UPDATE_EXPECT=1 $(CARGO) test --workspace --locked -q

gazetteer: $(GAZETTEER) ## the offline gazetteer, from packages of the public registries

$(GAZETTEER): tools/gazetteer/build.py
	sh tools/need.sh python3 pip npm
	python3 tools/gazetteer/build.py

fonts: $(FONTS) ## the faces of PDF pages, from a package of a public registry

$(FONTS): tools/fonts.sh
	sh tools/need.sh npm
	sh tools/fonts.sh

web: $(WEB) ## the scripts, styles and maps of the browser, from packages of a public registry

$(WEB): web/package-lock.json web/build.mjs web/base.mjs web/symbols.json $(wildcard web/src/*.ts web/style/*.css web/style/icons/*.svg)
	sh tools/need.sh node npm
	cd web && npm ci --ignore-scripts --no-audit --no-fund --silent && npm run --silent build

bench: gazetteer fonts web ## measure, side by side with peers; prints what each figure is
	sh bench/run.sh

verify-page: ## the verifier of proof bundles for browsers, one static page
	sh tools/need.sh wasm32 rust-src
	sh tools/verify-page.sh

interop: gazetteer fonts web ## strangers' tools on our registers: fetched by package name, see tests/interop/README.md
	sh tests/interop/run.sh

interop-desk: gazetteer fonts web ## other people's clients at the desk alone: schemathesis, GDAL, feedparser, icalendar, Nu HTML checker
	sh tests/interop/desk.sh

desk-e2e: gazetteer fonts web ## journeys in the desk, in Chromium
	$(CARGO) build --locked -p armistice
	sh tools/need.sh node npm chromium
	cd web && npm run --silent desk

fuzz: ## a minute of every fuzz target (needs a nightly toolchain and cargo-fuzz)
	sh tools/fuzz.sh 60

ci: check test slow ## what the gate runs

clean-demo: ## remove the folder that `make demo` made
	rm -rf armistice-demo
