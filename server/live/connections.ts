import type { Connection } from "./connection.ts";

/** All open pages of this instance, by whose they are. */
export class Connections {
  readonly #byMember = new Map<string, Set<Connection>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(connection: Connection): void {
    const { id } = connection.member.actor;
    const pages = this.#byMember.get(id) ?? new Set();
    this.#byMember.set(id, pages.add(connection));
    this.#size += 1;
  }

  remove(connection: Connection): void {
    const { id } = connection.member.actor;
    const pages = this.#byMember.get(id);
    if (!pages?.delete(connection)) return;
    this.#size -= 1;
    if (pages.size === 0) this.#byMember.delete(id);
  }

  of(memberId: string): readonly Connection[] {
    return [...(this.#byMember.get(memberId) ?? [])];
  }

  ofSession(sessionId: string): Connection[] {
    return this.all().filter(({ member }) => member.sessionId === sessionId);
  }

  all(): Connection[] {
    return [...this.#byMember.values()].flatMap((pages) => [...pages]);
  }

  memberIds(): string[] {
    return [...this.#byMember.keys()];
  }
}
