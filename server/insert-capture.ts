import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { storableText } from "#editor/storable-text.ts";
import type { Db } from "./db.ts";
import type { Fetched } from "./fetch/fetch-address.ts";

/**
 * Keeps what was fetched, and answers its id.
 *
 * @param memberId who asked for it; null where a watch did
 */
export async function insertCapture(tx: Db, memberId: string | null, fetched: Fetched): Promise<string> {
  const id = uuidv7();
  const { url, finalUrl, status, mediaType, bytes, fetchedAt } = fetched;
  const headers = Object.entries(fetched.headers).map(([name, value]) => [name, storableText(value)]);
  await tx.capture.create({
    data: {
      id,
      url,
      finalUrl,
      status,
      headers: Object.fromEntries(headers),
      mediaType,
      bytes,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      fetchedAt,
      fetchedById: memberId,
    },
  });
  return id;
}
