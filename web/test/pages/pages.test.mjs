// The fixtures in Chromium: axe on each in light and dark, in both directions, on a phone and a desk; what each part does with hands and keys;
// and that nothing is asked of another host.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { DESK, PHONE, check, open, overflow, start } from "../browser.mjs";
import { serve } from "../server.mjs";

const shots = process.env.SHOTS;
let browser;
let desk;
before(async () => {
  [browser, desk] = await Promise.all([start(), serve()]);
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

async function on(path, options, run) {
  const o = await open(browser, desk.url, options);
  try {
    await o.go(`/fixtures/${path}`);
    await o.page.waitForFunction(() => [...document.querySelectorAll("[data-island]")].every((e) => e.dataset.started || e.dataset.failed) || !document.querySelector("script[type=module]"));
    assert.equal(await o.page.locator("[data-failed]").count(), 0, o.errors.join("\n"));
    await run(o.page, o);
    o.clean();
  } finally {
    await o.close();
  }
}

const NAMES = readdirSync(new URL("../fixtures", import.meta.url)).map((f) => f.replace(".html", ""));

for (const name of NAMES) {
  for (const [lang, theme, viewport] of [["en", "light", DESK], ["ar", "light", PHONE], ["en", "dark", PHONE], ["ar", "dark", DESK]]) {
    test(`${name} ${lang} ${theme} ${viewport.width}`, async () => {
      await on(`${name}?lang=${lang}&theme=${theme}`, { viewport, colorScheme: theme }, async (page, o) => {
        if (await page.locator("[data-island=map]").count()) await page.locator("[data-island=map][data-ready]").waitFor();
        if (shots) await o.screenshot(`${shots}/${name}-${lang}-${theme}-${viewport.width}.png`);
        assert.deepEqual(await check(page), []);
        assert.deepEqual(await overflow(page), []);
        assert.equal(await page.evaluate(() => document.body.innerText.includes("⟨")), false, "a message is missing");
      });
    });
  }
}

test("at 200 % nothing is lost", async () => {
  // A desk of 1280 at 200 % is 640 wide.
  for (const name of NAMES) await on(name, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, async (page) => assert.deepEqual(await overflow(page), [], name));
});

test("without scripts a page is all there", async () => {
  const o = await open(browser, desk.url, { javaScriptEnabled: false });
  await o.go("/fixtures/incident");
  assert.ok(await o.page.getByRole("heading", { level: 1 }).isVisible());
  assert.ok(await o.page.getByText("Homs, the governorate only").isVisible());
  o.clean();
  await o.close();
});

test("on paper there are no tools", async () => {
  await on("inbox", {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const s of [".rail", ".top", ".filters"]) assert.equal(await page.locator(s).first().isVisible(), false, s);
    assert.ok(await page.getByText("SYR-0001").first().isVisible());
  });
});

test("public pages are small", async () => {
  const o = await open(browser, desk.url);
  let weight = 0;
  o.page.on("response", async (r) => (weight += (await r.body().catch(() => Buffer.alloc(0))).length));
  await o.go("/fixtures/public");
  await o.page.waitForLoadState("networkidle");
  assert.ok(weight > 1000 && weight < 60_000, `${weight} bytes`);
  await o.close();
});

test("keys move, open, choose, and rest while someone types", async () => {
  await on("inbox", {}, async (page) => {
    const current = () => page.evaluate(() => document.querySelector("[data-item].current")?.dataset.item ?? null);
    await page.keyboard.press("j");
    assert.equal(await current(), "i1");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    assert.equal(await current(), "i1");
    await page.keyboard.press("x");
    assert.ok(await page.locator(".bulk").isVisible());
    assert.match(page.url(), /selected=i1/);
    await page.keyboard.press("Control+j");
    assert.equal(await current(), "i1");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("name")), "q");
    await page.keyboard.type("jx?");
    assert.equal(await current(), "i1");
    assert.equal(await page.locator("dialog").count(), 0);
    await page.keyboard.press("Escape");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("?");
    await page.locator("dialog#keys-sheet").waitFor();
    assert.deepEqual(await check(page), []);
    await page.locator('[data-key-switch="j"]').uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    assert.equal(await current(), "i1", "j was switched off");
    await page.keyboard.press("Control+k");
    await page.locator("#palette input").fill("case");
    assert.match(await page.locator('#palette-list [aria-selected="true"]').innerText(), /Cases/);
    assert.deepEqual(await check(page), []);
    await page.keyboard.press("Escape");
    await page.locator('[data-item="i2"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/incident\?i=2/);
  });
});

test("the chosen rows are in the address, and so are columns", async () => {
  await on("inbox?selected=i2,i4", {}, async (page) => {
    assert.equal(await page.locator("tbody .pick input:checked").count(), 2);
    await page.locator("[data-pick-all]").check();
    assert.equal(await page.locator("tr.selected").count(), 5);
    await page.locator("[data-all-matching]").check();
    assert.match(await page.locator("[data-count]").innerText(), /1,204/);
    await page.locator(".columns-menu summary").click();
    await page.locator("#c3").uncheck();
    await page.locator(".columns-menu button").click();
    await page.waitForURL(/columns=kind%2Cwhat/);
  });
});

test("what was typed comes back until the server has it", async () => {
  const o = await open(browser, desk.url);
  await o.go("/fixtures/inbox");
  await o.page.locator("#note").fill("not sent yet");
  // Leaving at once, before anything settles.
  await o.go("/fixtures/case");
  await o.go("/fixtures/inbox");
  assert.equal(await o.page.locator("#note").inputValue(), "not sent yet");
  assert.ok(await o.page.locator("form[data-draft] .notice").isVisible());
  assert.deepEqual(await o.axe(), []);
  await o.page.locator("form[data-draft] .notice button").click();
  assert.equal(await o.page.locator("#note").inputValue(), "");
  await o.page.locator("#note").fill("sent");
  await o.page.locator("form[data-draft] button.main").click();
  await o.page.waitForURL(/acknowledged/);
  await o.go("/fixtures/inbox");
  assert.equal(await o.page.locator("#note").inputValue(), "");
  await o.page.locator("#note").fill("again");
  await o.page.waitForFunction(() => Object.keys(localStorage).some((k) => k.startsWith("armistice.draft.")));
  await o.page.locator("form[data-sign-out] button").click();
  assert.ok(await o.page.locator("form[data-sign-out] .notice").isVisible(), "it warns first");
  await o.page.locator("form[data-sign-out] button").click();
  await o.page.waitForURL(/acknowledged/);
  assert.equal(await o.page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith("armistice.draft.")).length), 0);
  o.clean();
  await o.close();
});

test("what arrives is counted and moves nothing", async () => {
  await on("inbox", {}, async (page) => {
    await page.waitForFunction(() => document.querySelector("[data-live-state]")?.dataset.liveState === "on");
    const before = await page.locator("tbody").innerHTML();
    for (const id of ["a", "b", "b"]) desk.tell("statement", { id });
    desk.tell("count", { name: "inbox", value: 15 });
    await page.getByRole("button", { name: /New: .?2/ }).waitFor();
    await page.waitForFunction(() => document.querySelector('[data-live-count="inbox"]').textContent === "15");
    assert.equal(await page.locator("tbody").innerHTML(), before);
  });
  await on("incident", {}, async (page) => {
    assert.equal(await page.locator("[data-presence]").isVisible(), false);
  });
});

test("words and cards light each other", async () => {
  await on("reader", {}, async (page) => {
    await page.locator('[data-claim="c12"]').hover();
    assert.equal(await page.locator(".words.lit").count(), 2, "both stretches of c12");
    await page.mouse.move(0, 0);
    await page.locator('[data-claims="c22"]').hover();
    assert.ok(await page.locator('.margin-card.lit[data-claim="c22"]').count());
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.ok(await page.locator('.words.current').count());
  });
});

test("the timeline says what has no date, and its brush is in the address", async () => {
  await on("incident", {}, async (page) => {
    assert.match(await page.locator(".timeline .counts").innerText(), /: .?2/);
    assert.equal(await page.locator(".timeline svg a").count(), 4, "what has no date is not drawn");
    await page.getByLabel("From").fill("2017-01-22");
    await page.getByLabel("To").fill("2017-01-24");
    await page.waitForURL(/from=2017-01-22&to=2017-01-24/);
    assert.deepEqual(await page.locator("[data-item].outside").evaluateAll((l) => l.map((e) => e.dataset.item)), ["p2"]);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.waitForURL((url) => !url.searchParams.has("from"));
    // The map above takes its room when it is there; what is dragged must stand still.
    await page.locator("[data-island=map][data-ready]").waitFor();
    await page.locator(".timeline svg").scrollIntoViewIfNeeded();
    const svg = await page.locator(".timeline svg").boundingBox();
    await page.mouse.move(svg.x + svg.width * 0.4, svg.y + 8);
    await page.mouse.down();
    await page.mouse.move(svg.x + svg.width * 0.6, svg.y + 8, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=2017-01-0\d/);
  });
});

test("the map draws from our ground alone, and the keyboard reaches its marks", async () => {
  desk.heard.length = 0;
  await on("incident", {}, async (page) => {
    const map = page.locator("[data-island=map]");
    await page.locator("[data-island=map][data-ready]").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".map-mark").length >= 3);
    assert.match(await map.locator(".map-tools").innerText(), /Nowhere/, "an area that is not on the ground is said");
    const drawn = await page.evaluate(() => {
      const m = document.querySelector("[data-island=map]").map;
      return Object.fromEntries(["shaded", "unseen", "halos", "points", "zones-indicative", "zones-exact", "labels"].map((l) => [l, m.queryRenderedFeatures({ layers: [l] }).length]));
    });
    for (const [layer, n] of Object.entries(drawn)) assert.ok(n > 0, `${layer} is not drawn`);
    await page.locator("a.map-mark").first().focus();
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /SYR-/);
    // A heap opens from the keyboard.
    const zoom = () => page.evaluate(() => document.querySelector("[data-island=map]").map.getZoom());
    const before = await zoom();
    await page.locator("button.map-mark").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction((z) => document.querySelector("[data-island=map]").map.getZoom() > z + 0.1, before);
    await page.waitForFunction(() => document.activeElement.classList.contains("map-mark"));
  });
  assert.ok(desk.heard.some((h) => h.includes("/assets/areas-syr-")));
});

test("a passkey is made and used", async () => {
  const o = await open(browser, desk.url);
  const cdp = await o.context.newCDPSession(o.page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await o.go("/fixtures/sign-in");
  await o.page.locator("#add-passkey").click();
  await o.page.waitForURL(/signed=in/);
  await o.go("/fixtures/sign-in");
  await o.page.locator("#with-passkey").click();
  await o.page.waitForURL(/signed=in/);
  o.clean();
  await o.close();
});

test("a choice of theme and density stays", async () => {
  const o = await open(browser, desk.url);
  await o.go("/fixtures/inbox");
  await o.page.locator('[data-theme-choice="dark"]').click();
  assert.equal(await o.page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await o.go("/fixtures/case");
  assert.equal(await o.page.evaluate(() => document.documentElement.dataset.theme), "dark");
  o.clean();
  await o.close();
});
