import { readFileSync } from "node:fs";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { DraftEntry, RevisionDraft } from "#domain/revision-draft.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { type PutRevisionDraftInput, putRevisionDraft } from "#server/commands/put-revision-draft.ts";
import { saveRevisionDraft } from "#server/commands/save-revision-draft.ts";
import { makeArticle } from "./article.ts";

/** The real article on which the product's own outcomes are shown. */
export const PARADE_TEXT = readFileSync("formats/samples/articles/beijing-parade-ja.txt", "utf8");

/** Passages of it, each named by what `EDITED_TEXT` does to it. */
export const PASSAGES = {
  untouched: "中国・ロシア観光客の受け入れ拡大で外貨を確保。",
  numbered: "プーチン大統領と金正恩総書記の中国での対面は、昨年6月以来となり",
  moved: "北京で開催される記念パレードは、中国の現代史における最大級の外交ショーとなる。",
  doubled: "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。",
  deleted: "経済制裁や外交的孤立に直面する北朝鮮にとって、大国首脳との連携は貴重な生命線です。",
  split: "国際社会の制裁にも関わらず、北朝鮮は工夫を凝らして経済難の乗り切りを図っている。",
} as const;
export type Passage = keyof typeof PASSAGES;

/** The parade's text with a number changed, a bullet moved, one doubled, one deleted and one split. */
export const EDITED_TEXT = [
  edit("昨年6月以来", "昨年7月以来"),
  edit(`  • ${PASSAGES.moved}\n`, ""),
  edit("の象徴とも言えるでしょう。\n", `の象徴とも言えるでしょう。\n  • ${PASSAGES.moved}\n`),
  edit(PASSAGES.doubled, `${PASSAGES.doubled}\n  • ${PASSAGES.doubled}`),
  edit(`  • ${PASSAGES.deleted}\n`, ""),
  edit("にも関わらず、北朝鮮は", "は続いている。\n  • 北朝鮮は"),
].reduce((text, change) => change(text), PARADE_TEXT);

/** Throws where `from` is not there once, so that a test edits what it means to. */
function edit(from: string, to: string): (text: string) => string {
  return (text) => {
    if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not stand there once`);
    return text.replace(from, to);
  };
}

/** The parade under check, with a claim on each passage. */
export async function makeParade(by: Actor): Promise<{ article: Article; claims: Record<Passage, Claim> }> {
  const article = await makeArticle({ by, content: PARADE_TEXT });
  const claims: Partial<Record<Passage, Claim>> = {};
  for (const [name, exact] of Object.entries(PASSAGES))
    claims[name as Passage] = await createClaim(by, { articleId: article.id, target: { exact } });
  return { article, claims: claims as Record<Passage, Claim> };
}

/** Brings in a new version of an article, `EDITED_TEXT` unless another is given. */
export const putDraft = (
  by: Actor,
  articleId: string,
  wanted: Partial<PutRevisionDraftInput> = {},
): Promise<RevisionDraft> =>
  putRevisionDraft(by, { articleId, format: "text", content: EDITED_TEXT, ...wanted });

/** Brings in a new version and saves it at once, without a decision. */
export async function saveVersion(by: Actor, articleId: string, content = EDITED_TEXT): Promise<Article> {
  const { id } = await putDraft(by, articleId, { content });
  return await saveRevisionDraft(by, { articleId, draftId: id });
}

/** What a draft says of one claim. */
export function entryOf(draft: RevisionDraft, claim: { id: string }): DraftEntry {
  const entry = draft.entries.find((candidate) => candidate.claim.id === claim.id);
  if (!entry) throw new Error(`The draft says nothing of claim ${claim.id}`);
  return entry;
}
