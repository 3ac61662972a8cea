import { pathToFileURL } from "node:url";
import { conclude, sourceFiles } from "./source-files.mjs";

const MOST = 400;
const WRITTEN = /\.(?:[cm]?[jt]sx?|css|prisma)$/;

/** @param {string} text */
const lines = (text) => text.trimEnd().split("\n").length;

/**
 * @param {Map<string, string>} files text by path
 * @returns {string[]}
 */
export function sizeComplaints(files) {
  if (files.size === 0) return ["no files were found: the check itself is broken"];
  return [...files].flatMap(([path, text]) =>
    lines(text) > MOST
      ? [`${path} has ${lines(text)} lines, ${MOST} are the most: it holds more than one idea`]
      : [],
  );
}

/** @param {Map<string, string>} files @returns {string} */
export function sizeSummary(files) {
  const sorted = [...files.values()].map(lines).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `sizes: ${files.size} files, median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${at(1)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const files = sourceFiles(WRITTEN);
  conclude(sizeComplaints(files), sizeSummary(files));
}
