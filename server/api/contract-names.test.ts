import { expect, it } from "vitest";
import type { z } from "zod";
import { contractCalls, type InputLeaf, kindOf, leavesOf } from "#server/test/contract-calls.ts";

/**
 * Texts that are no name: what people write, quote or look for, secrets, and what the caller alone can read. Every other
 * text in an input is bound to a pattern, or is the name of a person or a thing.
 */
const FREE = new Set([
  "content",
  "exact",
  "prefix",
  "suffix",
  "body",
  "rationale",
  "statement",
  "summary",
  "quote",
  "note",
  "q",
  "cursor",
  "blockId",
  "secret",
  "token",
  "current",
  "next",
  "password",
  "code",
  "edits",
  // Of a file as it lies on somebody's disk: cleaned where it is kept (`server/revision-source.ts`).
  "fileName",
]);

const accepts = ({ whole }: InputLeaf, text: string): boolean => (whole as z.ZodType).safeParse(text).success;

it("every name that the API takes refuses what turns its direction, and what nobody sees", () => {
  const names = new Set<string>();
  for (const { name, input } of contractCalls) {
    for (const leaf of input ? leavesOf(input) : []) {
      if (kindOf(leaf) !== "string" || leaf.path.some((part) => FREE.has(part))) continue;
      const at = `${name}: ${leaf.path.join(".")}`;
      expect(accepts(leaf, "a\u202eb"), at).toBe(false);
      expect(accepts(leaf, "\u2066字\u2069"), at).toBe(false);
      expect(accepts(leaf, "\u200b"), at).toBe(false);
      if (accepts(leaf, "佐藤 葵")) names.add(at);
    }
  }
  expect([...names]).toEqual(
    expect.arrayContaining([
      "article.create: title",
      "article.update: publisher",
      "article.create: byline",
      "claim.create: claimant",
      "claim.update: saidWhere",
      "evidence.add: locator",
      "evidence.add: source.title",
      "source.create: author",
      "member.acceptInvitation: name",
      "profile.update: name",
      "profile.createToken: name",
    ]),
  );
});
