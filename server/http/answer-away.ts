import type { IncomingMessage, ServerResponse } from "node:http";
import { API_PREFIX } from "#contract/api.ts";
import { errorMessage } from "#server/api/error-message.ts";
import { AWAY_RETRY_SECONDS, isDatabaseAway } from "#server/database-presence.ts";
import { readerLocale } from "./reader-locale.ts";
import { refuseRequest } from "./refusal.ts";

/** What does without the database: how the process and the database are, and files that are the same for everybody. */
const WITHOUT_DATABASE = /^\/(?:healthz|readyz|metrics|_next\/|pdf-parts\/|favicon\.ico)/;

/** How soon a page that could not be shown asks again by itself, in seconds. */
const RELOAD_SECONDS = 5;

/**
 * Answers 503 with `Retry-After` while the database is known to be away, so that nobody waits for it one by one: JSON to
 * programs, a page that comes back by itself to people.
 *
 * @returns whether it answered
 */
export function answerAway(request: IncomingMessage, response: ServerResponse): boolean {
  if (!isDatabaseAway() || WITHOUT_DATABASE.test(request.url ?? "")) return false;
  response.setHeader("retry-after", AWAY_RETRY_SECONDS);
  if (request.url?.startsWith("/api/") || !request.headers.accept?.includes("text/html")) {
    refuseRequest(request, response, "DATABASE_AWAY", { retryAfter: AWAY_RETRY_SECONDS });
    return true;
  }
  const locale = readerLocale(request.headers);
  response.writeHead(503, { "cache-control": "no-store", "content-type": "text/html; charset=utf-8" });
  response.end(page(errorMessage("DATABASE_AWAY", locale), locale));
  return true;
}

const page = (words: string, locale: string): string =>
  `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta http-equiv="refresh" content="${RELOAD_SECONDS}">` +
  `<meta name="viewport" content="width=device-width"><title>Uratori</title><p>${words}</p></html>`;

/**
 * A page that failed because the database went while it was made leaves as 503 and not as 500: nothing of ours is broken,
 * and proxies and crawlers come again.
 */
export function failAsAway(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith(API_PREFIX)) return;
  const { writeHead } = response;
  response.writeHead = (...given: unknown[]) => {
    if (given[0] === 500 && isDatabaseAway()) {
      given[0] = 503;
      response.statusCode = 503;
      response.setHeader("retry-after", String(AWAY_RETRY_SECONDS));
    }
    return Reflect.apply(writeHead, response, given);
  };
}
