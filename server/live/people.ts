import type { Present } from "#domain/presence.ts";

/** What changed about who is in an article: connection ids of those who left. */
export interface PeopleChange {
  here: Present[];
  left: string[];
}

/** Where a page is. */
interface Place {
  articleId: string;
  person: Present;
  /** The instance whose page it is; null for our own. */
  instanceId: string | null;
}

interface Pending {
  here: Set<string>;
  /** With whether it was a page of ours. */
  left: Map<string, boolean>;
}

/** `own`: as far as it is about our own pages. */
type Listener = (articleId: string, change: PeopleChange, own: PeopleChange) => void;

/** How long changes gather before they are told, in milliseconds: a person on the move is told of once. */
const GATHER_MS = 80;

/** Who is in which article, on this instance and on all others. A page is in one article at most. */
export class People {
  readonly #onChange: Listener;
  readonly #places = new Map<string, Place>();
  readonly #byArticle = new Map<string, Set<string>>();
  readonly #pending = new Map<string, Pending>();
  #timer: NodeJS.Timeout | null = null;

  /** @param onChange is told of every change a little later, many at a time */
  constructor(onChange: Listener) {
    this.#onChange = onChange;
  }

  in(articleId: string): Present[] {
    return [...(this.#byArticle.get(articleId) ?? [])].flatMap((id) => this.#places.get(id)?.person ?? []);
  }

  /** Somebody came into an article, or changed there. */
  put(articleId: string, person: Present, instanceId: string | null): void {
    const id = person.connectionId;
    const before = this.#places.get(id);
    if (before && before.articleId !== articleId) this.remove(id);
    this.#places.set(id, { articleId, person, instanceId });
    const there = this.#byArticle.get(articleId) ?? new Set();
    this.#byArticle.set(articleId, there.add(id));
    const pending = this.#pendingOf(articleId);
    pending.left.delete(id);
    pending.here.add(id);
  }

  remove(connectionId: string): void {
    const place = this.#places.get(connectionId);
    if (!place) return;
    this.#places.delete(connectionId);
    const there = this.#byArticle.get(place.articleId);
    there?.delete(connectionId);
    if (there?.size === 0) this.#byArticle.delete(place.articleId);
    const pending = this.#pendingOf(place.articleId);
    pending.here.delete(connectionId);
    pending.left.set(connectionId, place.instanceId === null);
  }

  /** Everybody on an instance; null for our own. */
  of(instanceId: string | null): Place[] {
    return [...this.#places.values()].filter((place) => place.instanceId === instanceId);
  }

  /** The article a page is in; null where it is in none. */
  articleOf(connectionId: string): string | null {
    return this.#places.get(connectionId)?.articleId ?? null;
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#pending.clear();
  }

  #pendingOf(articleId: string): Pending {
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
    const pending = this.#pending.get(articleId) ?? { here: new Set(), left: new Map() };
    this.#pending.set(articleId, pending);
    return pending;
  }

  #flush(): void {
    this.#timer = null;
    const all = [...this.#pending];
    this.#pending.clear();
    for (const [articleId, { here, left }] of all) {
      const places = [...here].flatMap((id) => this.#places.get(id) ?? []);
      const own = places.filter(({ instanceId }) => instanceId === null);
      const ownLeft = [...left].flatMap(([id, isOwn]) => (isOwn ? [id] : []));
      this.#onChange(
        articleId,
        { here: places.map(({ person }) => person), left: [...left.keys()] },
        { here: own.map(({ person }) => person), left: ownLeft },
      );
    }
  }
}
