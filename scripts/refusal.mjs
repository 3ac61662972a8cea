import { logLine, speaksJson } from "./speech.mjs";

/**
 * Something the person at the keyboard can put right. Its message is the one sentence they read; a stack would
 * only hide it.
 */
export class Refusal extends Error {
  /** @override */
  name = "Refusal";
}

/** As npm, Next, PostgreSQL and Node say it. */
const FULL = /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded/;

/** @param {unknown} said an error or what a program printed */
export const isDiskFull = (said) =>
  FULL.test(said instanceof Error ? `${said.message} ${said.cause}` : String(said));

/**
 * The one sentence for `error`; null where it is a defect, of which the stack is wanted.
 *
 * @param {unknown} error
 */
export function sentenceOf(error) {
  const refused = error instanceof Refusal;
  if (!isDiskFull(error)) return refused ? error.message : null;
  if (refused && error.message.startsWith("the disk is full")) return error.message;
  const path = error instanceof Error && "path" in error ? ` (${error.path})` : "";
  const begun = refused ? ` (${error.message.split("\n")[0]?.replace(/:$/, "")})` : path;
  return `the disk is full: make room and start again${begun}`;
}

/**
 * Runs a script's main function: a `Refusal` is printed as its sentence, anything else with its stack; both end the
 * process with exit code 1.
 *
 * @param {() => Promise<void | number>} main may answer an exit code
 */
export async function run(main) {
  try {
    const code = await main();
    if (typeof code === "number") process.exitCode = code;
  } catch (error) {
    const sentence = sentenceOf(error);
    const stack = (error instanceof Error && error.stack) || String(error);
    if (speaksJson()) logLine("fatal", sentence ?? stack);
    process.stderr.write(`\n${sentence ? `✗ ${sentence}` : stack}\n`);
    process.exit(1);
  }
}
