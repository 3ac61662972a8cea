import fc from "fast-check";
import { expect, test } from "vitest";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { sampleAnchor, sampleClaim, sampleMember } from "#components/claim/sample-claim.ts";
import { type ClaimStore, createClaimStore } from "#components/workbench/claim-store.ts";
import type { Unsent } from "#components/workbench/unsent.ts";
import type { Dismissal } from "#domain/article.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import type { ClientMessage, ServerMessage } from "#domain/live.ts";
import { ArticleFollower } from "./article-follower.ts";
import { claimNewsOf } from "./claim-news.ts";
import { ARTICLE_ID, FakeServerArticle } from "./fake-server-article.ts";
import { welcome } from "./fake-web-socket.ts";

const rights = {
  role: "editor",
  article: { update: true, annotate: true, discuss: true },
  claim: { update: true, delete: true, settle: true },
} as const;

const claimId = fc.constantFrom("c0", "c1", "c2", "c3");
const blockId = fc.constantFrom("b0", "b1");

/** What the person on the page does. Its answer comes over a line of its own, sooner or later. */
const deedArbitrary = fc.oneof(
  fc.record({ kind: fc.constantFrom("create", "write", "delete", "restore"), id: claimId }),
  fc.record({ kind: fc.constantFrom("dismiss", "reopen"), id: blockId }),
);
type Deed = typeof deedArbitrary extends fc.Arbitrary<infer One> ? One : never;

/** What can happen between a server and a page. Indices pick among what is there, modulo its number. */
const stepArbitrary = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("create"), id: claimId }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("write"), id: claimId, text: fc.string({ maxLength: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom("delete", "restore"), id: claimId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("dismiss", "reopen"), id: blockId }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("announce") }) },
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constantFrom("deliver", "repeat", "drop"), index: fc.nat(20) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("cut", "return") }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("doHere"), deed: deedArbitrary }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("deedArrives") }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("answerArrives"), index: fc.nat(20) }) },
);
type Step = typeof stepArbitrary extends fc.Arbitrary<infer One> ? One : never;

test("whatever is repeated, reordered or lost on the way, the page ends where the server is", () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 60, size: "max" }), (steps) => {
      const world = new World();
      for (const step of steps) world.run(step);
      world.comeToRest();
      expect(world.seen()).toEqual(world.server.seen());
    }),
    { numRuns: 400 },
  );
});

/** One server, one page, and lines between them that do what no line should. */
class World {
  readonly server = new FakeServerArticle();
  readonly #store: ClaimStore = createClaimStore({ seq: 0, claims: [], dismissals: [] });
  #wire: ServerMessage[] = [];
  /** Done on the page in this order; those that have arrived wait for their answer. */
  #deeds: Done[] = [];
  #announced = 0;
  #isOpen = false;
  #hear: (message: ServerMessage) => void = () => {};
  #changed = () => {};

  constructor() {
    const isOpen = () => this.#isOpen;
    const follower = new ArticleFollower({
      articleId: ARTICLE_ID,
      seq: 0,
      line: {
        get status() {
          return isOpen() ? "open" : "lost";
        },
        send: (message) => this.#isOpen && this.#answer(message),
        onMessage: (handler) => {
          this.#hear = handler;
          return () => {};
        },
        subscribe: (listener) => {
          this.#changed = listener;
          return () => {};
        },
      },
      article: {
        take: (news) => this.#store.take(claimNewsOf(news)),
        allow: () => {},
        meet: () => {},
        refuse: () => {},
      },
    });
    follower.start();
  }

  seen(): ReturnType<FakeServerArticle["seen"]> {
    const { claims, dismissals } = this.#store.get();
    return {
      claims: Object.fromEntries(claims.map(({ id, statement }) => [id, statement])),
      dismissed: [...dismissals.keys()].sort(),
    };
  }

  run(step: Step): void {
    switch (step.type) {
      case "create":
        this.server.create(step.id, placeOf(step.id));
        break;
      case "write":
        this.server.write(step.id, step.text);
        break;
      case "delete":
      case "restore":
      case "dismiss":
      case "reopen":
        this.server[step.type](step.id);
        break;
      case "announce":
        this.#announce();
        break;
      case "deliver":
      case "repeat":
      case "drop":
        this.#handle(step.type, step.index);
        break;
      case "cut":
        this.#cut();
        break;
      case "return":
        this.#return();
        break;
      case "doHere":
        this.#deeds.push({ deed: step.deed, answer: null });
        this.#showUnsent();
        break;
      case "deedArrives":
        this.#deedArrives();
        break;
      case "answerArrives":
        this.#answerArrives(step.index);
    }
  }

  /** Everything written has arrived, and one more thing happens that the page hears of. */
  comeToRest(): void {
    while (this.#deeds.some(({ answer }) => !answer)) this.#deedArrives();
    this.#return();
    this.server.dismiss("last");
    this.#announce();
    while (this.#wire.length > 0) this.#handle("deliver", 0);
    while (this.#deeds.length > 0) this.#answerArrives(0);
  }

  #answer(message: ClientMessage): boolean {
    if (message.type === "open") {
      const news = this.server.newsSince(message.after);
      this.#wire.push({
        type: "opened",
        articleId: ARTICLE_ID,
        seq: this.server.seq,
        rights,
        people: [],
        news,
      });
    }
    return true;
  }

  #announce(): void {
    const news = this.server.newsSince(this.#announced);
    this.#announced = this.server.seq;
    if (news && this.#isOpen) this.#wire.push({ type: "news", news });
  }

  #handle(how: "deliver" | "repeat" | "drop", index: number): void {
    const place = index % Math.max(1, this.#wire.length);
    const message = this.#wire[place];
    // A line that loses its answers is broken, and both ends know; what gets lost are calls to look.
    if (!message || (how === "drop" && message.type === "opened")) return;
    if (how !== "repeat") this.#wire.splice(place, 1);
    if (how !== "drop") this.#hear(message);
  }

  #cut(): void {
    this.#wire = [];
    this.#isOpen = false;
    this.#changed();
  }

  #return(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#changed();
    this.#hear(welcome());
  }

  /** The server does it, and says how what it is about stands now. */
  #deedArrives(): void {
    const done = this.#deeds.find(({ answer }) => !answer);
    if (!done) return;
    const { server } = this;
    const { kind, id } = done.deed;
    if (kind === "create") server.create(id, placeOf(id));
    else if (kind === "write") server.write(id, "here");
    else server[kind](id);
    const { seq } = server;
    const [claim, dismissal] = [server.claim(id), server.dismissal(id)];
    const isOnBullet = kind === "dismiss" || kind === "reopen";
    done.answer = () => {
      if (isOnBullet) this.#store.answerBullet(id, dismissal, seq);
      else if (claim) this.#store.answer(summaryOf(claim), seq);
      else if (kind === "delete") this.#store.answerDeleted(id, seq);
    };
  }

  /** Answers overtake each other, because several tabs hear them. */
  #answerArrives(index: number): void {
    const answered = this.#deeds.filter(({ answer }) => answer);
    const done = answered[index % Math.max(1, answered.length)];
    if (!done) return;
    done.answer?.();
    this.#deeds = this.#deeds.filter((one) => one !== done);
    this.#showUnsent();
  }

  #showUnsent(): void {
    const made = new Map<string, ClaimSummary>();
    const standing = new Map<string, boolean>();
    const bullets = new Map<string, Dismissal | null>();
    for (const { deed } of this.#deeds) {
      const { kind, id } = deed;
      if (kind === "create") made.set(id, summaryOf(sampleClaim({ id, anchor: anchorOf(id) })));
      if (kind === "delete") standing.set(id, false);
      if (kind === "restore") standing.set(id, true);
      if (kind === "dismiss") bullets.set(id, { blockId: id, reason: "opinion", by: sampleMember, at });
      if (kind === "reopen") bullets.set(id, null);
    }
    const unsent: Unsent = { made, standing, places: new Map(), bullets };
    this.#store.show(unsent);
  }
}

interface Done {
  deed: Deed;
  /** Takes the answer in; null while the deed has not arrived at the server. */
  answer: (() => void) | null;
}

const at = "2026-11-23T00:00:00.000Z";
const placeOf = (id: string): number => Number(id.slice(1));
const anchorOf = (id: string) => sampleAnchor(placeOf(id), placeOf(id) + 1);
