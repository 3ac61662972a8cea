import { readScales } from "#server/reads/scale.ts";
import { member } from "./implementer.ts";

export const scaleRouter = {
  list: member.scale.list.handler(async ({ context }) => ({ items: await readScales(context.actor) })),
};
