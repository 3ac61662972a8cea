import fc from "fast-check";
import { expect, test } from "vitest";
import type { CommentDocument, CommentInline, CommentMark } from "./comment-node.ts";
import { commentDocumentSchema } from "./comment-schema.ts";
import { commentFromText, commentText, isEmptyComment, mentionedMembers } from "./comment-text.ts";
import { parseComment } from "./parse-comment.ts";

const SATO = "01980000-0000-7000-8000-f00000000001";
const SUZUKI = "01980000-0000-7000-8000-f00000000002";

const text = (words: string, ...marks: CommentMark[]): CommentInline => ({
  type: "text",
  text: words,
  marks,
});
const mention = (id: string, label: string): CommentInline => ({ type: "mention", attrs: { id, label } });
const doc = (...paragraphs: CommentInline[][]): CommentDocument => ({
  type: "doc",
  content: paragraphs.map((content) => ({ type: "paragraph", content })),
});
const bold: CommentMark = { type: "bold" };
const hardBreak: CommentInline = { type: "hardBreak" };

const someInline: fc.Arbitrary<CommentInline> = fc.oneof(
  fc.record({
    type: fc.constant("text" as const),
    text: fc.string({
      unit: fc.constantFrom("北", "「", "a", " ", "@", "<", "👩‍👩‍👧", "𠮷"),
      minLength: 1,
      maxLength: 8,
    }),
    marks: fc.uniqueArray(
      fc.constantFrom<CommentMark[]>(
        bold,
        { type: "italic" },
        { type: "link", attrs: { href: "https://example.jp/表?a=1" } },
      ),
      { selector: ({ type }) => type, maxLength: 3 },
    ),
  }),
  fc.constant(hardBreak),
  fc.constantFrom(mention(SATO, "佐藤"), mention(SUZUKI, "鈴木 一")),
);
const someComment = fc
  .array(fc.array(someInline, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map((paragraphs) => doc(...paragraphs))
  .filter((comment) => !isEmptyComment(comment));

test("what the parser accepts, the editor's schema accepts, and says the same of the same people", () => {
  fc.assert(
    fc.property(someComment, (comment) => {
      expect(parseComment(JSON.parse(JSON.stringify(comment)))).toEqual({ ok: true, comment });
      const node = commentDocumentSchema.nodeFromJSON(comment);
      node.check();
      const again = parseComment(node.toJSON());
      if (!again.ok) throw new Error(JSON.stringify(again.problem));
      expect(commentText(again.comment)).toBe(commentText(comment));
      expect(mentionedMembers(again.comment)).toEqual(mentionedMembers(comment));
    }),
    { numRuns: 200 },
  );
});

test("plain text keeps its words and lines, and none of it is markup", () => {
  const unit = fc.constantFrom("あ", "b", " ", "\n", "\r\n", "*", "[", "<b>", "@佐藤", "\t");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (typed) => {
      const comment = commentFromText(typed);
      const lines = (words: string) => words.split(/\r?\n/).filter((line) => line.trim() !== "");
      expect(lines(commentText(comment))).toEqual(lines(typed));
      expect(mentionedMembers(comment)).toEqual([]);
      expect(parseComment(comment).ok).toBe(typed.trim() !== "");
    }),
    { numRuns: 300 },
  );
});

test.each<[string, string, CommentDocument]>([
  ["one line", "確認します。", doc([text("確認します。")])],
  ["two lines", "確認します。\n少し待って。", doc([text("確認します。"), hardBreak, text("少し待って。")])],
  ["two paragraphs", "一\r\n\r\n二", doc([text("一")], [text("二")])],
  ["paragraphs parted by blanks", "一\n \n\n二\n", doc([text("一")], [text("二")])],
  ["signs of Markdown", "**太字** [a](b)", doc([text("**太字** [a](b)")])],
  ["nothing", " \n", doc([])],
])("from plain text: %s", (_name, typed, expected) => {
  expect(commentFromText(typed)).toEqual(expected);
});

test("mentions are named once each, in order, and read as names", () => {
  const comment = doc(
    [mention(SUZUKI, "鈴木"), text("さん、")],
    [mention(SATO, "佐藤"), mention(SUZUKI, "鈴木"), hardBreak, text("を。", bold)],
  );
  expect(mentionedMembers(comment)).toEqual([SUZUKI, SATO]);
  expect(commentText(comment)).toBe("@鈴木さん、\n@佐藤@鈴木\nを。");
});

test("a mention alone is a comment, white space is none", () => {
  expect(parseComment(doc([mention(SATO, "佐藤")])).ok).toBe(true);
  expect(parseComment(doc([text("　 "), hardBreak], []))).toMatchObject({ problem: { code: "empty" } });
});

const inline = (part: unknown) => ({ type: "doc", content: [{ type: "paragraph", content: [part] }] });
const FIRST = ["content", 0, "content", 0];

test.each<[string, unknown, string, (string | number)[]]>([
  ["null", null, "unknown_content", []],
  ["no paragraph", { type: "doc", content: [] }, "unknown_content", ["content"]],
  ["a heading", { type: "doc", content: [{ type: "heading" }] }, "unknown_content", ["content", 0, "type"]],
  ["a picture", inline({ type: "image", attrs: { src: "x" } }), "unknown_content", [...FIRST, "type"]],
  [
    "a paragraph in a paragraph",
    inline({ type: "paragraph", content: [] }),
    "unknown_content",
    [...FIRST, "type"],
  ],
  [
    "an unknown mark",
    inline({ type: "text", text: "a", marks: [{ type: "strike" }] }),
    "unknown_content",
    [...FIRST, "marks", 0, "type"],
  ],
  ["the same mark twice", inline(text("a", bold, bold)), "unknown_content", [...FIRST, "marks"]],
  ["a mention of no id", inline(mention("everyone", "皆")), "unknown_content", [...FIRST, "attrs", "id"]],
  ["a mention without a name", inline(mention(SATO, "")), "unknown_content", [...FIRST, "attrs", "label"]],
  [
    "a link that is a script",
    inline(text("a", { type: "link", attrs: { href: "javascript:alert(1)" } })),
    "link_refused",
    [...FIRST, "marks", 0, "attrs", "href"],
  ],
  ["too many words", inline(text("𠮷".repeat(5_001))), "too_long", []],
  [
    "too many parts",
    { type: "doc", content: [{ type: "paragraph", content: Array(2_001).fill(hardBreak) }] },
    "unknown_content",
    ["content", 0, "content"],
  ],
])("refused: %s", (_name, json, code, path) => {
  expect(parseComment(json)).toMatchObject({ ok: false, problem: { code, path } });
});

test("the longest comment is taken, counted in code points", () => {
  expect(parseComment(inline(text("𠮷".repeat(5_000)))).ok).toBe(true);
  expect(parseComment(inline(text("𠮷".repeat(5_001))))).toMatchObject({ problem: { length: 5_001 } });
});

test("what an editor adds is left out, and broken characters are repaired", () => {
  const dressed = inline({
    type: "mention",
    attrs: { id: SATO.toUpperCase(), label: "佐\n藤\ud800", mentionSuggestionChar: "#", onclick: "x" },
  });
  expect(parseComment(dressed)).toEqual({ ok: true, comment: doc([mention(SATO, "佐 藤\ufffd")]) });
});
