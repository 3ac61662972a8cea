import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A process of its own that answers one question at a time. */
export interface Child {
  ask<Answer>(question: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** What a child answers; `error` where the question broke it. */
interface Reply {
  answer?: unknown;
  error?: string;
}

/** Starts `script` (a file of this folder) and waits until it is ready. */
export async function startChild(
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Child> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
    execArgv: ["--expose-gc", "--import", "tsx"],
    env: { ...process.env, LOG_LEVEL: "error", ...env },
    serialization: "advanced",
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const reply = () =>
    new Promise<Reply>((done, fail) => {
      const ended = () => fail(new Error(`${script} ended before it answered`));
      child.once("exit", ended);
      child.once("message", (message) => {
        child.off("exit", ended);
        done(message as Reply);
      });
    });
  await reply();
  return {
    ask: async <Answer>(question: object) => {
      const answered = reply();
      child.send(question);
      const { answer, error } = await answered;
      if (error !== undefined) throw new Error(`${script}: ${error}`);
      return answer as Answer;
    },
    stop: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** In the child: says that it is ready and answers questions from then on. */
export function answerWith(answer: (question: never) => unknown): void {
  process.on("message", async (question) => {
    try {
      process.send?.({ answer: await answer(question as never) });
    } catch (error) {
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  // The bench that asked is gone: nobody is left to measure for.
  process.on("disconnect", () => process.exit(0));
  process.send?.({ answer: "ready" });
}
