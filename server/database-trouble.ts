/**
 * What keeps a command from the database although nothing is wrong with the command: `away`, the server does not answer,
 * starts or stops; `full`, a disk has no room, the database's or our own.
 */
export type DatabaseTrouble = "away" | "full";

/**
 * SQLSTATE (PostgreSQL's appendix A), the system's own names, and Prisma's codes and kinds. Class 08 is told by its
 * beginning.
 */
const AWAY = new Set([
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "ConnectionClosed",
  "DatabaseNotReachable",
  "SocketTimeout",
]);
const FULL = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** What the driver says without a code when its connection ended under it. */
const ENDED =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** How deep a cause is looked for: Prisma wraps its adapter's error, which wraps the driver's. */
const DEPTH = 6;

/** Of which kind `error` is, by any of its causes; null where it is a defect of ours or a refusal. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < DEPTH; depth += 1) {
    const names = ["code", "originalCode", "kind"].map((key) => Reflect.get(at as object, key));
    if (names.some((name) => FULL.has(String(name)))) return "full";
    if (names.some((name) => AWAY.has(String(name)) || /^08\w{3}$/.test(String(name)))) return "away";
    if (at instanceof Error && ENDED.test(at.message)) return "away";
    at = Reflect.get(at, "cause") ?? Reflect.get(Object(Reflect.get(at, "meta")), "driverAdapterError");
  }
  return null;
}
