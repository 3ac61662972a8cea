import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";

/** A kept picture. NOT_FOUND where there is none with this hash. */
export async function readPicture(
  actor: Actor,
  sha256: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }> {
  authorise(actor, "article.read");
  const picture = await db().picture.findUnique({
    where: { sha256 },
    select: { bytes: true, mediaType: true },
  });
  if (!picture) throw new Refusal("NOT_FOUND");
  return picture;
}
