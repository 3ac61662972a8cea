import type { ServerResponse } from "node:http";

/**
 * Gives `response` each of `defaults` that nothing else has given it by the time its head is written. So whatever answers,
 * Next's own errors and files included, answers with them; what says a header of its own keeps it.
 */
export function withDefaultHeaders(
  response: ServerResponse,
  defaults: Readonly<Record<string, string>>,
): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    const own = namesIn(given.at(-1));
    for (const [name, value] of Object.entries(defaults))
      if (!response.hasHeader(name) && !own.has(name.toLowerCase())) response.setHeader(name, value);
    return writeHead(...given);
  };
}

/** The names among the headers `writeHead` was given: an object, or a list of names and values in turn. */
function namesIn(headers: unknown): Set<string> {
  if (typeof headers !== "object" || headers === null) return new Set();
  const names = Array.isArray(headers)
    ? headers.flat().filter((_, index) => index % 2 === 0)
    : Object.keys(headers);
  return new Set(names.map((name) => String(name).toLowerCase()));
}
