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
  const fragment = first.document.getXmlFragment(FIELD);
  if (fragment.length === 0) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText()]);
    fragment.insert(0, [paragraph]);
  }
  const hasIt = ({ document }: YjsClient) => document.getXmlFragment(FIELD).length > 0;
  while (!clients.every(hasIt)) await new Promise((done) => setTimeout(done, 5));
}

/** The text of the first paragraph; null before there is one. */
function textOf(document: Y.Doc): Y.XmlText | null {
  const paragraph = document.getXmlFragment(FIELD).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text : null;
}
