import type { IncomingMessage } from "node:http";

/**
 * Makes the `X-Forwarded-…` headers of a request mean what the rest of the server takes them for. Our own step is
 * appended to the chain of addresses, as any proxy would; host and protocol are only left in when a proxy of ours is
 * there to have set them, because otherwise the caller did.
 *
 * @param proxies how many proxies in front of us are ours
 */
export function settleForwarded({ headers, socket }: IncomingMessage, proxies: number): void {
  const told = [headers["x-forwarded-for"]].flat().filter(Boolean).join(", ");
  const caller = socket.remoteAddress ?? "unknown";
  headers["x-forwarded-for"] = told ? `${told}, ${caller}` : caller;
  if (proxies > 0) return;
  delete headers["x-forwarded-host"];
  delete headers["x-forwarded-proto"];
  delete headers["x-forwarded-port"];
  delete headers.forwarded;
}
