import { beforeEach, describe, expect, it } from "vitest";
import { ensureSetupToken } from "#server/auth/setup-token.ts";
import { db } from "#server/db.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember, TEST_PASSWORD } from "#server/test/member.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changePassword } from "./change-password.ts";
import { inviteMember } from "./invite-member.ts";
import { setUp } from "./set-up.ts";

const email = "haruka.mori@shinbun.example";
const name = "森 春香";

type Set = (password: string) => Promise<unknown>;

/** Every way by which a password is set; each can be tried again after a refusal. */
const WAYS: Record<string, () => Promise<Set>> = {
  "the set-up": async () => {
    const token = (await ensureSetupToken()) ?? expect.unreachable("an empty installation has a token");
    return (password) => setUp({ token, email, name, password });
  },
  "an invitation": async () => {
    const { link } = await inviteMember(await makeMember("admin"), { email, role: "editor" });
    const secret = link.split("/").at(-1) ?? "";
    return (password) => acceptInvitation({ secret, name, password });
  },
  "the profile": async () => {
    const member = await makeMember("viewer", { email, name });
    return (next) => changePassword(member, { current: TEST_PASSWORD, next }, null);
  },
};

beforeEach(emptyDatabase);

describe.each(Object.entries(WAYS))("by %s", (_name, way) => {
  it("common, breached and personal passwords are refused, and another one is taken afterwards", async () => {
    const set = await way();
    const before = await db().member.findMany();
    const refused = [];
    for (const password of ["1q2w3e4r5t6y", "Password2026!", "haruka.mori1", "uratori-2026", "localhost-26"])
      refused.push((await refusalOf(set(password))).code);
    expect(refused).toEqual([
      "PASSWORD_COMMON",
      "PASSWORD_COMMON",
      "PASSWORD_PERSONAL",
      "PASSWORD_PERSONAL",
      "PASSWORD_PERSONAL",
    ]);
    expect(await db().member.findMany()).toEqual(before);
    await set("correct horse battery");
  });
});
