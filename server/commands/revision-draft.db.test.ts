import { beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { makeActor } from "#server/test/actor.ts";
import { entryOf, makeParade, PASSAGES, type Passage, putDraft } from "#server/test/revision.ts";

let by: Actor;
let article: Article;
let claims: Record<Passage, Claim>;

beforeEach(async () => {
  by = await makeActor();
  ({ article, claims } = await makeParade(by));
});

const NAMES = Object.keys(PASSAGES) as Passage[];

describe("the report of a new version", () => {
  it("says of every claim what becomes of it", async () => {
    const draft = await putDraft(by, article.id);
    const outcomes = Object.fromEntries(NAMES.map((name) => [name, entryOf(draft, claims[name]).outcome]));
    expect(outcomes).toEqual({
      untouched: "exact",
      numbered: "changed",
      moved: "moved",
      doubled: "exact",
      deleted: "needsPlacing",
      split: "changed",
    });
  });
});
