/**
 * Something the person at the keyboard can put right. Its message is the one sentence they read; a stack would
 * only hide it.
 */
export class Refusal extends Error {
  /** @override */
  name = "Refusal";
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
    const expected = error instanceof Refusal;
    process.stderr.write(
      `\n${expected ? `✗ ${error.message}` : (error instanceof Error && error.stack) || error}\n`,
    );
    process.exit(1);
  }
}
