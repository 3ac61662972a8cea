import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { DEED_HEADER, SEQ_HEADER } from "#contract/procedure.ts";
import { db } from "#server/db.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { type Answer, makeScript, type Script } from "#server/test/call-api.ts";
import { makeClaim } from "#server/test/claim.ts";
import { makeSource } from "#server/test/source.ts";

let one: Script;
let other: Script;

beforeAll(async () => {
  one = await makeScript("reviewer");
  other = await makeScript("editor");
});

const seqOf = ({ headers }: Answer): number | null => {
  const seq = headers.get(SEQ_HEADER);
  return seq === null ? null : Number(seq);
};
async function lastSeq(articleId: string): Promise<number> {
  const { eventSeq } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  return eventSeq;
}
const idOf = ({ json }: Answer): string => String(json.id);

describe("an answer says as of which event of its article it stands", () => {
  it("whatever was written: the number of the event that it made", async () => {
    const article = await makeArticle();
    const block = `/articles/${article.id}/blocks/${bulletId(article)}/dismissal`;
    const source = { id: (await makeSource()).id };
    const claim = await one.send("POST", `/articles/${article.id}/claims`, {
      target: { blockId: bulletId(article) },
    });
    const onClaim = `/claims/${idOf(claim)}`;
    const evidence = await one.send("POST", `${onClaim}/evidence`, {
      source,
      stance: "supports",
      primary: true,
    });
    const thread = await one.send("POST", `/articles/${article.id}/threads`, {
      claimId: idOf(claim),
      body: "出典は？",
    });
    const commentId = (thread.json.comments as { id: string }[])[0]?.id;
    const answers = [
      claim,
      evidence,
      thread,
      await one.send("PATCH", `/articles/${article.id}`, { publisher: "湾岸新聞", version: 1 }),
      await one.send("PUT", block, { reason: "opinion" }),
      await one.send("DELETE", block),
      await one.send("PATCH", onClaim, { statement: "橋", version: 1 }),
      await one.send("PUT", `${onClaim}/verdict`, { rating: "accurate", summary: "正しい。" }),
      await one.send("PATCH", `/evidence/${idOf(evidence)}`, { note: "三頁", version: 1 }),
      await one.send("DELETE", `/evidence/${idOf(evidence)}`),
      await one.send("POST", `/evidence/${idOf(evidence)}/restore`),
      await one.send("POST", `/threads/${idOf(thread)}/comments`, { body: "資料一です。" }),
      await one.send("PATCH", `/comments/${commentId}`, { body: "出典はどこ？", version: 1 }),
      await one.send("DELETE", `/comments/${commentId}`),
      await one.send("POST", `/threads/${idOf(thread)}/resolve`),
      await one.send("POST", `/threads/${idOf(thread)}/reopen`),
      await one.send("DELETE", onClaim),
      await one.send("POST", `${onClaim}/restore`),
    ];
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    expect(answers.map(seqOf)).toEqual(answers.map((_answer, index) => index + 2));
    expect(await lastSeq(article.id)).toBe(answers.length + 1);
  });

  it("that changed nothing, and a claim that is read: the last event there was", async () => {
    const { id, articleId } = await makeClaim();
    await one.send("PATCH", `/claims/${id}`, { statement: "橋", version: 1 });
    expect(seqOf(await other.send("PATCH", `/claims/${id}`, { statement: "橋", version: 2 }))).toBe(3);
    expect(seqOf(await other.send("GET", `/claims/${id}`))).toBe(3);
    await one.send("DELETE", `/claims/${id}`);
    expect(seqOf(await other.send("DELETE", `/claims/${id}`))).toBe(4);
    expect(await lastSeq(articleId)).toBe(4);
  });

  it("that was refused: the last event there was, which is what a conflict shows", async () => {
    const { id } = await makeClaim();
    await one.send("PATCH", `/claims/${id}`, { statement: "一", version: 1 });
    const refused = await other.send("PATCH", `/claims/${id}`, { statement: "二", version: 1 });
    expect([refused.status, seqOf(refused)]).toEqual([409, 3]);
  });

  it("that came again: the number of the first time", async () => {
    const article = await makeArticle();
    const block = `/articles/${article.id}/blocks/${bulletId(article)}/dismissal`;
    const deed = { [DEED_HEADER]: uuidv7() };
    const first = await one.send("PUT", block, { reason: "opinion" }, deed);
    await other.send("DELETE", block);
    const again = await one.send("PUT", block, { reason: "opinion" }, deed);
    expect(again.json).toEqual(first.json);
    expect([seqOf(first), seqOf(again)]).toEqual([2, 2]);
    expect(await lastSeq(article.id)).toBe(3);
  });

  it("each its own, when many come at once", async () => {
    const article = await makeArticle();
    const mark = () =>
      one.send("POST", `/articles/${article.id}/claims`, { target: { blockId: bulletId(article) } });
    const seqs = (await Promise.all(Array.from({ length: 8 }, mark))).map(seqOf);
    expect(new Set(seqs)).toEqual(new Set([2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it("and says nothing where it is about no article", async () => {
    expect(seqOf(await one.send("PATCH", "/profile", { name: "佐藤" }))).toBeNull();
    expect(seqOf(await one.send("GET", `/claims/${uuidv7()}`))).toBeNull();
  });
});
