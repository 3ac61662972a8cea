import type { IncomingMessage } from "node:http";
import { Refusal } from "#domain/error.ts";
import { parsedUrl } from "#domain/parsed-url.ts";
import { env } from "#server/env.ts";
import { inTime } from "#server/in-time.ts";
import { measured } from "#server/observe/measured.ts";
import { askOnce } from "./ask-once.ts";
import { contentTypeOf } from "./content-type.ts";
import { failed, fetchFailure } from "./fetch-failure.ts";
import { fetchableUrl, type Resolve, refused, targetOf } from "./fetch-target.ts";
import { machineLookUps } from "./look-ups.ts";
import { readBody } from "./read-body.ts";

/** For everything together: look-ups, redirects, the whole body. */
const TIME_LIMIT_MS = 20_000;
const MAX_REDIRECTS = 5;
/** Of the body once unpacked: what an article may weigh when it comes in. */
const SIZE_LIMIT = 5 * 1024 * 1024;

const fromMachine: Resolve = (hostname) => machineLookUps.addressesOf(hostname);

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What an earlier fetch was told to ask with, so that an unchanged page need not be sent again. */
export interface Validators {
  /** The address that told: nobody else is asked with them. */
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export interface FetchOptions {
  /** Which media types are of use, by name and by the address they come from. */
  isWanted: (mediaType: string, url: URL) => boolean;
  /** When the person who asked goes away. */
  signal?: AbortSignal;
  validators?: Validators | null;
  /** How names become addresses; the machine's own way. */
  resolve?: Resolve;
  /** `host:port` of what the desk opened to itself; URATORI_FETCH_ALLOW. */
  allowed?: ReadonlySet<string>;
  timeLimitMs?: number;
}

/** What a server answered. `bytes` is the body with its content encoding undone. */
export interface Fetched {
  /** As it was asked for, without fragment. */
  url: string;
  /** The one that answered, after redirects. */
  finalUrl: string;
  status: number;
  /** Names in small letters; of cookies nothing is kept. */
  headers: Record<string, string>;
  mediaType: string;
  charset: string | null;
  bytes: Uint8Array<ArrayBuffer>;
  fetchedAt: Date;
}

/**
 * Fetches `address` for a person, or answers null where `validators` still hold (304). Whatever the address, only
 * machines of the public internet are asked, at the ports of the web, and within limits of time, size and redirects; every
 * redirect is a new address and is looked at as such. One that leads from https to http is refused: what was asked for in
 * safety would be taken from whoever stands on the line.
 *
 * @throws Refusal FETCH_ADDRESS_REFUSED, FETCH_FAILED, FETCH_STATUS, FETCH_TIMEOUT, FETCH_TOO_LARGE, FETCH_TYPE
 */
export async function fetchAddress(address: string, options: FetchOptions): Promise<Fetched | null> {
  const deadline = AbortSignal.timeout(options.timeLimitMs ?? TIME_LIMIT_MS);
  const signal = AbortSignal.any([deadline, ...(options.signal ? [options.signal] : [])]);
  return await measured("fetch", "address", async () => {
    try {
      // A look-up can't be broken off, and a server may find a way to keep a request that was.
      return await inTime(follow(address, { ...options, signal }), signal);
    } catch (error) {
      if (deadline.aborted) throw new Refusal("FETCH_TIMEOUT");
      throw options.signal?.aborted ? failed("cancelled") : fetchFailure(error);
    }
  });
}

async function follow(
  address: string,
  options: FetchOptions & { signal: AbortSignal },
): Promise<Fetched | null> {
  const { signal, resolve = fromMachine, allowed = env().URATORI_FETCH_ALLOW } = options;
  const first = fetchableUrl(address, allowed);
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const target = await targetOf(url, resolve, allowed);
    signal.throwIfAborted();
    const response = await askOnce(target, conditions(url, options.validators), signal);
    const next = redirectOf(response, url);
    if (!next) return await taken(response, first, url, options);
    response.destroy();
    const allowedNext = fetchableUrl(next, allowed);
    if (url.protocol === "https:" && allowedNext.protocol === "http:") throw refused("downgrade");
    url = allowedNext;
  }
  throw failed("redirects");
}

async function taken(
  response: IncomingMessage,
  first: URL,
  url: URL,
  { isWanted, signal, validators }: FetchOptions & { signal: AbortSignal },
): Promise<Fetched | null> {
  try {
    const { statusCode: status = 0 } = response;
    if (status === 304 && validators) return null;
    if (status !== 200 && status !== 203) throw new Refusal("FETCH_STATUS", { status });
    const { mediaType, charset } = contentTypeOf(response.headers["content-type"]);
    if (!isWanted(mediaType, url)) throw new Refusal("FETCH_TYPE", { mediaType });
    return {
      url: first.href,
      finalUrl: url.href,
      status,
      headers: keptHeaders(response),
      mediaType,
      charset,
      bytes: await readBody(response, SIZE_LIMIT, signal),
      fetchedAt: new Date(),
    };
  } finally {
    response.destroy();
  }
}

/** Null where the answer is no redirect. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (!REDIRECTS.has(statusCode)) return null;
  // Node reads headers byte by byte; a server that doesn't escape its addresses writes UTF-8.
  const location = Buffer.from(headers.location ?? "", "latin1").toString("utf8");
  const to = location === "" ? null : parsedUrl(location, from.href);
  if (!to) throw failed("redirects");
  return to;
}

function conditions(url: URL, validators: Validators | null | undefined): Record<string, string> {
  if (!validators || validators.url !== url.href) return {};
  const { etag, lastModified } = validators;
  return {
    ...(etag !== null && { "if-none-match": etag }),
    ...(lastModified !== null && { "if-modified-since": lastModified }),
  };
}

const COOKIES = new Set(["set-cookie", "set-cookie2"]);

function keptHeaders({ headersDistinct }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headersDistinct).filter(([name]) => !COOKIES.has(name));
  return Object.fromEntries(kept.map(([name, values = []]) => [name, values.join(", ")]));
}
