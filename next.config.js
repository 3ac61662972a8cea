import { PHASE_PRODUCTION_SERVER } from "next/constants.js";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // A configuration that extends another is left alone by Next, which would else rewrite it for every `distDir`.
  // Types are checked by `npm test`: a desk that starts the product need not wait for that again.
  typescript: { tsconfigPath: "tsconfig.build.json", ignoreBuildErrors: true },
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: {
    // `forbidden()`: a page that is not for this member is answered with 403, not with a redirect.
    authInterrupts: true,
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"],
  },
  // Native modules, worker threads and whatever else must stay a file of its own beside the build.
  serverExternalPackages: [
    "@opentelemetry/api",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace",
    "@mozilla/readability",
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "linkedom",
    "pdfjs-dist",
    "pg",
    "pino",
    "piscina",
    "prom-client",
    // Two copies in one process take each other's documents for something else.
    "yjs",
  ],
};

/** The plugin works on what is compiled and brings compilers along, of which a server that serves a build has none. */
export default async function configFor(/** @type {string} */ phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  return createNextIntlPlugin("./app/i18n.ts")(config);
}
