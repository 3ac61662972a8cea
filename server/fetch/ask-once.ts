import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { isIPv6, type LookupFunction } from "node:net";
import { failed } from "./fetch-failure.ts";
import type { FetchTarget } from "./fetch-target.ts";

/** In bytes, all header lines together. */
const HEADER_LIMIT = 32 * 1024;

/** Answers before the answer (1xx): early hints come once or twice, more are a way to keep us waiting. */
const INTERIM_LIMIT = 20;

/** Says who asks and nothing about the desk: an outlet need not learn which newsroom looks at it. */
const USER_AGENT = "Uratori/1.0 (fact-checking workbench; fetches an article when a person asks)";

const HEADERS = {
  "user-agent": USER_AGENT,
  accept: "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.5",
  "accept-encoding": "gzip, br",
  "accept-language": "ja, en;q=0.7, *;q=0.3",
};

/**
 * One GET over a connection of its own, to one of the target's addresses: the name is not looked up again, so it can't
 * mean another machine by then. Nothing is sent that the page could know us by: no cookie, no referrer.
 * The answer's body is not read yet.
 */
export function askOnce(
  { url, addresses }: FetchTarget,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((answer, fail) => {
    const asked = request(url, {
      agent: false,
      lookup: pinnedTo(addresses),
      headers: { ...HEADERS, ...headers },
      maxHeaderSize: HEADER_LIMIT,
      signal,
    });
    asked.once("response", answer);
    asked.once("error", fail);
    // Node hands the line over and says nothing more of the request, not even when its signal ends it.
    asked.once("upgrade", (_response, socket) => {
      socket.destroy();
      fail(failed("protocol"));
    });
    let interim = 0;
    asked.on("information", () => {
      interim += 1;
      if (interim > INTERIM_LIMIT) asked.destroy(failed("protocol"));
    });
    asked.end();
  });
}

/** What Node calls instead of its own look-up. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_hostname, options, done) => {
    const [first] = known;
    if (options.all) done(null, known);
    else if (first) done(null, first.address, first.family);
  };
}
