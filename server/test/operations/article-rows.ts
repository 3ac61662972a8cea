import { createHash } from "node:crypto";
import { decideDraftClaim } from "#server/commands/decide-draft-claim.ts";
import { dismissBlock } from "#server/commands/dismiss-block.ts";
import { setWatch } from "#server/commands/set-watch.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle, TWIN_TEXT } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import {
  draftOf,
  giveAddress,
  makeCapture,
  makeChange,
  NEW_VERSION,
  ownReading,
  putDraft,
  SCAN,
} from "#server/test/states.ts";
import { EDITORS, MEMBERS, type Rows } from "./row.ts";

async function makeDesk() {
  const editor = await makeActor();
  return { editor, article: await makeArticle({ by: editor }) };
}

const ofArticle = async () => ({ params: { articleId: (await makeArticle()).id } });

async function ofBullet() {
  const { editor, article } = await makeDesk();
  return { editor, params: { articleId: article.id, blockId: bulletId(article, 1) } };
}

async function ofDraft() {
  const desk = await makeDesk();
  await putDraft(desk);
  return { ...desk, params: await draftOf(desk.article.id) };
}

async function ofDraftClaim() {
  const { editor, article } = await makeDesk();
  const claim = await makeClaim({
    by: editor,
    articleId: article.id,
    target: { blockId: bulletId(article) },
  });
  await putDraft({ editor, article });
  return { editor, params: { ...(await draftOf(article.id)), claimId: claim.id } };
}

async function ofWatched() {
  const desk = await makeDesk();
  await giveAddress(desk);
  const articleId = desk.article.id;
  await setWatch(desk.editor, { articleId, everyMinutes: 60 });
  return { params: { articleId } };
}

const DROPPED = { kind: "dropped", reason: "removed" } as const;

/** Of articles and their texts. `pageAddress`: of a page that can be fetched. */
export const articleRows = (pageAddress: () => string): Rows => ({
  "article.list": { roles: MEMBERS, ask: async () => ({}) },
  "article.create": { roles: EDITORS, ask: async () => ({ body: { format: "text", content: TWIN_TEXT } }) },
  "article.preview": { roles: EDITORS, ask: async () => ({ body: { format: "text", content: TWIN_TEXT } }) },
  "article.get": { roles: MEMBERS, ask: ofArticle },
  "article.update": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofArticle()), body: { version: 1, title: "新題" } }),
  },
  "article.dismissBlock": {
    roles: EDITORS,
    ask: async () => ({ params: (await ofBullet()).params, body: { reason: "opinion" } }),
  },
  "article.reopenBlock": {
    roles: EDITORS,
    ask: async () => {
      const { editor, params } = await ofBullet();
      await dismissBlock(editor, { ...params, reason: "opinion" });
      return { params };
    },
  },
  "capture.create": { roles: EDITORS, ask: async () => ({ body: { url: pageAddress() } }) },
  "capture.get": { roles: MEMBERS, ask: async () => ({ params: { captureId: await makeCapture() } }) },
  "capture.bytes": { roles: MEMBERS, ask: async () => ({ params: { captureId: await makeCapture() } }) },
  "reading.start": {
    roles: EDITORS,
    ask: async () => {
      const form = new FormData();
      form.set("file", SCAN);
      form.set("direction", "across");
      form.set("language", "ja");
      return { body: form };
    },
  },
  "reading.get": {
    roles: EDITORS,
    isOwn: true,
    ask: async (asker) => ({ params: { readingId: await ownReading(asker) } }),
  },
  "reading.get of another's": {
    roles: EDITORS,
    answers: "NOT_FOUND",
    ask: async () => ({ params: { readingId: await ownReading(await makeActor()) } }),
  },
  "reading.cancel": {
    roles: EDITORS,
    isOwn: true,
    ask: async (asker) => ({ params: { readingId: await ownReading(asker) } }),
  },
  "reading.cancel of another's": {
    roles: EDITORS,
    answers: "NOT_FOUND",
    ask: async () => ({ params: { readingId: await ownReading(await makeActor()) } }),
  },
  "reading.page": {
    roles: MEMBERS,
    isOwn: true,
    ask: async (asker) => ({ params: { readingId: await ownPage(asker), page: "1" } }),
  },
  "reading.page of another's": {
    roles: MEMBERS,
    answers: "NOT_FOUND",
    ask: async () => ({ params: { readingId: await ownPage(await makeActor()), page: "1" } }),
  },
  "revision.list": { roles: MEMBERS, ask: ofArticle },
  "revision.get": {
    roles: MEMBERS,
    ask: async () => ({ params: { ...(await ofArticle()).params, number: "1" } }),
  },
  "revisionDraft.get": { roles: MEMBERS, ask: async () => ({ params: (await ofDraft()).params }) },
  "revisionDraft.put": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofArticle()), body: { ...NEW_VERSION } }),
  },
  "revisionDraft.remove": { roles: EDITORS, ask: async () => ({ params: (await ofDraft()).params }) },
  "revisionDraft.decide": {
    roles: EDITORS,
    ask: async () => ({ params: (await ofDraftClaim()).params, body: { decision: DROPPED } }),
  },
  "revisionDraft.undecide": {
    roles: EDITORS,
    ask: async () => {
      const { editor, params } = await ofDraftClaim();
      await decideDraftClaim(editor, { ...params, decision: DROPPED });
      return { params };
    },
  },
  "revisionDraft.save": { roles: EDITORS, ask: async () => ({ params: (await ofDraft()).params }) },
  "watch.get": { roles: MEMBERS, ask: ofWatched },
  "watch.put": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofWatched()), body: { everyMinutes: 1440 } }),
  },
  "watch.remove": { roles: EDITORS, ask: ofWatched },
  "watch.settleChange": {
    roles: EDITORS,
    ask: async () => {
      const desk = await makeDesk();
      await giveAddress(desk);
      return { params: { articleId: desk.article.id, changeId: await makeChange(desk) } };
    },
  },
  "scale.list": { roles: MEMBERS, ask: async () => ({}) },
  "event.list": { roles: MEMBERS, ask: ofArticle },
  "picture.get": { roles: MEMBERS, ask: async () => ({ params: { sha256: await makePicture() } }) },
  "report.download": {
    roles: MEMBERS,
    ask: async () => ({ ...(await ofArticle()), query: { format: "csv" } }),
  },
});

async function ownPage(owner: { id: string }): Promise<string> {
  const readingId = await ownReading(owner);
  const picture = new Uint8Array([1]);
  await db().readingPage.create({ data: { readingId, page: 1, picture, width: 1, height: 1 } });
  return readingId;
}

async function makePicture(): Promise<string> {
  const bytes = new TextEncoder().encode(crypto.randomUUID());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await db().picture.create({ data: { sha256, mediaType: "image/png", bytes } });
  return sha256;
}
