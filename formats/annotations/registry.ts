import {
  ANNOTATION_FORMATS,
  type AnnotationFailure,
  type AnnotationFormat,
  MAX_ANNOTATIONS,
  MAX_ANNOTATIONS_BYTES,
  type ReadAnnotations,
} from "#domain/annotation.ts";
import { storableText } from "#editor/storable-text.ts";
import { decodeArticle } from "../importers/decode.ts";
import { hypothesisReader } from "./hypothesis.ts";
import { Notes } from "./notes.ts";
import type { AnnotationReader } from "./reader.ts";
import { reportReader } from "./report.ts";
import { w3cReader } from "./w3c.ts";

/** A format in the domain's list without a line here does not compile. */
const READERS = {
  w3c: w3cReader,
  hypothesis: hypothesisReader,
  report: reportReader,
} satisfies Record<AnnotationFormat, AnnotationReader>;

/** What Hypothesis writes has marks of its own and is asked first: both are lists of things with a target. */
const ORDER = [...ANNOTATION_FORMATS].reverse().map((format) => READERS[format]);

export type AnnotationsAnswer =
  | ({ ok: true; format: AnnotationFormat } & ReadAnnotations)
  | AnnotationFailure;

/**
 * Reads a file of annotations, bytes or text, of whichever of our formats it is. What is wrong with it is answered, never
 * thrown; what of it can't come along is counted in `notes`.
 */
export function readAnnotations(content: Uint8Array | string): AnnotationsAnswer {
  const bytes =
    typeof content === "string" ? new TextEncoder().encode(content).byteLength : content.byteLength;
  if (bytes > MAX_ANNOTATIONS_BYTES)
    return { ok: false, reason: "TOO_LARGE", bytes, limit: MAX_ANNOTATIONS_BYTES };
  const json = jsonIn(content);
  if (json === undefined) return { ok: false, reason: "NOT_JSON" };
  for (const reader of ORDER) {
    const found = reader.find(json);
    if (found) return readBy(reader, found);
  }
  return { ok: false, reason: "UNKNOWN" };
}

function readBy(
  reader: AnnotationReader,
  { items, notInline }: NonNullable<ReturnType<AnnotationReader["find"]>>,
): AnnotationsAnswer {
  if (items.length > MAX_ANNOTATIONS)
    return { ok: false, reason: "TOO_MANY", count: items.length, limit: MAX_ANNOTATIONS };
  const read = reader.read(items);
  // One annotation may speak of several passages.
  if (read.annotations.length > MAX_ANNOTATIONS)
    return { ok: false, reason: "TOO_MANY", count: read.annotations.length, limit: MAX_ANNOTATIONS };
  const notes = new Notes();
  for (const { what, count } of read.notes) notes.add(what, count);
  notes.add("not_inline", notInline);
  return { ok: true, format: reader.id, annotations: read.annotations, notes: notes.list() };
}

/** Escapes can write what no database holds. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? storableText(value) : value;

/** Undefined where it is no JSON: a value JSON does not have. */
function jsonIn(content: Uint8Array | string): unknown {
  const text = typeof content === "string" ? content : decoded(content);
  try {
    return text === null ? undefined : JSON.parse(text.replace(/^\ufeff/, ""), storable);
  } catch (error) {
    // RangeError: nested deeper than the parser goes.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function decoded(bytes: Uint8Array): string | null {
  const text = decodeArticle(bytes);
  return text.ok ? text.text : null;
}
