import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file to be read, and the text that is right of it. */
export interface Sample {
  name: string;
  bytes: Uint8Array;
  expected: string;
  /** The sample's path without its ending, for what else stands beside it; null for what is made here. */
  beside: string | null;
}

/** The samples of a folder: files with an ending, each with its right text beside it. Sorted by name; empty where there is none. */
export function samplesOf(folder: string, ending: string, expected: string): Sample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.endsWith(expected))
    .sort()
    .flatMap((name): Sample[] => {
      const beside = join(folder, name.slice(0, -ending.length));
      if (!existsSync(beside + expected)) return [];
      return [{ name, bytes: readBytes(join(folder, name)), expected: readText(beside + expected), beside }];
    });
}

export const readText = (path: string): string => readFileSync(path, "utf8");
/** A buffer of its own: some readers take the memory they are given. */
export const readBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
export const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== "");
