import { expect, test } from "vitest";
import type { Notification } from "#domain/notification.ts";
import { digestOf } from "./digest.ts";
import { digestHtml } from "./digest-html.ts";
import { digestText } from "./digest-text.ts";

const BASE = "https://desk.uratori.example";
const actor = { id: "m1", name: "佐藤 <花子>", disabled: false };
const at = "2026-10-14T03:00:00.000Z";

const item = (wanted: Partial<Notification>): Notification => ({
  id: "n1",
  kind: "assignment",
  actor,
  article: { id: "a1", title: "湾岸の新橋" },
  claim: { id: "c1", number: 3, exact: "橋は2019年に着工した。" },
  thread: null,
  comment: null,
  decision: null,
  createdAt: at,
  readAt: null,
  ...wanted,
});
const passage = { claim: null, thread: { id: "t1", exact: "𠮷田市長" } };
const comment = { id: "k1", excerpt: "一\n二" };

const itemsOf = (items: Notification[], locale: "ja" | "en" = "ja") =>
  digestOf({ name: "鈴木", locale }, items, BASE).articles.flatMap((article) => article.items);

test.each<[string, Partial<Notification>, object]>([
  [
    "an assignment",
    {},
    {
      said: "佐藤 <花子>さんがあなたを主張の担当にしました",
      about: "主張3「橋は2019年に着工した。」",
      excerpt: "",
      address: `${BASE}/articles/a1?claim=c1`,
    },
  ],
  [
    "a settled claim",
    { kind: "decision", decision: "settled" },
    { said: "佐藤 <花子>さんが主張を確定しました" },
  ],
  [
    "a claim opened again",
    { kind: "decision", decision: "checking" },
    { said: "佐藤 <花子>さんが主張の確定を取り消しました" },
  ],
  [
    "a mention on a passage",
    { kind: "mention", ...passage, comment },
    {
      said: "佐藤 <花子>さんがコメントであなたの名前を挙げました",
      about: "本文「𠮷田市長」",
      excerpt: "一\n二",
      address: `${BASE}/articles/a1?thread=t1`,
    },
  ],
  [
    "a reply on a claim",
    { kind: "reply", thread: { id: "t1", exact: null }, comment },
    { said: "佐藤 <花子>さんがコメントしました", address: `${BASE}/articles/a1?claim=c1&thread=t1` },
  ],
  [
    "a claim that is gone",
    { claim: { id: "c1", number: null, exact: "𠮷".repeat(61) } },
    { about: `削除された主張「${"𠮷".repeat(60)}…」`, address: `${BASE}/articles/a1` },
  ],
])("says %s", (_name, wanted, expected) => {
  expect(itemsOf([item(wanted)])).toMatchObject([expected]);
});

test("is grouped by article, and tells of fifty things at most", () => {
  const other = { id: "a2", title: "別の記事" };
  const items = [item({}), item({ article: other }), ...Array<Notification>(50).fill(item({}))];
  const digest = digestOf({ name: "鈴木", locale: "en" }, items, BASE);
  expect(digest.subject).toBe("Uratori: 52 new notifications");
  expect(digest.articles.map(({ title, items: own }) => [title, own.length])).toEqual([
    ["In “湾岸の新橋”", 49],
    ["In “別の記事”", 1],
  ]);
  expect(digest.more).toBe("2 more are in your inbox.");
});

test("as text, sets off what people wrote", () => {
  const digest = digestOf(
    { name: "鈴木", locale: "ja" },
    [item({ kind: "mention", ...passage, comment })],
    BASE,
  );
  expect(digestText(digest)).toBe(`鈴木さん

記事「湾岸の新橋」

* 佐藤 <花子>さんがコメントであなたの名前を挙げました
  本文「𠮷田市長」
  > 一
  > 二
  ${BASE}/articles/a1?thread=t1

受信箱を開く: ${BASE}/inbox
メールで受け取るお知らせを選ぶ: ${BASE}/profile
`);
});

test("as HTML, lets nothing that people wrote be markup, and loads nothing", () => {
  const hostile = item({
    kind: "mention",
    ...passage,
    article: { id: "a1", title: `<img src="x" onerror="alert(1)">` },
    comment: { id: "k1", excerpt: "</blockquote><script>alert(1)</script>" },
  });
  const page = digestHtml(digestOf({ name: "鈴木", locale: "ja" }, [hostile], BASE));
  expect(page).not.toMatch(/<script|<img|<link|url\(/);
  expect(page).toContain("&lt;script&gt;");
  expect(page).toContain("佐藤 &lt;花子&gt;さん");
  expect(page).toContain('<html lang="ja">');
});
