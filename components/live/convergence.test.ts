import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClaimStore, createClaimStore } from "#components/workbench/claim-store.ts";
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
  { weight: 2, arbitrary: fc.record({ type: fc.constant("removeHere"), id: claimId }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("removalArrives") }) },
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

/** One server, one page, and a line between them that does what no line should. */
class World {
  readonly server = new FakeServerArticle();
  readonly #store: ClaimStore = createClaimStore({ claims: [], dismissals: [] });
  #wire: ServerMessage[] = [];
  #removals: string[] = [];
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
        take: (news) => this.#store.take(claimNewsOf(news, null)),
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
        this.server.create(step.id, Number(step.id.slice(1)));
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
      case "removeHere":
        this.#removeHere(step.id);
        break;
      case "removalArrives":
        this.#removalArrives();
    }
  }

  /** Everything written has arrived, and one more thing happens that the page hears of. */
  comeToRest(): void {
    while (this.#removals.length > 0) this.#removalArrives();
    this.#return();
    this.server.dismiss("last");
    this.#announce();
    while (this.#wire.length > 0) this.#handle("deliver", 0);
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

  #removeHere(id: string): void {
    if (!this.#store.get().byId.has(id)) return;
    this.#store.remove(id);
    this.#removals.push(id);
  }

  #removalArrives(): void {
    const id = this.#removals.shift();
    if (id) this.server.delete(id);
  }
}
