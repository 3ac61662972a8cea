import { afterEach, expect, it, vi } from "vitest";

const address = async (forwarded: string | null, proxies: number) => {
  vi.stubEnv("URATORI_URL", "https://desk.example.jp");
  vi.stubEnv("URATORI_SECRET", "kP0sZ8vQ4hT2nX6bL1dR9wM3cF7gJ5yA");
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  vi.stubEnv("TRUST_PROXY", String(proxies));
  const { networkAddress } = await import("./network-address.ts");
  return networkAddress(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }));
};

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each([
  ["the one who called us", "203.0.113.9", 0, "203.0.113.9"],
  ["not what the caller claims", "10.0.0.1, 203.0.113.9", 0, "203.0.113.9"],
  ["the one who called our proxy", "203.0.113.9, 10.0.0.1", 1, "203.0.113.9"],
  ["not what the proxy's caller claims", "1.2.3.4, 203.0.113.9, 10.0.0.1", 1, "203.0.113.9"],
  ["the first, where the chain is shorter than our proxies", "203.0.113.9", 2, "203.0.113.9"],
  ["unknown, where nobody says", null, 0, "unknown"],
  ["IPv4 in IPv6 dress", "::ffff:203.0.113.9", 0, "203.0.113.9"],
  ["the whole network of an IPv6 caller", "2001:db8:1:2:3:4:5:6", 0, "2001:db8:1:2::/64"],
  ["the same network, written shortly", "2001:0db8:1:2::9", 0, "2001:db8:1:2::/64"],
  ["this machine", "::1", 0, "0:0:0:0::/64"],
])("%s", async (_name, forwarded, proxies, expected) => {
  expect(await address(forwarded, proxies)).toBe(expected);
});
