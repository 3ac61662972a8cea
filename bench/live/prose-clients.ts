import * as Y from "yjs";
import type { Connect } from "./subject.ts";
import { connectYjs, type YjsClient } from "./yjs-client.ts";

const FIELD = "rationale";

/** Clients that type into one text over Hocuspocus: a bare server's or ours. A key typed is one word at the end. */
export const connectProse: Connect = async (job, seen) => {
  const name = job.ours?.room ?? "prose";
  const clients = await Promise.all(
    Array.from({ length: job.clients }, (_, index) => connectYjs(job.url, name, job.ours?.cookies[index])),
  );
  const [first] = clients;
  if (first) await writeFirstParagraph(first, clients);
  for (const { document } of clients)
    document.getXmlFragment(FIELD).observeDeep((events) => {
      for (const { delta } of events)
        for (const { insert } of delta)
          if (typeof insert === "string") for (const key of insert.match(/k\d+/g) ?? []) seen(key);
    });
  return {
    edit: (author, edit) => {
      const key = `k${edit}`;
      const document = clients[author]?.document;
      const text = document && textOf(document);
      text?.insert(text.length, `${key} `);
      return key;
    },
    errors: [],
    answers: [],
    close: () => {
      for (const client of clients) client.close();
    },
  };
};

async function writeFirstParagraph(first: YjsClient, clients: YjsClient[]): Promise<void> {
  first.document.transact(() => {
    const fragment = first.document.getXmlFragment(FIELD);
    if (fragment.length === 0) fragment.insert(0, [new Y.XmlElement("paragraph")]);
    const paragraph = fragment.get(0);
    if (paragraph instanceof Y.XmlElement && paragraph.length === 0)
      paragraph.insert(0, [new Y.XmlText("書き出し。")]);
  });
  const hasIt = ({ document }: YjsClient) => textOf(document) !== null;
  while (!clients.every(hasIt)) await new Promise((done) => setTimeout(done, 5));
}

/** The text of the first paragraph; null before there is one. */
function textOf(document: Y.Doc): Y.XmlText | null {
  const fragment = document.getXmlFragment(FIELD);
  const paragraph = fragment.length > 0 ? fragment.get(0) : null;
  const text = paragraph instanceof Y.XmlElement && paragraph.length > 0 ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text : null;
}
