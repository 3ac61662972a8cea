/** Asks `/healthz` every ten milliseconds, whatever the last answer does, in a process of its own. */
import { Agent, get } from "node:http";
import { answerWith } from "../live/child.ts";

const EVERY_MS = 10;
/** What has not answered by then counts as having taken so long, in milliseconds. */
const PATIENCE_MS = 60_000;

const agent = new Agent({ keepAlive: true, maxSockets: 200 });
let timer: NodeJS.Timeout | null = null;
let delays: Promise<number>[] = [];

function ask(base: string): Promise<number> {
  const began = performance.now();
  return new Promise((done) => {
    const failed = () => done(PATIENCE_MS);
    get(`${base}/healthz`, { agent, timeout: PATIENCE_MS }, (response) => {
      response.resume().once("end", () => done(performance.now() - began));
    })
      .on("timeout", failed)
      .on("error", failed);
  });
}

answerWith(async (question: { do: "begin"; base: string } | { do: "end" }) => {
  if (question.do === "begin") {
    delays = [];
    timer = setInterval(() => delays.push(ask(question.base)), EVERY_MS);
    return null;
  }
  if (timer) clearInterval(timer);
  return await Promise.all(delays);
});
