import { z } from "zod";

/** Hex SHA-256 of a picture's bytes, by which it is known. */
export const pictureIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** SVG is not among them: it is a document that can hold scripts. */
export const PICTURE_MEDIA_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export type PictureMediaType = (typeof PICTURE_MEDIA_TYPES)[number];

/** What may come with one article: `bytes` is the most of one picture, `total` of all together. */
export const PICTURE_LIMITS = { bytes: 5 * 1024 * 1024, count: 50, total: 20 * 1024 * 1024 } as const;

/** Where a member's browser finds a kept picture. */
export const pictureAddress = (sha256: string): string => `/api/v1/pictures/${sha256}`;

/** Whether these bytes are a picture that may be of one page; a GIF may move. */
export function mayBePage(bytes: Uint8Array): boolean {
  const mediaType = pictureMediaType(bytes);
  return mediaType !== null && mediaType !== "image/gif";
}

/** What these bytes are by their first ones, whatever a file called them; null for what is none of ours. */
export function pictureMediaType(bytes: Uint8Array): PictureMediaType | null {
  const begins = (at: number, ...expected: number[]) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (begins(0, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (begins(0, 0x47, 0x49, 0x46, 0x38) && (bytes[4] === 0x37 || bytes[4] === 0x39) && bytes[5] === 0x61)
    return "image/gif";
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return "image/webp";
  return null;
}
