import type { ServerMessage } from "#domain/live.ts";

export const MEMBER_ID = "01900000-0000-7000-8000-000000000001";

export const welcome = (over: Partial<Extract<ServerMessage, { type: "welcome" }>> = {}): ServerMessage => ({
  type: "welcome",
  connectionId: "c1",
  memberId: MEMBER_ID,
  build: "b1",
  unread: 0,
  ...over,
});

/** A WebSocket whose other end is the test. */
export class FakeWebSocket {
  binaryType: BinaryType = "blob";
  readyState = 0;
  onmessage: ((event: MessageEvent) => unknown) | null = null;
  onclose: ((event: CloseEvent) => unknown) | null = null;
  onerror: (() => unknown) | null = null;
  readonly sent: unknown[] = [];
  isClosedHere = false;

  send(data: unknown): void {
    this.sent.push(data);
  }

  close(): void {
    this.isClosedHere = true;
    this.readyState = 3;
  }

  /** The server takes the socket in and says welcome. */
  accept(message: ServerMessage = welcome()): void {
    this.readyState = 1;
    this.say(message);
  }

  say(message: unknown): void {
    this.receive(typeof message === "string" ? message : JSON.stringify(message));
  }

  receive(data: string | ArrayBuffer): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }

  /** The server closes, or the socket breaks (1006). */
  break(code = 1006, reason = ""): void {
    this.readyState = 3;
    this.onclose?.(Object.assign(new Event("close"), { code, reason, wasClean: false }) as CloseEvent);
  }
}
