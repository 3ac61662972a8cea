import type { Setting } from "./html-flow.ts";
import { attributeOf, type HtmlElement } from "./html-tree.ts";

/** How elements set the text in them. */
export const SETTING_OF: Readonly<Record<string, Setting>> = {
  sup: { script: "raised" },
  sub: { script: "lowered" },
  del: { struck: true },
  s: { struck: true },
  strike: { struck: true },
  ins: { inserted: true },
};

const STRUCK = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i;
const RAISED = /(?:^|;)\s*vertical-align\s*:\s*(?:super|text-top)\b/i;
const LOWERED = /(?:^|;)\s*vertical-align\s*:\s*(?:sub|text-bottom)\b/i;

/** How an element sets what is in it, by its name or its own style; the setting around it goes on. */
export function settingInside(element: HtmlElement, around: Setting | undefined): Setting | undefined {
  const style = attributeOf(element, "style");
  const own: Setting = {
    ...SETTING_OF[element.tagName],
    ...(style !== null && INLINE.has(element.tagName) && byStyle(style)),
  };
  return Object.keys(own).length > 0 ? { ...around, ...own } : around;
}

/** A cell may be aligned to its top; only running text is raised. */
const INLINE = new Set("span font article-link label abbr cite q small".split(" "));

function byStyle(style: string): Setting {
  return {
    ...(STRUCK.test(style) && { struck: true }),
    ...(RAISED.test(style) && { script: "raised" }),
    ...(LOWERED.test(style) && { script: "lowered" }),
  };
}
