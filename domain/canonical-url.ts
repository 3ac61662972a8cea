import { parsedUrl } from "./parsed-url.ts";

/**
 * The form of an address under which two spellings of one page are found to be the same source.
 *
 * Lower-cases scheme and host (the URL parser does), drops `www.`, default ports, a trailing slash, trailing dots of
 * the host, and the parameters that only track readers; sorts what is left; treats http and https as one. A fragment is
 * a place in the page and goes, unless it says which page it is (`#/detail?minId=…`, as the minutes of the Diet have it).
 * Answers null for what is no http(s) address. It is a key for comparing, never an address to open.
 */
export function canonicalUrl(address: string): string | null {
  const url = parsedUrl(address.trim());
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  const host = url.hostname.replace(/\.+$/, "").replace(/^www\./, "");
  const port = url.port ? `:${url.port}` : "";
  const path = url.pathname.replace(/\/{2,}/g, "/").replace(/\/+$/, "");
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name));
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const query = new URLSearchParams(kept).toString();
  const route = ROUTE.test(url.hash) ? url.hash : "";
  return `${host}${port}${path}${query ? `?${query}` : ""}${route}`;
}

/** A fragment that sites made of scripts read as their own address. */
const ROUTE = /^#!?\/./;

const TRACKING = /^(utm_.*|fbclid|gclid|dclid|yclid|msclkid|mc_cid|mc_eid|igshid|_ga|ref_src|cmpid)$/i;
const isTracking = (name: string) => TRACKING.test(name);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
