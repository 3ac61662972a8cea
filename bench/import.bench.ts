import { existsSync } from "node:fs";
import type { BenchRow } from "./bench.ts";
import { docxRows } from "./import/docx-run.ts";
import { markdownRows } from "./import/markdown-run.ts";
import { pdfRows } from "./import/pdf-run.ts";
import { textRows } from "./import/text-run.ts";
import { timeRows } from "./import/time-run.ts";
import { webRows } from "./import/web-run.ts";

/** The option of `npm run bench -- import --import-files=PATH`: a folder laid out as `docs/importing-bench.md` says. */
const OPTION = "--import-files=";

/**
 * What comes in, held against what stands there: texts, Word files and pages that the repository holds or makes, the
 * examples of CommonMark, and whatever `--import-files=` has, which is no part of the repository. The peers read the very
 * same bytes in the same run, each in the way its own users call it.
 */
export async function run(): Promise<BenchRow[]> {
  const given = process.argv.find((one) => one.startsWith(OPTION))?.slice(OPTION.length) ?? null;
  const folder = given !== null && existsSync(given) ? given : null;
  if (folder === null)
    console.log(`  ${given ? `nothing in ${given}` : `no ${OPTION}`}: only our own files are measured`);
  return [
    ...(await textRows(folder)),
    ...(await pdfRows(folder)),
    ...(await webRows(folder)),
    ...(await docxRows(folder)),
    ...markdownRows(folder),
    ...timeRows(),
  ];
}
