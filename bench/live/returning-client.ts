/** One client that comes back after a while, in a process of its own. */
import { WebSocket } from "ws";
import type { Claim } from "#domain/claim.ts";
import type { ServerMessage } from "#domain/live.ts";
import { answerWith } from "./child.ts";
import { now } from "./clock.ts";
import { changeOf } from "./ws-clients.ts";
import { connectYjs } from "./yjs-client.ts";

export interface ReturnToOurs {
  url: string;
  origin: string;
  cookie: string;
  articleId: string;
  after: number;
}

/** How long it took until the client held all that is now so, in milliseconds, and what came over the line for it. */
export interface Returned {
  ms: number;
  bytes: number;
  claims: number;
}

type Question =
  | { do: "return to ours"; where: ReturnToOurs }
  | { do: "stay with ours"; where: ReturnToOurs }
  | { do: "fill the map"; url: string; keys: number; sets: number; values: Claim[] | null }
  | { do: "return to the map"; url: string };

let staying: WebSocket | null = null;

answerWith(async (question: Question) => {
  switch (question.do) {
    case "return to ours":
      return await returnToOurs(question.where, (socket) => socket.terminate());
    case "stay with ours":
      return await returnToOurs(question.where, (socket) => {
        staying = socket;
      });
    case "fill the map":
      return await fillMap(question.url, question.keys, question.sets, question.values);
    case "return to the map":
      return await returnToMap(question.url);
  }
});

async function returnToOurs(
  { url, origin, cookie, articleId, after }: ReturnToOurs,
  then: (socket: WebSocket) => void,
): Promise<Returned & { held: Claim[] }> {
  const began = now();
  const socket = new WebSocket(url, { headers: { cookie, origin } });
  let bytes = 0;
  return await new Promise((done, fail) => {
    socket.on("error", fail);
    socket.on("close", (code) => fail(new Error(`The socket closed: ${code}`)));
    socket.on("message", (data: Buffer, isBinary) => {
      bytes += data.length;
      if (isBinary) return;
      const message = JSON.parse(data.toString()) as ServerMessage;
      if (message.type === "welcome") socket.send(JSON.stringify({ type: "open", articleId, after }));
      if (message.type !== "opened") return;
      const claims = new Map((message.news?.claims ?? []).map((claim) => [claim.id, claim]));
      const ms = now() - began;
      then(socket);
      done({ ms, bytes, claims: claims.size, held: staying ? [...claims.values()] : [] });
    });
  });
}

/** As many transactions as sets. The writer stays: a document that nobody has open leaves a bare server's memory. */
async function fillMap(url: string, keys: number, sets: number, values: Claim[] | null): Promise<void> {
  const { document, provider } = await connectYjs(url, "claims");
  const map = document.getMap("claims");
  for (let set = 0; set < sets; set += 1) {
    const key = `claim-${set % keys}`;
    map.set(key, values ? values[set % keys] : changeOf(key));
    // Lets the line send, so that the server takes in one change after another.
    if (set % 100 === 0) await new Promise((done) => setImmediate(done));
  }
  while (provider.hasUnsyncedChanges) await new Promise((done) => setTimeout(done, 10));
}

async function returnToMap(url: string): Promise<Returned> {
  const began = now();
  let bytes = 0;
  const { document, close } = await connectYjs(url, "claims", undefined, (socket) => {
    socket.on("message", (data: ArrayBuffer | Buffer) => {
      bytes += data.byteLength;
    });
  });
  const ms = now() - began;
  const claims = document.getMap("claims").size;
  close();
  return { ms, bytes, claims };
}
