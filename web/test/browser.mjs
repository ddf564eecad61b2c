// A browser for tests: the fixtures' and the real desk's. Collects every request to another host, every error of the console and every refusal
// of the security policy; signs in by link; takes screenshots; runs axe.
import axe from "axe-core";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { chromium } from "playwright-core";

const BROWSERS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts Chromium. Software rendering, so that it is the same everywhere. */
export async function start() {
  const executablePath = BROWSERS.find((b) => b && existsSync(b));
  if (!executablePath) throw new Error("no Chromium here; install it, or say where it is with CHROMIUM");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--disable-background-networking", "--disable-component-update"] });
}

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1360, height: 900 };

/**
 * A page at `base` with what went wrong on it: `foreign` (requests to another host, which are stopped), `errors` (console, page, policy).
 * `options`: viewport, colorScheme, locale, javaScriptEnabled, reducedMotion, and others of Playwright's contexts.
 */
export async function open(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: "reduce", serviceWorkers: "block", ...options });
  context.setDefaultTimeout(Number(process.env.WAIT_MS ?? 60_000));
  const foreign = [];
  const errors = [];
  const own = new URL(base).origin;
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (new URL(url).origin === own || /^(data|blob):/.test(url)) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  context.on("console", (m) => {
    if (m.type() === "error" && !/favicon/.test(m.location()?.url ?? "")) errors.push(m.text());
  });
  context.on("weberror", (e) => errors.push(String(e.error())));
  const page = await context.newPage();
  return {
    context,
    page,
    foreign,
    errors,
    go: (path) => page.goto(new URL(path, base).href),
    /** Signs in with the link that `armistice serve` prints. */
    signIn: async (link) => {
      await page.goto(link);
      const button = page.locator("form[data-sign-in] button, form button[type=submit]").first();
      if (new URL(page.url()).pathname.startsWith("/sign-in") && (await button.count())) await button.click();
    },
    screenshot: async (path, full = true) => {
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path, fullPage: full });
    },
    axe: (exclude) => check(page, exclude),
    /** Fails with everything that was collected. */
    clean: () => {
      const found = [...foreign.map((f) => `asked another host: ${f}`), ...errors.map((e) => `error: ${e}`)];
      if (found.length) throw new Error(found.join("\n"));
    },
    close: () => context.close(),
  };
}

/** What axe finds on the page as it is now: one line for each element. It is evaluated from outside, so the page's policy stays as it is. */
export async function check(page, exclude = []) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (exclude) => globalThis.axe.run({ exclude: exclude.map((e) => [e]) }, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
    exclude,
  );
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${(n.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 240)}`));
}

/** Whether the page can be scrolled sideways, and which elements stick out. */
export async function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide + 1) return [];
    return [...document.querySelectorAll("body *")]
      .filter((e) => {
        const r = e.getBoundingClientRect();
        return (r.right > wide + 1 || r.left < -1) && !e.closest(".table, .rail, .tabs, .visually-hidden, .map-canvas, .skip");
      })
      .slice(0, 8)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
  });
}
