import { Refusal } from "#domain/error.ts";

/** Why nothing came; `data.reason` of FETCH_FAILED. */
export type FetchFailure =
  | "name" // there is no such host
  | "connection" // nobody answers there, or the line broke
  | "certificate" // the server can't prove to be the one it is said to be
  | "redirects" // too many, in a circle, or to nowhere
  | "encoding" // the answer is packed in a way nobody can undo
  | "protocol" // what came is not HTTP
  | "cancelled"; // the person who asked went away

export const failed = (reason: FetchFailure): Refusal => new Refusal("FETCH_FAILED", { reason });

const BY_CODE: readonly [pattern: RegExp, reason: FetchFailure][] = [
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|EBADNAME)$/, "name"],
  [
    /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH)/,
    "certificate",
  ],
  [/^(?:Z_|ERR_ZLIB|ERR_BROTLI|ERR__ERROR_FORMAT)/, "encoding"],
  [/^(?:HPE_|ERR_HTTP)/, "protocol"],
];

/** The refusal for what Node says went wrong. A refusal stays what it is. */
export function fetchFailure(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return failed(BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? "connection");
}
