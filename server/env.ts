import { z } from "zod";
import { type GroupRoles, parseGroupRoles } from "#domain/group-role.ts";

/**
 * The environment, read and checked here and nowhere else. Everything a desk can set is in this list;
 * `docs` may repeat it, code may not.
 */

const MIN_SECRET_LENGTH = 32;
/** A random secret of 32 hexadecimal digits has fewer than 8 different ones about once in two million. */
const MIN_DIFFERENT_CHARACTERS = 8;
const PLACEHOLDERS = /change|secret|password|example|12345678|abcdefgh|qwerty/i;

const secret = z
  .string({ error: "must be given: at least 32 random characters, e.g. from `openssl rand -base64 33`" })
  .min(
    MIN_SECRET_LENGTH,
    "is too short: at least 32 random characters are needed, e.g. from `openssl rand -base64 33`",
  )
  .refine(
    (value) =>
      new Set(value).size >= MIN_DIFFERENT_CHARACTERS && !PLACEHOLDERS.test(value) && !repeats(value),
    "is too easy to guess: take a random one, e.g. from `openssl rand -base64 33`",
  );

/** `abcabcabc…` has many different characters and is still a pattern. */
function repeats(value: string): boolean {
  return (value + value).indexOf(value, 1) <= value.length / 2;
}

const databaseUrl = z
  .string({
    error:
      "must be given: the address of a PostgreSQL database, e.g. postgresql://user:password@host:5432/uratori",
  })
  .refine((value) => /^postgres(ql)?:\/\/./.test(value), "must start with postgresql://");

const publicUrl = z
  .string({ error: "must be given: the address people type, e.g. https://uratori.example.jp" })
  .refine(
    (value) => isOrigin(value),
    "must be an http or https address without a path, e.g. https://uratori.example.jp",
  )
  .transform((value) => new URL(value).origin);

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const bare = url.pathname === "/" && !url.search && !url.hash && !url.username;
  return bare && (url.protocol === "https:" || url.protocol === "http:");
}

const yesOrNo = z
  .enum(["0", "1"], { error: "must be 1 (yes) or 0 (no)" })
  .default("0")
  .transform((value) => value === "1");

const port = z.coerce
  .number({ error: "must be a number from 1 to 65535" })
  .int("must be a number from 1 to 65535")
  .min(1, "must be a number from 1 to 65535")
  .max(65_535, "must be a number from 1 to 65535");

const smtpUrl = z
  .string()
  .refine(
    (value) => /^smtps?:\/\/./.test(value) && URL.canParse(value),
    "must be the address of a mail server, e.g. smtps://user:password@mail.example.jp:465",
  );

/** An address, bare or with a name before it; no line break may enter a header. */
const mailFrom = z
  .string()
  .regex(
    /^(?:[^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/,
    "must be a mail address, e.g. Uratori <desk@uratori.example.jp>",
  );

/**
 * Hosts of the desk's own network, e.g. `cms.example.local:8080, [fd00::7]:80`: each with its port, lower-cased, as `URL`
 * spells them.
 */
const hostsAndPorts = z
  .string()
  .default("")
  .transform((value) => value.split(/[\s,]+/).filter((entry) => entry !== ""))
  .refine(
    (entries) =>
      entries.every((entry) => /^[^/?#@*\\]+:\d{1,5}$/.test(entry) && URL.canParse(`http://${entry}`)),
    "must be a list of hosts with their ports, e.g. cms.example.local:8080",
  )
  .transform((entries) => {
    const asUrls = entries.map((entry) => new URL(`http://${entry}`));
    return new Set(asUrls.map(({ hostname, port }) => `${hostname.replace(/\.+$/, "")}:${port || "80"}`));
  });

const otlpAddress = z
  .string()
  .refine(
    (value) => /^https?:\/\/./.test(value) && URL.canParse(value),
    "must be the http or https address of an OpenTelemetry collector, e.g. http://localhost:4318",
  );

/** As the OpenTelemetry specification has it: `name=value` by commas, values percent-encoded. */
const otlpHeaders = z
  .string()
  .default("")
  .transform((value) => value.split(",").filter((pair) => pair.trim() !== ""))
  .refine(
    (pairs) => pairs.every((pair) => /^\s*[\w-]+\s*=/.test(pair) && !/%(?![0-9a-f]{2})/i.test(pair)),
    "must be a list of headers, e.g. authorization=Bearer%20TOKEN,x-desk=tokyo",
  )
  .transform((pairs) =>
    Object.fromEntries(
      pairs.map((pair): [string, string] => {
        const equals = pair.indexOf("=");
        return [pair.slice(0, equals).trim(), decodeURIComponent(pair.slice(equals + 1).trim())];
      }),
    ),
  );

const RATIO_FAULT = "must be the share of requests to trace, from 0 to 1";
/** Reached from this machine alone. */
const LOOPBACK = "127.0.0.1";
const groupRoles = z.string().transform((value, context): GroupRoles => {
  const roles = parseGroupRoles(value);
  if (roles) return roles;
  context.addIssue({
    code: "custom",
    message:
      "must be a list of groups and roles (viewer, editor, reviewer, admin), e.g. desk-admins=admin,desk=editor; " +
      "semicolons separate where a group's name holds commas",
  });
  return z.NEVER;
});

const DIGEST_FAULT = "must be a number of minutes from 1 to 1440";

const environment = z
  .object({
    /** `production` serves a build, `development` compiles on the fly, `test` is what vitest sets. */
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    /** Where the web server listens. */
    PORT: port.default(3000),
    /** The network interface it listens on; all of them when absent, except for a demo, whose passwords are published. */
    HOST: z.string().min(1).optional(),
    /** Where the build lies, from the product's folder. */
    NEXT_DIST_DIR: z.string().min(1).default(".next"),
    /** PostgreSQL 14 or later. `npm start` fills it in for the embedded one. */
    DATABASE_URL: databaseUrl,
    /** Signs sessions. Changing it signs everybody out. */
    URATORI_SECRET: secret,
    /** The public origin: links, cookies and the check of a write's origin follow it. */
    URATORI_URL: publicUrl,
    /** Set by the start for the embedded database only: demo sign-ins are shown and no set-up token is asked for. */
    URATORI_DEMO: yesOrNo,
    /** Sign-in with an OpenID Connect provider: all of the first three, or none. */
    OIDC_ISSUER: z.url({ error: "must be the provider's https address" }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    /** What the sign-in button calls the provider. */
    OIDC_NAME: z.string().min(1).optional(),
    /** What the provider is asked to tell; some tell groups only when asked for `groups`. */
    OIDC_SCOPES: z
      .string()
      .regex(/^openid( [^\s"\\]+)*$/, "must begin with openid, e.g. openid email profile groups")
      .default("openid email profile"),
    /**
     * The provider's own address again, where it never says `email_verified` and an admin of it, not the person, sets
     * addresses. Naming it keeps this trust from passing to the next provider. An address that is said to be unverified
     * is believed in no case.
     */
    OIDC_TRUST_EMAIL: z.url({ error: "must be the provider's address, as in OIDC_ISSUER" }).optional(),
    /** Which groups of the provider give which role, e.g. `desk-admins=admin,desk=editor`; without it, admins give roles. */
    OIDC_ROLES: groupRoles.optional(),
    /** The claim that holds a person's groups, by its name or by a path of names with dots between. */
    OIDC_GROUPS_CLAIM: z.string().min(1).default("groups"),
    /** Sends the inbox by mail, as digests; without it, nothing is mailed. */
    SMTP_URL: smtpUrl.optional(),
    /** Who mail comes from, e.g. `Uratori <desk@example.jp>`; must be given with SMTP_URL. */
    MAIL_FROM: mailFrom.optional(),
    /** How long news may wait for more of it, so that one mail tells of all, in minutes. */
    MAIL_DIGEST_MINUTES: z.coerce
      .number({ error: DIGEST_FAULT })
      .int(DIGEST_FAULT)
      .min(1, DIGEST_FAULT)
      .max(1_440, DIGEST_FAULT)
      .default(15),
    /**
     * Hosts whose articles may be fetched although they are not on the public internet, such as the newsroom's own
     * system: everybody who may bring articles in can then read what they answer. Nothing by default.
     */
    URATORI_FETCH_ALLOW: hostsAndPorts,
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    /** How many proxies in front of us are ours: that many X-Forwarded-For entries from the right are believed. */
    TRUST_PROXY: z.coerce.number().int().min(0, "must be a number of proxies, 0 or more").max(10).default(0),
    /** Who may read /metrics: whoever sends this as a bearer token. Without it, programs on this machine only. */
    METRICS_TOKEN: secret.optional(),
    /** Where traces go (OTLP over HTTP); without an address nothing is traced and nothing of OpenTelemetry is loaded. */
    OTEL_EXPORTER_OTLP_ENDPOINT: otlpAddress.optional(),
    /** The same for traces alone, whole as it stands; it wins over the one before. */
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: otlpAddress.optional(),
    OTEL_EXPORTER_OTLP_HEADERS: otlpHeaders,
    OTEL_SERVICE_NAME: z.string().min(1).default("uratori"),
    /** The share of requests that are traced, unless whoever called us decided already. */
    OTEL_TRACES_SAMPLER_ARG: z.coerce
      .number({ error: RATIO_FAULT })
      .min(0, RATIO_FAULT)
      .max(1, RATIO_FAULT)
      .default(1),
    OTEL_SDK_DISABLED: z
      .enum(["true", "false"], { error: "must be true or false" })
      .default("false")
      .transform((value) => value === "true"),
  })
  .check((context) => {
    if (context.value.SMTP_URL !== undefined && context.value.MAIL_FROM === undefined)
      context.issues.push({
        code: "custom",
        path: ["MAIL_FROM"],
        input: undefined,
        message: "must be given when SMTP_URL is",
      });
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_TRUST_EMAIL } = context.value;
    if (OIDC_TRUST_EMAIL !== undefined && OIDC_TRUST_EMAIL !== OIDC_ISSUER)
      context.issues.push({
        code: "custom",
        path: ["OIDC_TRUST_EMAIL"],
        input: undefined,
        message: "must be the same as OIDC_ISSUER: trust is for one provider, by name",
      });
    const parts = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
    const absent = Object.entries(parts).filter(([, value]) => value === undefined);
    if (absent.length === 0 || absent.length === 3) return;
    for (const [name] of absent)
      context.issues.push({
        code: "custom",
        path: [name],
        input: undefined,
        message: "must be given when another OIDC_ variable is",
      });
  })
  .transform((value) => ({ ...value, HOST: value.HOST ?? (value.URATORI_DEMO ? LOOPBACK : undefined) }));

export type Env = z.output<typeof environment>;

/** The environment is not fit to run on. The message names every variable that must change, one a line. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Checks a set of variables; an empty one counts as absent, because that is what `X= npm start` means.
 *
 * @throws EnvironmentError naming all faults at once; never quotes a value, which may be a secret
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = environment.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new EnvironmentError([...new Set(faults)].join("\n"));
}

let known: Env | undefined;

/** This process's environment, checked on first use so that a build needs neither database nor secrets. */
export function env(): Env {
  if (!known) {
    known = parseEnv(process.env);
    // next-auth reads these two by itself; ours are the only names a desk has to know.
    process.env.NEXTAUTH_URL = known.URATORI_URL;
    process.env.NEXTAUTH_SECRET = known.URATORI_SECRET;
  }
  return known;
}
