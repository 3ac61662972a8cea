import { withoutHidden } from "#domain/name-text.ts";
import { storableText } from "#editor/storable-text.ts";

/** Where a revision's text came from; `pasted` needs no more words. */
export type RevisionSource =
  | { origin: "pasted" }
  | { origin: "file"; fileName: string }
  | { origin: "url"; captureId: string };

/** In UTF-16 units; no file system has longer ones. */
const LONGEST_FILE_NAME = 255;

/** Where what a call brings came from. */
export function sourceOf({
  file,
  fileName = file?.name,
  captureId,
}: {
  file?: File | undefined;
  /** Of the file that a text was read from in the browser. */
  fileName?: string | undefined;
  captureId?: string | undefined;
}): RevisionSource {
  if (captureId) return { origin: "url", captureId };
  return fileName === undefined
    ? { origin: "pasted" }
    : { origin: "file", fileName: withoutHidden(storableText(fileName)).name.slice(0, LONGEST_FILE_NAME) };
}

/** A source as a row keeps it. */
export function storedSource({
  origin,
  fileName,
  captureId,
}: {
  origin: RevisionSource["origin"];
  fileName: string | null;
  captureId: string | null;
}): RevisionSource {
  if (origin === "file") return { origin, fileName: fileName ?? "" };
  return origin === "url" ? { origin, captureId: captureId ?? "" } : { origin };
}
