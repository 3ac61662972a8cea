import type { Connect } from "./subject.ts";
import { changeOf } from "./ws-clients.ts";
import { connectYjs } from "./yjs-client.ts";

/** Clients that share one Y.Map over Hocuspocus. */
export const connectMap: Connect = async (job, seen) => {
  const clients = await Promise.all(Array.from({ length: job.clients }, () => connectYjs(job.url, "claims")));
  for (const { document } of clients)
    document.getMap("claims").observe((event) => {
      for (const key of event.keysChanged) seen(key);
    });
  return {
    edit: (author, edit) => {
      const key = `edit-${edit}`;
      clients[author]?.document.getMap("claims").set(key, changeOf(key));
      return key;
    },
    errors: [],
    answers: [],
    close: () => {
      for (const client of clients) client.close();
    },
  };
};
