import { db } from "#server/db.ts";

/** A database that has not answered after this long, in milliseconds, counts as away. */
const PATIENCE = 2_000;

/** Whether the database answers now. Never throws, and never takes longer than two seconds. */
export async function isDatabaseReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((answer) => {
    timer = setTimeout(answer, PATIENCE, false);
  });
  try {
    return await Promise.race([asked(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function asked(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
