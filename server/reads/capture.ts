import type { Capture } from "#domain/capture.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { captureSelect, captureView } from "#server/views/capture.ts";

/** What was fetched, without its bytes. NOT_FOUND where there is none, or it is no more. */
export async function readCapture(actor: Actor, captureId: string): Promise<Capture> {
  authorise(actor, "article.read");
  return await loadCapture(db(), captureId);
}

/** As `readCapture`, inside a command's transaction. */
export async function loadCapture(tx: Db, captureId: string): Promise<Capture> {
  const row = await tx.capture.findUnique({ where: { id: captureId }, select: captureSelect });
  if (!row) throw new Refusal("NOT_FOUND");
  const [size] = await tx.$queryRaw<{ bytes: number }[]>`
    SELECT length(bytes) AS bytes FROM "Capture" WHERE id = ${captureId}::uuid`;
  return captureView(row, size?.bytes ?? 0);
}

/** The bytes that came. */
export async function readCaptureBytes(actor: Actor, captureId: string): Promise<Uint8Array<ArrayBuffer>> {
  authorise(actor, "article.read");
  const row = await db().capture.findUnique({ where: { id: captureId }, select: { bytes: true } });
  if (!row) throw new Refusal("NOT_FOUND");
  return row.bytes;
}
