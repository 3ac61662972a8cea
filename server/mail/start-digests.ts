import { repeated } from "#server/repeated.ts";
import { sendDueDigests } from "./send-digests.ts";
import { mailSender } from "./sender.ts";

/** How often to look for what is due. */
const EVERY_MS = 20_000;

/**
 * Sends digests from now on, where a mail server is configured. Answers what stops it: nothing new is begun, and what
 * is being sent may end.
 */
export function startDigests(everyMs = EVERY_MS): () => Promise<void> {
  const send = mailSender();
  if (!send) return async () => {};
  return repeated("look for due digests", everyMs, () => sendDueDigests(send));
}
