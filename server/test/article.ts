import type { Article } from "#domain/article.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { type CreateArticleInput, createArticle } from "#server/commands/create-article.ts";
import { db } from "#server/db.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeActor } from "./actor.ts";

/** Three bullets, of which the last two are twins, under a title and a heading. */
export const TWIN_TEXT = `湾岸の新橋

1. 経緯

• 橋は2019年に着工した。
• 市は費用を公表していない。𠮷田市長は会見した。
• 市は費用を公表していない。
`;

/** An article of `TWIN_TEXT` on FIJ's scale; `wanted` overrides any field, `by` who brings it in. */
export async function makeArticle(
  wanted: Partial<CreateArticleInput> & { by?: Actor } = {},
): Promise<Article> {
  await ensureScales(db());
  const { by = await makeActor(), ...fields } = wanted;
  return await createArticle(by, { format: "text", content: TWIN_TEXT, ...fields });
}

/** The id of the article's bullet number `index`, from 0. */
export function bulletId(article: Article, index = 0): string {
  const bullet = article.revision.blocks.filter(({ kind }) => kind === "bullet")[index];
  if (!bullet) throw new Error(`The article has no bullet ${index}`);
  return bullet.id;
}
