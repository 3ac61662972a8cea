/** What is logged of an error. */
interface LoggedError {
  type: string;
  message: string;
  /** Where it was thrown, one place a line. */
  stack?: string;
  /** Of the driver, the mail library or Node: `23505`, `EENVELOPE`, `ECONNREFUSED`. */
  code?: string;
  /** What is known of it besides, by names of the database's schema and of protocols. */
  details?: Record<string, string>;
  cause?: LoggedError;
}

const MOST_CHARACTERS = 300;
const MOST_PLACES = 12;
const DEEPEST_CAUSE = 3;
const IDENTIFIER = /^[\w.:-]{1,100}$/;

/** Properties whose values are names in our schema or numbers of a protocol, whatever a person sent. */
const TELLING = [
  "constraint",
  "table",
  "column",
  "severity",
  "syscall",
  "errno",
  "responseCode",
  "statusCode",
];

/**
 * An error without what a person may have written. Drivers, parsers and mail libraries quote the value they stumbled over,
 * and hang whole inputs and addresses on their errors: only names of kinds are taken from the properties, and from the
 * message what is quoted, every address and every number of a card's or a telephone's length is left out.
 */
export function safeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error" };
  const { code, cause } = error as Error & { code?: unknown };
  const stack = placesOf(error);
  const details = Object.fromEntries(
    TELLING.flatMap((name) => {
      const value = (error as unknown as Record<string, unknown>)[name];
      return isName(value) ? [[name, String(value)]] : [];
    }),
  );
  return {
    type: error.name,
    message: safeWords(error.message),
    ...(stack !== "" && { stack }),
    ...(isName(code) && { code: String(code) }),
    ...(Object.keys(details).length > 0 && { details }),
    ...(cause instanceof Error && depth < DEEPEST_CAUSE && { cause: safeError(cause, depth + 1) }),
  };
}

/** Numbers, and words that look like a name in a program: no sentence, no address. */
const isName = (value: unknown): value is string | number =>
  typeof value === "number" || (typeof value === "string" && IDENTIFIER.test(value));

/**
 * A sentence of a program's without the values in it. From the first quotation mark to the last one nothing is kept: what
 * is quoted may hold such marks itself. Where only one is there, the rest is a value that somebody cut.
 */
export function safeWords(text: string): string {
  const flat = text.slice(0, MOST_READ).replace(/\s+/g, " ").trim();
  return withoutQuotations(flat.replace(APOSTROPHE, "\u0000"))
    .replaceAll("\u0000", "'")
    .replace(/\([^()=]{0,60}=.*|=\(.*/, "…")
    .replace(/\S+:\/\/\S+/g, "…")
    .replace(/\S+@\S+/g, "…")
    .replace(/[^\p{ASCII}…]+/gu, "…")
    .replace(/[\w-]{32,}/g, "…")
    .replace(/\d{7,}/g, "…")
    .slice(0, MOST_CHARACTERS);
}

/** Of a message; some hold a whole article. */
const MOST_READ = 2_000;
const MARK = /["'`“”‘’「」『』«»]/u;
/** The one in "can't" quotes nothing. */
const APOSTROPHE = /(?<=[a-z])['’](?=(?:t|s|re|ve|ll|d)\b)/giu;

function withoutQuotations(text: string): string {
  const first = text.search(MARK);
  if (first < 0) return text;
  const rest = [...text.slice(first + 1)].findLastIndex((letter) => MARK.test(letter));
  const after = rest < 0 ? "" : [...text.slice(first + 1)].slice(rest + 1).join("");
  return `${text.slice(0, first)}…${after}`;
}

/** The lines of a stack that name a place; the message before them, of however many lines, is left out. */
function placesOf({ stack = "", message }: Error): string {
  const from = stack.indexOf(message);
  const places = from < 0 ? stack : stack.slice(from + message.length);
  return places
    .split("\n")
    .filter((line) => /^\s+at (?:.+ \()?(?:file:|node:|\/|[A-Z]:\\|<anonymous>|async )/.test(line))
    .slice(0, MOST_PLACES)
    .map((line) => line.trim())
    .join("\n");
}
