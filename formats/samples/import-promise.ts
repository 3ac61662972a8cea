import type { ParsedArticle } from "#domain/article-import.ts";
import { type BlockMark, blockDetailsSchema, type ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import { isBlockText } from "#editor/block-text.ts";
import { parseArticleDocument } from "#editor/parse-article-document.ts";
import { buildRevision } from "#editor/revision-document.ts";

/** What of an importer's promise an article does not keep, in words; empty where it keeps all of it. */
export function brokenPromises({ blocks, pictures, title }: ParsedArticle): string[] {
  const broken = blocks.flatMap((block, index) =>
    brokenBy(block, pictures.length).map((what) => `block ${index}: ${what}`),
  );
  const tops = blocks.filter(({ kind, level }) => kind === "heading" && level === 1);
  if (tops.length > 1 || (tops[0] && tops[0] !== blocks[0]))
    broken.push("a heading of level 1 that is no title");
  if (title !== null && title.trim() === "") broken.push("a blank title");
  if (broken.length > 0) return broken;
  const { document } = buildRevision(blocks);
  const parsed = parseArticleDocument(JSON.parse(JSON.stringify(document)));
  return parsed.ok ? [] : [`no document of the schema: ${JSON.stringify(parsed)}`];
}

function brokenBy(block: ParsedBlock, pictures: number): string[] {
  const { kind, level, text, details, picture } = block;
  const broken: string[] = [];
  if (text.trim() !== text || !isBlockText(text))
    broken.push(`its text ${JSON.stringify(text)}`);
  const isLevel =
    kind === "heading" || kind === "bullet" ? level !== null && level >= 1 && level <= 6 : level === null;
  if (!isLevel || (level !== null && !Number.isInteger(level))) broken.push(`a ${kind} of level ${level}`);
  if (details !== undefined && !blockDetailsSchema.safeParse(details).success)
    broken.push(`its details ${JSON.stringify(details)}`);
  if (/\p{Surrogate}|\0/u.test(JSON.stringify(details ?? {}))) broken.push("half a character in its details");
  if (picture !== undefined && !(picture >= 0 && picture < pictures)) broken.push(`picture ${picture}`);
  if ((kind === "cell") !== (details?.cell !== undefined))
    broken.push("a cell without a place, or a place without a cell");
  return [...broken, ...brokenMarks(details?.marks ?? [], codePointLength(text))];
}

function brokenMarks(marks: readonly BlockMark[], length: number): string[] {
  const broken: string[] = [];
  const ends = new Map<BlockMark["type"], number>();
  let before = 0;
  for (const mark of marks) {
    const { type, start, end } = mark;
    if (start >= end || end > length || start < before || start < (ends.get(type) ?? 0))
      broken.push(`mark ${JSON.stringify(mark)} of ${length}`);
    if (mark.type === "link" && !/^(?:https?|mailto):/i.test(mark.href))
      broken.push(`a link to ${mark.href}`);
    ends.set(type, end);
    before = start;
  }
  return broken;
}
