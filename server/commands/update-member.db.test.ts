import { beforeEach, expect, it } from "vitest";
import { resolveActor } from "#server/auth/resolve-actor.ts";
import { db } from "#server/db.ts";
import { listAccessTokens } from "#server/reads/profile.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember } from "#server/test/member.ts";
import { ANY_TOKEN } from "#server/test/token.ts";
import { createToken } from "./create-token.ts";
import { updateMember } from "./update-member.ts";

beforeEach(emptyDatabase);

const openAdmins = () => db().member.count({ where: { role: "admin", disabledAt: null } });

it.each([
  ["demote", { role: "editor" as const }],
  ["close", { disabled: true }],
])("two admins who %s each other at the same moment leave one", async (_name, change) => {
  for (let round = 0; round < 5; round += 1) {
    await emptyDatabase();
    const [one, two] = [await makeMember("admin"), await makeMember("admin")];
    const results = await Promise.allSettled([
      updateMember(one, { memberId: two.id, ...change }),
      updateMember(two, { memberId: one.id, ...change }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "LAST_ADMIN" },
    });
    expect(await openAdmins()).toBe(1);
  }
});

it("a closed admin does not count as one", async () => {
  const [one, two] = [await makeMember("admin"), await makeMember("admin")];
  await updateMember(one, { memberId: two.id, disabled: true });
  // `two` was admin when their request began.
  await expect(updateMember(two, { memberId: one.id, role: "viewer" })).rejects.toMatchObject({
    code: "LAST_ADMIN",
  });
});

it("writes an event for what changed, and none for what was so already", async () => {
  const [admin, member] = [await makeMember("admin"), await makeMember("viewer")];
  await updateMember(admin, { memberId: member.id, role: "viewer", disabled: false });
  expect(await db().event.count()).toBe(0);
  const after = await updateMember(admin, { memberId: member.id, role: "reviewer", disabled: true });
  expect(after).toMatchObject({ role: "reviewer", disabled: true });
  expect(await db().event.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    {
      kind: "member.role_changed",
      actorId: admin.id,
      subjectId: member.id,
      data: { from: "viewer", to: "reviewer" },
    },
    { kind: "member.disabled", actorId: admin.id, subjectId: member.id },
  ]);
});

it("knows nobody by an unknown id", async () => {
  const change = { memberId: crypto.randomUUID(), disabled: true };
  await expect(updateMember(await makeMember("admin"), change)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("ends the personal tokens of a closed account for good", async () => {
  const [admin, member] = [await makeMember("admin"), await makeMember("editor")];
  const { secret } = await createToken(member, ANY_TOKEN);
  const request = new Request("http://localhost:3000/api/v1/profile", {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(await resolveActor(request)).toMatchObject({ actor: { id: member.id } });
  await updateMember(admin, { memberId: member.id, disabled: true });
  await updateMember(admin, { memberId: member.id, disabled: false });
  expect(await resolveActor(request)).toBeNull();
  expect(await listAccessTokens(member)).toEqual([]);
});
