/**
 * Which files the product runs on, of all that a checkout and its packages hold. What a rule leaves out is named with
 * its reason; `npm run try:product` proves that nothing is missed.
 */

/** Of the checkout: folders whole, because what is read at run time (templates, migrations, texts) lies beside the code. */
export const FOLDERS = ["contract", "domain", "editor", "formats", "messages", "prisma", "server"];

/** Of the checkout: single files. */
export const FILES = [
  "app/i18n.ts",
  "LICENSE",
  "next.config.js",
  "package.json",
  "server.ts",
  "tsconfig.json",
];

/** Nobody runs tests there. @param {string} path relative to the checkout */
export const isOfTests = (path) =>
  /\.test\.\w+$|(?:^|\/)test\/|^formats\/samples\/|\.tsbuildinfo$/.test(path);

/**
 * What is started or loaded by name: from these all code is found. Threads and processes run files as they lie there,
 * and tools are commands of `docs/operate.md`.
 */
export const ENTRIES = [
  "server.ts",
  "server/env.ts",
  "server/parsing/parsing-worker.mjs",
  "server/parsing/parsers.ts",
  "server/machine-reading/reading-process.mjs",
  "server/machine-reading/read-pages.ts",
  "server/report/pdf-worker.mjs",
  "prisma/seed-scales.ts",
  "prisma/seed.ts",
  "scripts/backup.mjs",
  "scripts/restore.mjs",
  "scripts/serve.mjs",
];

/** Packages that hold data or programs and are imported nowhere. */
export const DATA_PACKAGES = [
  "@expo-google-fonts/noto-emoji",
  "@expo-google-fonts/noto-sans-jp",
  "@expo-google-fonts/noto-serif-jp",
  "@tesseract.js-data/eng",
  "@tesseract.js-data/jpn",
  "@tesseract.js-data/jpn_vert",
];

/** What packages name as theirs and only a build, or what we do not use of them, needs. */
export const NOT_FOLLOWED = [
  // Compilers, of which a build has no more need.
  /^@next\/swc-/,
  /^@swc\/core/,
  "@babel/core",
  "@parcel/watcher",
  "caniuse-lite",
  "baseline-browser-mapping",
  "next-intl-swc-plugin-extractor",
  "typescript",
  // Prisma's command line: migrations are applied by its engine alone.
  "prisma",
  // Next makes no pictures smaller for us.
  "sharp",
  /^@img\//,
  // Peers of packages that serve browsers from the build.
  "@playwright/test",
  "babel-plugin-react-compiler",
  "sass",
];

/** Whatever the package: for debuggers, compilers and readers. Licences stay. */
const NEVER =
  /\.map$|\.d\.[cm]?ts$|\.flow$|(?:^|\/)(?:readme|changelog|history|contributing)(?:\.(?:md|markdown|txt|rst))?$|\.tsbuildinfo$/i;

/** Of single packages, what is not read here: by their names, relative to the package. @type {Record<string, RegExp>} */
const LEFT_OUT = {
  // Development, and the sources of builds.
  next: /^dist\/(?:esm|docs|next-devtools|bundle-analyzer)\/|^dist\/compiled\/next-server\/.*\.dev\.|^dist\/compiled\/next-devtools\//,
  // Query compilers of other databases.
  "@prisma/client": /^runtime\/.*\.(?:cockroachdb|mysql|sqlite|sqlserver)\.|^generator-build\//,
  // Builds for newer engines, the viewer, and what runs the scripts of a PDF, which is never done.
  "pdfjs-dist": /^(?:build|web|image_decoders|types)\/|sandbox/,
  // Weights that no page is set in.
  "@expo-google-fonts/noto-emoji": /^(?!400Regular\/|700Bold\/)[^/]+\//,
  "@expo-google-fonts/noto-sans-jp": /^(?!400Regular\/|700Bold\/)[^/]+\//,
  "@expo-google-fonts/noto-serif-jp": /^(?!400Regular\/|700Bold\/)[^/]+\//,
  // Builds for browsers. In Node the library takes the builds for older models, whatever it is told.
  "tesseract.js-core": /\.wasm\.js$/,
  "tesseract.js": /^dist\//,
};

/** @param {string} name of the package @param {string} path of a file, relative to the package */
export const isLeftOut = (name, path) => NEVER.test(path) || (LEFT_OUT[name]?.test(path) ?? false);

/** @param {string} name of a package that another names as its own */
export const isFollowed = (name) =>
  !NOT_FOLLOWED.some((rule) => (typeof rule === "string" ? rule === name : rule.test(name)));
