import type { Actor } from "#domain/rights/predicate.ts";
import { deleteClaim } from "#server/commands/delete-claim.ts";
import { removeEvidence } from "#server/commands/remove-evidence.ts";
import { resolveThread } from "#server/commands/resolve-thread.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { makeSource } from "#server/test/source.ts";
import { ANNOTATION, makeStale } from "#server/test/states.ts";
import { makeThread } from "#server/test/thread.ts";
import { EDITORS, MEMBERS, type Rows } from "./row.ts";

const ofArticle = async () => ({ params: { articleId: (await makeArticle()).id } });
const ofClaim = async () => ({ params: { claimId: (await makeClaim()).id } });
const ofEvidence = async () => ({ params: { evidenceId: (await makeEvidence()).id } });
const ofThread = async () => ({ params: { threadId: (await makeThread()).id } });

/** What the asker wrote when they were an editor, whatever they are now. */
async function ofComment(author: Actor) {
  const thread = await makeThread({ by: { ...author, role: "editor" } });
  return { params: { commentId: thread.comments[0]?.id ?? "" } };
}

const anothers = async () => await ofComment(await makeActor());

async function ofStaleClaim() {
  const editor = await makeActor();
  const article = await makeArticle({ by: editor });
  const target = { blockId: bulletId(article) };
  const claim = await makeClaim({ by: editor, articleId: article.id, target });
  await makeStale({ article, claim });
  return { params: { claimId: claim.id } };
}

/** Of claims, what stands under them and what is said of them. */
export const CLAIM_ROWS: Rows = {
  "claim.list": { roles: MEMBERS, ask: ofArticle },
  "claim.create": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofArticle()), body: { target: { exact: "2019年" } } }),
  },
  "claim.get": { roles: MEMBERS, ask: ofClaim },
  "claim.update": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofClaim()), body: { version: 1, statement: "言い換え" } }),
  },
  "claim.remove": { roles: EDITORS, ask: ofClaim },
  "claim.restore": {
    roles: EDITORS,
    ask: async () => {
      const { params } = await ofClaim();
      await deleteClaim(await makeActor(), params);
      return { params };
    },
  },
  "claim.confirm": { roles: EDITORS, ask: ofStaleClaim },
  "claim.putVerdict": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofClaim()), body: { rating: "accurate", summary: "正しい。" } }),
  },
  "annotation.preview": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofArticle()), body: { content: ANNOTATION } }),
  },
  "annotation.import": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofArticle()), body: { content: ANNOTATION } }),
  },
  "evidence.add": {
    roles: EDITORS,
    ask: async () => ({
      ...(await ofClaim()),
      body: { source: { title: "資料" }, stance: "context", primary: false },
    }),
  },
  "evidence.update": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofEvidence()), body: { note: "覚え書き" } }),
  },
  "evidence.remove": { roles: EDITORS, ask: ofEvidence },
  "evidence.restore": {
    roles: EDITORS,
    ask: async () => {
      const { params } = await ofEvidence();
      await removeEvidence(await makeActor(), params);
      return { params };
    },
  },
  "thread.list": { roles: MEMBERS, ask: ofArticle },
  "thread.get": { roles: MEMBERS, ask: ofThread },
  "thread.open": {
    roles: EDITORS,
    ask: async () => {
      const { id: claimId, articleId } = await makeClaim();
      return { params: { articleId }, body: { claimId, body: "どうでしょう" } };
    },
  },
  "thread.reply": {
    roles: EDITORS,
    ask: async () => ({ ...(await ofThread()), body: { body: "そうですね" } }),
  },
  "thread.resolve": { roles: EDITORS, ask: ofThread },
  "thread.reopen": {
    roles: EDITORS,
    ask: async () => {
      const { params } = await ofThread();
      await resolveThread(await makeActor(), params);
      return { params };
    },
  },
  "comment.edit": {
    roles: EDITORS,
    isOwn: true,
    ask: async (asker) => ({ ...(await ofComment(asker)), body: { body: "別の言葉", version: 1 } }),
  },
  "comment.edit of another's": {
    roles: [],
    ask: async () => ({ ...(await anothers()), body: { body: "別の言葉", version: 1 } }),
  },
  "comment.remove": { roles: EDITORS, isOwn: true, ask: ofComment },
  "comment.remove of another's": { roles: [], ask: anothers },
  "source.list": { roles: MEMBERS, ask: async () => ({}) },
  "source.create": { roles: EDITORS, ask: async () => ({ body: { title: "白書" } }) },
  "source.update": {
    roles: EDITORS,
    ask: async () => ({ params: { sourceId: (await makeSource()).id }, body: { title: "新題" } }),
  },
};
