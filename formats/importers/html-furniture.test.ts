import { describe, expect, it } from "vitest";
import { htmlImporter } from "./html.ts";

const TEXT =
  "<p>市は三日、港の整備計画を公表した。総額は三億円となる見込みで、国の補助金を財源に充てる。議会は九月に審議し、可決されれば十月に着工する。</p>" +
  "<p>市長は会見で、五月末までに予算を公表すると述べた。北区の住民は二回目の公聴会を求めており、署名は千二百人分に達した。</p>" +
  "<p>港の整備は十年前にも計画され、費用が膨らんで取りやめになった。議会では慎重な声もあり、審議は長引く見通しだ。市は説明会を三回開く。</p>";
const list = (...titles: string[]) =>
  `<ul>${titles.map((title, at) => `<li><a href="/${at}">${title}</a></li>`).join("")}</ul>`;
const CARD = `<li><h4><a href="/1">水道料金、来年４月から値上げ</a></h4><p>市は水道料金を来年四月から上げる。理由を聞いた。</p></li>`;
const OTHERS = list("水道料金、来年４月から値上げ", "市議会、不信任案を可決");

const read = (rest: string, before = "") =>
  htmlImporter.read(`<title>港</title><main><h1>港の整備に三億円</h1>${before}${TEXT}${rest}</main>`);
const left = (rest: string, before?: string) =>
  (read(rest, before).leftOut ?? []).map(({ why, before, blocks }) => `${why} ${before} ${blocks.length}`);

const FURNITURE: { name: string; rest: string; before?: string; left: string[] }[] = [
  {
    name: "a share list by its name",
    rest: `<ul class="share"><li><a href=/x>ポストする</a></ul>`,
    left: ["share 4 1"],
  },
  {
    name: "share buttons by what they say",
    rest: "<ul><li>ポスト<li>シェア<li>LINEで送る<li>保存</ul>",
    left: ["share 4 4"],
  },
  { name: "share buttons above the text", rest: "", before: "<p>Tweet</p><p>Share</p>", left: ["share 1 2"] },
  {
    name: "related articles by their name",
    rest: `<section class="related-articles"><h2>ほかの記事</h2>${OTHERS}</section>`,
    left: ["related 4 3"],
  },
  {
    name: "related articles by the heading over them",
    rest: `<h2>関連記事</h2>${OTHERS}`,
    left: ["related 4 3"],
  },
  {
    name: "a label that is no heading, in a box of its own",
    rest: `<div><p><span>■あわせて読みたい</span></p></div>${OTHERS}`,
    left: ["related 4 3"],
  },
  {
    name: "cards that tell of what they lead to",
    rest: `<div class="recommend"><h3>おすすめ</h3><a href=/1><p>値上げ</p><p>水道料金が上がる。理由を聞いた。</p></a></div>`,
    left: ["related 4 3"],
  },
  {
    name: "cards under the heading over them",
    rest: `<h2>おすすめ記事</h2><ul>${CARD}${CARD}</ul>`,
    left: ["related 4 5"],
  },
  {
    name: "cards under a heading that is one only as a heading",
    rest: `<h3>More business news</h3><div>${CARD}</div><div>${CARD}</div>`,
    left: ["related 4 5"],
  },
  {
    name: "cards in a box by its name",
    rest: `<div class="recommend">${CARD}${CARD}</div>`,
    left: ["related 4 4"],
  },
  {
    name: "what a player is worked with",
    rest: `<div class="videoControls"><p>速さを変える</p></div><div class="gallery-nav"><p>次の写真へ</p></div>`,
    left: ["navigation 4 2"],
  },
  {
    name: "a notice of cookies",
    rest: `<div id="cookie-notice"><p>当サイトではクッキーを使用しています。使い方は方針をご覧ください。</p><a href=/p>同意する</a></div>`,
    left: ["navigation 4 2"],
  },
  {
    name: "buttons of a slideshow",
    rest: "<p>Image 1 of / 5</p><p>Caption</p><p>Close</p>",
    left: ["navigation 4 3"],
  },
  { name: "a button that is sure", rest: "<p>画像をクリックすると拡大します</p>", left: ["navigation 4 1"] },
  {
    name: "a line that leads to another article",
    rest: "<p>【関連記事】<a href=https://minato.example/1>水道料金、来年４月から値上げ</a></p><p>Read more: <a href=https://minato.example/2>Water rates to rise</a></p>",
    left: ["related 4 2"],
  },
  {
    name: "an offer to be sent more",
    rest: "<p>Sign up for our newsletter and get the news of the harbour every morning.</p>",
    left: ["advertisement 4 1"],
  },
  {
    name: "rights in a whole sentence",
    rest: "<p>This document is subject to copyright. No part may be reproduced without the written permission.</p>",
    left: ["rights 4 1"],
  },
  {
    name: "a ranking",
    rest: `<section class="ranking"><h2>アクセスランキング</h2>${OTHERS}</section>`,
    left: ["ranking 4 3"],
  },
  {
    name: "in English",
    rest: `<h3>Most read</h3>${OTHERS}<h3>You may also like</h3>${OTHERS}`,
    left: ["ranking 4 3", "related 4 3"],
  },
  {
    name: "tags",
    rest: `<div class="tag-list"><span>タグ</span>${list("港", "予算")}</div>`,
    left: ["navigation 4 3"],
  },
  {
    name: "breadcrumbs",
    rest: "",
    before: `<div class="breadcrumb"><a href=/>トップ</a> &gt; <a href=/k>くらし</a></div>`,
    left: ["navigation 1 1"],
  },
  {
    name: "pages",
    rest: `<div class="pagination"><a href=?p=2>2</a> <a href=?p=3>3</a> <a href=?p=2>次へ</a></div>`,
    left: ["navigation 4 1"],
  },
  { name: "the site's logo", rest: "", before: "", left: [] },
  { name: "rights", rest: "<p class=copyright>無断転載を禁じます</p>", left: ["rights 4 1"] },
  {
    name: "rights without a name",
    rest: "<p>※記事・写真の無断転載を固く禁じます。</p><p>© 2025 みなと新聞</p>",
    left: ["rights 4 2"],
  },
  {
    name: "labels of advertisements",
    rest: "<p>広告</p><p>スポンサーリンク</p>",
    left: ["advertisement 4 2"],
  },
  {
    name: "a newsletter",
    rest: `<div class="newsletter"><p>毎朝のニュースをお届けします。</p><a href=/n>登録</a></div>`,
    left: ["advertisement 4 2"],
  },
  {
    name: "readers' comments, however long",
    rest: `<div id="comments"><h2>コメント</h2>${"<p>読者の意見である。とても長い。</p>".repeat(30)}</div>`,
    left: ["related 4 31"],
  },
  {
    name: "who wrote it",
    rest: `<div class="author-bio"><p>鈴木花子。港町に生まれ、記者になった。</p></div>`,
    left: ["related 4 1"],
  },
];

const ARTICLE: { name: string; rest: string }[] = [
  {
    name: "sentences in a section that is named furniture",
    rest: `<section class="related"><p>市によると、関連する道路の費用は二億円だ。</p><p>完成は来年三月になる。</p></section>`,
  },
  {
    name: "a section whose heading has a link to edit it beside it",
    rest: `<h2><span>関連記事</span><span>[<a href="/edit">編集</a>]</span></h2><p>港は昭和四十年に開かれた。</p>`,
  },
  {
    name: "a line that only begins like one that leads away",
    rest: `<p>関連：港の<a href="/1">予算</a>は三億円で、来年度に半分を使う予定である。</p>`,
  },
  { name: "a word that a button says, alone", rest: "<p>停止</p><p>市は工事を止めた。</p>" },
  {
    name: "what is told in a box named for those who consent",
    rest: `<div class="consent"><p>市は住民の同意を得て工事を始める。説明会は三回開く。</p></div>`,
  },
  {
    name: "a recipe for cookies",
    rest: `<div class="cookies"><p>The cookies of the harbour are baked with salt. They keep for three weeks.</p></div>`,
  },
  { name: "instructions", rest: "<ul><li>再生<li>停止<li>一時停止</ul>" },
  {
    name: "headings that lead to what is told of at length",
    rest: `<h3><a href="https://ministry.example/">補助金の制度</a></h3><p>国は港を整備する市町村に費用の半分を補助する。申請は毎年五月で、審査には三か月かかる。</p>`,
  },
  {
    name: "the entries of a live report",
    rest: "<article><h3>午後三時</h3><p>議会が始まった。傍聴席は満員である。</p></article><article><h3>午後四時</h3><p>採決に入った。</p></article>",
  },
  { name: "a list of facts", rest: "<ul><li>総額は三億円<li>着工は十月</ul>" },
  {
    name: "a list with few links",
    rest: `<ul><li>総額は<a href=/1>三億円</a>で、国が半分を出す。<li>着工は十月である。</ul>`,
  },
  { name: "sources", rest: `<h2>参考文献</h2>${OTHERS}` },
  { name: "sources in English", rest: `<h2>References</h2>${OTHERS}<h2>Sources</h2>${OTHERS}` },
  { name: "links without a heading", rest: OTHERS },
  {
    name: "a heading of furniture over sentences",
    rest: "<h2>関連情報</h2><p>港は昭和四十年に開かれた。</p>",
  },
  {
    name: "a table that is named a ranking",
    rest: `<div class="ranking"><table><tr><th>港<th>隻<tr><td>北港<td>120<tr><td>南港<td>80</table></div>`,
  },
  { name: "a sentence about rights", rest: "<p>市は無断転載を禁じる規則を設けた。</p>" },
  {
    name: "a picture's credit",
    rest: `<figure><img alt="港"><figcaption>港 <span class="copyright">写真・鈴木花子</span></figcaption></figure>`,
  },
  {
    name: "a word of a sentence",
    rest: `<p>市は<span class="share">共有</span>を進めると述べた。費用は三億円である。</p>`,
  },
  { name: "a single line that may be said", rest: "<p>保存</p><p>市は港を残す方針を決めた。</p>" },
];

describe("furniture of a page is left out and named:", () => {
  it.each(FURNITURE)("$name", ({ rest, before, left: expected }) => {
    expect(left(rest, before)).toEqual(expected);
    expect(read(rest, before).blocks).toHaveLength(4);
  });

  it("a logo above the title", () => {
    const page = `<meta property="og:site_name" content="みなと新聞"><main><h1><a href="/">みなと新聞</a></h1><h1>港の整備に三億円</h1>${TEXT}</main>`;
    const { title, blocks, leftOut } = htmlImporter.read(page);
    expect([title, blocks.length]).toEqual(["港の整備に三億円", 4]);
    expect(leftOut).toMatchObject([{ why: "navigation", before: 1, blocks: [{ text: "みなと新聞" }] }]);
  });

  it("and none of it signs or dates the article", () => {
    const page = read(
      `<div class="related"><p class="byline">By Jane Doe</p><a href=/1>A</a><a href=/2>B</a></div>`,
    );
    expect(page.byline).toBeNull();
  });
});

describe("no furniture is", () => {
  it.each(ARTICLE)("$name", ({ rest }) => {
    expect(read(rest).leftOut).toBeUndefined();
  });
});

describe("a page built to exhaust its reader", () => {
  it.each([
    ["headings", "<h2>関連記事</h2>"],
    ["linked labels", "<p><a href=/x>関連記事</a></p>"],
    ["headings with lists", "<h2>関連記事</h2><ul><li><a href=/x>一</a></ul>"],
    ["nested boxes", '<div class="related share">'],
    ["buttons", "<p>シェア</p>"],
  ])(
    "of 100,000 %s is read",
    (_name, piece) => {
      const { blocks, leftOut = [] } = htmlImporter.read(`<h1>題</h1>${TEXT}${piece.repeat(100_000)}`);
      expect(blocks.length + leftOut.reduce((count, { blocks }) => count + blocks.length, 0)).toBeGreaterThan(
        3,
      );
    },
    60_000,
  );
});
