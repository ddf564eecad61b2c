#!/usr/bin/env python3
"""Checks that every needle of every expect.toml occurs exactly once in its file, and that the words used are known ones.

Must not: judge the program's output; the test harness does that.
Usage: check_needles.py [folder ...]   (default: all folders beside this file)
"""
import pathlib
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent

KINDS = set("""incident allegation denial total agreement_fact agreement_scope demand pledge condition proposal plan
refusal position context""".split())
ACTS = set("""small_arms_fire shelling direct_heavy_fire air_strike drone_strike bombardment armed_clash ground_assault raid
explosive suicide_attack chemical_attack attack seizure_of_ground fortification troop_movement weapon_in_zone overflight
killing injury attack_on_protected_object abduction arrest forced_recruitment sexual_violence forced_displacement
destruction_of_property siege aid_obstruction aid_delivery utility_cut closure release_of_detainees obstruction_of_monitors
attack_on_monitors sensor_interference incitement provocation non_performance violation_unspecified signing talks withdrawal
disarmament ceasefire_upkeep monitoring_set_up""".split())
WHATS = set("""killed injured casualties missing detained abducted released displaced violations strikes rounds explosions
attacks vehicles buildings settlements persons other""".split())
STATUSES = set("civilians children women fighters soldiers monitors all unknown".split())
PLACE = set("exact settlement near admin3 admin2 admin1 region country unknown".split())
TIME = set("minute hour part_of_day day days week month year period unknown".split())
ROLES = set("any outlet agency cited_outlet speaker unnamed_source recorder document cited_group".split())
RELATIONS = set("contradiction update different_scope different_definition".split())
VERIFICATION = set("unassessed unverified single_origin corroborated verified contradicted refuted not_verifiable".split())
QUESTIONS = set("in_time in_territory between_parties excluded_actor excluded_area act_prohibited exception".split())
ANSWERS = set("yes no cannot_be_determined".split())
POLARITY = set("asserted negated open".split())

KEYS = {
    "document": """file origin published published_in outlet title agency main_has main_lacks not_dates credit_stripped nice why""",
    "claim": """file contains kind kind_in act act_in alleged_author not_author affected not_affected place place_precision
        pin time_from time_to time_precision counts no_counts chain_has chain_lacks polarity nice why""",
    "no_claim": "file contains kind kind_in nice why",
    "origin_count": "low high nice why",
    "incident_count": "low high nice why",
    "same_origin": "files nice why",
    "different_origin": "files nice why",
    "incident": "contains_claims lacks_claims authors_has low high status pin nice why",
    "same_incident": "claims nice why",
    "separate_incidents": "claims nice why",
    "no_incident": "claim nice why",
    "contradiction": "claims relation about nice why",
    "no_contradiction": "claims nice why",
    "test": "incident text question answer nice why",
    "person": "variants nice why",
    "distinct_persons": "names nice why",
    "event": "file id counted origins matches nice why",
}


def decode(data):
    """The text of a file: by byte-order mark, else UTF-8, else windows-1252."""
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


class Checker:
    def __init__(self, folder):
        self.folder, self.errors, self.needles = folder, [], 0
        self.texts = {}

    def fail(self, where, what):
        self.errors.append(f"{self.folder.name}: {where}: {what}")

    def text(self, where, name):
        if name not in self.texts:
            path = self.folder / name
            if not path.is_file():
                self.fail(where, f"no such file: {name}")
                self.texts[name] = ""
            else:
                self.texts[name] = decode(path.read_bytes())
        return self.texts[name]

    def needle(self, where, name, needle, exactly_once=True):
        self.needles += 1
        found = self.text(where, name).count(needle)
        if found == 0:
            self.fail(where, f"not in {name}: {needle!r}")
        elif exactly_once and found > 1:
            self.fail(where, f"{found} times in {name}: {needle!r}")

    def reference(self, where, ref):
        if "|" not in ref:
            self.fail(where, f"a reference is 'file|needle': {ref!r}")
            return
        name, needle = ref.split("|", 1)
        self.needle(where, name, needle)

    def word(self, where, key, value, known):
        if value not in known:
            self.fail(where, f"{key}: unknown word {value!r}")

    def run(self):
        path = self.folder / "expect.toml"
        try:
            data = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            self.fail("expect.toml", str(error))
            return
        if not isinstance(data.get("agreement"), str):
            self.fail("expect.toml", "agreement is missing")
        if not (self.folder / "README.md").is_file():
            self.fail("README.md", "is missing")
        for table, rows in data.items():
            if table in ("agreement", "about"):
                continue
            if table not in KEYS:
                self.fail("expect.toml", f"unknown table [[{table}]]")
                continue
            for number, row in enumerate(rows, 1):
                where = f"[[{table}]] {number}"
                for key in row.keys() - set(KEYS[table].split()):
                    self.fail(where, f"unknown key {key!r}")
                self.row(where, row)

    def row(self, where, row):
        name = row.get("file")
        if name and name.endswith(".csv"):
            self.needle(where, name, row["id"] + ",")
        elif name:
            self.text(where, name)
        if "contains" in row:
            self.needle(where, name, row["contains"])
        for needle in row.get("main_has", []):
            self.needle(where, name, needle)
        for needle in row.get("main_lacks", []):
            self.needle(where, name, needle, exactly_once=False)
        if "title" in row:
            self.needle(where, name, row["title"], exactly_once=False)
        for key in ("contains_claims", "lacks_claims", "claims"):
            for ref in row.get(key, []):
                self.reference(where, ref)
        for key in ("incident", "claim", "matches"):
            if key in row:
                self.reference(where, row[key])
        for other in row.get("files", []):
            self.text(where, other)
        for who in row.get("variants", []) + row.get("names", []):
            self.reference(where, who) if "|" in who else self.anywhere(where, who)
        for key in ("alleged_author", "affected", "place"):
            value = row.get(key)
            if value is None or value == "none" or not name:
                continue
            if value.lower() not in self.text(where, name).lower():
                self.fail(where, f"{key} is not in the words of {name}: {value!r}")
        one = {"kind": KINDS, "act": ACTS, "place_precision": PLACE, "time_precision": TIME, "polarity": POLARITY,
               "status": VERIFICATION, "relation": RELATIONS, "question": QUESTIONS, "answer": ANSWERS}
        for key, known in one.items():
            if key in row and not (key == "act" and row[key] == "none"):
                self.word(where, key, row[key], known)
        for key, known in {"kind_in": KINDS, "act_in": ACTS}.items():
            for value in row.get(key, []):
                self.word(where, key, value, known)
        for count in row.get("counts", []):
            self.word(where, "what", count["what"], WHATS)
            if "status" in count:
                self.word(where, "status", count["status"], STATUSES)
            for key in count.keys() - {"what", "status", "min", "best", "max"}:
                self.fail(where, f"unknown key in counts: {key!r}")
        for key in ("chain_has", "chain_lacks"):
            for link in row.get(key, []):
                self.word(where, key, link.split(":", 1)[0].strip(), ROLES)

    def anywhere(self, where, words):
        self.needles += 1
        texts = [decode(p.read_bytes()) for p in self.folder.iterdir()
                 if p.suffix in (".txt", ".html", ".md") and p.name != "README.md"]
        if not any(words in text for text in texts):
            self.fail(where, f"in no file: {words!r}")


def main(arguments):
    folders = [pathlib.Path(a) for a in arguments] or sorted(p.parent for p in ROOT.glob("*/expect.toml"))
    errors, needles = [], 0
    for folder in folders:
        checker = Checker(folder)
        checker.run()
        errors += checker.errors
        needles += checker.needles
    for error in errors:
        print(error)
    print(f"{len(folders)} scenarios, {needles} needles, {len(errors)} errors")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
