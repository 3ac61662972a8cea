import type { ImportDraft } from "./import-draft.ts";
import type { OriginalSource } from "./original.tsx";
import type { ImportPreview } from "./use-import-preview.ts";

/** What can be looked at beside the preview of an article on its way in; null where no browser draws it. */
export function originalOf(
  draft: ImportDraft,
  { format }: Pick<ImportPreview, "format">,
  heldFile: File | null,
): OriginalSource | null {
  if (draft.reading) return { type: "reading", reading: draft.reading };
  if (draft.capture) return { type: "capture", capture: draft.capture };
  if (heldFile) return format === "pdf" ? { type: "pdf", file: heldFile } : null;
  return { type: format === "html" ? "html" : "text", content: draft.content };
}
