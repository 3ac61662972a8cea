import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The header a request's id is taken from and answered in. */
export const REQUEST_ID_HEADER = "x-request-id";

/** UUIDs, trace ids, and what Caddy, nginx, Envoy and the large clouds send. */
const SHAPE = /^[A-Za-z0-9][A-Za-z0-9._:=/+-]{7,127}$/;

/**
 * What a request is called in every line of the log about it: as a proxy of ours called it where it did, else a new UUID.
 * From anybody else nothing is taken: they could make their request look like another one in the log.
 *
 * @param proxies how many proxies in front of us are ours
 */
export function requestIdOf({ headers }: IncomingMessage, proxies: number): string {
  const told = headers[REQUEST_ID_HEADER];
  return proxies > 0 && typeof told === "string" && SHAPE.test(told) ? told : randomUUID();
}
