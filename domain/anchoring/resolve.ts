import type { Block } from "../block.ts";
import { describeBlock } from "./describe.ts";
import { type Quote, type Resolution, resolveQuote } from "./resolve-quote.ts";
import { resolveSelectors } from "./resolve-selectors.ts";
import type { W3cSelector } from "./selector.ts";

/**
 * Where a claim is asked to stand: a whole block; a quote with what its sender knows of its place (a stored anchor is
 * one too: its block is not asked, because its words and place say more); or W3C selectors, which select the same.
 */
export type Selector = { blockId: string; exact?: undefined } | Quote | readonly W3cSelector[];

/**
 * Finds `selector` in a revision, or says why not. Never guesses: every answer of `exact` and `moved` is proven by the
 * words that stand there, and where they stand several times, by a position or a context that fits one place only.
 * What is only alike becomes a candidate. Mirror of `describe`.
 */
export function resolve(blocks: readonly Block[], selector: Selector): Resolution {
  if (isList(selector)) return resolveSelectors(blocks, selector);
  if (selector.exact !== undefined) return resolveQuote(blocks, selector);
  const block = blocks.find(({ id }) => id === selector.blockId);
  return block ? describeBlock(blocks, block) : { state: "gone" };
}

const isList = (selector: Selector): selector is readonly W3cSelector[] => Array.isArray(selector);
