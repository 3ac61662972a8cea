import { type ArticleFigureNode, textOfNode } from "#editor/article-document.ts";
import { blockOf } from "./article-inline.tsx";
import { ArticlePicture } from "./article-picture.tsx";

/** A figure as the editor's schema renders it. */
export function ArticleFigure({ node }: { node: ArticleFigureNode }) {
  return (
    <figure>
      <ArticlePicture picture={node.attrs} words={textOfNode(node)} />
      <figcaption {...blockOf(node)} />
    </figure>
  );
}
