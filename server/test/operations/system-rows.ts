import { setWatch } from "#server/commands/set-watch.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeArticle } from "#server/test/article.ts";
import { makeMember } from "#server/test/member.ts";
import { giveAddress, ownReading } from "#server/test/states.ts";
import { makeThread, mentioning } from "#server/test/thread.ts";
import { ADMINS, type Rows } from "./row.ts";

async function ofWatch() {
  const editor = await makeActor();
  const article = await makeArticle({ by: editor });
  await giveAddress({ editor, article });
  await setWatch(editor, { articleId: article.id, everyMinutes: 60 });
  return { params: { articleId: article.id } };
}

/** Of the product as it runs. */
export const SYSTEM_ROWS: Rows = {
  "system.status": { roles: ADMINS, ask: async () => ({}) },
  "system.work": { roles: ADMINS, ask: async () => ({}) },
  "system.retryReading": {
    roles: ADMINS,
    ask: async () => {
      const readingId = await ownReading(await makeActor());
      await db().reading.update({ where: { id: readingId }, data: { state: "failed", failure: "TOO_HARD" } });
      return { params: { readingId } };
    },
  },
  "system.retryWatch": { roles: ADMINS, ask: ofWatch },
  "system.pauseWatch": {
    roles: ADMINS,
    ask: async () => ({ ...(await ofWatch()), body: { paused: true } }),
  },
  "system.retryMail": {
    roles: ADMINS,
    ask: async () => {
      const { id } = await makeMember("editor");
      await makeThread({ body: mentioning("さん", id) });
      // As where a desk sends mail: something is due to them in a while.
      const mailDueAt = new Date(Date.now() + 60_000);
      await db().notification.updateMany({
        where: { memberId: id },
        data: { mailDueAt },
      });
      return { params: { memberId: id } };
    },
  },
};
