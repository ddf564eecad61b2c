"""Trains the line model and writes its weights.

    cargo build --release -p armistice-read --example maintext
    pip install python-crfsuite
    python3 bench/maintext/train.py text|html [--final]

Without --final: trains on folds 1–4, reports word F1 on fold 0, writes nothing but candidates to the temporary folder.
With --final: the same, then trains on all pages and writes crates/armistice-read/src/maintext/weights_*.toml.
Data: PLAINTEXT-BOILER and WCXB dev (annotations CC BY 4.0), found through ARMISTICE_SHARED.
"""

import argparse
import collections
import pathlib
import statistics
import tempfile
import time

import pycrfsuite
from common import ROOT, align, cropped, fold, html_pages, run, text_pages, word_f1, write_html_pages, write_text_pages

HEADER = """# Weights of the line model for {what}: how much each feature speaks for main text, in thousandths.
# Origin: learnt from WCXB (annotations CC BY 4.0) pages{how}; {pages} pages.
# Made by: python3 bench/maintext/train.py {mode} --final   (c1={c1}, c2={c2}, features seen on {minimum}+ pages)
"""


def load(mode):
    with tempfile.TemporaryDirectory() as folder:
        if mode == "text":
            pages = text_pages()
            pages += [cropped(p) for p in pages]
            rows = run(write_text_pages(pages, folder), "--features", "text")
            for page, row in zip(pages, rows):
                page["features"] = row["features"]
                page["y"] = [y for _, y in page["lines"]]
                page["lines"] = [t for t, _ in page["lines"]]
                page["gold"] = "\n".join(t for t, y in zip(page["lines"], page["y"]) if y)
                page["type"] = "cropped" if page.get("crop") else "whole"
        else:
            pages = html_pages()
            rows = run(write_html_pages(pages, folder), "--features", mode)
            for page, row in zip(pages, rows):
                page["features"] = row["features"]
                page["lines"] = row["lines"]
                page["y"] = align(row["lines"], page["main"])
                page["gold"] = page["main"]
                kept = row["kept"] or [0] * len(row["lines"])
                page["extractor"] = "\n".join(t for t, k in zip(row["lines"], kept) if k >= 5)
    return pages


def fit(pages, c1, c2, minimum, iterations):
    seen = collections.Counter()
    for page in pages:
        seen.update({f for line in page["features"] for f in line})
    keep = {f for f, n in seen.items() if n >= minimum}
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": True})
    for page in pages:
        if page["lines"]:
            trainer.append([[f for f in line if f in keep] for line in page["features"]], [str(y) for y in page["y"]])
    with tempfile.NamedTemporaryFile(suffix=".crfsuite") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        info = tagger.info()
    weights = collections.defaultdict(float)
    for (feature, label), weight in info.state_features.items():
        weights[feature] += weight if label == "1" else -weight
    transitions = [[info.transitions.get((str(a), str(b)), 0.0) for b in (0, 1)] for a in (0, 1)]
    model = {
        "transitions": [[round(1000 * w) for w in row] for row in transitions],
        "weights": {f: round(1000 * w) for f, w in weights.items() if round(1000 * w) != 0},
        "bias": 0,
    }
    return model


def decode(model, features):
    """The same integer Viterbi as the crate's."""
    weights, t, bias = model["weights"], model["transitions"], model["bias"]
    scores = [sum(weights.get(f, 0) for f in line) for line in features]
    if not scores:
        return []
    best, back = [0, scores[0] + bias], []
    for score in scores[1:]:
        turn = [best[1] + t[1][to] > best[0] + t[0][to] for to in (0, 1)]
        back.append(turn)
        best = [max(best[0] + t[0][to], best[1] + t[1][to]) + (score + bias if to else 0) for to in (0, 1)]
    label = int(best[1] > best[0])
    labels = [label]
    for turn in reversed(back):
        label = int(turn[label])
        labels.append(label)
    return labels[::-1]


def score(model, pages):
    by_type = collections.defaultdict(list)
    for page in pages:
        labels = decode(model, page["features"])
        got = "\n".join(t for t, y in zip(page["lines"], labels) if y)
        f1 = word_f1(got, page["gold"])
        by_type["all"].append(f1)
        by_type[page["type"]].append(f1)
    return {k: round(statistics.mean(v), 4) for k, v in by_type.items()}


def toml(model, header):
    lines = [header.rstrip(), f"transitions = {model['transitions']}", f"bias = {model['bias']}", "", "[weights]"]
    for feature in sorted(model["weights"]):
        key = feature.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'"{key}" = {model["weights"][feature]}')
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["text", "html"])
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--held-out", metavar="FILE", help="write the weights learnt without fold 0 to this file")
    parser.add_argument("--c1", type=float, default=1.0)
    parser.add_argument("--c2", type=float, default=0.3)
    parser.add_argument("--minimum", type=int, default=4)
    parser.add_argument("--iterations", type=int, default=150)
    options = parser.parse_args()
    pages = load(options.mode)
    # Pages as a whole decide; the cropped ones only teach.
    train = [p for p in pages if fold(p["id"]) != 0]
    valid = [p for p in pages if fold(p["id"]) == 0]
    print(f"{len(train)} training pages, {len(valid)} validation pages", flush=True)
    ceiling = [word_f1("\n".join(t for t, y in zip(p["lines"], p["y"]) if y), p["gold"]) for p in valid]
    print("ceiling of the labels", round(statistics.mean(ceiling), 4))
    if options.mode == "html":
        for kind in ("all", "article"):
            chosen = [p for p in valid if kind in ("all", p["type"])]
            print("extractor alone", kind, round(statistics.mean(word_f1(p["extractor"], p["gold"]) for p in chosen), 4))
    start = time.time()
    arguments = (options.c1, options.c2, options.minimum, options.iterations)
    model = fit(train, *arguments)
    print(f"{len(model['weights'])} weights, {time.time() - start:.0f} s")
    biases = {}
    for bias in (-300, 0, 300):
        model["bias"] = bias
        biases[bias] = score(model, train)["whole" if options.mode == "text" else "all"]
    model["bias"] = max(biases, key=lambda b: (biases[b], -abs(b)))
    print("bias", model["bias"], "train", score(model, train), "validation", score(model, valid), flush=True)
    if options.held_out:
        # Put into the place of the shipped weights, these give honest figures of the whole reader on fold 0.
        pathlib.Path(options.held_out).write_text(toml(model, "# Learnt without fold 0: for measuring, not for shipping."))
    if options.final:
        bias = model["bias"]
        model = fit(pages, *arguments)
        model["bias"] = bias
        what = {"text": "text without markup", "html": "pages with markup"}[options.mode]
        how = {"text": ", flattened to lines, whole and cropped to the article", "html": ""}[options.mode]
        header = HEADER.format(
            what=what, how=how, pages=len({p["id"] for p in pages}), mode=options.mode, c1=options.c1, c2=options.c2, minimum=options.minimum
        )
        target = ROOT / f"crates/armistice-read/src/maintext/weights_{options.mode}.toml"
        target.write_text(toml(model, header))
        print("wrote", target.relative_to(ROOT), target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
