import { isIP } from "node:net";
import { Refusal } from "#domain/error.ts";
import { isAllowableAddress, isPublicAddress } from "./public-address.ts";

/** Answers every address of a host name; rejects with Node's error where there is none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Where one request goes: the address it names, and the only machines it may be sent to. */
export interface FetchTarget {
  url: URL;
  addresses: readonly string[];
}

/** Ports at which the web is served. Anything else is a service of another kind that answers to whoever asks. */
const PORTS = new Set(["80", "443"]);

/** Why an address is not opened; `data.reason` of FETCH_ADDRESS_REFUSED. */
export type RefusedAddress = "scheme" | "credentials" | "port" | "private" | "downgrade";

/**
 * An address as it is asked for: http or https, without fragment and without the trailing dot of its host.
 *
 * @param allowed `host:port` of what the desk opened to itself; any port is as good there
 * @throws Refusal FETCH_ADDRESS_REFUSED
 */
export function fetchableUrl(address: string | URL, allowed: ReadonlySet<string>): URL {
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused("scheme");
  if (url.username !== "" || url.password !== "") throw refused("credentials");
  url.hash = "";
  url.hostname = url.hostname.replace(/\.+$/, "");
  if (!PORTS.has(portOf(url)) && !allowed.has(hostAndPort(url))) throw refused("port");
  return url;
}

/**
 * Looks `url`'s host up, once: what is asked afterwards goes to the addresses that were checked here and to no others. A
 * host with a single address that may not be asked is refused as a whole.
 *
 * @throws Refusal FETCH_ADDRESS_REFUSED, or what `resolve` throws
 */
export async function targetOf(
  url: URL,
  resolve: Resolve,
  allowed: ReadonlySet<string>,
): Promise<FetchTarget> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await resolve(host);
  const mayAsk = allowed.has(hostAndPort(url)) ? isAllowableAddress : isPublicAddress;
  if (addresses.length === 0 || !addresses.every(mayAsk)) throw refused("private");
  return { url, addresses };
}

export const refused = (reason: RefusedAddress): Refusal => new Refusal("FETCH_ADDRESS_REFUSED", { reason });

const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");
const hostAndPort = (url: URL): string => `${url.hostname}:${portOf(url)}`;
