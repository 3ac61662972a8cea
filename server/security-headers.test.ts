import { expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";

const production = { nonce: "n0nce", development: false, https: true };
const directive = (policy: string, name: string) =>
  policy.split("; ").find((part) => part.startsWith(`${name} `));

it("runs our scripts only, and evaluates nothing", () => {
  const policy = contentSecurityPolicy(production);
  expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
  expect(policy).not.toContain("unsafe-eval");
});

it("names no other host, and lets nobody frame us", () => {
  const policy = contentSecurityPolicy(production);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(directive(policy, "base-uri")).toBe("base-uri 'none'");
  expect(directive(policy, "form-action")).toBe("form-action 'self'");
});

it("lets development reload", () => {
  expect(contentSecurityPolicy({ ...production, development: true })).toContain("'unsafe-eval'");
});

it("speaks of https only where there is https", () => {
  expect(contentSecurityPolicy(production)).toContain("upgrade-insecure-requests");
  expect(contentSecurityPolicy({ ...production, https: false })).not.toContain("upgrade-insecure-requests");
  expect(securityHeaders({ https: true })).toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders({ https: false })).not.toHaveProperty("Strict-Transport-Security");
});
