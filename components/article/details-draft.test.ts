import { describe, expect, it } from "vitest";
import {
  changesOf,
  draftValues,
  emptyDraft,
  undecidedIn,
  withConflict,
  withDecision,
  withTyped,
} from "./details-draft.ts";
import type { ShownDetails } from "./shown-details.ts";

const shown: ShownDetails = {
  title: "見出し",
  language: "ja",
  publisher: "",
  byline: "記者",
  publishedAt: "2025-09-02",
  url: null,
  version: 3,
};
const typed = (field: "publisher" | "byline" | "publishedAt", value: string) =>
  withTyped(emptyDraft(3), field, value, shown);

describe("a draft of an article's details", () => {
  it.each([
    ["what was typed", typed("publisher", " 裏取り新聞 "), { publisher: "裏取り新聞" }],
    ["what was emptied", typed("publishedAt", ""), { publishedAt: null }],
    ["nothing typed back", withTyped(typed("byline", "別"), "byline", "記者", shown), {}],
    ["nothing typed in another form", typed("publishedAt", "2025年9月2日"), {}],
    ["nothing untouched", emptyDraft(3), {}],
  ])("changes %s", (_name, draft, changes) => {
    expect(changesOf(draft, shown)).toEqual(changes);
  });

  it("follows the article where nothing was typed", () => {
    const newer = { ...shown, byline: "別の記者", publisher: "相手の新聞", version: 4 };
    const draft = typed("publisher", "わたしの新聞");
    expect(draftValues(draft, newer)).toMatchObject({ byline: "別の記者", publisher: "わたしの新聞" });
    expect(changesOf(draft, newer)).toEqual({ publisher: "わたしの新聞" });
  });

  it("counts from the version at which typing began", () => {
    const first = withTyped(emptyDraft(1), "byline", "別", shown);
    expect(first.version).toBe(3);
    expect(withTyped(first, "publisher", "新聞", { ...shown, version: 5 }).version).toBe(3);
  });
});

describe("a conflict of two drafts", () => {
  const theirs = { ...shown, publisher: "相手の新聞", version: 4 };
  const refused = withConflict(typed("publisher", "わたしの新聞"), 4, ["publisher", "unheard of"]);

  it("waits for a decision and loses nothing", () => {
    expect(undecidedIn(refused, theirs)).toEqual(["publisher"]);
    expect(draftValues(refused, theirs).publisher).toBe("わたしの新聞");
  });

  it("is none where both say the same", () => {
    expect(undecidedIn(refused, { ...theirs, publisher: "わたしの新聞" })).toEqual([]);
  });

  it.each([
    ["mine", { publisher: "わたしの新聞" }],
    ["theirs", {}],
  ] as const)("ends with %s over the version that was seen", (choice, changes) => {
    const decided = withDecision(refused, "publisher", choice);
    expect(undecidedIn(decided, theirs)).toEqual([]);
    expect(changesOf(decided, theirs)).toEqual(changes);
    expect(decided.version).toBe(4);
  });
});
