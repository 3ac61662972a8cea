/** The program that reads, and its version, as a revision says for ever; a test holds it against what is installed. */
export const ENGINE = "tesseract.js 7.0.0";
