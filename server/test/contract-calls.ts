import { isContractProcedure } from "@orpc/contract";
import type { z } from "zod";
import { api } from "#contract/api.ts";
import type { CallMeta } from "#contract/procedure.ts";

type Schema = z.core.$ZodType;

/** One call of the contract, as a loop over all of them needs it. */
export interface ContractCall {
  /** `claim.update` */
  name: string;
  method: string;
  path: string;
  /** It asks by itself whose the session is, and hears no token. */
  judgesSession: boolean;
  /** Null where it takes nothing. */
  input: Schema | null;
}

/** Every call of the contract: what is added to it is in here at once. */
export const contractCalls: readonly ContractCall[] = Object.entries(api).flatMap(([noun, calls]) =>
  Object.entries(calls).map(([verb, call]) => {
    if (!isContractProcedure(call)) throw new Error(`${noun}.${verb} is no call`);
    const { route, meta, inputSchema } = call["~orpc"];
    return {
      name: `${noun}.${verb}`,
      method: route.method ?? "POST",
      path: route.path ?? "",
      judgesSession: (meta as CallMeta).judgesSession === true,
      input: (inputSchema as Schema | undefined) ?? null,
    };
  }),
);

/** A value somewhere in an input that is not made of others: its place, as in `source.title` or `kinds.0`, and its schema. */
export interface InputLeaf {
  path: string[];
  /** What is sent, before anything is made of it. */
  schema: Schema;
  /** What the whole of it may be in the end: another one where a pipe reads a text as something else. */
  whole: Schema;
}

/** All leaves of an input, those of every variant of a union among them. */
export function leavesOf(schema: Schema, path: string[] = [], whole = schema): InputLeaf[] {
  const def = definitionOf(schema);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape as Record<string, Schema>).flatMap(([key, part]) =>
        leavesOf(part, [...path, key]),
      );
    case "array":
      return leavesOf(def.element as Schema, [...path, "0"]);
    case "union":
      return (def.options as Schema[]).flatMap((option) => leavesOf(option, path));
    case "pipe":
      return leavesOf(def.in as Schema, path, whole);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
      return leavesOf(def.innerType as Schema, path, whole === schema ? (def.innerType as Schema) : whole);
    default:
      return [{ path, schema, whole }];
  }
}

/** The kind of value a leaf is: `string`, `number`, `enum`, … as zod calls it. */
export const kindOf = ({ schema }: InputLeaf): string => definitionOf(schema).type;

/** What zod keeps of a schema; what else there is depends on its type. */
const definitionOf = (schema: Schema) =>
  schema._zod.def as unknown as Record<string, unknown> & { type: string };

/** Values that calls take, by the name of their field: ids of a scene, and texts of some form. */
export type Examples = Readonly<Record<string, unknown>>;

/** The least that `schema` takes, with `value` at `path`; with an empty path, the least alone. */
export function inputWith(
  schema: Schema,
  examples: Examples,
  path: readonly string[] = [],
  value?: unknown,
): unknown {
  return built(schema, "", { examples, value }, path.length > 0 ? path : null);
}

type Known = { examples: Examples; value: unknown };

/** @param path what is still to go to the value; null beside its way */
function built(schema: Schema, key: string, known: Known, path: readonly string[] | null): unknown {
  const def = definitionOf(schema);
  if (path?.length === 0) return known.value;
  if (path === null && Object.hasOwn(known.examples, key)) return known.examples[key];
  switch (def.type) {
    case "object": {
      const entries = Object.entries(def.shape as Record<string, Schema>).map(([name, part]) => {
        const rest = path?.[0] === name ? path.slice(1) : null;
        const isLeft = rest === null && ["optional", "default"].includes(part._zod.def.type);
        return [name, isLeft ? undefined : built(part, name, known, rest)] as const;
      });
      return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
    }
    case "array":
      return [built(def.element as Schema, key, known, path?.slice(1) ?? null)];
    case "union": {
      const options = def.options as Schema[];
      const leads = (option: Schema) => leavesOf(option).some((leaf) => leaf.path.join() === path?.join());
      return built(options.find(leads) ?? (options[0] as Schema), key, known, path);
    }
    case "pipe":
      return built(def.in as Schema, key, known, path);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
      return built(def.innerType as Schema, key, known, path);
    case "enum":
      return Object.values(def.entries as object)[0];
    case "literal":
      return (def.values as unknown[])[0];
    case "boolean":
      return true;
    case "number":
      return 1;
    case "string":
      return "x";
    default:
      return undefined;
  }
}

/** Where and how `input` is sent: what the path names stands in it, the rest is query or body. */
export function sentAs(
  call: ContractCall,
  input: unknown,
): { path: string; body: Record<string, unknown> | undefined } {
  const rest = { ...(input as Record<string, unknown>) };
  const path = call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    // Half a character can't be sent in an address.
    return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
  });
  if (call.method !== "GET") return { path, body: rest };
  const query = new URLSearchParams(
    Object.entries(rest).map(([name, value]) => [name, String(value)] as [string, string]),
  );
  return { path: query.size > 0 ? `${path}?${query}` : path, body: undefined };
}
