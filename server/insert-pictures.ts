import type { Db } from "./db.ts";
import type { KeptPicture } from "./import/kept-pictures.ts";

/** Keeps pictures in the transaction of what shows them. One that is here already is left as it is. */
export async function insertPictures(tx: Db, pictures: readonly KeptPicture[]): Promise<void> {
  if (pictures.length === 0) return;
  await tx.picture.createMany({
    data: pictures.map(({ sha256, mediaType, bytes }) => ({
      sha256,
      mediaType,
      bytes: new Uint8Array(bytes),
    })),
    skipDuplicates: true,
  });
}
