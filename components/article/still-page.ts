/** Nothing from anywhere, nothing that runs: what the page holds itself is drawn and nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** What runs, loads, leads away or asks again. */
const REMOVED =
  "script, noscript, template, iframe, frame, frameset, object, embed, applet, portal, link, base, meta, audio, video, source, track, form > input[type=image]";

/** Attributes by which a page asks for something, or leads somewhere. */
const ASKING =
  /^(?:on.*|src|srcset|href|xlink:href|action|formaction|ping|poster|background|data|cite|manifest|longdesc|profile|usemap|lowsrc|dynsrc|codebase|classid|archive|target|http-equiv|autofocus)$/i;

/**
 * A page as it may be shown beside what was understood of it: its words and its own styles, without anything that runs,
 * is fetched or leads away. It is shown in a sandbox all the same; its policy stands first in it, before any of its own.
 */
export function stillPage(html: string): string {
  // Even a document that is only parsed would take the base it names, and our own policy would complain.
  const page = new DOMParser().parseFromString(html.replace(/<base\b/gi, "<x-base"), "text/html");
  for (const element of page.querySelectorAll(REMOVED)) element.remove();
  for (const element of page.querySelectorAll("*"))
    for (const { name, value } of [...element.attributes])
      if (ASKING.test(name) && !(name === "src" && /^data:image\/(?!svg)/i.test(value)))
        element.removeAttribute(name);
  for (const style of page.querySelectorAll("style")) style.textContent = stillStyle(style.textContent);
  for (const element of page.querySelectorAll("[style]"))
    element.setAttribute("style", stillStyle(element.getAttribute("style") ?? ""));
  const policy = page.createElement("meta");
  policy.setAttribute("http-equiv", "Content-Security-Policy");
  policy.setAttribute("content", POLICY);
  page.head.prepend(policy);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** Styles that ask for nothing: the policy would forbid it, and so it need not be tried. */
const stillStyle = (css: string): string =>
  css
    .replace(/@import\b/gi, "@no-import")
    .replace(/\b(?:url|src|(?:-webkit-)?image-set)\s*\((?!\s*["']?data:image)/gi, "none(");

/** Bytes of a page as text: by the charset its server gave, a mark at its beginning, its own word, or UTF-8. */
export function pageText(bytes: ArrayBuffer, contentType: string): string {
  const start = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 2048));
  const head = new TextDecoder("latin1").decode(start);
  const told = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /charset=["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(told ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
