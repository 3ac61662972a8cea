import { beforeEach, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember } from "#server/test/member.ts";
import { admitByOidc } from "./admit-by-oidc.ts";
import { inviteMember } from "./invite-member.ts";

const email = "mori@uratori.example";
const person = { subject: "https://id.example|42", email, emailVerified: true, name: "森" };
const refused = { code: "FORBIDDEN" };

beforeEach(emptyDatabase);

it("links the member with the verified address, and knows them by their subject afterwards", async () => {
  const member = await makeMember("editor", { email });
  expect((await admitByOidc(person)).id).toBe(member.id);
  expect((await admitByOidc({ ...person, email: "moved@uratori.example" })).id).toBe(member.id);
  expect(await db().member.count()).toBe(1);
});

it("makes an invited person a member of the invited role, once", async () => {
  await inviteMember(await makeMember("admin"), { email, role: "reviewer" });
  const member = await admitByOidc(person);
  expect(member).toMatchObject({ email, role: "reviewer", name: "森", passwordHash: null });
  expect((await admitByOidc(person)).id).toBe(member.id);
});

it("refuses a stranger, and an address nobody vouches for", async () => {
  await expect(admitByOidc(person)).rejects.toMatchObject(refused);
  await makeMember("editor", { email });
  await expect(admitByOidc({ ...person, emailVerified: false })).rejects.toMatchObject(refused);
  expect(await db().member.count()).toBe(1);
});

it("does not hand an account over to another person with its address", async () => {
  await makeMember("editor", { email, oidcSubject: "https://id.example|41" });
  await expect(admitByOidc(person)).rejects.toMatchObject(refused);
});

it("refuses a closed account, linked or not", async () => {
  await makeMember("editor", { email, disabledAt: new Date() });
  await expect(admitByOidc(person)).rejects.toMatchObject(refused);
  await makeMember("editor", { oidcSubject: "https://id.example|43", disabledAt: new Date() });
  await expect(admitByOidc({ ...person, subject: "https://id.example|43" })).rejects.toMatchObject(refused);
});
