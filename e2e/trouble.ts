import type { BrowserContext } from "@playwright/test";

/** What no page may do unless its test expects it: errors in scripts or in the console, answers that say "broken". */
export class Trouble {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on("weberror", (error) => this.#note(`script: ${error.error().stack ?? error.error().message}`));
    context.on("console", (message) => {
      if (message.type() !== "error" || isAnswerNotice(message.text())) return;
      this.#note(`console on ${message.page()?.url()}: ${message.text()}`);
    });
    context.on("response", (response) => {
      const isMissingPart = response.status() === 404 && PARTS.has(response.request().resourceType());
      if (response.status() >= 500 || isMissingPart)
        this.#note(`${response.status()} from ${response.url()}`);
    });
  }

  /** From now on `pattern` is part of what the test is about. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** What was seen and nobody expected. */
  get unexpected(): string[] {
    return this.#seen.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
  }

  #note(line: string): void {
    this.#seen.push(line);
  }
}

/** Chrome says so in the console of every answer that is not a good one; `response` above judges those by itself. */
const isAnswerNotice = (text: string): boolean => text.startsWith("Failed to load resource");

const PARTS = new Set(["script", "stylesheet", "font", "image"]);
