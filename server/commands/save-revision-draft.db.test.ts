import { beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { db } from "#server/db.ts";
import { readArticle } from "#server/reads/article.ts";
import { readClaim, readClaimSummaries } from "#server/reads/claim.ts";
import { readPastRevision, readRevisions } from "#server/reads/past-revision.ts";
import { makeActor } from "#server/test/actor.ts";
import { placeOf } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { inboxOf } from "#server/test/inbox.ts";
import { refusalOf } from "#server/test/refusal.ts";
import {
  EDITED_TEXT,
  entryOf,
  makeParade,
  PARADE_TEXT,
  PASSAGES,
  type Passage,
  putDraft,
  saveVersion,
} from "#server/test/revision.ts";
import { makeThread } from "#server/test/thread.ts";
import { confirmClaim } from "./confirm-claim.ts";
import { createClaim } from "./create-claim.ts";
import { decideDraftClaim } from "./decide-draft-claim.ts";
import { deleteClaim } from "./delete-claim.ts";
import { dismissBlock } from "./dismiss-block.ts";
import { putVerdict } from "./put-verdict.ts";
import { restoreClaim } from "./restore-claim.ts";
import { saveRevisionDraft } from "./save-revision-draft.ts";
import { updateClaim } from "./update-claim.ts";

let by: Actor;
let article: Article;
let claims: Record<Passage, Claim>;

beforeEach(async () => {
  by = await makeActor();
  ({ article, claims } = await makeParade(by));
});

/** Places the numbered claim on its new words and drops the deleted one, then saves. */
async function decideAndSave(): Promise<Article> {
  const draft = await putDraft(by, article.id);
  const ids = { articleId: article.id, draftId: draft.id };
  const { after } = entryOf(draft, claims.numbered);
  if (!after) throw new Error("Nothing was proposed for the changed number");
  const { blockId: _, ...target } = after;
  await decideDraftClaim(by, { ...ids, claimId: claims.numbered.id, decision: { kind: "placed", target } });
  const dropped = { kind: "dropped", reason: "removed" } as const;
  await decideDraftClaim(by, { ...ids, claimId: claims.deleted.id, decision: dropped });
  return await saveRevisionDraft(by, ids);
}

const settle = async (claim: Claim) => {
  await putVerdict(by, { claimId: claim.id, rating: "accurate", summary: "公式の記録で確かめた。" });
  const { version } = await readClaim(by, claim.id);
  return await updateClaim(by, { claimId: claim.id, workState: "settled", version });
};

describe("a saved version", () => {
  it("gives every claim the anchor that was decided or proven, and tells of it once", async () => {
    const before = await eventKinds(article.id);
    const saved = await decideAndSave();
    expect(saved.revision.number).toBe(2);
    const rows = await db().anchor.findMany({ where: { revisionId: saved.revision.id } });
    const rowOf = new Map(rows.map((row) => [row.claimId, row]));
    const states = Object.entries(claims).map(([name, { id }]) => [name, rowOf.get(id)?.state]);
    expect(Object.fromEntries(states)).toEqual({
      untouched: "exact",
      numbered: "changed",
      moved: "moved",
      doubled: "exact",
      deleted: "dropped",
      split: "needs_placing",
    });
    const points = [...saved.revision.text];
    for (const { start, end, exact } of rows)
      if (start !== null && end !== null) expect(points.slice(start, end).join("")).toBe(exact);
    expect(rowOf.get(claims.numbered.id)).toMatchObject({
      was: PASSAGES.numbered,
      exact: PASSAGES.numbered.replace("6月", "7月"),
    });
    expect(rowOf.get(claims.split.id)).toMatchObject({ blockId: null, start: null, exact: PASSAGES.split });
    const after = await eventKinds(article.id);
    expect(after.slice(before.length)).toEqual([
      "revision.drafted",
      "revision.decided",
      "revision.decided",
      "article.revised",
    ]);
    const events = await db().event.findMany({ where: { articleId: article.id }, orderBy: { seq: "asc" } });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.data).toMatchObject({
      number: 2,
      origin: "pasted",
      outcomes: { exact: 2, moved: 1, changed: 1, needsPlacing: 1, dropped: 1 },
    });
    expect(await db().revisionDraft.count({ where: { articleId: article.id } })).toBe(0);
  });

  it("numbers claims without a place after all others, and leaves dropped ones out", async () => {
    await decideAndSave();
    const now = await readClaimSummaries(by, article.id);
    expect(now.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(now.at(-1)).toMatchObject({
      id: claims.split.id,
      anchor: { state: "needs_placing", start: null },
    });
    for (const { id, number } of now) expect((await readClaim(by, id)).number).toBe(number);
    expect((await refusalOf(readClaim(by, claims.deleted.id))).code).toBe("NOT_FOUND");
    expect((await readArticle(by, article.id)).progress.claims).toBe(5);
  });

  it("leaves the revision before as it was, to be read with its anchors", async () => {
    const first = await db().anchor.findMany({ where: { revisionId: article.revision.id } });
    await decideAndSave();
    expect(await db().anchor.findMany({ where: { revisionId: article.revision.id } })).toEqual(first);
    const past = await readPastRevision(by, { articleId: article.id, number: 1 });
    expect(past.text).toBe(article.revision.text);
    expect(past.claims).toHaveLength(6);
    expect(past.claims.every(({ anchor }) => anchor.state === "exact")).toBe(true);
    expect(past.claims.find(({ id }) => id === claims.deleted.id)?.isCurrent).toBe(false);
    const newest = await readPastRevision(by, { articleId: article.id, number: 2 });
    expect(newest.claims.find(({ id }) => id === claims.deleted.id)?.anchor).toMatchObject({
      state: "dropped",
      reason: "removed",
    });
    const { items } = await readRevisions(by, { articleId: article.id, limit: 50 });
    expect(items.map(({ number, outcomes }) => [number, outcomes?.changed ?? null])).toEqual([
      [2, 1],
      [1, null],
    ]);
    const missing = readPastRevision(by, { articleId: article.id, number: 3 });
    expect((await refusalOf(missing)).code).toBe("NOT_FOUND");
  });

  it("of two who save at once one saves, and the other is told", async () => {
    const other = await makeActor();
    const { id: draftId } = await putDraft(by, article.id);
    const results = await Promise.allSettled(
      [by, other].map((actor) => saveRevisionDraft(actor, { articleId: article.id, draftId })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "DRAFT_GONE", data: { number: 2 } },
    });
    expect((await eventKinds(article.id)).filter((kind) => kind === "article.revised")).toHaveLength(1);
    expect(await db().revision.count({ where: { articleId: article.id } })).toBe(2);
  });

  it("is kept as a whole or not at all", async () => {
    const { id: draftId } = await putDraft(by, article.id);
    // The last row that a saving writes is refused.
    await db().$executeRaw`CREATE FUNCTION refuse_draft_end() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no'; END $$`;
    await db()
      .$executeRaw`CREATE TRIGGER refuse BEFORE DELETE ON "RevisionDraft" FOR EACH ROW EXECUTE FUNCTION refuse_draft_end()`;
    const before = await eventKinds(article.id);
    await expect(saveRevisionDraft(by, { articleId: article.id, draftId })).rejects.toThrow();
    await db().$executeRaw`DROP TRIGGER refuse ON "RevisionDraft"`;
    expect(await db().revision.count({ where: { articleId: article.id } })).toBe(1);
    expect(await eventKinds(article.id)).toEqual(before);
    expect((await readClaim(by, claims.moved.id)).version).toBe(1);
    expect((await saveRevisionDraft(by, { articleId: article.id, draftId })).revision.number).toBe(2);
  });

  it("knows claims that were made, moved and taken away while it waited", async () => {
    const { id: draftId } = await putDraft(by, article.id);
    const made = await createClaim(by, { articleId: article.id, target: { exact: "中国・ロシア観光客" } });
    await deleteClaim(by, { claimId: claims.doubled.id });
    const moved = await updateClaim(by, {
      claimId: claims.numbered.id,
      target: { exact: "昨年6月以来" },
      version: 1,
    });
    const saved = await saveRevisionDraft(by, { articleId: article.id, draftId });
    const ids = (await readClaimSummaries(by, article.id)).map(({ id }) => id);
    expect(ids).toContain(made.id);
    expect(ids).not.toContain(claims.doubled.id);
    expect(placeOf(await readClaim(by, made.id)).revisionId).toBe(saved.revision.id);
    expect((await readClaim(by, moved.id)).anchor.state).toBe("needs_placing");
    const back = await restoreClaim(by, { claimId: claims.doubled.id });
    expect(placeOf(back).exact).toBe(PASSAGES.doubled);
  });
});

describe("a claim without a place", () => {
  it("is placed by a person, in the newest text", async () => {
    await saveVersion(by, article.id);
    const { version } = await readClaim(by, claims.split.id);
    const target = { exact: "北朝鮮は工夫を凝らして経済難の乗り切りを図っている。" };
    const placed = await updateClaim(by, { claimId: claims.split.id, target, version });
    expect(placed.anchor).toMatchObject({ state: "exact", exact: target.exact });
  });

  it("comes back from having been dropped, and stays dropped until then", async () => {
    await decideAndSave();
    await saveVersion(by, article.id, `${EDITED_TEXT}\n\nおわり。\n`);
    expect((await refusalOf(readClaim(by, claims.deleted.id))).code).toBe("NOT_FOUND");
    const back = await restoreClaim(by, { claimId: claims.deleted.id });
    expect(back.anchor).toMatchObject({ state: "needs_placing", exact: PASSAGES.deleted });
    // Of the claims without a place it was marked first.
    expect(back.number).toBe(5);
  });
});

describe("a finding whose words changed", () => {
  it("loses its standing, says why, and tells whoever works on it", async () => {
    const [assignee, judge] = [await makeActor(), by];
    await updateClaim(by, { claimId: claims.numbered.id, assigneeId: assignee.id, version: 1 });
    await settle(claims.numbered);
    await settle(claims.moved);
    by = await makeActor();
    await decideAndSave();
    const stale = await readClaim(by, claims.numbered.id);
    expect(stale).toMatchObject({
      workState: "checking",
      verdict: { state: "draft", rating: "accurate" },
      stale: { was: PASSAGES.numbered, lost: "settled", revision: { number: 2 } },
    });
    expect(await readClaim(by, claims.moved.id)).toMatchObject({
      workState: "settled",
      verdict: { state: "submitted" },
      stale: null,
    });
    const verdicts = await db().verdict.findMany({ where: { claimId: claims.numbered.id } });
    expect(verdicts.map(({ state }) => state).sort()).toEqual(["draft", "superseded"]);
    expect(await inboxOf(assignee)).toContain("stale");
    expect(await inboxOf(judge)).toEqual(["stale"]);
    expect(await inboxOf(by)).toEqual([]);
  });

  it("holds again when somebody says so, or settles it", async () => {
    await settle(claims.numbered);
    await decideAndSave();
    const confirmed = await confirmClaim(by, { claimId: claims.numbered.id });
    expect(confirmed).toMatchObject({ stale: null, workState: "settled", verdict: { state: "submitted" } });
    const again = confirmClaim(by, { claimId: claims.numbered.id });
    expect((await refusalOf(again)).code).toBe("CLAIM_NOT_STALE");
    await saveVersion(by, article.id, PARADE_TEXT);
    const { version } = await readClaim(by, claims.numbered.id);
    await updateClaim(by, { claimId: claims.numbered.id, target: { exact: PASSAGES.numbered }, version });
    expect((await readClaim(by, claims.numbered.id)).stale).toBeNull();
  });

  it("is settled anew", async () => {
    await decideAndSave();
    expect((await readClaim(by, claims.numbered.id)).stale).toMatchObject({ lost: null });
    expect((await settle(claims.numbered)).stale).toBeNull();
  });
});

describe("what belongs to words", () => {
  const blockOf = (of: Article, text: string) =>
    of.revision.blocks.find((block) => block.text === text)?.id ?? "";

  it("goes along with them: dismissals and conversations", async () => {
    const dismissal = { articleId: article.id, reason: "opinion" } as const;
    await dismissBlock(by, { ...dismissal, blockId: blockOf(article, PASSAGES.moved) });
    await dismissBlock(by, { ...dismissal, blockId: blockOf(article, PASSAGES.deleted) });
    const kept = await makeThread({ by, articleId: article.id, target: { exact: "平壌の観光地整備" } });
    const left = await makeThread({ by, articleId: article.id, target: { exact: "貴重な生命線" } });
    const saved = await saveVersion(by, article.id);
    expect(saved.dismissals.map(({ blockId }) => blockId)).toEqual([blockOf(saved, PASSAGES.moved)]);
    const places = await db().thread.findMany({ where: { id: { in: [kept.id, left.id] } } });
    const revisionOf = new Map(places.map(({ id, revisionId }) => [id, revisionId]));
    expect(revisionOf.get(kept.id)).toBe(saved.revision.id);
    expect(revisionOf.get(left.id)).toBe(article.revision.id);
  });

  it("is found again where it was meant in the revision before, or refused", async () => {
    const { revision } = article;
    const saved = await saveVersion(by, article.id);
    const seen = { articleId: article.id, revisionId: revision.id } as const;
    const moved = { ...seen, blockId: blockOf(article, PASSAGES.moved), reason: "opinion" } as const;
    expect((await dismissBlock(by, moved)).blockId).toBe(blockOf(saved, PASSAGES.moved));
    const gone = { ...seen, blockId: blockOf(article, PASSAGES.deleted), reason: "opinion" } as const;
    expect((await refusalOf(dismissBlock(by, gone))).code).toBe("ANCHOR_NOT_FOUND");
    const range = { start: placeOf(claims.moved).start, end: placeOf(claims.moved).end };
    const target = { exact: PASSAGES.moved, ...range, revisionId: revision.id };
    const claim = await createClaim(by, { articleId: article.id, target });
    expect(placeOf(claim)).toMatchObject({ exact: PASSAGES.moved, revisionId: saved.revision.id });
    const numbered = { exact: PASSAGES.numbered, revisionId: revision.id };
    const refused = createClaim(by, { articleId: article.id, target: numbered });
    expect((await refusalOf(refused)).code).toBe("ANCHOR_NOT_FOUND");
  });
});
