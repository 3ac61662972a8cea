import { WebSocket } from "ws";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { ArticleFollower } from "#components/live/article-follower.ts";
import { claimNewsOf } from "#components/live/claim-news.ts";
import { LiveSocket } from "#components/live/live-socket.ts";
import { type ClaimStore, createClaimStore } from "#components/workbench/claim-store.ts";
import type { Article, Dismissal } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Evidence } from "#domain/evidence.ts";
import { LIVE_PATH, type News } from "#domain/live.ts";
import { type Act, chooseAct } from "./act.ts";
import type { Chance } from "./chance.ts";
import { type Answer, deliver } from "./deliver.ts";
import type { Instance } from "./instances.ts";
import type { Ended } from "./log-check.ts";
import type { Trace } from "./trace.ts";

export interface Desk {
  article: Article;
  sourceIds: string[];
  ratings: string[];
  /** Claims that stay, with prose in them. */
  keptIds: string[];
  claims: Claim[];
  /** The public origin that all instances share. */
  origin: string;
}

/** Somebody at work: the product's own line, follower and store, without a screen. */
export class Person {
  readonly name: string;
  readonly memberId: string;
  readonly line: LiveSocket;
  readonly store: ClaimStore;
  readonly follower: ArticleFollower;
  readonly ended: Ended[] = [];
  /** As the news of claims said last. */
  readonly evidence = new Map<string, Evidence[]>();
  readonly threads = new Map<string, { id: string; claimId: string | null }>();
  readonly #removedEvidence = new Map<string, { id: string; claimId: string }>();
  readonly #comments = new Map<string, { threadId: string; claimId: string | null; version: number }>();
  readonly #deleted = new Set<string>();
  readonly #desk: Desk;
  readonly #draw: Chance;
  readonly #lineDraw: Chance;
  readonly #instances: readonly Instance[];
  readonly #trace: Trace;
  readonly #cookie: string;
  #socket: WebSocket | null = null;
  #acts = 0;

  constructor(options: {
    name: string;
    memberId: string;
    cookie: string;
    desk: Desk;
    draw: Chance;
    lineDraw: Chance;
    instances: readonly Instance[];
    trace: Trace;
  }) {
    this.name = options.name;
    this.memberId = options.memberId;
    this.#cookie = options.cookie;
    this.#desk = options.desk;
    this.#draw = options.draw;
    this.#lineDraw = options.lineDraw;
    this.#instances = options.instances;
    this.#trace = options.trace;
    this.store = createClaimStore({
      seq: options.desk.article.seq,
      claims: options.desk.claims.map(summaryOf),
      dismissals: options.desk.article.dismissals,
    });
    const { memberId } = this;
    this.line = new LiveSocket({ memberId, connect: () => this.#connect(), random: () => 0.1 });
    this.follower = new ArticleFollower({
      articleId: options.desk.article.id,
      seq: options.desk.article.seq,
      line: this.line,
      article: {
        take: (news) => this.#take(news),
        allow: ({ claim }) => this.store.allow(claim),
        meet: () => {},
        refuse: (code) => this.#trace.say(this.name, `was refused the article: ${code}`),
      },
    });
    this.follower.start();
    this.line.start();
  }

  /** Does one thing and waits for its answer, however long that takes. */
  async act(): Promise<void> {
    this.#acts += 1;
    const mark = `${this.name}-${this.#acts}`;
    const act = chooseAct(this.#known(), this.#draw, mark);
    const answer = await deliver(act, {
      address: () => this.#anInstance().origin,
      origin: this.#desk.origin,
      cookie: this.#cookie,
      draw: this.#draw,
      say: (what) => this.#trace.say(this.name, `${mark} ${act.kind}: ${what}`),
    });
    this.#trace.say(
      this.name,
      `${mark} ${act.kind} ${act.subjectId}: ${answer.code ?? "done"} (${answer.tries})`,
    );
    this.ended.push({ act, memberId: this.memberId, code: answer.code ?? null });
    this.#learn(act, answer);
  }

  /** The line breaks without a word; the page comes back by itself, to either instance. */
  cut(): void {
    this.#trace.say(this.name, "line cut");
    this.#socket?.terminate();
  }

  leave(): void {
    this.line.stop();
  }

  #connect(): globalThis.WebSocket {
    const { port } = this.#anInstance();
    const socket = new WebSocket(`ws://127.0.0.1:${port}${LIVE_PATH}`, {
      headers: { cookie: this.#cookie, origin: this.#desk.origin },
    });
    // A refused connection is an event that must have a listener; its close says all.
    socket.on("error", () => {});
    this.#socket = socket;
    // It has all of a browser's socket that a line uses; only its types have names of their own.
    return socket as unknown as globalThis.WebSocket;
  }

  #anInstance(): Instance {
    const up = this.#instances.filter(({ isUp }) => isUp);
    const one = this.#lineDraw.one(up) ?? this.#instances[0];
    if (!one) throw new Error("There is no instance");
    return one;
  }

  #known() {
    const { claims, dismissals } = this.store.get();
    const pieces = [...this.evidence.values()].flat();
    return {
      articleId: this.#desk.article.id,
      claims,
      deleted: [...this.#deleted],
      dismissed: dismissals as ReadonlyMap<string, Dismissal>,
      bullets: this.#desk.article.revision.blocks.filter(({ kind }) => kind === "bullet"),
      sourceIds: this.#desk.sourceIds,
      ratings: this.#desk.ratings,
      evidence: new Map(pieces.map(({ id, claimId, version }) => [id, { claimId, version }])),
      removedEvidence: [...this.#removedEvidence.values()],
      threads: [...this.threads.values()],
      comments: this.#comments,
      kept: new Set(this.#desk.keptIds),
    };
  }

  #take(news: News): void {
    this.store.take(claimNewsOf(news));
    for (const { id, evidence } of news.claims) {
      this.#deleted.delete(id);
      this.evidence.set(id, evidence);
    }
    for (const id of news.gone) {
      this.#deleted.add(id);
      this.evidence.delete(id);
    }
    for (const thread of news.threads) this.threads.set(thread.id, thread);
  }

  /** What the product does with an answer. */
  #learn(act: Act, answer: Answer): void {
    const { code, json, seq } = answer;
    if (code !== undefined) {
      this.#learnRefusal(act, code, answer);
      return;
    }
    switch (act.kind) {
      case "claim.created":
      case "claim.updated":
      case "claim.moved":
      case "claim.restored":
      case "verdict.updated":
        this.store.answer(summaryOf(json as Claim), seq);
        return;
      case "claim.deleted":
        this.store.answerDeleted(act.subjectId, seq);
        return;
      case "block.dismissed":
        this.store.answerBullet(act.subjectId, json as Dismissal, seq);
        return;
      case "block.reopened":
        this.store.answerBullet(act.subjectId, null, seq);
        return;
      case "evidence.removed":
        this.#removedEvidence.set(act.subjectId, { id: act.subjectId, claimId: act.claimId ?? "" });
        return;
      case "thread.opened":
      case "comment.added":
      case "comment.edited":
        this.#learnComment(act);
        return;
      case "comment.deleted":
        this.#comments.delete(act.subjectId);
    }
  }

  #learnRefusal(act: Act, code: string, { json, seq }: Answer): void {
    const current = (json as { data?: { current?: unknown } } | null)?.data?.current;
    if (code === "CONFLICT" && act.path.startsWith("/claims/"))
      this.store.answer(summaryOf(current as Claim), seq);
  }

  #learnComment(act: Act): void {
    const threadId =
      act.kind === "thread.opened" ? act.subjectId : (/^\/threads\/([^/]+)/.exec(act.path)?.[1] ?? "");
    const id = act.kind === "thread.opened" ? String(act.body?.commentId) : act.subjectId;
    const version = (act.seen ?? 0) + 1;
    const held = this.#comments.get(id);
    this.#comments.set(id, { threadId: held?.threadId ?? threadId, claimId: act.claimId, version });
  }
}
