import { z } from "zod";
import { isAllowedHref } from "./allowed-href.ts";
import type { RationaleMark } from "./rationale-node.ts";
import { storableText } from "./storable-text.ts";

/** What is wrong with a comment or a rationale that was refused. */
export interface ContentProblem {
  /** `unknown_content`: a node, mark or nesting the schema does not have. `link_refused`: see `isAllowedHref`. */
  code: "unknown_content" | "link_refused";
  /** Where in the document, from its root. */
  path: (string | number)[];
}

const mark: z.ZodType<RationaleMark> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({
    type: z.literal("link"),
    attrs: z.object({ href: z.string().refine(isAllowedHref, { params: { code: "link_refused" } }) }),
  }),
]);

const marks = z
  .array(mark)
  .refine((all) => new Set(all.map(({ type }) => type)).size === all.length)
  .default([]);

/** `text` in one line and storable: line breaks inside a text node mean nothing in these schemas; `hardBreak` does. */
export const oneLine = (text: string): string => storableText(text.replace(/[\r\n]+/g, " "));

export const textSchema = z.object({
  type: z.literal("text"),
  text: z.string().min(1).transform(oneLine),
  marks,
});

export const hardBreakSchema = z.object({ type: z.literal("hardBreak") });

/** The first thing a schema of these parts found wrong with a document. */
export function problemOf(error: z.ZodError): ContentProblem {
  const issue = error.issues[0];
  const isLink = issue?.code === "custom" && issue.params?.code === "link_refused";
  const path = (issue?.path ?? []).filter((key) => typeof key !== "symbol");
  return { code: isLink ? "link_refused" : "unknown_content", path };
}
