import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** In seconds: from a read that a page waits for to a file that a machine reads. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** What is measured as work with an outcome, and what each kind is told apart by. */
export const WORK = {
  command: { plural: "commands", label: "operation", help: "Writes of the API by operation of the contract" },
  transaction: { plural: "transactions", label: null, help: "Transactions of the database" },
  fetch: { plural: "fetches", label: null, help: "Addresses of the web that were fetched for the desk" },
  task: { plural: "worker_tasks", label: "pool", help: "Work done in worker threads, waiting included" },
  job: {
    plural: "job_rounds",
    label: "job",
    help: "Rounds of what the server does by itself from time to time",
  },
} as const satisfies Record<string, { plural: string; label: string | null; help: string }>;
export type WorkKind = keyof typeof WORK;

interface WorkMetrics {
  total: Counter;
  seconds: Histogram;
}

/** All metrics of this process. No label ever holds a path, an id or anything a person sent. */
export interface Metrics {
  registry: Registry;
  requests: Counter<"operation" | "method" | "status">;
  requestSeconds: Histogram<"operation">;
  work: Record<WorkKind, WorkMetrics>;
  jobSucceeded: Gauge<"job">;
  audit: Counter<"event">;
}

/** Next keeps modules per bundle: all of them count in one place. */
const kept = globalThis as typeof globalThis & { uratoriMetrics?: Metrics };

export function metrics(): Metrics {
  kept.uratoriMetrics ??= makeMetrics();
  return kept.uratoriMetrics;
}

/** Adds gauges that are read when somebody asks; once a process. */
export function onScrape(name: string, help: string, labelNames: string[], read: (gauge: Gauge) => unknown) {
  const { registry } = metrics();
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      this.reset();
      await read(this);
    },
  });
}

function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const workMetrics = (kind: WorkKind): WorkMetrics => {
    const { plural, label, help } = WORK[kind];
    const labelNames = label ? [label] : [];
    return {
      total: new Counter({
        name: `uratori_${plural}_total`,
        help,
        labelNames: [...labelNames, "outcome"],
        registers,
      }),
      seconds: new Histogram({
        name: `uratori_${kind}_duration_seconds`,
        help: `${help}: how long they took`,
        labelNames,
        buckets: BUCKETS,
        registers,
      }),
    };
  };
  const kinds = Object.keys(WORK) as WorkKind[];
  return {
    registry,
    requests: new Counter({
      name: "uratori_requests_total",
      help: "Answered requests; operation is one of the contract's or a kind of page, never a path",
      labelNames: ["operation", "method", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "uratori_request_duration_seconds",
      help: "From a request's arrival to the end of its answer",
      labelNames: ["operation"],
      buckets: BUCKETS,
      registers,
    }),
    work: Object.fromEntries(kinds.map((kind) => [kind, workMetrics(kind)])) as Metrics["work"],
    jobSucceeded: new Gauge({
      name: "uratori_job_last_success_timestamp_seconds",
      help: "When a round of a job last ended without an error",
      labelNames: ["job"],
      registers,
    }),
    audit: new Counter({
      name: "uratori_audit_events_total",
      help: "Lines of the audit log by event",
      labelNames: ["event"],
      registers,
    }),
  };
}
