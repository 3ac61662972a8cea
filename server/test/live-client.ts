import { expect, vi } from "vitest";
import { WebSocket } from "ws";
import {
  type ClientMessage,
  LIVE_CLOSE,
  type News,
  type ServerMessage,
  serverMessageSchema,
} from "#domain/live.ts";
import type { Member } from "#prisma/generated/client.ts";
import type { Instance } from "./instance.ts";
import { sessionCookie } from "./member.ts";

type Said<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

const opened: LiveClient[] = [];

/** A page of a member on an instance, as far as the live part sees one. Checks everything it is told by its schema. */
export class LiveClient {
  readonly socket: WebSocket;
  readonly heard: ServerMessage[] = [];
  /** The code the socket was closed with. */
  closedWith: number | null = null;
  closedBecause: string | null = null;

  constructor(socket: WebSocket) {
    this.socket = socket;
    opened.push(this);
    socket.on("message", (data, isBinary) => {
      // Binary frames are the prose's.
      if (!isBinary) this.heard.push(serverMessageSchema.parse(JSON.parse(data.toString("utf8"))));
    });
    socket.on("close", (code, reason) => {
      this.closedWith = code;
      this.closedBecause = reason.toString("utf8");
    });
    socket.on("error", () => {});
  }

  say(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  all<Type extends ServerMessage["type"]>(type: Type): Said<Type>[] {
    return this.heard.filter((message): message is Said<Type> => message.type === type);
  }

  last<Type extends ServerMessage["type"]>(type: Type): Said<Type> | undefined {
    return this.all(type).at(-1);
  }

  /** All news, the one that came with an opening included. */
  news(): News[] {
    return this.heard.flatMap((message) =>
      (message.type === "news" || message.type === "opened") && message.news ? [message.news] : [],
    );
  }

  /** Waits until a message of `type` has come, and answers the last. */
  async hears<Type extends ServerMessage["type"]>(type: Type): Promise<Said<Type>> {
    return await vi.waitFor(() => {
      const message = this.last(type);
      if (!message) throw new Error(`No ${type} among ${this.heard.map((one) => one.type).join(", ")}`);
      return message;
    }, PATIENCE);
  }

  async open(articleId: string, after: number): Promise<Said<"opened">> {
    const before = this.all("opened").length;
    this.say({ type: "open", articleId, after });
    await vi.waitFor(() => expect(this.all("opened").length).toBeGreaterThan(before), PATIENCE);
    return await this.hears("opened");
  }

  async closes(code: keyof typeof LIVE_CLOSE): Promise<void> {
    await vi.waitFor(() => expect(this.closedWith).toBe(LIVE_CLOSE[code]), PATIENCE);
  }
}

/** Longer than anything takes here, on a machine that does much else. */
export const PATIENCE = { timeout: 60_000, interval: 10 };

/** Opens a page of `member` and waits for its welcome. */
export async function visit(instance: Instance, member: Member): Promise<LiveClient> {
  const headers = { cookie: await sessionCookie(member) };
  const client = new LiveClient(new WebSocket(instance.liveUrl, { origin: instance.origin, headers }));
  await client.hears("welcome");
  return client;
}

/** Ends every page that was opened. */
export function leaveAll(): void {
  for (const { socket } of opened.splice(0)) socket.terminate();
}
