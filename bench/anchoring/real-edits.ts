import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A place in a text: code points, end exclusive. */
export interface LabelledPlace {
  start: number;
  end: number;
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A passage of a real article, and what a machine that aligned the sentences says became of it. */
export interface LabelledCase {
  pair: number;
  path: string;
  commit: string;
  status: "unchanged" | "moved" | "edited" | "deleted";
  before: LabelledPlace;
  after: LabelledPlace | null;
}

/** Two versions of an article with the passages labelled in it. */
export interface RealEdit {
  path: string;
  before: string;
  after: string;
  cases: LabelledCase[];
}

/** Real edits mined from public histories, by language; see the README beside the files. */
export const REAL_EDITS = { ja: "ja-vimjp", en: "en-18f" } as const;

/** The edits of one file; null where it is not there, as the files are not part of the repository. */
export function realEdits(folder: string, language: keyof typeof REAL_EDITS): RealEdit[] | null {
  const name = join(folder, REAL_EDITS[language]);
  if (!existsSync(`${name}.jsonl.gz`) || !existsSync(`${name}.cases.jsonl.gz`)) return null;
  const edits = linesOf<Omit<RealEdit, "cases">>(`${name}.jsonl.gz`).map(
    ({ path, before, after }): RealEdit => ({ path, before, after, cases: [] }),
  );
  for (const one of linesOf<LabelledCase>(`${name}.cases.jsonl.gz`)) edits[one.pair]?.cases.push(one);
  return edits;
}

function linesOf<Line>(file: string): Line[] {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
}
