import { PrismaPg } from "@prisma/adapter-pg";
import { Turns } from "#server/turns.ts";

/**
 * Prisma's adapter, which in a transaction asks one statement at a time. Prisma sends those that load relations all at
 * once over the transaction's one connection; the driver has queued them so far, and says that it is about to stop.
 */
export class OrderedPg extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => inTurns(await start(isolationLevel));
    return adapter;
  }
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

function inTurns(tx: Transaction): Transaction {
  const turns = new Turns();
  const queryRaw = tx.queryRaw.bind(tx);
  const executeRaw = tx.executeRaw.bind(tx);
  tx.queryRaw = (query) => turns.take(() => queryRaw(query));
  tx.executeRaw = (query) => turns.take(() => executeRaw(query));
  return tx;
}
