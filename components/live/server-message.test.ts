import { describe, expect, test } from "vitest";
import type { ServerMessage } from "#domain/live.ts";
import { FakeServerArticle } from "./fake-server-article.ts";
import { MEMBER_ID, welcome } from "./fake-web-socket.ts";
import { parseServerMessage } from "./server-message.ts";

const server = new FakeServerArticle();
server.create("01900000-0000-7000-8000-0000000000c1", 3);
const news = server.newsSince(0);
if (!news) throw new Error("a claim was made");

const rights = {
  role: "editor",
  article: { update: true, annotate: true, discuss: true },
  claim: { update: true, delete: true, settle: true },
} as const;
const opened: ServerMessage = {
  type: "opened",
  articleId: news.articleId,
  seq: 1,
  rights,
  people: [],
  news,
};

describe("what the server says is understood", () => {
  test.each<[string, ServerMessage]>([
    ["welcome", welcome()],
    ["an answer that nothing was missed", { ...opened, news: null }],
    ["an answer with what was missed", opened],
    ["news", { type: "news", news }],
    [
      "who is here",
      {
        type: "people",
        here: [
          {
            connectionId: "c",
            member: { id: MEMBER_ID, name: "佐藤" },
            claimId: null,
            field: "statement",
            idle: false,
          },
        ],
        left: ["d"],
      },
    ],
    ["rights", { type: "rights", rights }],
    ["a number for the inbox", { type: "inbox", unread: 2 }],
    ["a beat", { type: "beat" }],
  ])("%s", (_name, message) => {
    expect(parseServerMessage(JSON.stringify(message))).toEqual(message);
  });
});

describe("what is none of it is nothing", () => {
  test.each<[string, unknown]>([
    ["a list", []],
    ["a word", "beat"],
    ["nothing", null],
    ["a kind from the future", { type: "confetti" }],
    ["news of nothing", { type: "news" }],
    ["news without claims", { type: "news", news: { ...news, claims: null } }],
    ["an answer without rights", { ...opened, rights: null }],
    ["an answer whose news are none", { ...opened, news: "all" }],
    ["a number that is none", { type: "inbox", unread: -1 }],
  ])("%s", (_name, message) => {
    expect(parseServerMessage(JSON.stringify(message))).toBeNull();
  });

  test("broken JSON", () => {
    expect(parseServerMessage('{"type":"beat"')).toBeNull();
  });
});
