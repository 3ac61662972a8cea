import { describe, expect, it } from "vitest";
import { ROLES, type Role } from "#domain/member.ts";
import { articleAbilities, claimAbilities, commentAbilities, threadAbilities } from "./abilities.ts";
import { may, RIGHTS, type Right } from "./table.ts";

/** The whole table once more in the other direction: which roles hold a right over somebody else's things. */
const HOLDERS: Record<Right, Role[]> = {
  "article.read": ["viewer", "editor", "reviewer", "admin"],
  "article.create": ["editor", "reviewer", "admin"],
  "article.update": ["editor", "reviewer", "admin"],
  "article.annotate": ["editor", "reviewer", "admin"],
  "claim.update": ["editor", "reviewer", "admin"],
  "claim.delete": ["editor", "reviewer", "admin"],
  "claim.settle": ["editor", "reviewer", "admin"],
  "thread.open": ["editor", "reviewer", "admin"],
  "thread.reply": ["editor", "reviewer", "admin"],
  "thread.resolve": ["editor", "reviewer", "admin"],
  "comment.edit": [],
  "comment.delete": [],
  "source.write": ["editor", "reviewer", "admin"],
  "report.export": ["viewer", "editor", "reviewer", "admin"],
  "member.list": ["admin"],
  "member.invite": ["admin"],
  "member.change_role": ["admin"],
  "member.disable": ["admin"],
  "member.require_factor": ["admin"],
  "member.reset_factors": ["admin"],
  "system.operate": ["admin"],
  "profile.update": [],
  "factor.manage": [],
  "token.manage": [],
  "session.manage": [],
  "inbox.manage": [],
};

const rights = Object.keys(RIGHTS) as Right[];

describe("rights over what is somebody else's", () => {
  it.each(rights.flatMap((right) => ROLES.map((role) => [role, right] as const)))(
    "%s and %s",
    (role, right) => {
      const allowed = may({ id: "me", role }, right, { memberId: "somebody" });
      expect(allowed).toBe(HOLDERS[right].includes(role));
    },
  );
});

describe("rights over oneself", () => {
  it.each(ROLES)("a %s manages the own profile, tokens and inbox", (role) => {
    expect(may({ id: "me", role }, "profile.update", { memberId: "me" })).toBe(true);
    expect(may({ id: "me", role }, "token.manage", { memberId: "me" })).toBe(true);
    expect(may({ id: "me", role }, "session.manage", { memberId: "me" })).toBe(true);
    expect(may({ id: "me", role }, "inbox.manage", { memberId: "me" })).toBe(true);
    expect(may({ id: "me", role }, "factor.manage", { memberId: "me" })).toBe(true);
  });

  it.each([
    ["viewer", false],
    ["editor", true],
    ["reviewer", true],
    ["admin", true],
  ] as const)("a %s changes and empties comments of their own: %s", (role, allowed) => {
    expect(may({ id: "me", role }, "comment.edit", { memberId: "me" })).toBe(allowed);
    expect(may({ id: "me", role }, "comment.delete", { memberId: "me" })).toBe(allowed);
  });

  it("an admin cannot demote or disable themselves", () => {
    expect(may({ id: "me", role: "admin" }, "member.change_role", { memberId: "me" })).toBe(false);
    expect(may({ id: "me", role: "admin" }, "member.disable", { memberId: "me" })).toBe(false);
  });
});

describe("abilities that travel with data", () => {
  it("are all false for a viewer", () => {
    const viewer = { id: "me", role: "viewer" } as const;
    expect(Object.values(articleAbilities(viewer))).toEqual([false, false, false]);
    expect(Object.values(claimAbilities(viewer))).toEqual([false, false, false]);
    expect(Object.values(threadAbilities(viewer))).toEqual([false, false]);
    // Once an editor, now a viewer: what was written then is closed too.
    expect(Object.values(commentAbilities(viewer, { memberId: "me" }))).toEqual([false, false]);
  });

  it("are all false for a token that only reads, whoever's it is", () => {
    const reader = { id: "me", role: "admin", scope: "read" } as const;
    const abilities = {
      ...articleAbilities(reader),
      ...claimAbilities(reader),
      ...threadAbilities(reader),
      ...commentAbilities(reader, { memberId: "me" }),
    };
    expect(Object.values(abilities)).not.toContain(true);
  });
});
