import { beforeEach, describe, expect, it } from "vitest";
import { INVITATION_DAYS } from "#domain/member.ts";
import type { Member } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { readInvitation } from "#server/reads/invitation.ts";
import { listInvitations } from "#server/reads/member.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember } from "#server/test/member.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { inviteMember } from "./invite-member.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { signIn } from "./sign-in.ts";

let admin: Member;
const email = "mori@uratori.example";
const newcomer = { name: "森", password: "correct horse battery", locale: "en" as const };
const invalid = { code: "LINK_INVALID" };

beforeEach(async () => {
  await emptyDatabase();
  admin = await makeMember("admin");
});

async function invite() {
  const invitation = await inviteMember(admin, { email, role: "reviewer" });
  return { ...invitation, secret: invitation.link.split("/").at(-1) ?? "" };
}

describe("an invitation", () => {
  it("makes a member of the invited role who can sign in", async () => {
    const { secret, link, expiresAt, createdAt } = await invite();
    expect(link).toBe(`http://localhost:3000/invite/${secret}`);
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBeCloseTo(INVITATION_DAYS * 86_400_000, -4);
    expect(await readInvitation(secret)).toEqual({ email, role: "reviewer" });
    expect(await acceptInvitation({ secret, ...newcomer })).toEqual({ email });
    const member = await signIn({ email, password: newcomer.password, network: "test", device: null });
    expect(member).toMatchObject({ email, name: "森", role: "reviewer", locale: "en" });
    expect(await listInvitations(admin)).toEqual([]);
    expect((await db().event.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind)).toEqual([
      "member.invited",
      "member.joined",
    ]);
  });

  it("keeps its secret to the answer that made it", async () => {
    const { secret } = await invite();
    const stored = JSON.stringify([await db().invitation.findMany(), await db().event.findMany()]);
    expect(stored).not.toContain(secret);
    expect(JSON.stringify(await listInvitations(admin))).not.toContain(secret);
  });

  it("works once, also when used twice at the same moment", async () => {
    const { secret } = await invite();
    const uses = await Promise.allSettled([
      acceptInvitation({ secret, ...newcomer }),
      acceptInvitation({ secret, ...newcomer }),
    ]);
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(acceptInvitation({ secret, ...newcomer })).rejects.toMatchObject(invalid);
    expect(await db().member.count({ where: { email } })).toBe(1);
  });

  it.each([
    ["expired", { expiresAt: new Date(Date.now() - 1) }],
    ["taken back", { revokedAt: new Date() }],
    ["used", { acceptedAt: new Date() }],
  ])("that was %s lets nobody in", async (_name, data) => {
    const { secret, id } = await invite();
    await db().invitation.update({ where: { id }, data });
    expect(await readInvitation(secret)).toBeNull();
    expect(await listInvitations(admin)).toEqual([]);
    await expect(acceptInvitation({ secret, ...newcomer })).rejects.toMatchObject(invalid);
    await expect(revokeInvitation(admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is taken back by an admin", async () => {
    const { secret, id } = await invite();
    await revokeInvitation(admin, id);
    await expect(acceptInvitation({ secret, ...newcomer })).rejects.toMatchObject(invalid);
  });

  it("is replaced by the next one for the same address, also at the same moment", async () => {
    const made = await Promise.all([invite(), invite(), invite()]);
    const open = await Promise.all(made.map(({ secret }) => readInvitation(secret)));
    expect(open.filter(Boolean)).toHaveLength(1);
    expect(await listInvitations(admin)).toHaveLength(1);
  });

  it("is refused for a member's address", async () => {
    const member = await makeMember("viewer");
    await expect(inviteMember(admin, { email: member.email, role: "editor" })).rejects.toMatchObject({
      code: "MEMBER_EXISTS",
    });
  });

  it("lets nobody in who became a member by another way", async () => {
    const { secret } = await invite();
    await makeMember("viewer", { email });
    await expect(acceptInvitation({ secret, ...newcomer })).rejects.toMatchObject(invalid);
  });
});
