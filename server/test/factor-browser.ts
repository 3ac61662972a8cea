import { TOTP } from "otpauth";
import { expect } from "vitest";
import type { Role } from "#domain/member.ts";
import type { Member } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import type { Authenticator } from "./authenticator.ts";
import { callApi } from "./call-api.ts";
import { makeMember, sessionCookie } from "./member.ts";

/** Where the desk of a test is, to its members' browsers and passkeys. */
export const origin = "http://localhost:3000";
export const rpId = "localhost";
/** How long a code of an authenticator app is one, in milliseconds. */
export const HALF_MINUTE = 30_000;

/** One browser of a member: sends as the pages do, with its session's cookie. */
export class Browser {
  readonly #cookie: string;
  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  static async of(member: Member): Promise<Browser> {
    return new Browser(await sessionCookie(member));
  }

  async send(method: string, path: string, body?: unknown): Promise<{ status: number; json: Sent }> {
    const headers = { cookie: this.#cookie, origin };
    const { status, json } = await callApi(method, path, body, headers);
    return { status, json: json as Sent };
  }

  /** 200 for a session that stands, 401 for one that speaks for nobody. */
  async stands(): Promise<boolean> {
    const { status } = await this.send("GET", "/profile");
    expect([200, 401]).toContain(status);
    return status === 200;
  }
}

export interface Sent {
  code?: string;
  secret?: string;
  uri?: string;
  challenge?: string;
  recoveryCodes?: string[];
  passkey?: { id: string };
  data?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The code an app shows, `later` milliseconds from now. */
export const codeOf = (secret = "", later = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + later });

/** Sets an authenticator app up. @returns its secret, and the recovery codes */
export async function setUpTotp(browser: Browser): Promise<{ secret: string; codes: string[] }> {
  const { secret = "" } = (await browser.send("POST", "/second-factor/totp")).json;
  const confirmed = await browser.send("POST", "/second-factor/totp/confirm", { code: codeOf(secret) });
  expect(confirmed.status).toBe(200);
  return { secret, codes: confirmed.json.recoveryCodes ?? [] };
}

/** Registers `key` as a passkey. */
export async function register(browser: Browser, key: Authenticator, name = "鍵") {
  const { challenge = "" } = (await browser.send("POST", "/second-factor/passkeys/options")).json;
  return browser.send("POST", "/second-factor/passkeys", { name, answer: key.create({ challenge, rpId }) });
}

/** Shows `key` as the second factor; `bend` changes what it signed. */
export async function show(browser: Browser, key: Authenticator, bend = (answer: unknown) => answer) {
  const { challenge = "" } = (await browser.send("POST", "/second-factor/show/options")).json;
  return browser.send("POST", "/second-factor/show", {
    kind: "passkey",
    answer: bend(key.get({ challenge, rpId })),
  });
}

/** Shows a code as the second factor. */
export const showCode = (browser: Browser, code: string, kind = "totp") =>
  browser.send("POST", "/second-factor/show", { kind, code });

/** Makes a second factor a duty of `role`, past the command. */
export async function requireFactor(role: Role): Promise<void> {
  const { id } = await makeMember("admin");
  await db().secondFactorRule.create({ data: { role, setById: id } });
}
