import { db } from "#server/db.ts";
import type { Reader } from "#server/quick-reads.ts";
import { loadClaimsById } from "#server/reads/claim-by-id.ts";
import { loadClaimPlaces } from "#server/reads/claim-order.ts";
import { ClaimOrder } from "./claim-order.ts";
import { claimText, type NewsParts } from "./news-text.ts";

/** How much claim text one open article keeps, in UTF-16 units: some ten thousand claims of the usual length. */
const CAPACITY = 16_000_000;

/**
 * The claims of one open article as text, so that what a hundred pages are told is read and written once. Kept are the
 * ones that somebody was told of; the longest unchanged leave first. One caller at a time.
 */
export class ClaimShelf {
  readonly #articleId: string;
  readonly #reader: Reader;
  /** Null: deleted, or without a place in the text. The longest unchanged first. */
  readonly #texts = new Map<string, string | null>();
  /** Changed since they were read last, so that their places in the order do not count. */
  readonly #stale = new Set<string>();
  #order: ClaimOrder | null = null;
  #size = 0;

  constructor(articleId: string, reader: Reader) {
    this.#articleId = articleId;
    this.#reader = reader;
  }

  /** These changed: they are read again before anybody is told of them. */
  drop(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#put(id, null);
      this.#texts.delete(id);
      this.#stale.add(id);
    }
  }

  /** Something changed that may stand in any of them: a person's name. */
  dropAll(): void {
    this.#texts.clear();
    this.#size = 0;
  }

  /** The text changed: every claim stands elsewhere, and some may stand nowhere. */
  forget(): void {
    this.dropAll();
    this.#stale.clear();
    this.#order = null;
  }

  /** How these claims stand now, read from the database as far as they are not here. */
  async read(ids: readonly string[]): Promise<Pick<NewsParts, "claims" | "gone">> {
    const wanted = new Set(this.#stale);
    for (const id of ids) if (!this.#texts.has(id)) wanted.add(id);
    const order = await this.#refresh(wanted);
    const news: Pick<NewsParts, "claims" | "gone"> = { claims: [], gone: [] };
    for (const id of ids) {
      const text = this.#texts.get(id) ?? null;
      if (text === null) news.gone.push(id);
      else news.claims.push({ number: order.numberOf(id), text });
    }
    this.#trim();
    return news;
  }

  async #refresh(wanted: ReadonlySet<string>): Promise<ClaimOrder> {
    const [order, claims] = await Promise.all([
      this.#order ?? loadOrder(this.#articleId),
      loadClaimsById(this.#reader, [...wanted]),
    ]);
    this.#order = order;
    const found = new Map(claims.map((claim) => [claim.id, claim]));
    for (const id of wanted) {
      const claim = found.get(id);
      if (claim) order.put(id, claim.anchor);
      else order.remove(id);
      this.#put(id, claim ? claimText(claim) : null);
      this.#stale.delete(id);
    }
    return order;
  }

  #put(id: string, text: string | null): void {
    this.#size += (text?.length ?? 0) - (this.#texts.get(id)?.length ?? 0);
    this.#texts.delete(id);
    this.#texts.set(id, text);
  }

  #trim(): void {
    for (const [id, text] of this.#texts) {
      if (this.#size <= CAPACITY) return;
      this.#texts.delete(id);
      this.#size -= text?.length ?? 0;
    }
  }
}

async function loadOrder(articleId: string): Promise<ClaimOrder> {
  const places = await loadClaimPlaces(db(), articleId);
  return new ClaimOrder(places.map(({ anchor }) => [anchor.claimId, anchor]));
}
