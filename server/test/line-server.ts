import { type AddressInfo, createServer, type Socket } from "node:net";

/** What a test's server does with one line once the first bytes have come; it speaks no protocol of its own. */
export type Behaviour = (socket: Socket) => void;

export interface LineServer {
  port: number;
  /** Lines that the other side has not left yet. */
  open: ReadonlySet<Socket>;
  close: () => Promise<void>;
}

/** A server of bare bytes on a port of its own. */
export async function startLineServer(behave: Behaviour): Promise<LineServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", () => behave(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    open,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Says `head`, and then `more` again and again until the line is left. */
export const dripping =
  (head: string, more: string | Uint8Array, everyMs = 10): Behaviour =>
  (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(more), everyMs);
    socket.on("close", () => clearInterval(timer));
  };
