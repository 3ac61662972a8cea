import { isContractProcedure } from "@orpc/contract";
import { api } from "#contract/api.ts";
import type { CallMeta } from "#contract/procedure.ts";
import { articleRows } from "./article-rows.ts";
import { CLAIM_ROWS } from "./claim-rows.ts";
import { FACTOR_ROWS } from "./factor-rows.ts";
import { MEMBER_ROWS } from "./member-rows.ts";
import type { Asked, Rows } from "./row.ts";
import { SESSION_ROWS } from "./session-rows.ts";
import { SYSTEM_ROWS } from "./system-rows.ts";

/** Every operation of the contract, and who may call it. `pageAddress`: of a page that can be fetched. */
export const operationRows = (pageAddress: () => string): Rows => ({
  ...articleRows(pageAddress),
  ...CLAIM_ROWS,
  ...MEMBER_ROWS,
  ...FACTOR_ROWS,
  ...SESSION_ROWS,
  ...SYSTEM_ROWS,
});

export interface Operation {
  /** In the contract: `claim.update`. */
  name: string;
  method: string;
  path: `/${string}`;
  successStatus: number;
  route: { method?: string };
  meta: CallMeta;
  /** Whether it takes an `Idempotency-Key`: one that cannot refuse a reused key does not look at it. */
  takesKey: boolean;
}

/** What the contract has, by name: nobody writes this list. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries(api).flatMap(([noun, calls]) =>
    Object.entries(calls).map(([verb, call]): [string, Operation] => {
      const name = `${noun}.${verb}`;
      if (!isContractProcedure(call)) throw new Error(`${name} is no call`);
      const { route, meta, errorMap } = call["~orpc"];
      const { method = "POST", path = "/", successStatus = 200 } = route;
      const takesKey = "IDEMPOTENCY_KEY_REUSED" in errorMap;
      return [name, { name, method, path, successStatus, route, takesKey, meta: meta as CallMeta }];
    }),
  ),
);

/** The operation of that name, which the contract must have. */
export function operation(name: string): Operation {
  const found = OPERATIONS.get(name);
  if (!found) throw new Error(`There is a row for ${name}, which the contract does not have`);
  return found;
}

/** Where a call is sent to. */
export function addressOf({ path }: Operation, { params = {}, query }: Asked): string {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`Nothing was given for ${name} of ${path}`);
    return encodeURIComponent(value);
  });
  return query ? `${filled}?${new URLSearchParams(query)}` : filled;
}
