import { createHash } from "node:crypto";
import type { AnnotationFormat, ForeignAnnotation } from "#domain/annotation.ts";

/**
 * By what an annotation is known when it comes again: its id where it was made, and the words it is about, because one
 * may be about several passages. One without an id is known by who wrote what about them.
 */
export function annotationKey(format: AnnotationFormat, annotation: ForeignAnnotation): string {
  const { id, words, author, writtenAt, comment } = annotation;
  const source = id === null ? [author, writtenAt, comment] : [id];
  const named = JSON.stringify([format, ...source, words.exact, words.prefix, words.suffix]);
  return createHash("sha256").update(named, "utf8").digest("hex");
}
