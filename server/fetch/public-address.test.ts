import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowableAddress, isPublicAddress } from "./public-address.ts";

describe("addresses that no page may be fetched from", () => {
  it.each([
    ["this network", "0.0.0.0", "0.1.2.3", "0.255.255.255"],
    ["private 10/8", "10.0.0.0", "10.1.2.3", "10.255.255.255"],
    ["shared 100.64/10", "100.64.0.0", "100.100.100.200", "100.127.255.255"],
    ["loopback", "127.0.0.1", "127.1.2.3", "127.255.255.255"],
    ["link-local and metadata", "169.254.0.0", "169.254.169.254", "169.254.255.255"],
    ["private 172.16/12", "172.16.0.0", "172.20.1.1", "172.31.255.255"],
    ["protocol assignments", "192.0.0.0", "192.0.0.192", "192.0.0.255"],
    ["documentation", "192.0.2.1", "198.51.100.7", "203.0.113.255"],
    ["6to4 relays", "192.88.99.1"],
    ["private 192.168/16", "192.168.0.0", "192.168.1.1", "192.168.255.255"],
    ["benchmarks", "198.18.0.0", "198.19.255.255"],
    ["multicast", "224.0.0.1", "239.255.255.255"],
    ["reserved", "240.0.0.0", "254.1.2.3"],
    ["broadcast", "255.255.255.255"],
    ["the platform's own wire", "168.63.129.16"],
    ["unspecified", "::", "0:0:0:0:0:0:0:0"],
    ["loopback of IPv6", "::1", "0000::0001"],
    ["unique local", "fc00::1", "fd00:ec2::254", "fdff:ffff::1"],
    ["link-local of IPv6", "fe80::1", "fe80::1%eth0", "febf::1"],
    ["site-local", "fec0::1", "feff::1"],
    ["multicast of IPv6", "ff02::1", "ff0e::1"],
    ["mapped", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:8.8.8.8", "::ffff:169.254.169.254"],
    ["compatible", "::127.0.0.1", "::8.8.8.8"],
    ["translated", "::ffff:0:127.0.0.1"],
    ["NAT64", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::a00:1"],
    ["6to4", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:808:808::"],
    ["Teredo", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["benchmarks of IPv6", "2001:2::1"],
    ["ORCHID", "2001:10::1", "2001:20::1"],
    ["documentation of IPv6", "2001:db8::1", "3fff::1", "3fff:fff::1"],
    ["discard", "100::1"],
    ["segment routing", "5f00::1"],
    ["unassigned", "4000::1", "8000::1", "1::1"],
    ["no address at all", "", "localhost", "example.jp", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1"],
    ["leading noughts", "08.8.8.8", "127.000.000.001"],
    ["signs around", " 8.8.8.8", "8.8.8.8 ", "[::1]", "8.8.8.8/8"],
  ])("%s", (_name, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

it.each([
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.255.255",
  "169.255.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2400:4000::1",
  "2606:4700::6810:84e5",
  "2a00:1450:4001::1",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet);
const hex = (high: number, low: number) => ((high << 8) | low).toString(16);

it("believes no IPv4 address behind an IPv6 one", () => {
  fc.assert(
    fc.property(ipv4, ([a, b, c, d]) => {
      const tail = `${hex(a, b)}:${hex(c, d)}`;
      for (const carrier of [`::ffff:${tail}`, `::${tail}`, `64:ff9b::${tail}`, `2002:${tail}::1`])
        expect(isPublicAddress(carrier)).toBe(false);
    }),
  );
});

/** The special ranges once more, as arithmetic. */
const isSpecial = ([a, b, c]: readonly [number, number, number, number]): boolean =>
  [0, 10, 127].includes(a) ||
  a >= 224 ||
  (a === 100 && b >= 64 && b < 128) ||
  (a === 169 && b === 254) ||
  (a === 172 && b >= 16 && b < 32) ||
  (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) ||
  (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
  (a === 203 && b === 0 && c === 113);

it("never takes a special IPv4 address for a public one", () => {
  fc.assert(
    fc.property(ipv4.filter(isSpecial), (octets) => {
      expect(isPublicAddress(octets.join("."))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

it("takes an IPv6 address outside 2000::/3 for no public one", () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const outside = group.filter((first) => first >> 13 !== 1);
  fc.assert(
    fc.property(outside, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) => {
      const address = [first, ...rest].map((part) => part.toString(16)).join(":");
      expect(isPublicAddress(address)).toBe(false);
    }),
  );
});

describe("what a desk may open to itself", () => {
  it.each(["127.0.0.1", "10.0.0.7", "192.168.1.1", "::1", "fd00::7", "::ffff:10.0.0.7", "8.8.8.8"])(
    "%s",
    (address) => expect(isAllowableAddress(address)).toBe(true),
  );

  it.each([
    "169.254.169.254",
    "169.254.1.1",
    "fe80::1",
    "fd00:ec2::254",
    "::ffff:169.254.169.254",
    "224.0.0.1",
    "x",
  ])("never %s", (address) => expect(isAllowableAddress(address)).toBe(false));
});
