import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** One instance of the product as a process of its own, which can be treated badly. */
export class Instance {
  readonly port: number;
  readonly #script: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  /** What it printed, for the report of a failure. */
  output = "";

  /** @param script as `bundleInstance` made it */
  constructor(script: string, port: number, env: NodeJS.ProcessEnv) {
    this.#script = script;
    this.port = port;
    this.#env = { ...env, PORT: String(port) };
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get isUp(): boolean {
    return this.#child !== null;
  }

  /** Answers when it listens. */
  async start(): Promise<void> {
    const child = fork(this.#script, [], {
      execArgv: ["--no-deprecation"],
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (text) => {
        this.output = (this.output + String(text)).slice(-4_000);
      });
    const gone = once(child, "exit").then(() => {
      throw new Error(`An instance did not start:\n${this.output}`);
    });
    await Promise.race([once(child, "message"), gone]);
    gone.catch(() => {});
    this.#child = child;
  }

  /** As a power cut would: nothing is said to anybody. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child) return;
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }

  /** Stands still, as a process does whose machine is busy; wake-ups come late. */
  async stall(ms: number): Promise<void> {
    const child = this.#child;
    if (!child) return;
    child.kill("SIGSTOP");
    await new Promise((done) => setTimeout(done, ms));
    child.kill("SIGCONT");
  }
}
