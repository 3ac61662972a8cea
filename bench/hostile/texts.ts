import { asMember, filled, type HostileInput } from "./input.ts";

const rationale = (name: string, markdown: string, times = 1): HostileInput => ({
  name: `rationale: ${name}`,
  times,
  hurl: (desk) =>
    asMember(desk, "PUT", `/claims/${desk.claimId}/verdict`, JSON.stringify({ rationale: markdown })),
});

const preview = (name: string, input: Record<string, unknown>, times = 1): HostileInput => ({
  name: `preview: ${name}`,
  times,
  hurl: (desk) => asMember(desk, "POST", "/article-previews", JSON.stringify(input)),
});

/** Texts that are made to be hard to parse. */
export const TEXTS: HostileInput[] = [
  rationale("“1. ” × 16,333", filled("1. ", 49_000)),
  rationale("“*_” × 24,500", filled("*_", 49_000)),
  rationale("“> ” × 24,500", filled("> ", 49_000)),
  rationale("“[a](” × 12,250", filled("[a](", 49_000)),
  rationale("“*a_ ” × 12,250", filled("*a_ ", 49_000)),
  rationale("lines of headings", filled("a\n=\n", 49_000)),
  rationale("“![” × 24,500", filled("![", 49_000)),
  rationale("“`a” × 24,500", filled("`a", 49_000)),
  rationale("links to themselves", filled("[a]: b\n", 49_000)),
  rationale("4 kB, twelve at once", filled("*_", 4_000), 12),
  preview("12 × 100,000 characters", { content: filled("*_", 100_000), format: "markdown" }, 12),
  preview("5 MB of Markdown", { content: filled("**a** [b](c) _d_\n", 5_000_000), format: "markdown" }),
  preview("99 kB of “[”", { content: filled("[", 99_000), format: "markdown" }),
  preview("pages of nothing but tags", { content: filled("<div><b>", 99_000), format: "html" }, 3),
  preview("a table in a table in a table", { content: filled("<table><tr><td>", 99_000), format: "html" }, 3),
  preview("2 MB of letters in one line", { content: filled("あ", 600_000), format: "text" }, 2),
  preview("5 MB of one-letter lines", { content: filled("・あ\n", 1_000_000) }),
  preview("5 MB of escapes", { content: filled("\\\n", 1_000_000) }),
  {
    name: "article: 9,900 blocks",
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/article-previews",
        JSON.stringify({ content: filled("・市は費用を公表していない。\n", 138_000) }),
      ),
  },
  {
    name: "comment: 50,000 line breaks",
    times: 5,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/threads`,
        JSON.stringify({ claimId: desk.claimId, body: filled("\n \n", 50_000) }),
      ),
  },
  {
    name: "comment: a document of 15,000 values",
    times: 3,
    hurl: (desk) => {
      const content = Array.from({ length: 1_900 }, () => ({
        type: "paragraph",
        content: [{ type: "text", text: "a", marks: [] }],
      }));
      return asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/threads`,
        JSON.stringify({ claimId: desk.claimId, body: { type: "doc", content } }),
      );
    },
  },
  {
    name: "rationale: a document 200 levels deep",
    times: 5,
    hurl: (desk) => {
      let node: unknown = { type: "paragraph" };
      for (let level = 0; level < 90; level += 1) node = { type: "blockquote", content: [node] };
      return asMember(
        desk,
        "PUT",
        `/claims/${desk.claimId}/verdict`,
        JSON.stringify({ rationale: { type: "doc", content: [node] } }),
      );
    },
  },
];
