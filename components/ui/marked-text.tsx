import type { ComponentProps, ReactNode } from "react";
import { assertNever, type RationaleMark, type RationaleText } from "#editor/rationale-node.ts";

interface MarkedTextProps {
  part: RationaleText;
  /** How its links open. */
  link: Pick<ComponentProps<"a">, "rel" | "target">;
}

/** Words of a comment or a rationale with their marks, the first of which is the outermost. */
export function MarkedText({ part, link }: MarkedTextProps) {
  const marked = (inner: ReactNode, mark: RationaleMark): ReactNode => {
    switch (mark.type) {
      case "bold":
        return <strong>{inner}</strong>;
      case "italic":
        return <em>{inner}</em>;
      case "link":
        return (
          <a href={mark.attrs.href} {...link}>
            {inner}
          </a>
        );
      default:
        return assertNever(mark);
    }
  };
  return part.marks.reduceRight(marked, part.text as ReactNode);
}
