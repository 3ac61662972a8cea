/**
 * How the library opens a PDF for us, read or drawn: nothing is fetched or executed, and the tables of Japanese fonts come
 * from the library's own files.
 */
export const libraryOptions = () => {
  const library = libraryFolder();
  return {
    cMapUrl: `${library}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  } as const;
};

/** Where the library lies on this machine, with a slash behind it. */
export function libraryFolder(): string {
  const address = new URL("./", import.meta.resolve("pdfjs-dist/package.json"));
  return decodeURIComponent(address.pathname);
}

/** Whether the library refused a PDF because it opens with a password only. */
export const isPassword = (error: unknown): boolean =>
  error instanceof Error && error.name === "PasswordException";
