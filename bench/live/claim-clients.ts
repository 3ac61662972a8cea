import { once } from "node:events";
import { uuidv7 } from "uuidv7";
import { WebSocket } from "ws";
import type { ClientMessage, ServerMessage } from "#domain/live.ts";
import { now } from "./clock.ts";
import type { Connect, Job } from "./subject.ts";

type Ours = NonNullable<Job["ours"]>;

/** Pages of our own product: claims are marked by the API, and seen when the socket brings them. */
export const connectClaims: Connect = async (job, seen) => {
  const { ours } = job;
  if (!ours) throw new Error("These clients need our own server");
  const sockets: WebSocket[] = [];
  for (const cookie of ours.cookies.slice(0, job.clients))
    sockets.push(await openPage(job.url, ours, cookie));
  for (const socket of sockets) {
    const known = new Set<string>();
    socket.on("message", (data, isBinary) => {
      if (isBinary) return;
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.type !== "news") return;
      for (const { id } of message.news.claims) {
        if (known.has(id)) continue;
        known.add(id);
        seen(id);
      }
    });
  }
  const errors: string[] = [];
  const answers: number[] = [];
  return {
    edit: (author, edit) => {
      const id = uuidv7();
      const blockId = ours.blockIds[edit % ours.blockIds.length] ?? "";
      const called = now();
      markClaim(ours, ours.cookies[author] ?? "", id, blockId)
        .then(() => answers.push(now() - called))
        .catch((error) => errors.push(String(error)));
      return id;
    },
    errors,
    answers,
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
};

async function openPage(url: string, ours: Ours, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers: { cookie, origin: ours.origin } });
  await once(socket, "open");
  const message: ClientMessage = { type: "open", articleId: ours.articleId, after: 0 };
  const opened = new Promise<void>((done, fail) => {
    socket.on("message", function hear(data, isBinary) {
      const type = isBinary ? null : (JSON.parse(String(data)) as ServerMessage).type;
      if (type === "refused") fail(new Error("The article was refused"));
      if (type !== "opened") return;
      socket.off("message", hear);
      done();
    });
    socket.once("close", (code) => fail(new Error(`The socket closed: ${code}`)));
  });
  socket.send(JSON.stringify(message));
  await opened;
  return socket;
}

async function markClaim(ours: Ours, cookie: string, id: string, blockId: string): Promise<void> {
  const response = await fetch(`${ours.origin}/api/v1/articles/${ours.articleId}/claims`, {
    method: "POST",
    headers: { cookie, origin: ours.origin, "content-type": "application/json" },
    body: JSON.stringify({
      id,
      target: { blockId },
      statement: "橋の建設は2019年に始まったと市は説明している。",
    }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}
