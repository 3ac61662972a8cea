/**
 * The strata of the house: who may import whom, and which packages. The default is no, and there is no list of
 * exceptions: a rule that needs one is wrong, and is changed here with a decision record.
 *
 * @typedef {object} Stratum
 * @property {string} holds one sentence: what belongs here
 * @property {string[]} strata which others it may import, by folder
 * @property {RegExp} packages which packages it may import; tests may use any
 */

const NODE = "node:.*";

/** @param {string[]} names patterns of whole package names or paths in them */
const only = (...names) => new RegExp(`^(?:${names.join("|")})$`);

/** @type {Record<string, Stratum>} */
export const STRATA = {
  domain: { holds: "what is true: nouns, rules, rights, arithmetic", strata: [], packages: only("zod") },
  contract: {
    holds: "what can be asked: the API as data",
    strata: ["domain"],
    packages: only("zod", "@orpc/contract"),
  },
  editor: {
    holds: "how text is shaped and marked, without React",
    strata: ["domain"],
    packages: only("zod", "@tiptap/(?!react(?:/|$)).+", "yjs", "mdast", "mdast-util-from-markdown"),
  },
  formats: {
    holds: "how work enters and leaves",
    strata: ["domain", "editor"],
    packages: only(
      "zod",
      "parse5",
      "linkedom",
      "@mozilla/readability",
      "mdast",
      "mdast-util-from-markdown",
      "mdast-util-gfm-(?:table|footnote|strikethrough|task-list-item)",
      "micromark-extension-gfm-(?:table|footnote|task-list-item)",
      "micromark-extension-cjk-friendly(?:-gfm-strikethrough)?",
      "encoding-japanese",
      "fflate",
      "pdfjs-dist/legacy/build/pdf.mjs",
      "saxes",
      "@myriaddreamin/typst-ts-node-compiler",
    ),
  },
  server: {
    holds: "what is kept and who may",
    strata: ["domain", "contract", "editor", "formats", "prisma", "messages"],
    // React for its per-request cache only; nothing here draws.
    packages: only(
      NODE,
      "zod",
      "@orpc/.+",
      "next",
      "next/(?!link|image|form|dynamic).+",
      "next-auth",
      "next-auth/(?!react).+",
      "next-intl",
      "nodemailer",
      "pino",
      "piscina",
      "prom-client",
      "@opentelemetry/(?:api|sdk-trace|exporter-trace-otlp-http|resources)",
      "tsx/esm/api",
      // Pages are drawn and read by machine in a process of their own.
      "@napi-rs/canvas",
      "pdfjs-dist/legacy/build/pdf.mjs",
      "tesseract.js",
      "@myriaddreamin/typst-ts-node-compiler",
      "pg",
      "ws",
      "@prisma/adapter-pg",
      "uuidv7",
      "@node-rs/argon2",
      "@simplewebauthn/server",
      "otpauth",
      "@zxcvbn-ts/language-common",
      "ipaddr.js",
      "@hocuspocus/server",
      "yjs",
      "y-protocols/.+",
      "lib0/.+",
      "react",
    ),
  },
  components: {
    holds: "what is seen",
    strata: ["domain", "contract", "editor", "messages"],
    packages: only(
      "react",
      "react-dom",
      "next",
      "next/(?!server|headers|cache).+",
      "next-auth/react",
      "next-intl",
      "@mantine/.+",
      "@tabler/icons-react",
      "@tanstack/react-query",
      "@orpc/(?:client|contract|tanstack-query|openapi-client).*",
      "@tiptap/.+",
      "@hocuspocus/provider",
      "yjs",
      "idb",
      "@simplewebauthn/browser",
      "uqr",
      "pdfjs-dist/legacy/build/pdf.mjs",
      "uuidv7",
      "zod",
      "@fontsource-variable/.+",
    ),
  },
  app: {
    holds: "where it is: thin routes",
    strata: ["domain", "contract", "server", "components", "messages"],
    // zod for the addresses people type: search parameters are a border too.
    packages: only(
      "react",
      "next",
      "next/.+",
      "next-auth.*",
      "zod",
      "next-intl",
      "next-intl/.+",
      "@mantine/.+",
      "@fontsource-variable/.+",
    ),
  },
  messages: { holds: "the words people see", strata: ["domain"], packages: only("next-intl") },
  prisma: {
    holds: "schema, migrations and the demo desk",
    strata: ["domain", "contract", "editor", "server"],
    packages: only(NODE),
  },
  e2e: {
    holds: "the product as people use it",
    strata: ["domain", "contract", "messages"],
    packages: only(
      NODE,
      "next-intl",
      "@playwright/test",
      "@axe-core/playwright",
      "csv-parse.*",
      "pdfjs-dist.*",
      "pg",
      "zod",
    ),
  },
  bench: {
    holds: "measurements against peers, and histories in which everything breaks",
    strata: ["domain", "contract", "editor", "formats", "server", "components", "prisma", "scripts"],
    packages: /./,
  },
  scripts: {
    holds: "set-up and checks",
    strata: ["domain", "contract", "messages", "server", "prisma", "bench"],
    packages: /./,
  },
};

/** The few files at the top, and the stratum each speaks for; `null`: a tool's configuration, which imports that tool. */
/** @type {Record<string, string | null>} */
export const TOP_FILES = {
  "server.ts": "server",
  "proxy.ts": "app",
  "instrumentation.ts": "app",
  "next.config.js": null,
  "next-env.d.ts": null,
  "playwright.config.ts": null,
  "postcss.config.mjs": null,
  "prisma.config.ts": null,
  "vitest.config.ts": null,
};

/** Names that say nothing about what is inside. */
export const EMPTY_NAMES = /(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.[cm]?[jt]sx?$)/;
