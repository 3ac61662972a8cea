import { Refusal } from "#domain/error.ts";
import type { IncomingArticle } from "#formats/importers/registry.ts";
import { type Db, db } from "#server/db.ts";
import { contentTypeOf } from "#server/fetch/content-type.ts";

/** What of a capture says how it is read. */
export interface Captured {
  finalUrl: string;
  mediaType: string;
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/** What was fetched, as an importer takes it: today's reading of the bytes of then. */
export const articleOfCapture = ({ finalUrl, mediaType, headers, bytes }: Captured): IncomingArticle => ({
  content: bytes,
  // A server that knows the type knows better than the address, which may end in anything.
  ...(NO_TYPES.has(mediaType) ? { fileName: fileNameOf(finalUrl) } : { mediaType }),
  charset: contentTypeOf(headers["content-type"]).charset,
  address: finalUrl,
});

/** A kept capture, as an importer takes it. NOT_FOUND where there is none, or it is no more. */
export async function loadCapturedArticle(captureId: string, tx: Db = db()): Promise<IncomingArticle> {
  const row = await tx.capture.findUnique({
    where: { id: captureId },
    select: { finalUrl: true, mediaType: true, headers: true, bytes: true },
  });
  if (!row) throw new Refusal("NOT_FOUND");
  return articleOfCapture({ ...row, headers: row.headers as Record<string, string> });
}

/** What servers say of a file they know nothing about. */
export const NO_TYPES: ReadonlySet<string> = new Set([
  "",
  "application/octet-stream",
  "binary/octet-stream",
  "application/download",
]);

/** The last part of an address's path: `report.pdf`; empty where it ends in a slash. */
export const fileNameOf = (address: string): string => new URL(address).pathname.split("/").at(-1) ?? "";
