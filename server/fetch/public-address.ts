import ipaddr from "ipaddr.js";

/**
 * Clouds tell whoever asks at these addresses who the machine is and what it may do. They lie in ranges that are refused
 * anyway; nothing may open them, not even a desk that allows addresses of its own network.
 */
const METADATA = new Set([
  "169.254.169.254",
  "fd00:ec2::254",
  "100.100.100.200",
  "168.63.129.16",
  "192.0.0.192",
]);

/** All that is routed on the public internet under IPv6 lies in here (IANA, "IPv6 Global Unicast Address Space"). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** RFC 9637; younger than the library's table. */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR("3fff::/20");

/**
 * Whether `address`, as a resolver answers it, is one of the public internet. The default is no: private, loopback,
 * link-local, shared, multicast, reserved and documentation addresses are none (IANA's special-purpose registries), nor
 * are IPv6 addresses that carry an IPv4 one (mapped, NAT64, 6to4, Teredo): where they lead is not ours to see.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (!parsed || METADATA.has(parsed.toString()) || parsed.range() !== "unicast") return false;
  if (parsed instanceof ipaddr.IPv4) return true;
  return parsed.match(GLOBAL_UNICAST) && !parsed.match(DOCUMENTATION);
}

/**
 * Whether a desk may open `address` to itself by naming its host. Not what a cloud or a network card answers to: there
 * is no article at a link-local or metadata address.
 */
export function isAllowableAddress(address: string): boolean {
  const parsed = parse(address);
  if (!parsed) return false;
  const plain =
    parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
  const range = plain.range();
  return (
    !METADATA.has(plain.toString()) && range !== "linkLocal" && range !== "multicast" && range !== "broadcast"
  );
}

/** Null for what is no address in its usual spelling: `0177.0.0.1` and `2130706433` are names for it, not addresses. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = address.replace(/%.*$/, "");
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  return ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare) : null;
}
