import { z } from "zod";
import type { AnchorRange } from "../anchor.ts";

/**
 * The selectors of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/#selectors) that say where
 * in a text something stands. Other kinds (XPath, CSS, SVG, …) need the document they were made on and are left out.
 */
export type W3cSelector = TextQuoteSelector | TextPositionSelector | RangeSelector;

/** Section 4.2.4: the words, and what stands directly beside them. */
export interface TextQuoteSelector {
  type: "TextQuoteSelector";
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  refinedBy?: W3cSelector[] | undefined;
}

/** Section 4.2.5: code points from the text's beginning, `end` exclusive. Proves nothing by itself. */
export interface TextPositionSelector {
  type: "TextPositionSelector";
  start: number;
  end: number;
  refinedBy?: W3cSelector[] | undefined;
}

/** Section 4.2.9: from the beginning of what the first selects up to the beginning of what the second does. */
export interface RangeSelector {
  type: "RangeSelector";
  startSelector: W3cSelector[];
  endSelector: W3cSelector[];
  refinedBy?: W3cSelector[] | undefined;
}

/** The longest quote or context that is read: more is a document, not a selector. */
const MAX_WORDS = 20_000;
/** How many alternatives one selector may have. */
const MAX_ALTERNATIVES = 20;
/** How deep selectors may stand in one another; what is deeper is left out. */
const MAX_DEPTH = 4;

/**
 * What stands at `selector` in a foreign annotation: one or several that select the same, as a list. Kinds that are not
 * known, or known ones that are malformed, are left out, because the others still say where; an empty list says that
 * none was of use (as `refinedBy`: that the selection is wider than what was meant). Its depth is bounded by how it is built, so that no JSON can exhaust the stack.
 */
export const w3cSelectorsSchema: z.ZodType<W3cSelector[], unknown> = listOf(MAX_DEPTH);

function listOf(depth: number): z.ZodType<W3cSelector[], unknown> {
  if (depth === 0) return z.unknown().transform((): W3cSelector[] => []);
  const inner = listOf(depth - 1);
  const refinedBy = inner.optional();
  const words = z.string().max(MAX_WORDS);
  const offset = z.number().int().min(0);
  const selector = z.discriminatedUnion("type", [
    z.object({
      type: z.literal("TextQuoteSelector"),
      exact: words.min(1),
      prefix: words.nullish().transform((text) => text ?? undefined),
      suffix: words.nullish().transform((text) => text ?? undefined),
      refinedBy,
    }),
    z
      .object({ type: z.literal("TextPositionSelector"), start: offset, end: offset, refinedBy })
      .refine(({ start, end }) => start <= end),
    z.object({
      type: z.literal("RangeSelector"),
      startSelector: inner.refine((list) => list.length > 0),
      endSelector: inner.refine((list) => list.length > 0),
      refinedBy,
    }),
  ]);
  return z.unknown().transform((given): W3cSelector[] =>
    (Array.isArray(given) ? given : [given]).slice(0, MAX_ALTERNATIVES).flatMap((one) => {
      const parsed = selector.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/**
 * The selectors to send out for an anchor, from cheap to costly, as W3C wants alternatives: its position and its words.
 * The mirror of `resolve`, which finds the anchor again by both together.
 */
export function selectorsOf({ start, end, exact, prefix, suffix }: AnchorRange): W3cSelector[] {
  return [
    { type: "TextPositionSelector", start, end },
    { type: "TextQuoteSelector", exact, prefix, suffix },
  ];
}
