import type { IncomingMessage } from "node:http";

/** The headers of a Node request as the web's `Headers`, repeated ones joined. */
export function requestHeaders({ headers }: IncomingMessage): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const one of [value ?? []].flat()) result.append(name, one);
  return result;
}
