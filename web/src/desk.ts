// What every page of the desk loads. Small; the map, the timeline, the reader and passkeys come only where a page has a place for them.

import * as drafts from "./drafts.ts";
import * as keys from "./keys.ts";
import * as live from "./live.ts";
import * as table from "./table.ts";
import * as theme from "./theme.ts";

type Part = { start(place: HTMLElement): unknown };

const PARTS: Readonly<Record<string, () => Part | Promise<Part>>> = {
  keys: () => keys,
  drafts: () => drafts,
  live: () => live,
  table: () => table,
  map: () => import("./map.ts"),
  timeline: () => import("./timeline.ts"),
  reader: () => import("./reader.ts"),
  passkey: () => import("./passkey.ts"),
};

async function begin(name: string, place: HTMLElement): Promise<void> {
  try {
    const part = await PARTS[name]?.();
    await part?.start(place);
    place.dataset["started"] = [place.dataset["started"], name].filter(Boolean).join(" ");
  } catch (e) {
    // The page works without; so it goes on, and the console says why.
    console.error(`${name} did not start:`, e);
    place.dataset["failed"] = name;
  }
}

theme.start();
// These two work for the whole page, wherever it says so; drafts first, before anyone types.
void begin("drafts", document.documentElement);
void begin("keys", document.documentElement);
for (const place of document.querySelectorAll<HTMLElement>("[data-island]")) {
  for (const name of (place.dataset["island"] ?? "").split(/\s+/)) {
    if (!name) continue;
    if (name === "drafts" || name === "keys") place.dataset["started"] = name;
    else if (!PARTS[name]) console.error(`no part is called ${name}`);
    else void begin(name, place);
  }
}
