import { ENGLISH, JAPANESE } from "./prose.ts";

/** A page as sites build them, and what of it is the article. */
export interface WebPage {
  name: string;
  html: string;
  expected: string;
  title: string;
  byline: string | null;
  publishedAt: string | null;
}

const SITE = "港町新報";
const TITLE = "朝市、橋のたもとへ移転";
const RELATED = ["花火大会の日程を変更", "市立病院に新しい病棟", "給食費の無償化を検討", "古い灯台を公開へ"];
const links = (titles: readonly string[]): string =>
  titles.map((title, index) => `<li><a href="/news/${index}.html">${title}</a></li>`).join("");

const paragraphs = (sentences: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(sentences.length / 3) }, (_, index) =>
    sentences.slice(index * 3, index * 3 + 3).join(""),
  );
const BODY = paragraphs(JAPANESE);
const html = BODY.map((text) => `<p>${text}</p>`).join("\n");
const expected = [TITLE, ...BODY].join("\n");

const page = (head: string, body: string, title = `${TITLE} | ${SITE}`): string =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const header = `<header><a href="/">${SITE}</a><nav><ul>${links(["社会", "経済", "文化", "運動"])}</ul></nav></header>`;
const footer = `<footer><p>${SITE}社　記事の無断転載を禁じます</p></footer>`;
const share = `<ul class="sns"><li><a href="https://x.example/share">ポスト</a></li><li><a href="https://line.example/">送る</a></li></ul>`;
const ldJson = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const ARTICLE = {
  "@type": "NewsArticle",
  headline: TITLE,
  datePublished: "2025-09-20T05:00:00+09:00",
  author: { "@type": "Person", name: "大井京子" },
};
const DATE = ARTICLE.datePublished;

const japanese = (name: string, markup: string, said: Partial<WebPage> = {}): WebPage => ({
  name,
  html: markup,
  expected,
  title: TITLE,
  byline: null,
  publishedAt: null,
  ...said,
});

/** Layouts as news sites have them, furniture within and around the article. */
export const WEB_PAGES: readonly WebPage[] = [
  japanese(
    "article with JSON-LD",
    page(ldJson(ARTICLE), `${header}<main><article><h1>${TITLE}</h1>${html}</article></main>${footer}`),
    { byline: "大井京子", publishedAt: DATE },
  ),
  japanese(
    "furniture inside main",
    page(
      `<meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="${SITE}">`,
      `${header}<main><h1 class="logo">${SITE}</h1><h1>${TITLE}</h1>${share}${html}${share}<section class="related"><h2>関連記事</h2><ul>${links(RELATED)}</ul></section><section><h2>アクセスランキング</h2><ol>${links(RELATED.toReversed())}</ol></section></main>${footer}`,
    ),
  ),
  japanese(
    "graph of several blocks, in CDATA",
    page(
      `<script type="application/ld+json">//<![CDATA[\n${JSON.stringify({ "@graph": [{ "@type": "WebSite", name: SITE }, ARTICLE] })}\n//]]></script>`,
      `${header}<div id="contents"><div class="entry"><h2 class="entry-title">${TITLE}</h2>${html}</div><div class="sidebar"><h3>人気の記事</h3><ul>${links(RELATED)}</ul></div></div>${footer}`,
    ),
    { byline: "大井京子", publishedAt: DATE },
  ),
  japanese(
    "a byline that is seen",
    page(
      "",
      `${header}<article><h1>${TITLE}</h1><p class="byline"><a rel="author" href="/w/3">大井京子</a> <time datetime="${DATE}">2025年9月20日</time></p>${html}<aside><h3>おすすめ</h3><ul>${links(RELATED)}</ul></aside></article>${footer}`,
    ),
    { byline: "大井京子", publishedAt: DATE },
  ),
  japanese(
    "tables of layout",
    page(
      `<meta name="author" content="大井京子">`,
      `<table><tr><td width="150">${links(["社会", "経済"])}</td><td><h1>${TITLE}</h1>${html}</td></tr></table>`,
    ),
    { byline: "大井京子" },
  ),
  japanese(
    "paragraphs by breaks",
    page(
      "",
      `${header}<div class="news"><h1>${TITLE}</h1><div class="text">${BODY.join("<br><br>")}</div>${share}</div>${footer}`,
    ),
  ),
  {
    name: "an English page",
    html: `<!doctype html><html lang="en"><head><title>Market moves to the bridge - Harbour Post</title><meta name="parsely-author" content="Kyoko Oi"><meta property="og:site_name" content="Harbour Post"></head><body><nav><a href="/">Home</a></nav><article><h1>Market moves to the bridge</h1>${paragraphs(
      ENGLISH.map((one) => `${one} `),
    )
      .map((text) => `<p>${text}</p>`)
      .join(
        "",
      )}<div class="newsletter"><p>Sign up for our newsletter</p></div><h3>Read more</h3><ul>${links(["Fireworks moved", "New ward opens"])}</ul></article></body></html>`,
    expected: ["Market moves to the bridge", ...ENGLISH].join("\n"),
    title: "Market moves to the bridge",
    byline: "Kyoko Oi",
    publishedAt: null,
  },
];
