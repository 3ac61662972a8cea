import { rmSync } from "node:fs";
import { build } from "esbuild";
import { inRoot } from "../../scripts/places.mjs";

/**
 * The instance's process as one file of JavaScript: it is started again after each power cut, and then hundreds of
 * modules need not be translated anew. Answers the file's path; it is gone when this process ends.
 */
export async function bundleInstance(): Promise<string> {
  const outfile = inRoot(".test", `instance-${process.pid}.mjs`);
  await build({
    entryPoints: [inRoot("server/test/instance-process.ts")],
    outfile,
    bundle: true,
    packages: "external",
    // Node finds the framework's doors by their files only.
    alias: {
      "next/server": "next/server.js",
      "next/headers": "next/headers.js",
      "next/navigation": "next/navigation.js",
    },
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  process.once("exit", () => rmSync(outfile, { force: true }));
  return outfile;
}
