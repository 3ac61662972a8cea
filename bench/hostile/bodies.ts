import { asMember, filled, type HostileInput } from "./input.ts";

const MEGABYTE = 1_000_000;
const form = { "content-type": "multipart/form-data; boundary=x" };
const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const annotation = (exact: string) => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  type: "Annotation",
  target: { source: "https://a.example", selector: { type: "TextQuoteSelector", exact } },
});

/** Bodies, annotations and passages of a member that are made to be hard to take in. */
export const BODIES: HostileInput[] = [
  {
    name: "member: 9 MB of empty lists",
    times: 3,
    hurl: (desk) => asMember(desk, "POST", "/articles", filled("[],", 9 * MEGABYTE)),
  },
  {
    name: "member: 1 MB of keys",
    times: 5,
    hurl: (desk) =>
      asMember(
        desk,
        "PATCH",
        "/profile",
        `{${Array.from({ length: 80_000 }, (_, at) => `"k${at}":1`).join()}}`,
      ),
  },
  {
    name: "member: 19,000 keys",
    times: 10,
    hurl: (desk) =>
      asMember(
        desk,
        "PATCH",
        "/profile",
        `{${Array.from({ length: 19_000 }, (_, at) => `"k${at}":1`).join()}}`,
      ),
  },
  {
    name: "member: 500,000 levels",
    times: 3,
    hurl: (desk) => asMember(desk, "PATCH", "/profile", filled("[", MEGABYTE / 2)),
  },
  {
    name: "member: 5 MB of \\u3042",
    times: 2,
    hurl: (desk) =>
      asMember(desk, "POST", "/article-previews", `{"content":"${filled("\\u3042", 9 * MEGABYTE)}"}`),
  },
  {
    name: "member: a form of 200,000 fields",
    times: 2,
    hurl: (desk) =>
      asMember(desk, "POST", "/articles", `${filled(field("a", "1"), 9 * MEGABYTE)}--x--\r\n`, form),
  },
  {
    name: "member: a form of one field of 9 MB",
    times: 2,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/article-previews",
        `${field("content", filled("\r\n--", 9 * MEGABYTE))}--x--\r\n`,
        form,
      ),
  },
  {
    name: "member: 1 MB of a[b][c]=1",
    hurl: (desk) =>
      asMember(desk, "PATCH", "/profile", filled("a[b][c]=1&", MEGABYTE), {
        "content-type": "application/x-www-form-urlencoded",
      }),
  },
  {
    name: "member: edits of 2 MB of brackets",
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/articles",
        `${field("content", "あ")}${field("edits", filled("[", 2 * MEGABYTE))}--x--\r\n`,
        form,
      ),
  },
  {
    name: "member: 10,000 edits",
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/articles",
        JSON.stringify({
          content: "あ\n\nい",
          editsOf: "0".repeat(64),
          edits: Array.from({ length: 10_000 }, () => ({ op: "join", block: "p1" })),
        }),
      ),
  },
  {
    name: "member: a list of 18,000 wrong values",
    times: 5,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/notifications/read",
        JSON.stringify({ ids: Array.from({ length: 18_000 }, () => 1) }),
      ),
  },
  {
    name: "member: an address of a megabyte of spaces",
    times: 5,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/sources",
        JSON.stringify({ title: "a", url: `http://a${filled(" ", MEGABYTE - 100)}b` }),
      ),
  },
  {
    name: "member: a file that is said to be PDF",
    times: 3,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/article-previews",
        `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n${filled("1 0 obj<</A[[[", MEGABYTE)}\r\n--x--\r\n`,
        form,
      ),
  },
  {
    name: "member: a file of the first bytes of ZIP",
    times: 3,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        "/article-previews",
        `--x\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\nPK\u0003\u0004${filled("PK\u0001\u0002", MEGABYTE)}\r\n--x--\r\n`,
        form,
      ),
  },
  {
    name: "passage: 20,000 letters like the text",
    times: 4,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/claims`,
        JSON.stringify({ target: { exact: filled("市は費用を公表していなかったという。", 20_000) } }),
      ),
  },
  {
    name: "passage: 4,000 letters like the text",
    times: 8,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/claims`,
        JSON.stringify({ target: { exact: filled("担当者は1回目の説明をした。同じ言葉", 4_000) } }),
      ),
  },
  {
    name: "passage: in a thousand places",
    times: 8,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/claims`,
        JSON.stringify({
          target: { exact: "同じ言葉が続く。", prefix: filled("い", 1_000), suffix: filled("同", 1_000) },
        }),
      ),
  },
  {
    name: "passage: of a conversation",
    times: 4,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/threads`,
        JSON.stringify({ target: { exact: filled("説明をした。", 3_000) }, body: "？" }),
      ),
  },
  {
    name: "annotations: 5,000 quotes",
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/annotation-previews`,
        JSON.stringify({
          content: JSON.stringify(
            Array.from({ length: 4_900 }, (_, at) => annotation(`担当者は${at}番目の説明をした`)),
          ),
        }),
      ),
  },
  {
    name: "annotations: one quote of 18,000 letters",
    times: 4,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/annotation-previews`,
        JSON.stringify({ content: JSON.stringify(annotation(filled("費用を説明", 5_500))) }),
      ),
  },
  {
    name: "annotations: 5 MB of brackets",
    times: 2,
    hurl: (desk) =>
      asMember(
        desk,
        "POST",
        `/articles/${desk.articleId}/annotation-previews`,
        JSON.stringify({ content: filled("[", 5 * MEGABYTE) }),
      ),
  },
  {
    name: "a new version unlike the old",
    times: 2,
    hurl: (desk) =>
      asMember(
        desk,
        "PUT",
        `/articles/${desk.articleId}/revision-draft`,
        JSON.stringify({
          content: filled("市は費用を公表していない。担当者は説明をした。\n", 90_000),
          format: "text",
        }),
      ),
  },
  {
    name: "search: 2,000 percent signs",
    times: 20,
    hurl: (desk) => asMember(desk, "GET", `/sources?q=${encodeURIComponent(filled("%_", 2_000))}`, null),
  },
  {
    name: "search: a cursor of nonsense",
    times: 20,
    hurl: (desk) => asMember(desk, "GET", `/articles?cursor=${filled("W1tb", 200)}`, null),
  },
  {
    name: "reports in every format",
    hurl: (desk) =>
      Promise.all(
        ["html", "pdf", "markdown", "csv", "json", "jsonld"].map((format) =>
          asMember(desk, "GET", `/articles/${desk.articleId}/report?format=${format}`, null),
        ),
      ),
  },
];
