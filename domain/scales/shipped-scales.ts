import { fijScale } from "./fij.ts";
import { fiveStepScale } from "./five-step.ts";
import { jfcScale } from "./jfc.ts";
import { prepublicationScale } from "./prepublication.ts";
import type { ScaleDefinition } from "./scale-definition.ts";

/** The scales every installation has, in the order they are offered. */
export const SHIPPED_SCALES: readonly ScaleDefinition[] = [
  fijScale,
  jfcScale,
  prepublicationScale,
  fiveStepScale,
];
