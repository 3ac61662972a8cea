import { z } from "zod";
import { type ServerMessage, serverMessageSchema } from "#domain/live.ts";

const envelopeSchema = z.object({ type: z.string() });
const newsEnvelopeSchema = z.looseObject({
  articleId: z.string(),
  from: z.number(),
  to: z.number(),
  events: z.array(z.unknown()),
  claims: z.array(z.unknown()),
  gone: z.array(z.string()),
  bullets: z.array(z.unknown()),
  threads: z.array(z.unknown()),
});

/**
 * A text frame of our server; null for one that is not understood, which a newer server may send.
 *
 * Small messages are checked in full. News after a long absence hold thousands of claims, and checking 2,000 of them
 * takes as long as several frames: there, the message's own shape is checked and its claims are taken at the word of the
 * server that this page's code came from, over a socket that no other origin can open for it.
 */
export function parseServerMessage(text: string): ServerMessage | null {
  const parsed = parseJson(text);
  const type = envelopeSchema.safeParse(parsed).data?.type;
  if (type === "news") return isNews(parsed, "news") ? (parsed as ServerMessage) : null;
  if (type === "opened") return isNews(parsed, "opened") ? (parsed as ServerMessage) : null;
  return serverMessageSchema.safeParse(parsed).data ?? null;
}

function isNews(parsed: unknown, type: "news" | "opened"): boolean {
  const { news, ...rest } = parsed as { news?: unknown };
  if (type === "news") return newsEnvelopeSchema.safeParse(news).success;
  const isRestFine = serverMessageSchema.safeParse({ ...rest, news: null }).success;
  return isRestFine && (news === null || newsEnvelopeSchema.safeParse(news).success);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
