import { drawnPicture, type FigurePicture } from "#editor/article-picture.ts";
import { reactLink } from "./article-inline.tsx";

/** The picture above a figure's `words`, as the editor's schema draws it; nothing where there is none to draw. */
export function ArticlePicture({ picture, words }: { picture: FigurePicture; words: string }) {
  const drawn = drawnPicture(picture, words);
  if (drawn === null) return null;
  if (drawn[0] === "img")
    // biome-ignore lint/performance/noImgElement: the editor draws the same element, which knows no loader.
    return <img className={drawn[1].class} src={drawn[1].src} alt={drawn[1].alt} />;
  return (
    <a {...reactLink} className={drawn[1].class} href={drawn[1].href}>
      {drawn[2]}
    </a>
  );
}
