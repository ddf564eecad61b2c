"""Prints word F1 per page of the shipped reader, and pages per second.

    cargo build --release -p armistice-read --example maintext
    python3 bench/maintext/score.py [--errors]

The shipped weights are trained on all pages: the figures of fold 0 here are no held-out figures (train.py prints those).
"""

import argparse
import collections
import statistics
import tempfile
import time

from common import fold, html_pages, run, text_pages, word_f1, write_html_pages, write_text_pages


def rule(lines):
    """The peer: keep lines of 8 and more words that end like a sentence, and those of 25 and more words."""
    keep = []
    for text, _ in lines:
        n = len(text.split())
        if n >= 25 or (n >= 8 and text.rstrip("\"'”’)» ").endswith((".", "!", "?", "…"))):
            keep.append(text)
    return "\n".join(keep)


def report(name, pages, results, seconds, errors):
    groups = collections.defaultdict(list)
    for page, result in zip(pages, results):
        f1 = word_f1(result.get("main", ""), page["main"])
        groups["all"].append(f1)
        groups[page["type"]].append(f1)
        if errors and f1 < 0.7:
            print("   ", name, page["id"], page["type"], round(f1, 3), result.get("error", ""))
    for group, scores in sorted(groups.items()):
        print(f"{name} {group}: word F1 {statistics.mean(scores):.4f} ({len(scores)} pages)")
    print(f"{name}: {len(pages) / seconds:.0f} pages/s, one process, one thread, with process start and output")


def dates(pages, results):
    """Publication dates from head, structured data or publication line against the gold; and invented ones."""
    right = wrong = missing = invented = none = 0
    for page, result in zip(pages, results):
        good = ("MetaPublished", "PublicationLine")
        found = [d["day"] for d in result.get("dates", []) if d["role"] in good and d["day"][0] and d["day"][2]]
        gold = page["truth"].get("publish_date")
        if not gold:
            none += 1
            invented += bool(found)
            continue
        day = [int(x) for x in gold[:10].split("-")]
        right += day in found[:1]
        wrong += bool(found) and day not in found[:1]
        missing += not found
    print(f"dates: right {right}, other day {wrong}, not stated {missing}; gold has none: {none}, reader names one: {invented}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = text_pages()
        for page in pages:
            page["main"] = "\n".join(t for t, y in page["lines"] if y)
            page["type"] = "validation fold" if fold(page["id"]) == 0 else "training folds"
        files = write_text_pages(pages, folder)
        start = time.time()
        report("plaintext_boiler", pages, run(files), time.time() - start, options.errors)
        for group in ("validation fold", "training folds"):
            chosen = [p for p in pages if p["type"] == group]
            mean = statistics.mean(word_f1(rule(p["lines"]), p["main"]) for p in chosen)
            print(f"plaintext_boiler {group}: peer rule (length and punctuation) {mean:.4f}")
    with tempfile.TemporaryDirectory() as folder:
        pages = html_pages()
        files = write_html_pages(pages, folder)
        start = time.time()
        results = run(files)
        report("wcxb_dev", pages, results, time.time() - start, options.errors)
        dates(pages, results)
        valid = [(p, r) for p, r in zip(pages, results) if fold(p["id"]) == 0 and p["type"] == "article"]
        mean = statistics.mean(word_f1(r.get("main", ""), p["main"]) for p, r in valid)
        print(f"wcxb_dev articles of the validation fold: word F1 {mean:.4f} ({len(valid)} pages)")


if __name__ == "__main__":
    main()
