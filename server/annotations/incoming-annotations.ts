import { MAX_ANNOTATIONS_BYTES } from "#domain/annotation.ts";
import { Refusal } from "#domain/error.ts";

/** Annotations as a call brings them: a file where there is one, else text. A file that is too large is not read. */
export async function incomingAnnotations({
  file,
  content = "",
}: {
  file?: File | undefined;
  content?: string | undefined;
}): Promise<Uint8Array | string> {
  if (!file) return content;
  if (file.size > MAX_ANNOTATIONS_BYTES)
    throw new Refusal("ANNOTATIONS_TOO_LARGE", { bytes: file.size, limit: MAX_ANNOTATIONS_BYTES });
  return new Uint8Array(await file.arrayBuffer());
}
