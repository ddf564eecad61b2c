// Passkeys: `data-island="passkey"` with `data-purpose="sign-in"` or `"register"` (add one), around a button, hidden until it works, and a place
// for messages. The server begins a ceremony, `{ceremony, options}`, with bytes as base64url; `{ceremony, credential}` goes back.

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
  if (csrf) headers["x-csrf-token"] = csrf;
  const got = await fetch(url, { method: "POST", credentials: "same-origin", headers, body: JSON.stringify(body) });
  const said: unknown = await got.json().catch(() => null);
  if (got.ok) return said;
  // What the server says is for programs; the page says it in its own language.
  throw new Problem(t("web-passkey-failed"));
}

class Problem extends Error {}

export function start(place: HTMLElement): void {
  const kind = place.dataset["purpose"] === "register" ? "create" : "get";
  const root = kind === "create" ? "/passkey/register" : "/passkey/sign-in";
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
  button.hidden = false;
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
    try {
      const sent = (await post(begin, {}, csrf)) as { ceremony: string; options: Challenge };
      const publicKey = options(sent.options);
      const made =
        kind === "create"
          ? await navigator.credentials.create({ publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions })
          : await navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions });
      if (!(made instanceof PublicKeyCredential)) throw new Problem(t("web-passkey-failed"));
      const done = (await post(finish, { ceremony: sent.ceremony, credential: answer(made), then: place.dataset["then"] }, csrf)) as { next?: string } | null;
      status.textContent = t("web-passkey-done");
      const next = new URL(done?.next ?? place.dataset["then"] ?? "/", location.href);
      // Never to another host, whatever came.
      location.assign(next.origin === location.origin ? next.href : "/");
    } catch (e) {
      status.textContent = e instanceof Problem ? e.message : e instanceof DOMException && e.name === "NotAllowedError" ? t("web-passkey-cancelled") : t("web-passkey-failed");
      button.disabled = false;
      button.focus();
    }
  }
}
