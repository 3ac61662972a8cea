import { format, stripVTControlCharacters } from "node:util";
import { log } from "#server/log.ts";
import { safeWords } from "./safe-error.ts";

const LEVELS = {
  error: "error",
  warn: "warn",
  info: "info",
  log: "info",
  debug: "debug",
  trace: "debug",
} as const;

type Name = keyof typeof LEVELS;

/**
 * From now on what libraries write to the console, Next above all, are lines of the log like all others: one JSON object
 * each, and without what a person may have written.
 */
export function showConsole(): void {
  for (const [name, level] of Object.entries(LEVELS) as [Name, (typeof LEVELS)[Name]][])
    console[name] = (...said: unknown[]) => {
      const err = said.find((one) => one instanceof Error);
      const words = said.filter((one) => typeof one === "string" || typeof one === "number");
      log()[level](
        { event: "console", ...(err ? { err } : {}) },
        safeWords(stripVTControlCharacters(format(...words))) || "console",
      );
    };
}
