/** The floor: `ws` sends every message it gets to everybody, as it came. `tsx ws-server.ts PORT`. */
import { WebSocket, WebSocketServer } from "ws";
import { answerWith } from "./child.ts";
import { usage } from "./usage.ts";

const server = new WebSocketServer({ port: Number(process.argv[2]), host: "127.0.0.1" });
server.on("connection", (socket) => {
  socket.on("message", (data, isBinary) => {
    for (const client of server.clients)
      if (client.readyState === WebSocket.OPEN) client.send(data, { binary: isBinary });
  });
});
server.on("listening", () => answerWith(usage));
