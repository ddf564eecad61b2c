// Journeys in the real desk, each in English on a desktop and in Arabic on a phone 360 px wide: a hundred papers by keyboard alone, two members who
// judge differently, a finding that the rules refuse, proofs checked by strangers, passkeys, passwords with codes, and twice the size.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, open, overflow, start } from "../browser.mjs";

const PROGRAM = process.env.ARMISTICE ?? join(import.meta.dirname, "../../../target/debug/armistice");
const AGREEMENT = join(import.meta.dirname, "../../../agreements/syria-2016-12-30.toml");
const SHOTS = process.env.SHOTS;
const PAPERS = 100;
const WAYS = [["en", DESK], ["ar", PHONE]];
let folder, browser;

before(async () => {
  assert.ok(existsSync(PROGRAM), `${PROGRAM} is not built`);
  folder = mkdtempSync(join(tmpdir(), "journeys-"));
  browser = await start();
});

after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function run(...args) {
  const done = spawnSync(PROGRAM, args, { encoding: "utf8" });
  assert.equal(done.status, 0, `${args.join(" ")}\n${done.stderr}`);
  return done.stdout;
}

/** Papers of our own words, each with one claim. */
function papers(into, count) {
  mkdirSync(into);
  for (let i = 0; i < count; i++) {
    const day = 1 + (i % 28);
    writeFileSync(join(into, `p${String(i).padStart(3, "0")}.txt`), `Hill Paper ${i}\n\n${day} January 2017\n\nShelling killed ${2 + (i % 7)} civilians in Taldou in Homs province on ${day} January 2017, a resident of house ${i} said.\n\nThis is paper number ${i} of a mission that a test made.\n`);
  }
  return into;
}

/** A desk that serves a mission, with what opens signed-in pages. By the name `localhost`: passkeys hang on names. */
async function serve(mission) {
  const child = spawn(PROGRAM, ["serve", mission, "--listen", "127.0.0.1:0", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (d) => { text += d; if (text.includes("\n")) resolve(text.split("\n")[0]); });
    child.on("exit", (code) => reject(new Error(`the server ended: ${code}`)));
  });
  const said = JSON.parse(line);
  const base = said.address.replace("127.0.0.1", "localhost");
  const first = await open(browser, base);
  await first.signIn(said.sign_in.replace("127.0.0.1", "localhost"));
  const session = await first.context.storageState();
  await first.close();
  return {
    base,
    /** Ends it, and waits until it has: it publishes first, and holds the folder while it does. */
    stop: () => new Promise((resolve) => { child.removeAllListeners("exit"); child.once("exit", resolve); child.kill("SIGTERM"); }),
    page: async (lang, viewport, options = {}) => {
      const d = await open(browser, base, { storageState: session, viewport, ...options });
      await d.context.addCookies([{ name: "lang", value: lang, url: base }]);
      d.twin = async (path) => (await d.context.request.get(new URL(path, base).href)).json();
      d.shot = async (name) => { if (SHOTS) await d.screenshot(join(SHOTS, `journey-${name}-${lang}.png`), false); };
      return d;
    },
  };
}

/** Islands have started: keys work. */
const ready = (page) => page.waitForFunction(() => [...document.querySelectorAll("[data-island=keys]")].every((e) => e.dataset.started));
const arabic = /[\u0600-\u06ff]/;

/** A one-time code of RFC 6238, at a step. */
function code(secret, step) {
  const bits = [...secret.replace(/[\s=]/g, "").toUpperCase()].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

describe("a hundred papers by keyboard alone", () => {
  for (const [lang, viewport] of WAYS) {
    test(lang, async () => {
      const mission = join(folder, `hundred-${lang}`);
      run("init", mission, "--member", "desk");
      run("add", mission, papers(join(folder, `papers-${lang}`), PAPERS));
      const s = await serve(mission);
      try {
        const d = await s.page(lang, viewport);
        const page = d.page;
        await d.go("/inbox");
        await ready(page);
        // The sheet says what there is.
        await page.keyboard.press("?");
        await page.locator("dialog#keys-sheet").waitFor();
        await page.keyboard.press("Escape");
        await page.locator("dialog#keys-sheet").waitFor({ state: "detached" });
        for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
        const first = await page.evaluate(() => document.querySelector("tr.current")?.dataset.id);
        assert.match(first, /^doc-/);
        await page.keyboard.press("Enter");
        await page.waitForURL(`**/documents/${first}`);
        // From the first document of the mission to its last: each claim is looked at, and accepted, or rejected with a reason.
        const all = (await d.twin("/api/v1/documents?limit=500")).items.map((i) => i.id);
        assert.equal(all.length, PAPERS);
        const done = new Map();
        const nexts = new Map();
        for (const id of all) nexts.set(id, (await d.twin(`/api/v1/documents/${id}`)).next);
        let at = all.find((id) => ![...nexts.values()].includes(id));
        await d.go(`/documents/${at}`);
        for (let n = 0; n < PAPERS; n++) {
          await ready(page);
          await page.keyboard.press("j");
          const claim = await page.evaluate(() => document.querySelector("[data-claim].current")?.dataset.claim);
          assert.match(claim ?? "", /^clm-/, page.url());
          if (n % 10 === 9) {
            await page.keyboard.press("x");
            await page.waitForFunction(() => document.activeElement?.name === "reason");
            await page.keyboard.type("said by one house only");
            // From the reason over the button that accepts to the one that rejects.
            await page.keyboard.press("Tab");
            await page.keyboard.press("Tab");
            await Promise.all([page.waitForURL(/said=/), page.keyboard.press("Enter")]);
            done.set(claim, "rejected");
          } else {
            await Promise.all([page.waitForURL(/said=/), page.keyboard.press("a")]);
            done.set(claim, "accepted");
          }
          if (n === 9) await d.shot("triage");
          await ready(page);
          const next = nexts.get(at);
          if (!next) break;
          await Promise.all([page.waitForURL(`**/documents/${next}`), page.keyboard.press(".")]);
          at = next;
        }
        assert.equal(done.size, PAPERS);
        const found = new Map();
        for (const id of all) for (const c of (await d.twin(`/api/v1/documents/${id}`)).claims) found.set(c.id, c.review);
        for (const [claim, verdict] of done) assert.equal(found.get(claim), verdict, claim);
        d.clean();
        await d.close();
      } finally {
        await s.stop();
      }
    });
  }
});

describe("two members who judge one claim differently", () => {
  for (const [lang, viewport] of WAYS) {
    test(lang, async () => {
      const [a, b, stick] = ["astra", "borea", "stick"].map((n) => join(folder, `${n}-${lang}`));
      run("init", a, "--member", "astra", "--agreement", AGREEMENT, "--no-passphrase");
      const id = readFileSync(join(a, "mission.toml"), "utf8").match(/^id = "(.*)"$/m)[1];
      run("init", b, "--member", "borea", "--no-passphrase", "--join", id);
      for (const [here, there, name] of [[a, b, "borea"], [b, a, "astra"]]) run("member", "add", here, name, "--key-file", join(there, "keys", `${name}.pub`), "--how", "handed over on paper");
      run("add", a, papers(join(folder, `two-${lang}`), 1));
      for (const one of [a, b, a]) run("sync", one, stick);
      const say = async (mission, act) => {
        const s = await serve(mission);
        try {
          const d = await s.page(lang, viewport);
          const document = (await d.twin("/api/v1/documents")).items[0].id;
          await d.go(`/documents/${document}`);
          await act(d, document);
          d.clean();
          await d.close();
        } finally {
          await s.stop();
        }
      };
      await say(a, (d) => Promise.all([d.page.waitForURL(/said=/), d.page.click("form.review button[formnovalidate] >> nth=0")]));
      await say(b, async (d) => {
        await d.page.fill("form.review [name=reason]", "the resident was elsewhere");
        await Promise.all([d.page.waitForURL(/said=/), d.page.click("form.review button[formaction$='/reject']")]);
      });
      for (const one of [b, a, b]) run("sync", one, stick);
      // Both see both, in the same words, and neither is taken for the other.
      for (const one of [a, b]) {
        await say(one, async (d, document) => {
          const shown = await d.page.locator(".reviews li").allInnerTexts();
          assert.equal(shown.length, 2, shown.join("\n"));
          for (const [n, name] of ["astra", "borea"].entries()) assert.ok(shown[n].includes(name), shown[n]);
          assert.ok(shown[1].includes("the resident was elsewhere") && !shown[0].includes("the resident was elsewhere"));
          if (lang === "ar") assert.match(shown[0], arabic);
          const claim = (await d.twin(`/api/v1/documents/${document}`)).claims[0];
          assert.deepEqual(claim.reviews.map((r) => [r.member, r.verdict]), [["astra", "accepted"], ["borea", "rejected"]]);
          assert.equal(claim.review, "disputed");
          assert.deepEqual(await overflow(d.page), []);
          assert.deepEqual(await d.axe(), []);
          await d.shot("disagreement");
        });
      }
    });
  }
});

describe("on one desk", () => {
  let s, mission;
  before(async () => {
    mission = join(folder, "demo");
    run("demo", mission);
    s = await serve(mission);
  });
  after(() => s?.stop());

  for (const [lang, viewport] of WAYS) {
    test(`a determination that rests on one origin is refused, with the rule's reason: ${lang}`, async () => {
      const d = await s.page(lang, viewport);
      const page = d.page;
      const items = (await d.twin("/api/v1/incidents?q=kind%3Aair_strike")).items;
      const one = items.find((i) => i.origins.high === 1) ?? items[0];
      assert.equal(one.origins.high, 1, "it rests on one origin");
      await d.go(`/cases/new?incident=${one.id}`);
      await page.fill("[name=complainant]", "public");
      await page.fill("[name=text]", "A strike on the road north of the town.");
      await Promise.all([page.waitForURL(/\/cases\/cas-/), page.click("main form.step button")]);
      await d.go(`${new URL(page.url()).pathname}/determination`);
      const step = page.locator("details.step").filter({ has: page.locator("form[action$='/draft']") });
      await step.locator("summary").click();
      await step.locator("[name=text]").fill("The strike was a violation.");
      for (const select of await step.locator("select").all()) {
        const values = await select.locator("option").evaluateAll((o) => o.map((x) => x.value).filter(Boolean));
        await select.selectOption(values[0]);
      }
      // Each that is filled is invalid no longer, so it is always the first one.
      for (let n = await step.locator(":is(input, textarea):invalid").count(); n > 0; n--) await step.locator(":is(input, textarea):invalid").first().fill("sy");
      await Promise.all([page.waitForResponse((r) => r.request().method() === "POST"), step.locator("form > button.button").click()]);
      const alert = page.locator("[role=alert]");
      await alert.waitFor();
      const why = await alert.innerText();
      assert.doesNotMatch(why, /case-\d|nothing was written/, "the rule is said in words");
      assert.equal(arabic.test(why), lang === "ar", why);
      assert.match(await page.textContent("main"), /The strike was a violation\./, "what was typed is shown again");
      assert.deepEqual(await overflow(page), []);
      await d.shot("refused");
      await d.close();
    });

    test(`strangers check a good proof and a changed one: ${lang}`, async () => {
      const inside = await s.page(lang, viewport);
      const answer = await inside.context.request.get(new URL("/prove/analyst%231", s.base).href);
      const members = (await inside.twin("/api/v1/members")).registers;
      const got = answer.status() === 200 ? answer : await inside.context.request.get(new URL(`/prove/${members[0].member}%231`, s.base).href);
      assert.equal(got.status(), 200, await got.text());
      const good = join(folder, `good-${lang}.armistice`), bad = join(folder, `bad-${lang}.armistice`);
      const bytes = await got.body();
      writeFileSync(good, bytes);
      const other = Buffer.from(bytes);
      other[Math.floor(other.length / 2)] ^= 1;
      writeFileSync(bad, other);
      const key = readFileSync(join(mission, "keys", `${members[0].member}.pub`), "utf8");
      await inside.close();
      const d = await open(browser, s.base, { viewport });
      for (const [file, sign] of [[good, "good"], [bad, "bad"]]) {
        await d.go(`/public/verify?lang=${lang}`);
        await d.page.setInputFiles("input[type=file]", file);
        const hex = key.match(/[0-9a-f]{64}/i)?.[0];
        if (hex) await d.page.fill("[name=key]", hex);
        await Promise.all([d.page.waitForResponse((r) => r.request().method() === "POST"), d.page.click("main form button")]);
        const verdict = d.page.locator("#verdict");
        await verdict.waitFor();
        const cls = await verdict.getAttribute("class");
        if (sign === "bad") assert.equal(cls, "bad", await d.page.innerText("main"));
        else assert.ok(cls === "good" || (!hex && cls === "open"), await d.page.innerText("main"));
        assert.deepEqual(await overflow(d.page), []);
        if (SHOTS) await d.screenshot(join(SHOTS, `journey-verify-${sign}-${lang}.png`), false);
      }
      assert.deepEqual(await d.context.cookies(), [], "nobody is known");
      await d.close();
    });

    test(`a passkey is added, and signs in: ${lang}`, async () => {
      const d = await s.page(lang, viewport);
      const page = d.page;
      const cdp = await d.context.newCDPSession(page);
      await cdp.send("WebAuthn.enable");
      const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
      await d.go("/account");
      const before = await page.locator("#passkeys li").count();
      const add = page.locator("[data-purpose=register] button");
      await add.waitFor();
      await Promise.all([page.waitForResponse((r) => r.url().endsWith("/passkey/register/finish")), add.click()]);
      await page.waitForFunction((n) => document.querySelectorAll("#passkeys li").length === n + 1 || !/^\s*$/.test(document.querySelector("#passkeys [role=status]").textContent), before);
      await page.reload();
      assert.equal(await page.locator("#passkeys li").count(), before + 1, await page.locator("#passkeys").innerText());
      await d.shot("passkey");
      const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
      assert.equal(credentials.length, 1);
      // Without the session it is the key that lets in. No page is open meanwhile whose stream would be refused.
      await page.goto("about:blank");
      await d.context.clearCookies();
      await d.go("/sign-in?then=/incidents");
      const use = page.locator("[data-purpose=sign-in] button");
      await use.waitFor();
      await Promise.all([page.waitForURL("**/incidents"), use.click()]);
      assert.ok(await page.locator("main").isVisible());
      d.clean();
      await d.close();
    });
  }

  test("a password and a code are set, and sign in", async () => {
    const d = await s.page("en", DESK);
    const page = d.page;
    await d.go("/account");
    const form = page.locator("form[action='/account/password']");
    const secret = await form.locator("[name=secret]").inputValue();
    const name = await page.locator("#name").inputValue();
    const words = "four words that nobody has";
    const now = () => Math.floor(Date.now() / 30_000);
    const step = now();
    for (const field of await form.locator("input[type=password]").all()) await field.fill(words);
    await form.locator("[name=code]").fill(code(secret, step));
    await Promise.all([page.waitForResponse((r) => r.request().method() === "POST"), form.locator("button").click()]);
    await page.waitForLoadState();
    assert.equal(await page.locator("[role=alert].problem").count(), 0, await page.innerText("main"));
    // The code that was shown to set it is used up: the next one is taken, and a recovery code, each once. So no test waits for the clock.
    await d.go("/account");
    await Promise.all([page.waitForResponse((r) => r.request().method() === "POST"), page.locator("form[action='/account/recovery'] button").click()]);
    await page.waitForLoadState();
    const recovery = await page.locator("main code").first().innerText();
    for (const [lang, viewport, proof] of [["en", DESK, code(secret, step + 1)], ["ar", PHONE, recovery]]) {
      const o = await open(browser, s.base, { viewport });
      await o.context.addCookies([{ name: "lang", value: lang, url: s.base }]);
      const enter = async (password) => {
        await o.go("/sign-in?then=/cases");
        await o.page.fill("[name=name]", name);
        await o.page.fill("[name=password]", password);
        await o.page.fill("[name=code]", proof);
        await Promise.all([o.page.waitForResponse((r) => r.request().method() === "POST"), o.page.click("form.sign-in button[type=submit]")]);
      };
      await enter("another password");
      const alert = o.page.locator("[role=alert]");
      await alert.waitFor();
      assert.equal(arabic.test(await alert.innerText()), lang === "ar");
      assert.deepEqual(await overflow(o.page), []);
      if (SHOTS) await o.screenshot(join(SHOTS, `journey-password-${lang}.png`), false);
      await enter(words);
      await o.page.waitForURL("**/cases");
      await o.close();
    }
    await d.close();
  });

  for (const lang of ["en", "ar"]) {
    test(`at twice the size nothing is lost: ${lang}`, async () => {
      // A desktop of 1280 by 900 at 200 %: half as wide and high, with two points to a pixel.
      const d = await s.page(lang, { width: 640, height: 450 }, { deviceScaleFactor: 2 });
      const id = (await d.twin("/api/v1/incidents")).items[0].id;
      const document = (await d.twin("/api/v1/documents")).items[0].id;
      const found = [];
      for (const path of ["/", "/inbox", "/incidents", "/incidents?view=cards", "/claims", "/documents", "/cases", "/cases/new", "/agreements", "/obligations", "/ledgers", "/coverage", "/people", "/compare", "/reports", "/verify", "/members", "/settings", "/account", "/accounts", "/public", `/incidents/${id}`, `/documents/${document}`]) {
        await d.go(path);
        for (const e of await overflow(d.page)) found.push(`${path}: sticks out: ${e}`);
        // Words that a box cuts off without a way to scroll to them.
        const cut = await d.page.evaluate(() => [...document.querySelectorAll("main *")].filter((e) => {
          const s = getComputedStyle(e);
          const hides = ["hidden", "clip"].includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1;
          return hides && e.clientWidth > 1 && !e.closest(".visually-hidden, .map-canvas, .map-frame, svg, [data-island=map]");
        }).slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`));
        for (const e of cut) found.push(`${path}: cut off: ${e}`);
        const reachable = await d.page.evaluate(() => document.querySelector("main h1")?.getClientRects().length);
        if (!reachable) found.push(`${path}: no heading`);
      }
      await d.close();
      assert.deepEqual(found, []);
    });
  }
});
