import type { AnnotationFormat, ReadAnnotations } from "#domain/annotation.ts";

/** Annotations of a file as they stand in it, none of them looked at yet. */
export type RawAnnotations = readonly unknown[];

/** One way annotations come in. Pure: no clock, no network; the same in a browser and on a server. */
export interface AnnotationReader {
  id: AnnotationFormat;
  /** The annotations in a parsed JSON file; null where it is not of this format. Looks at its outline only. */
  find(json: unknown): { items: RawAnnotations; notInline: number } | null;
  /** Never throws: what can't be understood is counted in the notes. */
  read(items: RawAnnotations): ReadAnnotations;
}
