import { describe, expect, test } from "vitest";
import type { ClientMessage, LiveRights, News, ServerMessage } from "#domain/live.ts";
import type { Present } from "#domain/presence.ts";
import { ArticleFollower } from "./article-follower.ts";
import { welcome } from "./fake-web-socket.ts";

const ARTICLE = "01900000-0000-7000-8000-00000000000a";
const rights: LiveRights = {
  role: "editor",
  article: { update: true, annotate: true, discuss: true },
  claim: { update: true, delete: true, settle: true },
};

const newsOf = (from: number, to: number, articleId = ARTICLE): News => ({
  articleId,
  from,
  to,
  events: [],
  claims: [],
  gone: [],
  bullets: [],
  threads: [],
  revision: null,
  article: null,
});

const opened = (
  seq: number,
  news: News | null = null,
  people: Present[] = [],
): Extract<ServerMessage, { type: "opened" }> => ({
  type: "opened",
  articleId: ARTICLE,
  seq,
  rights,
  people,
  news,
});

const present = (connectionId: string): Present => ({
  connectionId,
  member: { id: "01900000-0000-7000-8000-000000000002", name: "佐藤" },
  claimId: null,
  field: null,
  idle: false,
});

function desk(seq = 5) {
  const sent: ClientMessage[] = [];
  const taken: string[] = [];
  const met: string[][] = [];
  const allowed: LiveRights[] = [];
  const refused: string[] = [];
  let hear: (message: ServerMessage) => void = () => {};
  let changed = () => {};
  const line = {
    status: "connecting",
    send: (message: ClientMessage) => {
      if (line.status !== "open") return false;
      sent.push(message);
      return true;
    },
    onMessage: (handler: typeof hear) => {
      hear = handler;
      return () => {
        hear = () => {};
      };
    },
    subscribe: (listener: () => void) => {
      changed = listener;
      return () => {
        changed = () => {};
      };
    },
  };
  const become = (status: string) => {
    line.status = status;
    changed();
  };
  const follower = new ArticleFollower({
    articleId: ARTICLE,
    seq,
    line,
    article: {
      take: ({ from, to }) => taken.push(`${from}-${to}`),
      meet: (people) => met.push(people.map(({ connectionId }) => connectionId)),
      allow: (now) => allowed.push(now),
      refuse: (code) => refused.push(code),
    },
  });
  const connect = () => {
    become("open");
    hear(welcome());
  };
  return {
    follower,
    line,
    sent,
    taken,
    met,
    allowed,
    refused,
    become,
    connect,
    hear: (message: ServerMessage) => hear(message),
  };
}

const whereabouts = { type: "whereabouts", claimId: null, field: null, idle: false };
const open = (after: number) => ({ type: "open", articleId: ARTICLE, after });

describe("following an article", () => {
  test("opens it from where the page's first answer ended, at once or with the first welcome", () => {
    const early = desk();
    early.follower.start();
    expect(early.sent).toEqual([]);
    early.connect();
    expect(early.sent).toEqual([open(5)]);

    const late = desk();
    late.become("open");
    late.follower.start();
    expect(late.sent).toEqual([open(5)]);
  });

  test("takes in what it missed, and then what follows on it", () => {
    const { follower, connect, hear, taken, allowed, sent } = desk();
    follower.start();
    connect();
    hear(opened(8, newsOf(5, 8)));
    hear({ type: "news", news: newsOf(8, 9) });
    hear({ type: "news", news: newsOf(9, 12) });
    expect(taken).toEqual(["5-8", "8-9", "9-12"]);
    expect(allowed).toEqual([rights]);
    expect(follower.seq).toBe(12);
    expect(sent).toEqual([open(5), whereabouts]);
  });

  test.each([
    ["old news", newsOf(3, 5), [], 5],
    ["news that overlap", newsOf(3, 7), ["3-7"], 7],
    ["another article's", newsOf(5, 6, "01900000-0000-7000-8000-00000000000b"), [], 5],
  ])("%s", (_name, news, expected, seq) => {
    const { follower, connect, hear, taken } = desk();
    follower.start();
    connect();
    hear(opened(5));
    hear({ type: "news", news });
    expect(taken).toEqual(expected);
    expect(follower.seq).toBe(seq);
  });

  test("a gap is not taken in: the article is opened again from before it, once", () => {
    const { follower, connect, hear, taken, sent } = desk();
    follower.start();
    connect();
    hear(opened(5));
    hear({ type: "news", news: newsOf(6, 7) });
    hear({ type: "news", news: newsOf(7, 8) });
    expect(taken).toEqual([]);
    expect(sent.filter(({ type }) => type === "open")).toEqual([open(5), open(5)]);
    hear(opened(8, newsOf(5, 8)));
    hear({ type: "news", news: newsOf(8, 9) });
    expect(taken).toEqual(["5-8", "8-9"]);
  });

  test("returns with the last number it knows and says again where the person is", () => {
    const { follower, connect, become, hear, sent, met } = desk();
    follower.start();
    connect();
    hear(opened(5, null, [present("a")]));
    follower.tell({ claimId: ARTICLE, field: "statement", idle: false });
    hear({ type: "news", news: newsOf(5, 6) });
    become("lost");
    expect(met).toEqual([["a"], []]);
    follower.tell({ claimId: null, field: null, idle: true });
    connect();
    hear(opened(6));
    expect(sent.map(({ type }) => type)).toEqual([
      "open",
      "whereabouts",
      "whereabouts",
      "open",
      "whereabouts",
    ]);
    expect(sent.at(-2)).toEqual(open(6));
    expect(sent.at(-1)).toEqual({ ...whereabouts, idle: true });
  });

  test("knows who is here, by page", () => {
    const { follower, connect, hear, met } = desk();
    follower.start();
    connect();
    hear({ type: "people", here: [present("before")], left: [] });
    hear(opened(5, null, [present("a"), present("b")]));
    hear({ type: "people", here: [present("c")], left: ["a"] });
    expect(met).toEqual([
      ["a", "b"],
      ["b", "c"],
    ]);
  });

  test("hears of changed rights and of being refused", () => {
    const { follower, connect, hear, allowed, refused, met } = desk();
    follower.start();
    connect();
    hear(opened(5, null, [present("a")]));
    hear({ type: "rights", rights: { ...rights, role: "viewer" } });
    expect(allowed.map(({ role }) => role)).toEqual(["editor", "viewer"]);
    hear({ type: "refused", articleId: ARTICLE, code: "FORBIDDEN" });
    expect(refused).toEqual(["FORBIDDEN"]);
    expect(met.at(-1)).toEqual([]);
  });

  test("says so when the person leaves the article, and hears nothing any more", () => {
    const { follower, connect, hear, sent, taken } = desk();
    const stop = follower.start();
    connect();
    hear(opened(5));
    stop();
    expect(sent.at(-1)).toEqual({ type: "leave" });
    hear({ type: "news", news: newsOf(5, 6) });
    expect(taken).toEqual([]);
  });
});
