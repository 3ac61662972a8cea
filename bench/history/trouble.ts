import { setTimeout as pause } from "node:timers/promises";
import { db } from "#server/db.ts";
import type { Chance } from "./chance.ts";
import type { Instance } from "./instances.ts";
import type { Person } from "./person.ts";
import type { Trace } from "./trace.ts";

export interface Place {
  articleId: string;
  instances: readonly Instance[];
  people: readonly Person[];
  trace: Trace;
}

/** What goes wrong around people at work, the frequent more often. */
const KINDS = ["cut", "cut", "cut", "cut", "stall", "deaf", "false alarm", "false alarm"] as const;
/** So many acts come between two troubles, and between two power cuts, which take seconds to get over. */
const ACTS_BETWEEN = 4;
const ACTS_BETWEEN_POWER_CUTS = 60;

/** Makes trouble at moments that are counted in acts. Whoever acts calls `acted`; `settle` waits until all is mended. */
export class Trouble {
  readonly #place: Place;
  readonly #draw: Chance;
  #acts = 0;
  #next: number;
  #nextPowerCut: number;
  readonly #underWay: Promise<void>[] = [];

  constructor(place: Place, draw: Chance) {
    this.#place = place;
    this.#draw = draw;
    this.#next = draw.whole(1, ACTS_BETWEEN);
    this.#nextPowerCut = draw.whole(1, ACTS_BETWEEN_POWER_CUTS);
  }

  acted(): void {
    this.#acts += 1;
    if (this.#acts >= this.#nextPowerCut) {
      this.#nextPowerCut += this.#draw.whole(ACTS_BETWEEN_POWER_CUTS / 2, ACTS_BETWEEN_POWER_CUTS * 1.5);
      this.#underWay.push(this.#powerCut());
    } else if (this.#acts >= this.#next) {
      this.#next += this.#draw.whole(1, 2 * ACTS_BETWEEN);
      this.#underWay.push(this.#happen());
    }
  }

  /** Rejects where something could not be mended. */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #happen(): Promise<void> {
    const { people, instances, trace, articleId } = this.#place;
    switch (this.#draw.one(KINDS)) {
      case "cut":
        this.#draw.one(people)?.cut();
        break;
      case "stall":
        trace.say("trouble", "an instance stalls");
        await this.#draw.one(instances)?.stall(this.#draw.whole(50, 300));
        break;
      case "deaf":
        trace.say("trouble", "the listening connections end");
        await endListening();
        break;
      case "false alarm":
        await wakeForNothing(articleId, this.#draw.whole(-5, 3));
    }
  }

  /** One instance dies and comes back; the other one carries on. */
  async #powerCut(): Promise<void> {
    const { instances, trace } = this.#place;
    const up = instances.filter(({ isUp }) => isUp);
    const victim = this.#draw.one(up);
    const dark = this.#draw.whole(0, 300);
    if (!victim || up.length < 2) return;
    trace.say("trouble", `kill -9 of the instance on ${victim.port}`);
    await victim.kill();
    await pause(dark);
    await victim.start();
    trace.say("trouble", `the instance on ${victim.port} is back`);
  }
}

/** Ends every instance's listening connection, as a database does that fails over. */
async function endListening(): Promise<void> {
  await db().$queryRaw`
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'uratori wake-ups'`;
}

/** A wake-up that comes twice, late, or of an event that never was: `away` from the last event's number. */
async function wakeForNothing(articleId: string, away: number): Promise<void> {
  const { eventSeq } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  const said = `article:${articleId}:${Math.max(1, eventSeq + away)}`;
  await db().$queryRaw`SELECT pg_notify('uratori', ${said})::text`;
}
