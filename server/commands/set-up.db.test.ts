import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ensureSetupToken } from "#server/auth/setup-token.ts";
import { db } from "#server/db.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember } from "#server/test/member.ts";
import { setUp } from "./set-up.ts";
import { signIn } from "./sign-in.ts";

const person = { email: "first@uratori.example", name: "編集長", password: "correct horse battery" };
const invalid = { code: "LINK_INVALID" };

beforeEach(emptyDatabase);
afterEach(() => {
  vi.unstubAllEnvs();
});

async function token(): Promise<string> {
  return (await ensureSetupToken()) ?? expect.unreachable("an empty installation has a token");
}

it("makes the first admin, who can sign in", async () => {
  expect(await setUp({ token: await token(), ...person })).toEqual({ email: person.email });
  const member = await signIn({
    email: person.email,
    password: person.password,
    network: "test",
    device: null,
  });
  expect(member).toMatchObject({ role: "admin", locale: "ja" });
  expect(await db().event.findMany()).toMatchObject([{ kind: "member.joined", subjectId: member.id }]);
});

it("works once, also when used twice at the same moment", async () => {
  const secret = await token();
  const uses = await Promise.allSettled([
    setUp({ token: secret, ...person }),
    setUp({ token: secret, ...person, email: "second@uratori.example" }),
  ]);
  expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(setUp({ token: secret, ...person })).rejects.toMatchObject(invalid);
  expect(await db().member.count()).toBe(1);
});

it("refuses another token, and none", async () => {
  await token();
  await expect(setUp({ token: "wrong", ...person })).rejects.toMatchObject(invalid);
  await db().setupToken.deleteMany();
  await expect(setUp({ token: "wrong", ...person })).rejects.toMatchObject(invalid);
});

it("refuses the right token once there is a member", async () => {
  const secret = await token();
  await makeMember("viewer");
  await expect(setUp({ token: secret, ...person })).rejects.toMatchObject(invalid);
  expect(await ensureSetupToken()).toBeNull();
});

it("prints the same token at every start and in every instance, and keeps its hash only", async () => {
  const printed = await Promise.all([token(), token(), token()]);
  expect(new Set(printed).size).toBe(1);
  expect(JSON.stringify(await db().setupToken.findMany())).not.toContain(printed[0]);
});
