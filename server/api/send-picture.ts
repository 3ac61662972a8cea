import { SANDBOX_POLICY } from "#server/security-headers.ts";

/** A year: a kept picture never changes. Private, because only members may see it. */
const FOR_GOOD = "private, max-age=31536000, immutable";

/** A kept picture as an answer, with what a browser has to know of it in `headers`. */
export function sendPicture(
  headers: Headers | undefined,
  bytes: Uint8Array<ArrayBuffer>,
  { name, mediaType }: { name: string; mediaType: string },
): File {
  headers?.set("cache-control", FOR_GOOD);
  // Whatever a browser takes the bytes for, it runs nothing of them, and nobody learns from where they were opened.
  headers?.set("content-security-policy", SANDBOX_POLICY);
  headers?.set("referrer-policy", "no-referrer");
  return new File([bytes], name, { type: mediaType });
}
