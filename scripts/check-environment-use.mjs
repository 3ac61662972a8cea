import { pathToFileURL } from "node:url";
import { conclude, sourceFiles } from "./source-files.mjs";

const STRATA =
  /^(?:app|components|contract|domain|editor|formats|messages|prisma|server)\/|^(?:server|proxy|instrumentation)\.ts$/;
const HOME = "server/env.ts";

/**
 * @param {Map<string, string>} files text by path
 * @returns {string[]}
 */
export function environmentComplaints(files) {
  const ours = [...files].filter(([path]) => STRATA.test(path));
  if (!files.has(HOME)) return [`${HOME} was not found: the check itself is broken`];
  return ours.flatMap(([path, text]) =>
    path !== HOME && /process\s*\.\s*env\b|process\[["']env/.test(text)
      ? [`${path} reads process.env: ask env() of ${HOME}, which checks it`]
      : [],
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const files = sourceFiles(/\.[cm]?[jt]sx?$/);
  conclude(environmentComplaints(files), "environment: read in one place");
}
