import { storableText } from "#editor/storable-text.ts";

/** `text` for a LIKE pattern, so that a percent sign or an underscore finds itself; null where there is nothing to find. */
export function likeText(text: string | undefined): string | null {
  const wanted = storableText(text ?? "").trim();
  return wanted === "" ? null : wanted.replace(/[\\%_]/g, "\\$&");
}
