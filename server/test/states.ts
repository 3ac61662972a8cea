import type { Article } from "#domain/article.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { putRevisionDraft } from "#server/commands/put-revision-draft.ts";
import { updateArticle } from "#server/commands/update-article.ts";
import { db } from "#server/db.ts";
import { TWIN_TEXT } from "./article.ts";

/** What must be so before some commands can do anything, made by an editor who is not the one asked about. */
interface OfEditor {
  editor: Actor;
  article: Article;
}

export const NEW_VERSION = { format: "text", content: `${TWIN_TEXT}• 橋は開通した。\n` } as const;

export const putDraft = ({ editor, article }: OfEditor) =>
  putRevisionDraft(editor, { articleId: article.id, ...NEW_VERSION });

export const draftOf = async (articleId: string) => {
  const { id } = await db().revisionDraft.findUniqueOrThrow({ where: { articleId } });
  return { articleId, draftId: id };
};

/** What its first bytes say is a picture: nobody reads it here. */
export const SCAN = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], "scan.png");

/** The id of a reading of the actor's that waits. */
export async function ownReading(actor: { id: string }): Promise<string> {
  const said = { fileName: "scan.png", format: "picture", direction: "across", language: "ja" };
  const { id } = await db().reading.create({
    data: { ...said, bytes: new Uint8Array(8), sha256: "0".repeat(64), createdById: actor.id },
  });
  return id;
}

/** The words under the claim's finding are others now. */
export const makeStale = ({ article, claim }: { article: Article; claim: { id: string } }) =>
  db().claim.update({
    where: { id: claim.id },
    data: { staleSince: new Date(), staleWas: "前の言葉", staleRevisionId: article.revision.id },
  });

export const giveAddress = ({ editor, article: { id, version } }: OfEditor) =>
  updateArticle(editor, { articleId: id, version, url: "https://news.example/bridge" });

/** The id of what was fetched once. */
export async function makeCapture(): Promise<string> {
  const url = "https://news.example/bridge";
  const fetched = { status: 200, headers: {}, mediaType: "text/html", bytes: new Uint8Array() };
  const { id } = await db().capture.create({
    data: { url, finalUrl: url, ...fetched, sha256: "0".repeat(64) },
  });
  return id;
}

/** The id of a change: something else was found at the article's address. */
export async function makeChange({ article }: { article: Article }): Promise<string> {
  const captureId = await makeCapture();
  const { id } = await db().articleChange.create({
    data: {
      articleId: article.id,
      baseRevisionId: article.revision.id,
      captureId,
      sha256: "0".repeat(64),
    },
  });
  return id;
}

/** One W3C annotation on words of the article. */
export const ANNOTATION = JSON.stringify({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "https://notes.example/1",
  type: "Annotation",
  target: { source: "https://news.example/bridge", selector: { type: "TextQuoteSelector", exact: "2019年" } },
});
