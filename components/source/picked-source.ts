import { type Source, type SourceDraft, sourceDraftSchema } from "#domain/source.ts";

/** What a person has picked: a source of the library, or one they are describing. */
export type PickedSource = { kind: "known"; source: Source } | { kind: "new"; draft: TypedSource };

/** A new source as it stands in its form. */
export type TypedSource = {
  [Field in keyof Required<SourceDraft>]: string;
};

export const emptySource = (typed: string, today: string): TypedSource => {
  const isAddress = /^https?:\/\//i.test(typed.trim());
  return {
    title: isAddress ? "" : typed.trim(),
    url: isAddress ? typed.trim() : "",
    publisher: "",
    author: "",
    issued: "",
    accessed: today,
    type: "webpage",
  };
};

/** What is sent for a picked source; null while a new one is no source yet. */
export function sourceOf(picked: PickedSource): { id: string } | SourceDraft | null {
  if (picked.kind === "known") return { id: picked.source.id };
  const filled = Object.fromEntries(Object.entries(picked.draft).filter(([, value]) => value.trim() !== ""));
  const parsed = sourceDraftSchema.safeParse(filled);
  return parsed.success ? parsed.data : null;
}

/** The fields of a new source that can't stand as they are. */
export function wrongFields(draft: TypedSource): ReadonlySet<string> {
  const filled = Object.fromEntries(Object.entries(draft).filter(([, value]) => value.trim() !== ""));
  const parsed = sourceDraftSchema.safeParse(filled);
  return new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
}
