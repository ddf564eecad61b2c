#!/usr/bin/env python3
"""Lineage against MinHash LSH (datasketch) on the same texts in one run: time, memory, precision, recall per kind of copy.

Must not: need anything but Python 3, cargo and a package index; keep anything in the repository.

usage: run.py [--docs N] [--ours-only] [--work DIR]

Makes N articles of about 600 words from invented words (fixed seed), plants copies of five kinds with page furniture, adds
the development set of made copies if the shared data is there, runs `examples/lineage.rs` and datasketch on them.
"""
import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("ARMISTICE_SHARED", ROOT / ".." / "shared"))
KINDS = ["light", "truncated", "heavy", "embedded", "rewritten"]
FURNITURE = ["Skip to the main part", "Home / World", "Sign up for our letter with exclusive stories and more", "Share this",
             "There are no comments yet so be the first to write one", "Read more on this", "Print this page now"]


def words(rng, count):
    """Invented words; the first are short, as frequent words are."""
    onset, nucleus = "b br d dr f g gr h k kl l m n p pr r s st t tr v z".split(), "a e i o u ai ei ou".split()
    out, seen = [], set()
    while len(out) < count:
        syllables = 1 if len(out) < 150 else rng.choice([2, 2, 3, 3, 4])
        w = "".join(rng.choice(onset) + rng.choice(nucleus) for _ in range(syllables)) + rng.choice(["", "n", "s", "t", "l"])
        if w not in seen:
            seen.add(w)
            out.append(w)
    return out


class Maker:
    """Articles whose words follow Zipf's law, with names and numbers of their own and phrases that many use."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.vocabulary = words(self.rng, 30_000)
        total, self.cumulative = 0.0, []
        for rank in range(len(self.vocabulary)):
            total += 1 / (rank + 3)
            self.cumulative.append(total)
        self.phrases = [" ".join(self.draw(self.rng.randint(4, 7))) for _ in range(400)]

    def draw(self, count):
        return self.rng.choices(self.vocabulary, cum_weights=self.cumulative, k=count)

    def sentence(self, topic):
        rng = self.rng
        parts = self.draw(rng.randint(9, 26))
        for _ in range(rng.randint(1, 3)):
            parts.insert(rng.randrange(len(parts)), rng.choice(topic))
        if rng.random() < 0.3:
            parts.insert(rng.randrange(len(parts)), rng.choice(self.phrases))
        text = " ".join(parts)
        text = text[0].upper() + text[1:] + "."
        return "“" + text[:-1] + "”, said " + rng.choice(topic) + "." if rng.random() < 0.12 else text

    def article(self, size=600):
        topic = [w.capitalize() for w in self.draw(8)] + [str(self.rng.randint(2, 9000)) for _ in range(3)]
        out, count = [], 0
        while count < size:
            s = self.sentence(topic)
            out.append(s)
            count += len(s.split())
        return out

    def page(self, sentences):
        rng, paragraphs, at = self.rng, [], 0
        while at < len(sentences):
            step = rng.randint(1, 3)
            paragraphs.append(" ".join(sentences[at:at + step]))
            at += step
        before = rng.sample(FURNITURE, rng.randint(0, 2))
        return "\n\n".join(before + paragraphs + rng.sample(FURNITURE, rng.randint(0, 2)))

    def swap(self, sentence, rate):
        return " ".join(self.draw(1)[0] if self.rng.random() < rate else w for w in sentence.split(" "))

    def copy(self, source, kind):
        rng = self.rng
        if kind == "light":
            return [self.swap(s, 0.02) for s in source]
        if kind == "truncated":
            return source[:max(4, len(source) * 3 // 10)]
        if kind == "heavy":
            kept = [s for s in source if rng.random() < 0.4] or source[:3]
            return [self.swap(s, 0.08) for s in kept] + self.article(150)
        if kind == "embedded":
            at = rng.randrange(max(1, len(source) - 4))
            own = self.article(450)
            cut = rng.randrange(len(own))
            return own[:cut] + source[at:at + 2] + own[cut:]
        if kind == "rewritten":  # every sentence edited, about one word in five, and the order of sentences changed
            out = [self.swap(s, 0.2) for s in source if rng.random() < 0.7]
            rng.shuffle(out)
            return out
        raise ValueError(kind)


def make(count):
    maker = Maker(20161230)
    docs, families, planted = [], [], []
    while len(docs) < count:
        source = maker.article()
        first, family = len(docs), len(docs)
        docs.append(maker.page(source))
        families.append(family)
        if first % 10 == 0:
            for kind in KINDS:
                planted.append((first, len(docs), kind))
                docs.append(maker.page(maker.copy(source, kind)))
                families.append(family)
    return docs, families, planted


def tokens(text):
    return re.findall(r"\w+", text.lower())


def datasketch_pairs(texts, thresholds, perms=128, size=3):
    """Pairs per threshold, with seconds for signatures and for each index; shingles of three words."""
    from datasketch import MinHash, MinHashLSH
    start, signatures = time.perf_counter(), []
    for text in texts:
        t = tokens(text)
        m = MinHash(num_perm=perms)
        m.update_batch([" ".join(t[i:i + size]).encode() for i in range(max(1, len(t) - size + 1))])
        signatures.append(m)
    hashing, out = time.perf_counter() - start, {}
    for threshold in thresholds:
        start = time.perf_counter()
        lsh, pairs = MinHashLSH(threshold=threshold, num_perm=perms), set()
        for i, m in enumerate(signatures):
            pairs.update((j, i) for j in lsh.query(m))
            lsh.insert(i, m)
        out[threshold] = (pairs, hashing + time.perf_counter() - start)
    return out


def ours(docs, work, name):
    file = work / f"{name}.json"
    file.write_text(json.dumps([{"id": i, "text": t} for i, t in docs], ensure_ascii=False), encoding="utf-8")
    run = subprocess.run([str(ROOT / "target/release/examples/lineage"), "--json", str(file)], check=True,
                         capture_output=True, text=True)
    return json.loads(run.stdout)


def pair_scores(found, gold):
    hits = len(found & gold)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def report(name, pairs, seconds, families, planted):
    true = {p for p in pairs if families[p[0]] == families[p[1]]}
    by_kind = Counter(k for a, b, k in planted if (a, b) in pairs)
    total = Counter(k for _, _, k in planted)
    recall = "  ".join(f"{k} {by_kind[k] / total[k]:.3f}" for k in KINDS)
    everything = sum(by_kind.values()) / max(1, len(planted))
    print(f"{name:22} {seconds:8.2f} s  precision {len(true) / max(1, len(pairs)):.3f}  recall {everything:.3f}  ({recall})")
    return everything


def development_set(work):
    folder = SHARED / "data" / "syndication_syn"
    if not folder.exists():
        print(f"skipped: {folder} is not there")
        return
    docs = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    gold = {(min(a, b), max(a, b)): label for a, b, label in json.loads((folder / "gold_pairs.json").read_text())}
    kind = {d["id"]: d["kind"] for d in docs}
    result = ours([(d["id"], d["text"]) for d in docs], work, "development")
    print(f"\nmade copies, development set: {len(docs)} documents, {len(gold)} pairs, {len(result['faint'])} faint pairs apart")
    found = {(min(p[:2]), max(p[:2])) for p in result["copies"]}
    print("ours                   precision %.3f  recall %.3f  pair F1 %.4f" % pair_scores(found, set(gold)))
    per = defaultdict(lambda: [0, 0])
    for pair, label in gold.items():
        for key in {label + " pair", kind[pair[0]], kind[pair[1]]} - {"original"}:
            per[key][0] += pair in found
            per[key][1] += 1
    print("  recall of pairs with:  " + "  ".join(f"{k} {h / n:.3f} ({n})" for k, (h, n) in sorted(per.items())))
    wrong = Counter(k for p in found - set(gold) for k in {kind[p[0]], kind[p[1]]})
    print(f"  wrong pairs: {len(found - set(gold))}, touching {dict(wrong)}")
    ids = [d["id"] for d in docs]
    try:
        theirs = datasketch_pairs([d["text"] for d in docs], [0.3, 0.5, 0.7])
    except ImportError:
        return
    for threshold, (pairs, _) in theirs.items():
        named = {(min(ids[a], ids[b]), max(ids[a], ids[b])) for a, b in pairs}
        print(f"datasketch {threshold}         precision %.3f  recall %.3f  pair F1 %.4f" % pair_scores(named, set(gold)))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--docs", type=int, default=10_000)
    options.add_argument("--ours-only", action="store_true")
    options.add_argument("--work", type=Path, required=True)
    options = options.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    docs, families, planted = make(options.docs)
    print(f"{len(docs)} articles, {len(planted)} planted copies")
    result = ours(enumerate(docs), options.work, "articles")
    found = {tuple(p[:2]) for p in result["copies"]}
    mine = report("ours", found, result["seconds"], families, planted)
    print(f"  {result['words']} words, indexing {result['seconds_indexing']:.2f} s, peak {result['kib_peak'] / 1024:.0f} MiB, of "
          f"which texts {result['kib_with_texts'] / 1024:.0f} MiB; {len(result['faint'])} faint pairs apart, "
          f"{result['common_text']} passages of common text")
    faster = better = True
    if not options.ours_only:
        for threshold, (pairs, seconds) in datasketch_pairs(docs, [0.3, 0.5, 0.7]).items():
            theirs = report(f"datasketch {threshold}", pairs, seconds, families, planted)
            print(f"  time ratio: {seconds / result['seconds']:.1f}")
            faster, better = faster and seconds > result["seconds"], better and mine > theirs
        print(f"  this process's peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    development_set(options.work)
    if not (faster and better):
        sys.exit("not faster, or lower recall")


if __name__ == "__main__":
    main()
