import { expect, test } from "vitest";
import { type Claims, mergeClaims, needsUserInfo, oidcPerson } from "./oidc-person.ts";

const issuer = "https://id.example";
const settings = {
  OIDC_ISSUER: issuer,
  OIDC_TRUST_EMAIL: undefined,
  OIDC_ROLES: undefined,
  OIDC_GROUPS_CLAIM: "groups",
};
const trusting = { ...settings, OIDC_TRUST_EMAIL: issuer };
const mapped = (claim: string) => ({
  ...settings,
  OIDC_ROLES: new Map([["desk", "editor"] as const, ["chiefs", "admin"] as const]),
  OIDC_GROUPS_CLAIM: claim,
});
const address = { email: "Mori@Uratori.example" };

test.each<[string, Claims, boolean, boolean]>([
  ["true", { ...address, email_verified: true }, true, true],
  ["the word true", { ...address, email_verified: "true" }, true, true],
  ["false", { ...address, email_verified: false }, false, false],
  ["the word false", { ...address, email_verified: "false" }, false, false],
  ["nothing of it", address, false, true],
  ["something else", { ...address, email_verified: "perhaps" }, false, false],
  ["null", { ...address, email_verified: null }, false, false],
])("an address is verified where the provider says %s: %o", (_name, claims, alone, withTrust) => {
  const told = { sub: "42", ...claims };
  expect(oidcPerson(told, settings)).toMatchObject({ email: "mori@uratori.example", emailVerified: alone });
  expect(oidcPerson(told, trusting).emailVerified).toBe(withTrust);
});

test("trust in another provider is none", () => {
  const other = { ...settings, OIDC_TRUST_EMAIL: "https://old.example" };
  expect(oidcPerson({ sub: "42", ...address }, other).emailVerified).toBe(false);
});

test.each<[string, string, Claims, string | null]>([
  ["a list", "groups", { groups: ["desk", "chiefs"] }, "admin"],
  ["one name", "groups", { groups: "desk" }, "editor"],
  ["a path", "realm_access.roles", { realm_access: { roles: ["desk"] } }, "editor"],
  ["a name with dots", "https://x.example/groups", { "https://x.example/groups": ["desk"] }, "editor"],
  ["other groups", "groups", { groups: ["sports"] }, null],
  ["no such claim", "groups", {}, null],
  ["a claim of another form", "groups", { groups: { desk: true } }, null],
  ["what every object has", "constructor.name", {}, null],
])("groups give a role: %s", (_name, claim, claims, role) => {
  expect(oidcPerson({ sub: "42", ...claims }, mapped(claim)).groupRole).toBe(role);
});

test("groups say nothing where no role follows them", () => {
  expect(oidcPerson({ sub: "42", groups: ["chiefs"] }, settings)).not.toHaveProperty("groupRole");
});

test.each<[string, Claims, Claims, Claims]>([
  [
    "no address in the token",
    { sub: "1" },
    { ...address, email_verified: true },
    { ...address, email_verified: true },
  ],
  [
    "the token's address is believed",
    { email: "a@x.example", email_verified: false },
    { ...address, email_verified: true },
    { email: "a@x.example", email_verified: false },
  ],
  [
    "another address's word is not taken",
    { email: "a@x.example" },
    { ...address, email_verified: true },
    { email: "a@x.example", email_verified: undefined },
  ],
  [
    "a word about no address is not taken",
    { email_verified: true },
    address,
    { ...address, email_verified: undefined },
  ],
  [
    "the same address's word is",
    address,
    { ...address, email_verified: true },
    { ...address, email_verified: true },
  ],
  ["groups of either", { groups: ["desk"] }, { groups: ["chiefs"] }, { groups: ["desk"] }],
])("ID token and UserInfo together: %s", (_name, token, userInfo, merged) => {
  expect(mergeClaims(token, userInfo)).toMatchObject(merged);
});

test.each<[string, Claims, boolean]>([
  ["no address", {}, true],
  ["an address nobody vouches for", address, true],
  ["all a sign-in needs", { ...address, email_verified: true }, false],
])("UserInfo is asked where the ID token has %s: %o", (_name, claims, asked) => {
  expect(needsUserInfo(claims, settings)).toBe(asked);
  expect(needsUserInfo(claims, mapped("groups"))).toBe(true);
  expect(needsUserInfo({ ...claims, groups: [] }, mapped("groups"))).toBe(asked);
});
