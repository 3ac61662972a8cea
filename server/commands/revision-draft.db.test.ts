import { beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { db } from "#server/db.ts";
import { readPastRevision, readRevisions } from "#server/reads/past-revision.ts";
import { readRevisionDraft } from "#server/reads/revision-draft.ts";
import { makeActor } from "#server/test/actor.ts";
import { eventKinds } from "#server/test/events.ts";
import { refusalOf } from "#server/test/refusal.ts";
import {
  EDITED_TEXT,
  entryOf,
  makeParade,
  PARADE_TEXT,
  PASSAGES,
  type Passage,
  putDraft,
} from "#server/test/revision.ts";
import { decideDraftClaim, undecideDraftClaim } from "./decide-draft-claim.ts";
import { removeRevisionDraft } from "./remove-revision-draft.ts";
import { saveRevisionDraft } from "./save-revision-draft.ts";
import { updateClaim } from "./update-claim.ts";

let by: Actor;
let article: Article;
let claims: Record<Passage, Claim>;

beforeEach(async () => {
  by = await makeActor();
  ({ article, claims } = await makeParade(by));
});

describe("the report of a new version", () => {
  it("says of every claim what becomes of it", async () => {
    const draft = await putDraft(by, article.id);
    const outcomes = Object.entries(claims).map(([name, claim]) => [name, entryOf(draft, claim).outcome]);
    expect(Object.fromEntries(outcomes)).toEqual({
      untouched: "exact",
      numbered: "changed",
      moved: "moved",
      doubled: "exact",
      deleted: "needsPlacing",
      split: "changed",
    });
    expect(entryOf(draft, claims.moved)).toMatchObject({
      why: "only_place",
      after: { exact: PASSAGES.moved },
    });
    const { before, after, differences } = entryOf(draft, claims.numbered);
    expect(before?.exact).toBe(PASSAGES.numbered);
    expect(after?.exact).toBe(PASSAGES.numbered.replace("6月", "7月"));
    const cut = (text: string, { start, end }: { start: number; end: number }) =>
      [...text].slice(start, end).join("");
    expect(differences.map((part) => cut(article.revision.text, part.before))).toEqual(["6"]);
    expect(differences.map((part) => cut(draft.text, part.after))).toEqual(["7"]);
  });

  it("speaks of the claims as they are when it is read", async () => {
    await putDraft(by, article.id);
    await updateClaim(by, { claimId: claims.moved.id, target: { exact: "昨年6月以来" }, version: 1 });
    expect(entryOf(await readRevisionDraft(by, article.id), claims.moved).outcome).toBe("changed");
  });
});

describe("a draft", () => {
  it("is refused where the text is the newest one's, and makes nothing", async () => {
    const refused = await refusalOf(putDraft(by, article.id, { content: PARADE_TEXT }));
    expect([refused.code, refused.data]).toEqual(["REVISION_UNCHANGED", { number: 1 }]);
    expect(await eventKinds(article.id)).not.toContain("revision.drafted");
  });

  it("waits alone: another one needs to name the one it replaces", async () => {
    const first = await putDraft(by, article.id);
    const other = await makeActor();
    const refused = await refusalOf(putDraft(other, article.id, { content: `${EDITED_TEXT}\n\n追記。` }));
    expect(refused.code).toBe("DRAFT_EXISTS");
    expect(refused.data).toMatchObject({ draft: { id: first.id, createdBy: { id: by.id } } });
    const content = `${EDITED_TEXT}\n\n追記。`;
    const second = await putDraft(other, article.id, { content, replaces: first.id });
    expect((await readRevisionDraft(by, article.id)).id).toBe(second.id);
    const late = saveRevisionDraft(by, { articleId: article.id, draftId: first.id });
    expect((await refusalOf(late)).code).toBe("DRAFT_GONE");
  });

  it("comes from a file too, and says so", async () => {
    const file = new File([EDITED_TEXT], "第2版.txt", { type: "text/plain" });
    const draft = await putDraft(by, article.id, { content: undefined, format: undefined, file });
    expect(draft).toMatchObject({ origin: "file", fileName: "第2版.txt", capture: null });
    await saveRevisionDraft(by, { articleId: article.id, draftId: draft.id });
    const { items } = await readRevisions(by, { articleId: article.id, limit: 50 });
    expect(items[0]).toMatchObject({ origin: "file", fileName: "第2版.txt", sha256: draft.sha256 });
  });

  it("is thrown away with what was decided on it", async () => {
    const { id: draftId } = await putDraft(by, article.id);
    const decision = { kind: "dropped", reason: "removed" } as const;
    await decideDraftClaim(by, { articleId: article.id, draftId, claimId: claims.deleted.id, decision });
    await removeRevisionDraft(by, { articleId: article.id, draftId });
    expect(await db().revisionDecision.count({ where: { draftId } })).toBe(0);
    expect((await refusalOf(readRevisionDraft(by, article.id))).code).toBe("NOT_FOUND");
    const again = removeRevisionDraft(by, { articleId: article.id, draftId });
    expect((await refusalOf(again)).code).toBe("DRAFT_GONE");
  });
});

describe("a decision", () => {
  it("of two people on two claims stands both times, and on one the last word", async () => {
    const { id: draftId } = await putDraft(by, article.id);
    const other = await makeActor();
    const on = (claim: Claim) => ({ articleId: article.id, draftId, claimId: claim.id });
    const dropped = (reason: "removed" | "not_needed") => ({ kind: "dropped", reason }) as const;
    await Promise.all([
      decideDraftClaim(by, { ...on(claims.deleted), decision: dropped("removed") }),
      decideDraftClaim(other, { ...on(claims.split), decision: dropped("not_needed") }),
    ]);
    const last = await decideDraftClaim(other, { ...on(claims.deleted), decision: dropped("not_needed") });
    expect(last).toMatchObject({ decision: { reason: "not_needed" }, decidedBy: { id: other.id } });
    const draft = await readRevisionDraft(by, article.id);
    expect(draft.entries.filter(({ decision }) => decision !== null)).toHaveLength(2);
    const before = await eventKinds(article.id);
    await decideDraftClaim(other, { ...on(claims.deleted), decision: dropped("not_needed") });
    expect(await eventKinds(article.id)).toEqual(before);
    expect((await undecideDraftClaim(by, on(claims.deleted))).decision).toBeNull();
  });

  it("places only where the words stand in the draft", async () => {
    const { id: draftId } = await putDraft(by, article.id);
    const on = { articleId: article.id, draftId, claimId: claims.split.id };
    const placed = (exact: string) =>
      decideDraftClaim(by, { ...on, decision: { kind: "placed", target: { exact } } });
    expect((await refusalOf(placed(PASSAGES.deleted))).code).toBe("ANCHOR_NOT_FOUND");
    expect((await refusalOf(placed(PASSAGES.doubled))).code).toBe("ANCHOR_AMBIGUOUS");
    const half = "国際社会の制裁は続いている。";
    expect((await placed(half)).decision).toMatchObject({ kind: "placed", exact: half, isChanged: true });
  });

  it("holds only for the words that the claim stood on", async () => {
    const { id: draftId } = await putDraft(by, article.id);
    const on = { articleId: article.id, draftId, claimId: claims.deleted.id };
    await decideDraftClaim(by, { ...on, decision: { kind: "dropped", reason: "removed" } });
    await updateClaim(by, { claimId: claims.deleted.id, target: { exact: PASSAGES.untouched }, version: 1 });
    expect(entryOf(await readRevisionDraft(by, article.id), claims.deleted)).toMatchObject({
      outcome: "exact",
      decision: null,
    });
  });
});

describe("rights", () => {
  it("let a viewer read everything and change nothing", async () => {
    const { id: draftId } = await putDraft(by, article.id);
    const viewer = await makeActor("viewer");
    expect((await readRevisionDraft(viewer, article.id)).id).toBe(draftId);
    expect((await readPastRevision(viewer, { articleId: article.id, number: 1 })).number).toBe(1);
    const on = { articleId: article.id, draftId };
    const decision = { kind: "dropped", reason: "removed" } as const;
    const writes = [
      putDraft(viewer, article.id, { replaces: draftId }),
      removeRevisionDraft(viewer, on),
      decideDraftClaim(viewer, { ...on, claimId: claims.moved.id, decision }),
      undecideDraftClaim(viewer, { ...on, claimId: claims.moved.id }),
      saveRevisionDraft(viewer, on),
    ];
    for (const write of writes) expect((await refusalOf(write)).code).toBe("FORBIDDEN");
  });

  it.each(["editor", "reviewer", "admin"] as const)("let a %s decide and save", async (role) => {
    const actor = await makeActor(role);
    const { id: draftId } = await putDraft(actor, article.id);
    const on = { articleId: article.id, draftId };
    const decision = { kind: "dropped", reason: "rewritten" } as const;
    await decideDraftClaim(actor, { ...on, claimId: claims.split.id, decision });
    expect((await saveRevisionDraft(actor, on)).revision.number).toBe(2);
  });
});
