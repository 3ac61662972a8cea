import { type ArticleFigureNode, textOfNode } from "#editor/article-document.ts";
import { drawnPicture } from "#editor/article-picture.ts";
import { blockOf, reactLink } from "./article-inline.tsx";

/** A figure as the editor's schema renders it. */
export function ArticleFigure({ node }: { node: ArticleFigureNode }) {
  const drawn = drawnPicture(node.attrs, textOfNode(node));
  return (
    <figure>
      {drawn?.[0] === "img" && (
        // biome-ignore lint/performance/noImgElement: the editor draws the same element, which knows no loader.
        <img className={drawn[1].class} src={drawn[1].src} alt={drawn[1].alt} />
      )}
      {drawn?.[0] === "a" && (
        <a {...reactLink} className={drawn[1].class} href={drawn[1].href}>
          {drawn[2]}
        </a>
      )}
      <figcaption {...blockOf(node)} />
    </figure>
  );
}
