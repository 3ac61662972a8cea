import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Refusal } from "#domain/error.ts";
import { failed } from "./fetch-failure.ts";

/** By the names of RFC 9110, section 8.4.1; we ask for gzip and br only. */
const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The whole body with its content encoding undone.
 *
 * @param limit in bytes, of what comes out: a small answer that unpacks into a large one is stopped where it gets large
 * @throws Refusal FETCH_TOO_LARGE, FETCH_FAILED (an encoding nobody asked for); Node's error where the line breaks
 */
export async function readBody(
  response: IncomingMessage,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Refusal("FETCH_TOO_LARGE", { limit });
  const decoder = decoderOf(response.headers["content-encoding"]);
  if (Number(response.headers["content-length"]) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const gather = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > limit) throw tooLarge();
      chunks.push(chunk);
    }
  };
  try {
    await (decoder
      ? pipeline(response, decoder, gather, { signal })
      : pipeline(response, gather, { signal }));
  } catch (error) {
    // The streams that are ended because of it complain in words of their own, and may be heard first.
    throw bytes > limit ? tooLarge() : error;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Null where nothing is to be undone. Packed twice is packed by nobody we know. */
function decoderOf(header: string | undefined): Transform | null {
  const names = (header ?? "").toLowerCase().split(/[\s,]+/);
  const [name, ...more] = names.filter((one) => one !== "" && one !== "identity");
  if (name === undefined) return null;
  const decoder = DECODERS[name];
  if (more.length > 0 || !decoder) throw failed("encoding");
  return decoder();
}
