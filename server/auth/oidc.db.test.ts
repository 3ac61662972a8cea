import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SsoProblem } from "#domain/sso-problem.ts";
import { inviteMember } from "#server/commands/invite-member.ts";
import { db } from "#server/db.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { HttpBrowser } from "#server/test/http-browser.ts";
import {
  type IdentityProvider,
  type Persona,
  startIdentityProvider,
} from "#server/test/identity-provider.ts";
import { makeMember } from "#server/test/member.ts";
import { startWatchedProcess, type WatchedProcess } from "#server/test/watched-process.ts";
import { startWebServer } from "#server/test/web-server.ts";

/** Desks that differ in their settings only, all of them clients of one real provider. */
const DESKS = {
  plain: {},
  trusting: { OIDC_TRUST_EMAIL: "issuer" },
  mapped: { OIDC_ROLES: "chiefs=admin,desk=editor", OIDC_SCOPES: "openid email profile groups" },
};
type DeskName = keyof typeof DESKS;

let provider: IdentityProvider;
const desks = new Map<DeskName, WatchedProcess>();
const desk = (name: DeskName): string => desks.get(name)?.origin ?? "";

/** A port that is free again: a desk has to know its address before it starts. */
async function freePort(): Promise<number> {
  const held = await startWebServer();
  await held.close();
  return held.port;
}

beforeAll(async () => {
  const names = Object.keys(DESKS) as DeskName[];
  const ports = await Promise.all(names.map(() => freePort()));
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  provider = await startIdentityProvider(origins.map((origin) => `${origin}/api/auth/callback/oidc`));
  for (const [at, name] of names.entries()) {
    const settings: Record<string, string> = {
      URATORI_URL: origins[at] ?? "",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      ...DESKS[name],
    };
    if (settings.OIDC_TRUST_EMAIL) settings.OIDC_TRUST_EMAIL = provider.issuer;
    desks.set(name, await startWatchedProcess(settings, ports[at]));
  }
});

afterAll(async () => {
  for (const instance of desks.values()) await instance.stop();
  await provider.close();
});

beforeEach(async () => {
  await emptyDatabase();
  provider.people.clear();
  provider.userInfoAsked = 0;
});

const email = "mori@uratori.example";
const verified = { email, email_verified: true };

function person(subject: string, persona: Persona): void {
  provider.people.set(subject, persona);
  provider.atTheBrowser = subject;
}

/** Leaves for the provider as the sign-in button does: the address to ask there. */
async function leave(browser: HttpBrowser, origin: string, next = "/articles?x=1"): Promise<string> {
  const { csrfToken } = (await (await browser.ask(`${origin}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const form = { csrfToken, callbackUrl: next, json: "true" };
  const answer = await browser.ask(`${origin}/api/auth/signin/oidc`, form);
  return ((await answer.json()) as { url: string }).url;
}

/** The address the provider sends the browser back to, not asked yet. */
const comeBack = (browser: HttpBrowser, address: string, origin: string): Promise<URL> =>
  browser.follow(address, (url) => url.origin === origin);

/** Where the browser ends: the path asked for, or sign-in with a problem. */
async function arrive(browser: HttpBrowser, back: URL): Promise<string> {
  return (await browser.ask(back.href)).headers.get("location") ?? "";
}

async function wholeWay(origin: string, browser = new HttpBrowser()): Promise<string> {
  return arrive(browser, await comeBack(browser, await leave(browser, origin), origin));
}

const problem = (name: SsoProblem): string => `/signin?problem=${name}&next=%2Farticles%3Fx%3D1`;
const IN = "/articles?x=1";

/** What the API says of whoever holds the browser's session. */
async function profile(browser: HttpBrowser, origin: string): Promise<unknown> {
  return await (await browser.ask(`${origin}/api/v1/profile`)).json();
}

describe("the code flow with PKCE, at a real provider", () => {
  it("lets a member in whose address is in the ID token, without asking for more", async () => {
    const member = await makeMember("editor", { email });
    person("42", { idToken: verified });
    const browser = new HttpBrowser();
    expect(await wholeWay(desk("plain"), browser)).toBe(IN);
    expect(await profile(browser, desk("plain"))).toMatchObject({ id: member.id, role: "editor" });
    expect(provider.userInfoAsked).toBe(0);
  });

  it("asks UserInfo for an address that the ID token leaves out", async () => {
    const member = await makeMember("viewer", { email });
    person("42", { userInfo: { ...verified, name: "森 ひかり" } });
    const browser = new HttpBrowser();
    expect(await wholeWay(desk("plain"), browser)).toBe(IN);
    expect(await profile(browser, desk("plain"))).toMatchObject({ id: member.id });
    expect(provider.userInfoAsked).toBe(1);
  });

  it("asks UserInfo whether an address is verified", async () => {
    await makeMember("viewer", { email });
    person("42", { idToken: { email }, userInfo: verified });
    expect(await wholeWay(desk("plain"))).toBe(IN);
  });

  it("makes an invited person a member under the provider's name for them", async () => {
    await inviteMember(await makeMember("admin"), { email, role: "reviewer" });
    person("42", { userInfo: { ...verified, name: "森 ひかり" } });
    expect(await wholeWay(desk("plain"))).toBe(IN);
    expect(await db().member.findUnique({ where: { email } })).toMatchObject({
      role: "reviewer",
      name: "森 ひかり",
      oidcSubject: `${provider.issuer}|42`,
    });
  });

  it("knows a member again whose address changed or is no longer told", async () => {
    await makeMember("viewer", { email });
    person("42", { idToken: verified });
    expect(await wholeWay(desk("plain"))).toBe(IN);
    person("42", { idToken: { email: "moved@uratori.example", email_verified: true } });
    expect(await wholeWay(desk("plain"))).toBe(IN);
    person("42", {});
    expect(await wholeWay(desk("plain"))).toBe(IN);
    expect(await db().member.count()).toBe(1);
  });
});

describe("an address nobody vouches for", () => {
  it.each<[string, Persona, SsoProblem | null, SsoProblem | null]>([
    ["no word of it in the ID token", { idToken: { email } }, "unverified", null],
    ["no word of it in UserInfo", { userInfo: { email } }, "unverified", null],
    ["said to be unverified", { idToken: { email, email_verified: false } }, "unverified", "unverified"],
    ["said so in UserInfo", { userInfo: { email, email_verified: "false" } }, "unverified", "unverified"],
    ["no address anywhere", {}, "noEmail", "noEmail"],
  ])("%s: refused, unless the provider is trusted by name", async (_case, persona, plain, trusting) => {
    await makeMember("viewer", { email });
    person("42", persona);
    expect(await wholeWay(desk("plain"))).toBe(plain ? problem(plain) : IN);
    expect(await db().member.count({ where: { oidcSubject: null } })).toBe(1);
    expect(await wholeWay(desk("trusting"))).toBe(trusting ? problem(trusting) : IN);
  });
});

describe("nobody gets in", () => {
  it.each<[string, () => Promise<unknown>, SsoProblem]>([
    ["as a stranger", async () => {}, "stranger"],
    ["into a closed account", () => makeMember("editor", { email, disabledAt: new Date() }), "closed"],
    [
      "into a closed account that is linked",
      () => makeMember("editor", { oidcSubject: `${provider.issuer}|42`, disabledAt: new Date() }),
      "closed",
    ],
    [
      "into the account of another subject with the same address",
      () => makeMember("editor", { email, oidcSubject: `${provider.issuer}|41` }),
      "otherPerson",
    ],
  ])("%s", async (_case, make, expected) => {
    await make();
    person("42", { idToken: verified });
    const browser = new HttpBrowser();
    expect(await wholeWay(desk("plain"), browser)).toBe(problem(expected));
    expect(browser.cookie(desk("plain"), "uratori.session")).toBeNull();
  });

  it("who says no at the provider", async () => {
    await makeMember("editor", { email });
    provider.atTheBrowser = null;
    expect(await wholeWay(desk("plain"))).toBe(problem("cancelled"));
  });

  it.each<[string, (back: URL) => void, SsoProblem]>([
    ["with another state", (back) => back.searchParams.set("state", "another"), "expired"],
    ["without a state", (back) => back.searchParams.delete("state"), "expired"],
    ["with another code", (back) => back.searchParams.set("code", "another"), "failed"],
    ["from another issuer", (back) => back.searchParams.set("iss", "https://evil.example"), "failed"],
  ])("%s", async (_case, change, expected) => {
    await makeMember("editor", { email });
    person("42", { idToken: verified });
    const browser = new HttpBrowser();
    const back = await comeBack(browser, await leave(browser, desk("plain")), desk("plain"));
    change(back);
    expect(await arrive(browser, back)).toBe(problem(expected));
    expect(browser.cookie(desk("plain"), "uratori.session")).toBeNull();
  });

  it.each<[string, string]>([
    ["with an ID token for another nonce", "nonce"],
    ["with a code for another verifier", "code_challenge"],
  ])("%s", async (_case, parameter) => {
    await makeMember("editor", { email });
    person("42", { idToken: verified });
    const browser = new HttpBrowser();
    const out = new URL(await leave(browser, desk("plain")));
    expect(out.searchParams.get("code_challenge_method")).toBe("S256");
    out.searchParams.set(parameter, "A".repeat(43));
    const back = await comeBack(browser, out.href, desk("plain"));
    expect(await arrive(browser, back)).toBe(problem("failed"));
  });

  it("in a browser that did not begin it, nor twice with one code", async () => {
    await makeMember("editor", { email });
    person("42", { idToken: verified });
    const [mine, theirs] = [new HttpBrowser(), new HttpBrowser()];
    const back = await comeBack(mine, await leave(mine, desk("plain")), desk("plain"));
    expect(await arrive(theirs, back)).toBe("/signin?problem=expired");
    expect(await arrive(mine, back)).toBe(IN);
    expect(await arrive(mine, back)).toMatch(/problem=expired/);
  });
});

describe("roles follow groups", () => {
  const roleOf = async () => (await db().member.findUnique({ where: { email } }))?.role;

  it("at every sign-in, wherever the provider tells them", async () => {
    await makeMember("admin");
    await makeMember("viewer", { email });
    person("42", { idToken: { ...verified, groups: ["desk", "sports"] } });
    expect(await wholeWay(desk("mapped"))).toBe(IN);
    expect(await roleOf()).toBe("editor");
    person("42", { idToken: verified, userInfo: { groups: ["desk", "chiefs"] } });
    expect(await wholeWay(desk("mapped"))).toBe(IN);
    expect(await roleOf()).toBe("admin");
    const changes = await db().event.findMany({
      where: { kind: "member.role_changed" },
      orderBy: { id: "asc" },
    });
    expect(changes.map(({ data }) => data)).toEqual([
      { from: "viewer", to: "editor", by: "single-sign-on" },
      { from: "editor", to: "admin", by: "single-sign-on" },
    ]);
  });

  it("and nobody gets in whose groups give none", async () => {
    await makeMember("editor", { email });
    for (const groups of [["sports"], [], undefined]) {
      person("42", { idToken: { ...verified, groups } });
      expect(await wholeWay(desk("mapped"))).toBe(problem("noGroup"));
    }
    expect(await roleOf()).toBe("editor");
  });

  it("but the last admin stays one", async () => {
    await makeMember("admin", { email });
    for (const groups of [["desk"], []]) {
      person("42", { idToken: { ...verified, groups } });
      expect(await wholeWay(desk("mapped"))).toBe(IN);
      expect(await roleOf()).toBe("admin");
    }
  });

  it("of an invited person too, whatever they were invited as", async () => {
    await inviteMember(await makeMember("admin"), { email, role: "viewer" });
    person("42", { idToken: { ...verified, groups: ["desk"] } });
    expect(await wholeWay(desk("mapped"))).toBe(IN);
    expect(await roleOf()).toBe("editor");
  });

  it("nowhere else", async () => {
    await makeMember("viewer", { email });
    person("42", { idToken: { ...verified, groups: ["chiefs"] } });
    expect(await wholeWay(desk("plain"))).toBe(IN);
    expect(await roleOf()).toBe("viewer");
  });
});
