import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

const BLOCKS = new Set(
  "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul".split(
    " ",
  ),
);
/** Nothing of these is a word on the page. */
const UNSEEN = new Set(["script", "style", "template", "title", "noembed", "textarea"]);

/**
 * The lines that markup shows, as any browser sets them and by none of our own code: a block ends one, a break and a line of
 * `<pre>` too. White space is one space; pictures are left out.
 */
export function shownLines(markup: string): string[] {
  const lines: string[] = [];
  let open = "";
  const end = () => {
    const line = open.replace(/\s+/gu, " ").trim();
    if (line !== "") lines.push(line);
    open = "";
  };
  type Step = { node: Node; isPre: boolean } | "end";
  const waiting: Step[] = parseFragment(markup)
    .childNodes.map((node): Step => ({ node, isPre: false }))
    .toReversed();
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (step === "end") {
      end();
      continue;
    }
    const { node, isPre } = step;
    if (node.nodeName === "#text" && "value" in node) {
      const [first = "", ...more] = isPre ? node.value.split("\n") : [node.value];
      open += first;
      for (const line of more) {
        end();
        open = line;
      }
    }
    if (!("tagName" in node) || UNSEEN.has(node.tagName)) continue;
    const isBlock = BLOCKS.has(node.tagName) || node.tagName === "br";
    if (isBlock) end();
    if (isBlock) waiting.push("end");
    const inside = isPre || node.tagName === "pre";
    for (const child of node.childNodes.toReversed()) waiting.push({ node: child, isPre: inside });
  }
  end();
  return lines;
}
