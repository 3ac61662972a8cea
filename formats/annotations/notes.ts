import { ANNOTATION_NOTE_KINDS, type AnnotationNote, type AnnotationNoteKind } from "#domain/annotation.ts";

/** Counts what is not brought, kind by kind. */
export class Notes {
  readonly #counts = new Map<AnnotationNoteKind, number>();

  add(what: AnnotationNoteKind, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** In the order of the domain's list. */
  list(): AnnotationNote[] {
    return ANNOTATION_NOTE_KINDS.flatMap((what) => {
      const count = this.#counts.get(what);
      return count ? [{ what, count }] : [];
    });
  }
}
