// Passkeys: `data-island="passkey"` with `data-passkey="get"` (sign in) or `"create"` (add one), around a button and a place for messages.
// The server's challenge is JSON with bytes as base64url; so is what goes back.

import { make } from "./page.ts";
import { t } from "./words.ts";

/** Bytes from base64url. */
export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(raw, (c) => c.charCodeAt(0));
}

/** Base64url, without padding, from bytes. */
export function text(buffer: ArrayBuffer): string {
  let raw = "";
  for (const b of new Uint8Array(buffer)) raw += String.fromCharCode(b);
  return btoa(raw).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

interface Descriptor {
  id: string;
  type: "public-key";
  transports?: AuthenticatorTransport[];
}
interface Challenge {
  publicKey: Record<string, unknown> & {
    challenge: string;
    user?: { id: string; name: string; displayName: string };
    excludeCredentials?: Descriptor[];
    allowCredentials?: Descriptor[];
  };
  mediation?: CredentialMediationRequirement;
}

const described = (list: Descriptor[] | undefined): PublicKeyCredentialDescriptor[] | undefined => list?.map((d) => ({ ...d, id: bytes(d.id) }));

/** What the browser wants, from what the server sent. */
export function options(sent: Challenge): Record<string, unknown> {
  const { challenge, user, excludeCredentials, allowCredentials, ...rest } = sent.publicKey;
  const out: Record<string, unknown> = { ...rest, challenge: bytes(challenge) };
  if (user) out["user"] = { ...user, id: bytes(user.id) };
  if (excludeCredentials) out["excludeCredentials"] = described(excludeCredentials);
  if (allowCredentials) out["allowCredentials"] = described(allowCredentials);
  return out;
}

/** What the server wants, from what the browser made. */
export function answer(made: PublicKeyCredential): unknown {
  const common = { id: made.id, rawId: text(made.rawId), type: made.type, extensions: made.getClientExtensionResults() };
  const r = made.response;
  if ("attestationObject" in r) {
    const a = r as AuthenticatorAttestationResponse;
    return { ...common, response: { attestationObject: text(a.attestationObject), clientDataJSON: text(a.clientDataJSON), transports: a.getTransports?.() ?? [] } };
  }
  const a = r as AuthenticatorAssertionResponse;
  return {
    ...common,
    response: {
      authenticatorData: text(a.authenticatorData),
      clientDataJSON: text(a.clientDataJSON),
      signature: text(a.signature),
      userHandle: a.userHandle ? text(a.userHandle) : null,
    },
  };
}

async function post(url: string, body: unknown, csrf: string): Promise<unknown> {
  const headers: Record<string, string> = { "content-type": "application/json", accept: "application/json" };
  if (csrf) headers["x-csrf"] = csrf;
  const got = await fetch(url, { method: "POST", credentials: "same-origin", headers, body: JSON.stringify(body) });
  const said: unknown = await got.json().catch(() => null);
  if (got.ok) return said;
  // A problem says in the page's language what is wrong and what to do.
  const problem = (said ?? {}) as { title?: string; detail?: string; next?: string };
  throw new Problem([problem.title ?? t("web-passkey-failed"), problem.detail, problem.next].filter(Boolean).join(" "));
}

class Problem extends Error {}

export function start(place: HTMLElement): void {
  const kind = place.dataset["passkey"] === "create" ? "create" : "get";
  const root = kind === "create" ? "/account/passkeys" : "/sign-in/passkey";
  const begin = place.dataset["begin"] ?? `${root}/begin`;
  const finish = place.dataset["finish"] ?? `${root}/finish`;
  const button = place.querySelector<HTMLButtonElement>("button");
  if (!button) return;
  const status = place.querySelector<HTMLElement>("[role=status]") ?? place.appendChild(make("p", { role: "status", class: "small" }));
  if (!("credentials" in navigator) || !("PublicKeyCredential" in window)) {
    button.disabled = true;
    status.textContent = t("web-passkey-unsupported");
    place.hidden = false;
    return;
  }
  place.hidden = false;
  button.addEventListener("click", (e) => {
    e.preventDefault();
    void run();
  });
  async function run(): Promise<void> {
    if (!button) return;
    button.disabled = true;
    status.textContent = t("web-passkey-waiting");
    const form = place.closest("form");
    const csrf = place.dataset["csrf"] ?? form?.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
    const asked: Record<string, string> = {};
    for (const input of (form ?? place).querySelectorAll<HTMLInputElement>("input[name]:not([name=csrf], [type=password])")) asked[input.name] = input.value;
    try {
      const sent = (await post(begin, asked, csrf)) as Challenge;
      const publicKey = options(sent);
      const made =
        kind === "create"
          ? await navigator.credentials.create({ publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions })
          : await navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions });
      if (!(made instanceof PublicKeyCredential)) throw new Problem(t("web-passkey-failed"));
      const done = (await post(finish, answer(made), csrf)) as { next?: string } | null;
      status.textContent = t("web-passkey-done");
      const next = new URL(done?.next ?? place.dataset["next"] ?? "/", location.href);
      // Never to another host, whatever came.
      location.assign(next.origin === location.origin ? next.href : "/");
    } catch (e) {
      status.textContent = e instanceof Problem ? e.message : e instanceof DOMException && e.name === "NotAllowedError" ? t("web-passkey-cancelled") : t("web-passkey-failed");
      button.disabled = false;
      button.focus();
    }
  }
}
