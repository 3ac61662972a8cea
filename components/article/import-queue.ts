import type { ImportPreview } from "./use-import-preview.ts";

/** One of several files on their way in. */
export interface QueuedFile {
  id: string;
  file: File;
  /** As typed; null while nobody changed what the file says. */
  title: string | null;
  state: FileState;
}

export type FileState =
  | { status: "waiting" }
  | { status: "reading" }
  | { status: "ready"; preview: ImportPreview }
  | { status: "refused"; error: unknown }
  | { status: "saving"; preview: ImportPreview }
  /** Understood, and not stored: it can be tried again. */
  | { status: "unsaved"; preview: ImportPreview; error: unknown }
  | { status: "saved"; articleId: string; title: string };

/** So many are read at the same time: the server reads long ones one after the other anyway. */
export const READ_AT_ONCE = 2;

/** Those whose reading may begin now. */
export function nextToRead(queue: readonly QueuedFile[]): QueuedFile[] {
  const reading = queue.filter(({ state }) => state.status === "reading").length;
  return queue
    .filter(({ state }) => state.status === "waiting")
    .slice(0, Math.max(0, READ_AT_ONCE - reading));
}

/** The preview of a file that was understood and is not stored yet. */
export function previewOf({ state }: QueuedFile): ImportPreview | null {
  return "preview" in state ? state.preview : null;
}

/** The title it will have: as typed, else as the file says, else as the file is called. */
export function titleOf(item: QueuedFile): string {
  if (item.title !== null) return item.title;
  return previewOf(item)?.title ?? item.file.name.replace(/\.[^.]+$/u, "");
}

export const isSaved = ({ state }: QueuedFile): boolean => state.status === "saved";
export const canBeSaved = ({ state }: QueuedFile): boolean =>
  state.status === "ready" || state.status === "unsaved";
