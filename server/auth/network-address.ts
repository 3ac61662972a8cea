import { isIPv6 } from "node:net";
import { env } from "#server/env.ts";

/**
 * Where a request comes from, for counting failures. Each proxy appends the address it was called from to
 * `X-Forwarded-For`, and so does our own server; what stands left of the proxies that are ours is the caller's word
 * and is not believed. IPv6 callers own whole /64 networks, so these count as one.
 */
export function networkAddress(headers: Headers): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const address = chain.at(-1 - env().TRUST_PROXY) || chain[0] || "unknown";
  return isIPv6(address) ? network64(address) : address;
}

function network64(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4) return v4;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
