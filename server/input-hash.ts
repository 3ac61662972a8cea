import { createHmac, type Hmac } from "node:crypto";

/**
 * What of a call's input is kept to know it again: HMAC-SHA-256, hex. Under the installation's secret, because an input
 * may hold a password, and a plain hash of one can be guessed at by whoever reads the table. The order of keys does not
 * count, and a file is its name, its type and its bytes.
 */
export async function inputHash(input: unknown, secret: string): Promise<string> {
  const hmac = createHmac("sha256", secret);
  await take(hmac, input);
  return hmac.digest("hex");
}

/** Each value with its kind and length before it, so that no two inputs read alike. */
async function take(hmac: Hmac, value: unknown): Promise<void> {
  if (value instanceof Blob) return await takeFile(hmac, value);
  if (typeof value !== "object" || value === null) return takePlain(hmac, value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  hmac.update(`${Array.isArray(value) ? "list" : "object"}:${entries.length};`);
  for (const [key, each] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    takePlain(hmac, key);
    await take(hmac, each);
  }
}

function takePlain(hmac: Hmac, value: unknown): void {
  const text = String(value);
  hmac.update(`${value === null ? "null" : typeof value}:${text.length};`).update(text);
}

async function takeFile(hmac: Hmac, file: Blob): Promise<void> {
  takePlain(hmac, file instanceof File ? file.name : "");
  takePlain(hmac, file.type);
  hmac.update(`file:${file.size};`).update(new Uint8Array(await file.arrayBuffer()));
}
