import { z } from "zod";
import { codePointLength } from "#domain/offset.ts";
import { type ContentProblem, hardBreakSchema, problemOf, textSchema } from "./parse-inline.ts";
import type { Rationale, RationaleBlock, RationaleInline, RationaleListItem } from "./rationale-node.ts";
import { rationaleText } from "./rationale-text.ts";

/** The longest rationale, in code points of its text. */
export const MAX_RATIONALE_LENGTH = 20_000;
/** How deep nodes may nest and how many there may be: room for every real text, none for one made to exhaust us. */
export const MAX_DEPTH = 24;
const MAX_NODES = 10_000;

export interface RationaleProblem {
  code: "too_long" | "too_deep" | ContentProblem["code"];
  /** Where in the document, from its root; empty for the whole. */
  path: (string | number)[];
}

export type ParsedRationale = { ok: true; rationale: Rationale } | { ok: false; problem: RationaleProblem };

const inline: z.ZodType<RationaleInline> = z.discriminatedUnion("type", [
  textSchema,
  hardBreakSchema,
  z.object({
    type: z.literal("citation"),
    attrs: z.object({ evidenceId: z.string().regex(/^[0-9A-Za-z-]{1,64}$/) }),
  }),
]);

const block: z.ZodType<RationaleBlock> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("paragraph"), content: z.array(inline).default([]) }),
    z.object({ type: z.literal("bulletList"), content: z.array(listItem).min(1) }),
    z.object({
      type: z.literal("orderedList"),
      attrs: z.object({ start: z.number().int().min(0).max(999_999_999).default(1) }).default({ start: 1 }),
      content: z.array(listItem).min(1),
    }),
    z.object({ type: z.literal("blockquote"), content: z.array(block).min(1) }),
  ]),
);

const listItem: z.ZodType<RationaleListItem> = z.object({
  type: z.literal("listItem"),
  content: z.array(block).refine(([first]) => first?.type === "paragraph"),
});

const rationale = z.object({ type: z.literal("doc"), content: z.array(block).min(1) });

/**
 * Checks that unknown JSON is a rationale and answers it in its one canonical form: nothing the schema does not know
 * is left in it. Refuses, with a code and a path, what must not stand in one. Never throws.
 */
export function parseRationale(json: unknown): ParsedRationale {
  if (!isModest(json)) return refuse("too_deep");
  const parsed = rationale.safeParse(json);
  if (!parsed.success) {
    const { code, path } = problemOf(parsed.error);
    return refuse(code, path);
  }
  if (codePointLength(rationaleText(parsed.data)) > MAX_RATIONALE_LENGTH) return refuse("too_long");
  return { ok: true, rationale: parsed.data };
}

const refuse = (code: RationaleProblem["code"], path: RationaleProblem["path"] = []): ParsedRationale => ({
  ok: false,
  problem: { code, path },
});

/**
 * Whether a tree (of TipTap or of Markdown) is small enough to be walked by functions that call themselves.
 * Does not call itself.
 */
export function isModest(tree: unknown): boolean {
  let level: unknown[] = [tree];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) return false;
    level = level.flatMap((node) => childrenOf(node));
  }
  return true;
}

function childrenOf(node: unknown): unknown[] {
  if (typeof node !== "object" || node === null) return [];
  if ("content" in node && Array.isArray(node.content)) return node.content;
  return "children" in node && Array.isArray(node.children) ? node.children : [];
}
