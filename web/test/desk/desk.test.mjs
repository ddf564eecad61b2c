// The real desk in a real browser: journeys of people, in English and Arabic, on a phone and on a desktop. Starts the program itself
// on a demonstration mission, on loopback, and ends it. `make desk-e2e`.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DESK, PHONE, open, overflow, start } from "../browser.mjs";

const PROGRAM = process.env.ARMISTICE ?? join(import.meta.dirname, "../../../target/debug/armistice");
const SHOTS = process.env.SHOTS;
let folder, server, base, link, browser, session;

before(async () => {
  assert.ok(existsSync(PROGRAM), `${PROGRAM} is not built`);
  folder = mkdtempSync(join(tmpdir(), "desk-"));
  const mission = join(folder, "m");
  const made = spawnSync(PROGRAM, ["demo", mission], { encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  server = spawn(PROGRAM, ["serve", mission, "--listen", "127.0.0.1:0", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (d) => { text += d; if (text.includes("\n")) resolve(text.split("\n")[0]); });
    server.on("exit", (code) => reject(new Error(`the server ended: ${code}`)));
  });
  const said = JSON.parse(line);
  base = said.address;
  link = said.sign_in;
  browser = await start();
  const first = await open(browser, base);
  await first.signIn(link);
  session = await first.context.storageState();
  await first.close();
});

after(async () => {
  await browser?.close();
  if (server) await new Promise((resolve) => { server.removeAllListeners("exit"); server.once("exit", resolve); server.kill("SIGTERM"); });
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const desk = (options = {}) => open(browser, base, { storageState: session, ...options });
const twin = async (d, path) => (await d.context.request.get(new URL(path, base).href)).json();

test("the link signs in once", async () => {
  const d = await open(browser, base);
  await d.signIn(link);
  await d.go("/incidents");
  assert.match(d.page.url(), /sign-in/);
  await d.close();
});

test("a new analyst goes from the sentence to the words", async () => {
  const d = await desk();
  await d.go("/");
  assert.match(await d.page.textContent("main"), /7 documents/);
  await d.page.click(".way >> nth=0");
  assert.match(d.page.url(), /\/incidents\/inc-/);
  assert.match(await d.page.textContent("main"), /1 independent origin/);
  await d.page.click(".claim blockquote a >> nth=0");
  assert.match(d.page.url(), /\/documents\/doc-.*#/);
  assert.ok(await d.page.locator(".words").count() > 0, "claims are marked in the text");
  d.clean();
  await d.close();
});

test("who copied whom stands side by side", async () => {
  const d = await desk();
  await d.go("/");
  await d.page.click(".way >> nth=1");
  assert.ok(await d.page.locator(".beside .copied").count() > 1);
  d.clean();
  await d.close();
});

test("one query, four views, the same rows", async () => {
  const d = await desk();
  for (const view of ["table", "cards", "map", "timeline"]) {
    await d.go(`/incidents?q=kind%3Aair_strike&view=${view}`);
    const ids = await d.page.locator("tr[data-id], li[data-id]").evaluateAll((all) => all.map((e) => e.dataset.id));
    const rows = (await twin(d, "/api/v1/incidents?q=kind%3Aair_strike")).items.map((i) => i.id);
    assert.deepEqual(ids, rows, view);
  }
  d.clean();
  await d.close();
});

test("a query that is not understood says what to write", async () => {
  const d = await desk();
  await d.go("/incidents?q=stauts%3Areported");
  assert.match(await d.page.textContent("main"), /status/);
  await d.close();
});

test("a case is opened from an incident, and what the rules refuse is refused with its reason and nothing typed is lost", async () => {
  const d = await desk();
  const incident = (await twin(d, "/api/v1/incidents?q=kind%3Aair_strike")).items[0].id;
  await d.go(`/cases/new?incident=${incident}`);
  await d.page.fill("[name=complainant]", "public");
  await d.page.fill("[name=text]", "A strike on the road north of the town.");
  await Promise.all([d.page.waitForResponse((r) => r.request().method() === "POST"), d.page.click("main form.step button")]);
  await d.page.waitForURL(/\/cases\/cas-/);
  assert.match(await d.page.textContent("main"), /A strike on the road/);
  const own = d.page.url();
  await d.go(new URL(own).pathname + "/determination");
  const draft = d.page.locator("details.step").filter({ has: d.page.locator("form[action$='/draft']") });
  await draft.locator("summary").click();
  await draft.locator("[name=text]").fill("The strike was a violation.");
  for (const select of await draft.locator("select").all()) {
    const values = await select.locator("option").evaluateAll((o) => o.map((x) => x.value).filter(Boolean));
    await select.selectOption(values[0]);
  }
  // What the form itself asks for is given; what the rules ask for is not.
  // Each that is filled is invalid no longer, so it is always the first one.
  for (let n = await draft.locator(":is(input, textarea):invalid").count(); n > 0; n--) await draft.locator(":is(input, textarea):invalid").first().fill("sy");
  await Promise.all([d.page.waitForResponse((r) => r.request().method() === "POST"), draft.locator("form > button.button").click()]);
  await d.page.waitForSelector("[role=alert]");
  const text = await d.page.textContent("main");
  assert.ok(await d.page.locator("[role=alert]").count() === 1, text);
  assert.match(text, /The strike was a violation\./, "what was typed is shown again");
  d.clean = () => undefined;
  await d.close();
});

test("exports hold exactly the rows of the list, and cells that begin a formula do not", async () => {
  const d = await desk();
  const list = await twin(d, "/api/v1/incidents?limit=500");
  const csv = await (await d.context.request.get(new URL("/export/incidents.csv", base).href)).text();
  for (const item of list.items) assert.ok(csv.includes(item.id), item.id);
  assert.ok(!/(^|,)"?[=@]/m.test(csv));
  await d.close();
});

test("without scripts every page of the navigation can be read", async () => {
  const d = await desk({ javaScriptEnabled: false });
  await d.go("/");
  const paths = await d.page.locator(".rail a").evaluateAll((a) => a.map((x) => x.getAttribute("href")));
  for (const path of paths) {
    const answer = await d.page.goto(new URL(path, base).href);
    assert.equal(answer.status(), 200, path);
    assert.ok((await d.page.textContent("main")).trim().length > 20, path);
  }
  await d.close();
});

test("public pages: no cookie, no script, at most 60 kB", async () => {
  const d = await open(browser, base);
  const answer = await d.page.goto(new URL("/public", base).href);
  assert.equal(answer.status(), 200);
  assert.ok((await answer.body()).length < 60_000);
  assert.equal(await d.page.locator("script[src]").count(), 0);
  assert.deepEqual(await d.context.cookies(), []);
  await d.close();
});

const PAGES = ["/", "/inbox", "/incidents", "/incidents?view=cards", "/incidents?view=timeline", "/claims", "/documents", "/cases", "/cases/new", "/agreements",
  "/obligations", "/ledgers", "/coverage", "/people", "/compare", "/reports", "/verify", "/members", "/settings", "/account", "/accounts", "/audit", "/public", "/help/query"];

for (const [name, viewport] of [["desktop", DESK], ["phone", PHONE]]) {
  for (const lang of ["en", "ar"]) {
    test(`${name}, ${lang}: axe finds nothing, nothing sticks out, nobody else is asked`, async () => {
      const d = await desk({ viewport, colorScheme: lang === "ar" ? "dark" : "light" });
      await d.context.addCookies([{ name: "lang", value: lang, url: base }]);
      const first = (await twin(d, "/api/v1/incidents")).items[0].id;
      const document = (await twin(d, "/api/v1/documents")).items[0].id;
      const found = [];
      for (const path of [...PAGES, `/incidents/${first}`, `/documents/${document}`]) {
        const answer = await d.go(path);
        if (answer.status() !== 200) found.push(`${path}: ${answer.status()}`);
        for (const v of await d.axe([".map-canvas"])) found.push(`${path}: ${v}`);
        for (const e of await overflow(d.page)) found.push(`${path}: sticks out: ${e}`);
        const missing = (await d.page.textContent("body")).match(/⟨[^⟩]*⟩/g) ?? [];
        for (const m of new Set(missing)) found.push(`${path}: no word: ${m}`);
        if (SHOTS) await d.screenshot(join(SHOTS, `${name}-${lang}${path.replace(/[^a-z0-9]+/gi, "_")}.png`), false);
      }
      try { d.clean(); } catch (e) { found.push(e.message); }
      await d.close();
      assert.deepEqual(found, []);
    });
  }
}

test("a sound proof is valid, a changed one is not", async () => {
  const d = await desk();
  const id = (await twin(d, "/api/v1/documents")).items[0].id;
  const answer = await d.context.request.get(new URL(`/prove/${id}`, base).href);
  if (answer.status() !== 200) return;
  const bundle = Buffer.from(await answer.body());
  const good = join(folder, "good.armistice"), bad = join(folder, "bad.armistice");
  writeFileSync(good, bundle);
  const bytes = readFileSync(good);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(bad, bytes);
  for (const [file, expected] of [[good, /data-answer="(valid|cannot_tell)"|cannot|valid/i], [bad, /invalid/i]]) {
    await d.go("/verify");
    await d.page.setInputFiles("input[type=file]", file);
    await d.page.click("main form button");
    await d.page.waitForLoadState();
    assert.match(await d.page.innerHTML("main"), expected);
  }
  await d.close();
});
