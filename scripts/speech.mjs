/**
 * Whom standard output is for. A first look is for a person, who reads sentences. In production a program reads it, and
 * every line is one JSON object, as the server's own log writes them: `level`, `time` (ISO 8601), `msg`.
 */

/** @typedef {"info" | "warn" | "error" | "fatal"} Level */

let isJson = false;

/** From here on standard output is JSON lines only. */
export function speakJson() {
  isJson = true;
}

export const speaksJson = () => isJson;

/**
 * @param {Level} level
 * @param {string} msg
 * @param {Record<string, unknown>} [fields]
 */
export const asLogLine = (level, msg, fields = {}) =>
  `${JSON.stringify({ level, time: new Date().toISOString(), pid: process.pid, ...fields, msg })}\n`;

/** @type {(...given: Parameters<typeof asLogLine>) => void} */
export function logLine(...given) {
  process.stdout.write(asLogLine(...given));
}

/** One sentence on its own, whoever reads. @param {Level} level @param {string} sentence */
export function say(level, sentence) {
  if (isJson) logLine(level, sentence);
  else console.log(sentence);
}

/**
 * Passes on what a program prints, so that every line that leaves is one JSON object: what is one already as it is,
 * anything else (a library's banner, a stack) as the `msg` of one, lines that came together in one.
 *
 * @param {import("node:stream").Readable} from
 * @param {Level} level of what is no JSON
 * @param {(text: string) => void} [to]
 */
export function passAsJson(from, level, to = (text) => process.stdout.write(text)) {
  let rest = "";
  from.setEncoding("utf8");
  from.on("data", (/** @type {string} */ chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    to(wrapped(lines, level));
  });
  from.on("end", () => {
    if (rest !== "") to(wrapped([rest], level));
    rest = "";
  });
}

/** @param {string[]} lines @param {Level} level */
function wrapped(lines, level) {
  let text = "";
  /** @type {string[]} */
  let words = [];
  const endWords = () => {
    const msg = words.join("\n").trim();
    if (msg !== "") text += asLogLine(level, msg);
    words = [];
  };
  for (const line of lines) {
    if (!isObject(line)) {
      words.push(line);
      continue;
    }
    endWords();
    text += `${line}\n`;
  }
  endWords();
  return text;
}

/** @param {string} line */
function isObject(line) {
  if (!line.startsWith("{")) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
