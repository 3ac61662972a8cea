import { updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { codePointLength } from "#domain/offset.ts";
import type { ProseField } from "#domain/prose.ts";
import { MAX_SUMMARY_LENGTH } from "#domain/verdict.ts";
import { canonicalRationale } from "./canonical-rationale.ts";
import { MAX_RATIONALE_LENGTH, parseRationale } from "./parse-rationale.ts";
import type { Rationale } from "./rationale-node.ts";
import { rationaleSchema } from "./rationale-schema.ts";
import { isEmptyRationale } from "./rationale-text.ts";
import { storableText } from "./storable-text.ts";
import { summarySchema } from "./summary-schema.ts";

/** What a claim's prose says, as a verdict holds it. `rationale` is canonical, and null where nothing is written. */
export interface WrittenProse {
  summary: string;
  rationale: Rationale | null;
}

const EMPTY: Rationale = { type: "doc", content: [{ type: "paragraph", content: [] }] };

/** Whoever makes a claim's first document makes it as this client: the same words are then the same document. */
const FIRST_CLIENT = 1;

/** A Yjs document from what `encodeStateAsUpdate` gave. */
export function proseDocument(state: Uint8Array): Doc {
  const document = new Doc();
  applyUpdate(document, state);
  return document;
}

/**
 * The first state of a claim's document, the same for the same words wherever it is made. Each field has a paragraph,
 * also an empty one, so that two people's first words come into the same one.
 */
export function firstProse(written: WrittenProse): Uint8Array {
  const document = new Doc();
  document.clientID = FIRST_CLIENT;
  writeProse(document, written);
  return encodeStateAsUpdate(document);
}

/** Makes a document say what is given, by the least change, so that what others write at the same time stays. */
export function writeProse(document: Doc, written: Partial<WrittenProse>): void {
  const { summary, rationale } = written;
  document.transact(() => {
    if (summary !== undefined) {
      const content = summary === "" ? [] : [{ type: "text", text: summary }];
      replace(document, "summary", summarySchema.nodeFromJSON(inDocument([{ type: "paragraph", content }])));
    }
    if (rationale !== undefined) {
      replace(document, "rationale", rationaleSchema.nodeFromJSON(rationale ?? EMPTY));
    }
  });
}

function replace(document: Doc, field: ProseField, node: Parameters<typeof updateYFragment>[2]): void {
  const meta = { mapping: new Map(), isOMark: new Map() };
  updateYFragment(document, document.getXmlFragment(field), node, meta);
}

/**
 * What a document says. Where people, or a client that is none of ours, made of it what a rationale may not be, its
 * words remain, as plain paragraphs and as many as a rationale may have: this never refuses what was written.
 */
export function readProse(document: Doc): WrittenProse {
  const words = linesOf(jsonOf(document, "summary")).join(" ");
  return {
    summary: storableText(words).trim().slice(0, MAX_SUMMARY_LENGTH).trim(),
    rationale: rationaleFrom(jsonOf(document, "rationale")),
  };
}

const jsonOf = (document: Doc, field: ProseField): unknown => {
  const { content } = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(field)) as { content: unknown[] };
  return inDocument(content.flat());
};

const inDocument = (content: unknown[]) => ({ type: "doc", content });

function rationaleFrom(json: unknown): Rationale | null {
  const parsed = parseRationale(json);
  const rationale = parsed.ok ? parsed.rationale : plainRationale(linesOf(json));
  return isEmptyRationale(rationale) ? null : canonicalRationale(rationale);
}

/** As many of the lines as a rationale may have code points. */
function plainRationale(lines: readonly string[]): Rationale {
  let room = MAX_RATIONALE_LENGTH;
  const kept: string[] = [];
  for (const line of lines.slice(0, MAX_LINES).map(storableText)) {
    const fitting = codePointLength(line) <= room ? line : [...line].slice(0, Math.max(0, room)).join("");
    kept.push(fitting);
    room -= codePointLength(fitting) + 1;
    if (room <= 0) break;
  }
  const content = kept.map((text) => ({
    type: "paragraph" as const,
    content: text === "" ? [] : [{ type: "text" as const, text, marks: [] }],
  }));
  return content.length > 0 ? { type: "doc", content } : EMPTY;
}

const MAX_LINES = 4_000;

/** The words of any TipTap JSON, one line per node that holds text. */
function linesOf(json: unknown): string[] {
  const { text, content } = (json ?? {}) as { text?: unknown; content?: unknown };
  if (typeof text === "string") return [text];
  if (!Array.isArray(content)) return [];
  const isLine = content.some((child) => typeof child?.text === "string");
  const lines = content.flatMap(linesOf);
  return isLine ? [lines.join("")] : lines;
}
