import { type Account, call } from "../hostile/desk.ts";

const ARTICLES = 10;
const CLAIMS_EACH = 20;

/** A claim that is written again and again, each time with another statement. */
interface WrittenClaim {
  id: string;
  version: number;
  /** The last statement that was acknowledged, and how many were. */
  statement: string;
  acknowledged: number;
  /** The command before: two on one claim go one after the other, as one person's do. */
  last: Promise<void>;
}

export interface Work {
  base: string;
  accounts: readonly Account[];
  articleIds: string[];
  claims: WrittenClaim[];
  /** How long each acknowledged command took, in milliseconds. */
  answers: number[];
  failures: string[];
}

/** Articles and claims of their own, that nobody else writes. */
export async function layOutWork(base: string, accounts: readonly Account[]): Promise<Work> {
  const work: Work = { base, accounts, articleIds: [], claims: [], answers: [], failures: [] };
  for (let index = 0; index < ARTICLES; index += 1) {
    const by = accountAt(work, index);
    const lines = Array.from(
      { length: CLAIMS_EACH },
      (_, at) => `• ${at}番目の資料によると、支出は${at * 37 + 11}億円だった。`,
    );
    const content = `計測のための記事 ${index}\n\n${lines.join("\n")}\n`;
    const article = await call(base, by, "POST", "/articles", { format: "text", content });
    const articleId = String(article.id);
    work.articleIds.push(articleId);
    const { blocks } = article.revision as { blocks: { id: string; kind: string }[] };
    for (const { id: blockId } of blocks.filter(({ kind }) => kind === "bullet")) {
      const claim = await call(base, by, "POST", `/articles/${articleId}/claims`, { target: { blockId } });
      const fresh = { version: 1, statement: "", acknowledged: 0, last: Promise.resolve() };
      work.claims.push({ id: String(claim.id), ...fresh });
    }
  }
  return work;
}

/** The `count`th command: a new statement for one of the claims, by one of the members. Never throws. */
export function writeAt(work: Work, count: number): Promise<void> {
  const claim = work.claims[count % work.claims.length];
  if (!claim) return Promise.resolve();
  claim.last = claim.last.then(async () => {
    const statement = `${count}番目の書き込み`;
    const began = performance.now();
    try {
      const { version } = claim;
      const by = accountAt(work, count);
      const written = await call(work.base, by, "PATCH", `/claims/${claim.id}`, { statement, version });
      work.answers.push(performance.now() - began);
      Object.assign(claim, { statement, version: Number(written.version) });
      claim.acknowledged += 1;
    } catch (error) {
      work.failures.push(String(error));
    }
  });
  return claim.last;
}

/** How many acknowledged commands are not there: each counts once in its claim's version, and the last one stands. */
export async function lostOf(work: Work): Promise<number> {
  let lost = 0;
  for (const claim of work.claims) {
    const read = await call(work.base, accountAt(work, 0), "GET", `/claims/${claim.id}`);
    lost += Math.max(0, claim.acknowledged + 1 - Number(read.version));
    if (claim.acknowledged > 0 && read.statement !== claim.statement) lost += 1;
  }
  return lost;
}

const accountAt = ({ accounts }: Work, index: number): Account => {
  const one = accounts[index % accounts.length];
  if (!one) throw new Error("Somebody has to work");
  return one;
};
