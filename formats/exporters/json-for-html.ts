/**
 * `value` as JSON that may stand in a `script` element of a page: every `<` is written `\u003c`, which is the same string
 * to whoever parses it. A text in it can then neither end the element (`</script>`) nor begin a comment (`<!--`), after
 * which the element's own end would be read over (HTML, section "Restrictions for contents of script elements").
 */
export const jsonForHtml = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/</g, "\\u003c");
