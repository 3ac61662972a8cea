import { expect, test } from "vitest";
import { EnvironmentError, parseEnv } from "./env.ts";

const good = {
  DATABASE_URL: "postgresql://desk:x@db:5432/uratori",
  URATORI_SECRET: "kQ3v9ZrT1mWc7Yb5Ld8Hs2Nf6Pg4Jx0A",
  URATORI_URL: "https://desk.uratori.example",
};

const faults = (changes: Record<string, string | undefined>): string => {
  try {
    parseEnv({ ...good, ...changes });
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
  }
  return "";
};

test("defaults are filled in, an empty variable counts as absent", () => {
  expect(parseEnv({ ...good, PORT: "", NODE_ENV: "production" })).toMatchObject({
    PORT: 3000,
    URATORI_DEMO: false,
    TRUST_PROXY: 0,
    LOG_LEVEL: "info",
  });
});

test.each([
  ["a desk of one's own listens everywhere", {}, undefined],
  ["a demo, whose passwords are published, on this machine alone", { URATORI_DEMO: "1" }, "127.0.0.1"],
  ["a demo where it is told to", { URATORI_DEMO: "1", HOST: "0.0.0.0" }, "0.0.0.0"],
])("%s", (_name, changes, host) => {
  expect(parseEnv({ ...good, ...changes }).HOST).toBe(host);
});

test("everything that is missing is named at once", () => {
  const said = faults({ DATABASE_URL: undefined, URATORI_SECRET: "", URATORI_URL: undefined });
  expect(said).toMatch(
    /DATABASE_URL must be given.*\nURATORI_SECRET must be given.*\nURATORI_URL must be given/,
  );
});

test.each([
  ["short", "kQ3v9ZrT1mWc7Yb5", "too short"],
  ["one character", "a".repeat(40), "too easy"],
  ["repeating", "abcd1234efgh5678".repeat(2), "too easy"],
  ["a placeholder", "please-change-me-9f3b61c7d2e84a05", "too easy"],
])("a weak secret is refused and never quoted: %s", (_name, secret, said) => {
  const message = faults({ URATORI_SECRET: secret });
  expect(message).toContain(`URATORI_SECRET is ${said}`);
  expect(message).not.toContain(secret);
});

test.each([
  ["DATABASE_URL", "mysql://db/uratori"],
  ["URATORI_URL", "desk.uratori.example"],
  ["URATORI_URL", "https://desk.uratori.example/path"],
  ["URATORI_URL", "ftp://desk.uratori.example"],
  ["PORT", "70000"],
  ["PORT", "http"],
  ["LOG_LEVEL", "loud"],
  ["TRUST_PROXY", "-1"],
  ["URATORI_DEMO", "yes"],
  ["SMTP_URL", "mail.example.jp:25"],
  ["SMTP_URL", "https://mail.example.jp"],
  ["MAIL_FROM", "the desk"],
  ["MAIL_FROM", "Desk <desk@example.jp>\r\nBcc: all@example.jp"],
  ["MAIL_DIGEST_MINUTES", "0"],
  ["MAIL_DIGEST_MINUTES", "soon"],
  ["OIDC_ROLES", "desk=chief"],
  ["OIDC_ROLES", "desk"],
  ["OIDC_SCOPES", "email profile"],
  ["OIDC_TRUST_EMAIL", "https://login.uratori.example"],
  ["URATORI_FETCH_ALLOW", "cms.example"],
  ["URATORI_FETCH_ALLOW", "http://cms.example:80"],
  ["URATORI_FETCH_ALLOW", "*:80"],
  ["URATORI_FETCH_ALLOW", "cms.example:80/path"],
  ["URATORI_FETCH_ALLOW", "user@cms.example:80"],
  ["URATORI_FETCH_ALLOW", "cms.example:99999"],
  ["METRICS_TOKEN", "short"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
  ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "grpc://collector:4317"],
  ["OTEL_EXPORTER_OTLP_HEADERS", "Bearer x"],
  ["OTEL_EXPORTER_OTLP_HEADERS", "a=%zz"],
  ["OTEL_TRACES_SAMPLER_ARG", "2"],
  ["OTEL_TRACES_SAMPLER_ARG", "some"],
  ["OTEL_SDK_DISABLED", "1"],
])("%s=%s is refused by name", (name, value) => {
  expect(faults({ [name]: value })).toMatch(new RegExp(`^${name} `));
});

test("mail needs a sender", () => {
  const SMTP_URL = "smtp://mail.example.jp:25";
  expect(faults({ SMTP_URL })).toBe("MAIL_FROM must be given when SMTP_URL is");
  expect(parseEnv({ ...good, SMTP_URL, MAIL_FROM: "校閲 <desk@example.jp>" })).toMatchObject({
    SMTP_URL,
    MAIL_DIGEST_MINUTES: 15,
  });
});

test("hosts of the desk's own network are named one by one, and none are by default", () => {
  expect(parseEnv(good).URATORI_FETCH_ALLOW).toEqual(new Set());
  const URATORI_FETCH_ALLOW = "CMS.example.:8080, [FD00::7]:80 127.0.0.1:4000";
  expect(parseEnv({ ...good, URATORI_FETCH_ALLOW }).URATORI_FETCH_ALLOW).toEqual(
    new Set(["cms.example:8080", "[fd00::7]:80", "127.0.0.1:4000"]),
  );
});

test("OpenID Connect is given whole or not at all", () => {
  const issuer = { OIDC_ISSUER: "https://login.uratori.example" };
  expect(faults(issuer)).toBe(
    "OIDC_CLIENT_ID must be given when another OIDC_ variable is\nOIDC_CLIENT_SECRET must be given when another OIDC_ variable is",
  );
  expect(parseEnv({ ...good, ...issuer, OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" })).toMatchObject(
    issuer,
  );
});

test("headers for a collector are read as OpenTelemetry writes them", () => {
  const given = { OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20a=b, x-desk = tokyo" };
  expect(parseEnv({ ...good, ...given }).OTEL_EXPORTER_OTLP_HEADERS).toEqual({
    authorization: "Bearer a=b",
    "x-desk": "tokyo",
  });
  expect(parseEnv(good).OTEL_EXPORTER_OTLP_HEADERS).toEqual({});
});

test("an identity provider is trusted by name, and by no other", () => {
  const oidc = { OIDC_ISSUER: "https://login.uratori.example", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
  expect(faults({ ...oidc, OIDC_TRUST_EMAIL: "https://old.uratori.example" })).toBe(
    "OIDC_TRUST_EMAIL must be the same as OIDC_ISSUER: trust is for one provider, by name",
  );
  expect(parseEnv({ ...good, ...oidc, OIDC_TRUST_EMAIL: oidc.OIDC_ISSUER })).toMatchObject({
    OIDC_TRUST_EMAIL: oidc.OIDC_ISSUER,
    OIDC_SCOPES: "openid email profile",
    OIDC_GROUPS_CLAIM: "groups",
  });
});
