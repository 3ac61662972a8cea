import { z } from "zod";

/**
 * Rich text as it is stored: the JSON of a TipTap document. Only its outline is checked here, so that every stratum can
 * carry one; `editor/rationale-schema.ts` holds the rules on which nodes and marks may stand in it.
 */
export interface RichText {
  type: "doc";
  content?: RichTextNode[];
}

/** One node of rich text. `text` stands on text nodes only. */
export interface RichTextNode {
  type: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
  content?: RichTextNode[];
}

/** The outline of a rich text document: an object whose `type` is `doc`. */
export const richTextSchema = z.custom<RichText>(
  (value) => typeof value === "object" && value !== null && "type" in value && value.type === "doc",
  "A document is an object whose type is doc",
);
