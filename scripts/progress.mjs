import { logLine, speaksJson } from "./speech.mjs";

const TICK_MS = 100;
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** @param {number} ms */
const seconds = (ms) => (ms < 950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`);

/**
 * Says what is being done and for how long: one living line on a terminal; on anything else a line when a step
 * begins to be slow and one when it ends, so that a log shows life without being flooded.
 *
 * @template T
 * @param {string} name what the step is called, in a word or two
 * @param {(note: (text: string) => void) => Promise<T>} work gets a function that says where it stands
 * @param {{ out?: NodeJS.WriteStream }} [options]
 * @returns {Promise<T>} what the work answers
 */
export async function step(name, work, { out = process.stdout } = {}) {
  const began = Date.now();
  const line = speaksJson()
    ? jsonLines(name, began)
    : out.isTTY
      ? livingLine(out, name, began)
      : plainLines(out, name, began);
  try {
    const result = await work(line.note);
    line.end(`✓ ${name}${line.remark()} (${seconds(Date.now() - began)})`);
    return result;
  } catch (error) {
    line.end(`✗ ${name} (${seconds(Date.now() - began)})`);
    throw error;
  }
}

/** For a program that reads: one line when it is over. @param {string} name @param {number} began */
function jsonLines(name, began) {
  let text = "";
  return {
    note: (/** @type {string} */ said) => {
      text = said;
    },
    remark: () => "",
    end: (/** @type {string} */ last) => {
      const level = last.startsWith("✗") ? "error" : "info";
      logLine(level, name, { ms: Date.now() - began, ...(text && { note: text }) });
    },
  };
}

/** @param {NodeJS.WriteStream} out @param {string} name @param {number} began */
function livingLine(out, name, began) {
  let text = "";
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % FRAMES.length;
    const line = `${FRAMES[frame]} ${name}${text && `: ${text}`} (${seconds(Date.now() - began)})`;
    out.write(`\r\x1b[2K${line.slice(0, (out.columns || 80) - 1)}`);
  };
  const timer = setInterval(draw, TICK_MS);
  return {
    note: (/** @type {string} */ said) => {
      text = said;
    },
    remark: () => (text ? `: ${text}` : ""),
    end: (/** @type {string} */ last) => {
      clearInterval(timer);
      out.write(`\r\x1b[2K${last}\n`);
    },
  };
}

/** @param {NodeJS.WriteStream} out @param {string} name @param {number} began */
function plainLines(out, name, began) {
  let text = "";
  const slow = setInterval(() => {
    out.write(`… ${name}${text && `: ${text}`} (${seconds(Date.now() - began)})\n`);
  }, 10_000);
  return {
    note: (/** @type {string} */ said) => {
      text = said;
    },
    remark: () => (text ? `: ${text}` : ""),
    end: (/** @type {string} */ last) => {
      clearInterval(slow);
      out.write(`${last}\n`);
    },
  };
}
