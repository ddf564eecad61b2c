// What scripts compute, without a browser.
import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync } from "node:fs";
import { day, iso, lanes, ticks } from "../../src/timeline.ts";
import { off, fold } from "../../src/keys.ts";
import { same } from "../../src/drafts.ts";
import { parse } from "../../src/live.ts";
import { withColumns, withSelected } from "../../src/table.ts";
import { bytes, options, text } from "../../src/passkey.ts";
import { kept } from "../../src/theme.ts";
import { placed } from "../../src/reader.ts";
import { bones, box, circle, labelPlace, spellings } from "../../src/map.ts";

test("days are days, and what is no date is none", () => {
  for (const d of ["1970-01-01", "2017-01-23", "2024-02-29"]) assert.equal(iso(day(d) ?? -1), d);
  assert.equal(day("2017-01-23T23:59:00Z"), day("2017-01-23"));
  for (const d of [null, undefined, "", "soon", "2017-13-40"]) assert.equal(day(d), undefined);
});

test("no two spans of a lane touch", () => {
  const spans = [{ from: 0, to: 5 }, { from: 1, to: 2 }, { from: 3, to: 9 }, { from: 5, to: 6 }, { from: 9, to: 12 }];
  const got = lanes(spans, 1);
  for (const [i, a] of spans.entries()) for (const [j, b] of spans.entries()) if (i < j && got[i] === got[j]) assert.ok(a.to + 1 <= b.from || b.to + 1 <= a.from, `${i} ${j}`);
  assert.deepEqual(lanes([], 1), []);
});

test("ticks are few and inside", () => {
  for (const [a, b] of [["2017-01-01", "2017-01-05"], ["2017-01-01", "2017-03-01"], ["2012-01-01", "2019-01-01"], ["1948-01-01", "2026-01-01"]] as const) {
    const [from, to] = [day(a) ?? 0, day(b) ?? 0];
    const got = ticks(from, to, 8);
    assert.ok(got.length >= 1 && got.length <= 9, `${a} ${b}: ${got.length}`);
    assert.ok(got.every((n) => n >= from && n <= to));
  }
});

test("keys that were switched off are read, whatever is kept", () => {
  assert.deepEqual([...off('["j","*"]')], ["j", "*"]);
  for (const bad of [null, "", "{", '{"a":1}', "[1,null]"]) assert.equal(off(bad).size, 0);
  assert.equal(fold("  Al-Ḥimş É"), "al-hims e");
});

test("drafts are the same whatever the order of fields", () => {
  assert.ok(same({ a: ["1"], b: ["2"] }, { b: ["2"], a: ["1"] }));
  assert.ok(!same({ a: ["1"] }, { a: ["1", "2"] }));
});

test("an event that cannot be read is nothing", () => {
  assert.deepEqual(parse('{"id":"x"}'), { id: "x" });
  for (const bad of ["", "[]", "null", "1", "{"]) assert.equal(parse(bad), undefined);
});

test("the address carries the state of a list", () => {
  assert.equal(withSelected("https://d.test/inbox?q=a&selected=z", ["i1", "i2"]), "https://d.test/inbox?q=a&selected=i1%2Ci2");
  assert.equal(withSelected("https://d.test/inbox?selected=z", []), "https://d.test/inbox");
  assert.equal(withSelected("https://d.test/inbox", Array.from({ length: 51 }, (_, i) => String(i))), "https://d.test/inbox");
  assert.equal(withColumns("https://d.test/inbox?columns=a", ["a", "b"], ["a", "b"]), "https://d.test/inbox");
  assert.equal(withColumns("https://d.test/inbox", ["b"], ["a", "b"]), "https://d.test/inbox?columns=b");
});

test("bytes go to text and back", () => {
  for (const t of ["", "AA", "AAE", "-_8", "AAECAwQFBgcICQoLDA0ODw"]) assert.equal(text(bytes(t).buffer), t);
  const got = options({ publicKey: { challenge: "AQ", user: { id: "Ag", name: "n", displayName: "N" }, allowCredentials: [{ id: "Aw", type: "public-key" }], timeout: 1 } });
  assert.deepEqual(got["challenge"], new Uint8Array([1]));
  assert.deepEqual((got["user"] as { id: Uint8Array }).id, new Uint8Array([2]));
  assert.equal(got["timeout"], 1);
});

test("a cookie chooses only what there is", () => {
  assert.equal(kept("theme", "a=b; theme=dark"), "dark");
  assert.equal(kept("theme", "theme=purple"), undefined);
  assert.equal(kept("density", "xdensity=dense"), undefined);
});

test("cards never cover each other", () => {
  assert.deepEqual(placed([0, 5, 200], [50, 50, 10], 8), [0, 58, 200]);
});

test("an area is found by any of its spellings", () => {
  assert.ok(spellings("Homs (Hims)").includes("homs") && spellings("Homs (Hims)").includes("hims"));
  // As this world's gazetteers write them, and as the ground does.
  for (const [a, b] of [["Al-Ḩasakah", "Hasaka (Al Haksa)"], ["Dar'a", "Dar`a"], ["Latakia", "Lattakia"], ["Hama", "Hamah"], ["Deir ez-Zor", "Dayr Az Zawr"], ["Ar-Raqqah", "Ar Raqqah"], ["As-Suwayda", "As Suwayda'"]] as const) assert.equal(bones(a), bones(b), `${a}, ${b}`);
  assert.notEqual(bones("Homs"), bones("Hama"));
  assert.notEqual(bones("Damascus"), bones("Rif Dimashq"));
});

test("a halo is as wide as it says", () => {
  const b = box([circle([36, 34], 10_000)]);
  assert.ok(b);
  assert.ok(Math.abs((b[3] - b[1]) * 111.32 - 20) < 0.1);
  assert.deepEqual(labelPlace({ type: "Polygon", coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] }), [1, 1]);
  assert.equal(labelPlace({ type: "Point", coordinates: [1, 1] }), undefined);
});

test("every message that scripts ask for is there in every language, with the same gaps", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../../assets/desk/manifest.json", import.meta.url), "utf8")) as { words: Record<string, string[]> };
  for (const language of ["en", "ar", "ru", "tr", "fa", "fr"]) {
    const file = readFileSync(new URL(`../../../crates/armistice/src/desk/locale/${language}/browser.ftl`, import.meta.url), "utf8");
    const found = Object.fromEntries([...file.matchAll(/^([a-z-]+) = (.+)$/gm)].map((m) => [m[1], [...(m[2] ?? "").matchAll(/\$([a-z]+)/g)].map((a) => a[1]).sort()]));
    assert.deepEqual(found, Object.fromEntries(Object.entries(manifest.words).map(([id, args]) => [id, [...args].sort()])), language);
  }
});
