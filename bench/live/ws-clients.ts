import { once } from "node:events";
import { WebSocket } from "ws";
import type { Connect } from "./subject.ts";

/** About 130 bytes, as one changed field of a claim makes. */
export const changeOf = (key: string) => ({
  id: key,
  field: "statement",
  value: "橋の建設は2019年に始まったと市は説明している。",
  by: "0199a3f2-7c1e",
});

/** Clients that send a change as JSON and parse what comes. */
export const connectWs: Connect = async (job, seen) => {
  const sockets = Array.from({ length: job.clients }, () => new WebSocket(job.url));
  await Promise.all(sockets.map((socket) => once(socket, "open")));
  for (const socket of sockets)
    socket.on("message", (data) => seen((JSON.parse(String(data)) as { id: string }).id));
  return {
    edit: (author, edit) => {
      const key = `edit-${edit}`;
      sockets[author]?.send(JSON.stringify(changeOf(key)));
      return key;
    },
    errors: [],
    answers: [],
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
};
