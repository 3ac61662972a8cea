import { expect, it } from "vitest";
import { readArticle } from "./registry.ts";

const SAID = "市は三日、港の整備計画を公表した。総額は三億円となる見込みで、国の補助金を財源に充てる。";
const text = (count: number) =>
  Array.from({ length: count }, (_, at) => `<p>${SAID}${at}回目の説明会は五月に開く。</p>`).join("");
const HEADLINE = "港の整備に三億円";
const card = (at: number) =>
  `<article class="item"><a href="/${at}"><h4>別の記事${at}</h4><p>水道料金が来年四月から上がる。理由を市の担当者に聞いた。</p></a></article>`;
const cards = Array.from({ length: 40 }, (_, at) => card(at)).join("");
const menu = `<div>${Array.from({ length: 9 }, (_, at) => `<a href="/m${at}">分野${at}</a> `).join("")}</div>`;

async function fetched(body: string) {
  const content = `<html lang="ja"><head><title>${HEADLINE} | みなと新聞</title><meta property="og:title" content="${HEADLINE}"></head><body>${body}</body></html>`;
  const read = await readArticle({ content, format: "html", address: "https://minato.example/a/1" });
  if (!read.ok) throw new Error(read.reason);
  const { blocks, leftOut = [] } = read.article;
  return { text: blocks.map((block) => block.text).join("\n"), leftOut };
}

it.each<[name: string, body: string]>([
  [
    "its `<article>` with the headline, however long the lists around it are",
    `<main><article><h1>${HEADLINE}</h1>${text(6)}</article><section><h2>国際</h2>${cards}</section></main>`,
  ],
  [
    "the `<article>` with its headline before a longer one of another",
    `<article><h1>${HEADLINE}</h1>${text(6)}</article><article><h1>別の記事</h1>${"<p>水道料金が来年四月から上がる。理由を市の担当者に聞いた。</p>".repeat(20)}</article>`,
  ],
  [
    "what a reader view shows, where only cards are marked as articles",
    `${menu}<div id="honbun"><h1>${HEADLINE}</h1>${text(9)}</div><div class="col">${cards}</div>`,
  ],
])("a page is about %s", async (_name, body) => {
  const { text: read } = await fetched(body);
  expect(read).toContain(HEADLINE);
  expect(read).toContain("回目の説明会");
  expect(read).not.toContain("水道料金");
});

const titleOf = async (head: string, body: string) => {
  const content = `<html><head>${head}</head><body>${body}</body></html>`;
  const read = await readArticle({ content, format: "html", address: "https://minato.example/a/1" });
  return read.ok ? read.article.title : read.reason;
};
const og = (title: string) => `<meta property="og:title" content="${title}">`;

it.each<[name: string, head: string, body: string, title: string]>([
  [
    "behind which two colons and the name in the logo stand",
    og("港の灯台 :: みなと日記 ::"),
    `<h1 class="topbar__logo">みなと日記</h1><article><h2>港の灯台</h2>${text(3)}</article>`,
    "港の灯台",
  ],
  [
    "that it shows, where it states that of its front page",
    `${og("みなと新聞トップ 最新ニュース")}<title>港の整備に三億円</title>`,
    `<header><h1>港の整備に三億円</h1></header><article>${text(3)}</article>`,
    "港の整備に三億円",
  ],
  [
    "and not a caption that is set as a heading",
    og(HEADLINE),
    `<article><h1>${"灯台を見上げる先生と生徒たち、そして町の人たち。".repeat(12)}</h1>${text(3)}</article>`,
    HEADLINE,
  ],
  [
    "that the reader view makes a smaller heading",
    og("灯台を見に行く、港の町へ"),
    `${menu}<div id="honbun"><h1>灯台を見に行く</h1>${text(9)}</div><div class="col">${cards}</div>`,
    "灯台を見に行く",
  ],
])("a page has the title %s", async (_name, head, body, title) => {
  expect(await titleOf(head, body)).toBe(title);
});

it("has who wrote it from the page, where a reader view leaves only the text", async () => {
  const body = `${menu}<div id="honbun"><div class="head"><h1>${HEADLINE}</h1><p>著者：鈴木花子</p></div><div>${text(9)}</div></div><div class="col">${cards}</div>`;
  const read = await readArticle({
    content: `<title>${HEADLINE}</title>${body}`,
    format: "html",
    address: "https://minato.example/a/1",
  });
  expect(read.ok && read.article.byline).toBe("鈴木花子");
});
