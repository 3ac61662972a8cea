import { z } from "zod";
import type { Locale } from "#domain/localized.ts";
import en from "#messages/en/input.json";
import ja from "#messages/ja/input.json";

/** Where a request is wrong, and what about it: see `issueSchema` of the contract. */
export interface InputIssue {
  path: string;
  message: string;
}

type RawIssue = z.core.$ZodIssue;
type Words = (issue: z.core.$ZodRawIssue) => { message: string } | string | undefined | null;

/** Nobody reads more; thousands of them can be made by a list of thousands. */
const MAX_ISSUES = 100;

/** zod words its issues in one language for a whole process; ours depend on who asks. */
const OWN_WORDS = { ja, en };
const WORDS: Record<Locale, Words> = { ja: z.locales.ja().localeError, en: z.locales.en().localeError };

/**
 * zod's issues in the caller's words, with paths a person can find: `source.title`, `kinds.0`.
 * `input` is what was sent; zod leaves it out of issues, and needs it to say what it found instead. The first hundred.
 */
export function inputIssues(issues: readonly RawIssue[], input: unknown, locale: Locale): InputIssue[] {
  return issues
    .slice(0, MAX_ISSUES)
    .flatMap(flattened)
    .slice(0, MAX_ISSUES)
    .map((issue) => ({
      path: issue.path.map(String).join("."),
      message: wordsFor(issue, input, locale),
    }));
}

/** A union's own issue says nothing; the branch that came nearest does. */
function flattened(issue: RawIssue): RawIssue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const [nearest = []] = [...issue.errors].sort((a, b) => distance(a) - distance(b));
  return nearest.flatMap((inner) => flattened({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A key that is not there, or too much, tells that another shape was meant; a wrong value that this one was. */
const distance = (issues: readonly RawIssue[]): number =>
  issues.reduce(
    (sum, { code }) => sum + (code === "unrecognized_keys" || code === "invalid_type" ? 10 : 1),
    0,
  );

function wordsFor(issue: RawIssue, input: unknown, locale: Locale): string {
  if (issue.code === "custom") return ownWords(issue.params?.why, locale) ?? issue.message;
  // zod's own `input` was taken out of the finished issue; put back, it is the raw issue its words are made from.
  const raw = { ...issue, input: valueAt(input, issue.path) } as z.core.$ZodRawIssue;
  const found = WORDS[locale](raw);
  return (typeof found === "string" ? found : found?.message) ?? issue.message;
}

/** Our rules name their sentence by `params.why`; null for a rule that does not. */
function ownWords(why: unknown, locale: Locale): string | null {
  const words: Record<string, string> = OWN_WORDS[locale];
  return (typeof why === "string" && words[why]) || null;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}
