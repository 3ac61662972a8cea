import { posix } from "node:path";
import ts from "typescript";

/**
 * @typedef {object} Import
 * @property {string} target as written
 * @property {boolean} typeOnly gone after compiling
 */

/**
 * What a file imports, statically, by `export … from` and by `import()`.
 *
 * @param {string} path
 * @param {string} text
 * @returns {Import[]}
 */
export function importsOf(path, text) {
  if (path.endsWith(".css")) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  /** @type {Import[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node))
      found.push({ target: textOf(node.moduleSpecifier), typeOnly: isTypeOnly(node.importClause) });
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      found.push({ target: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly });
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0]
    )
      found.push({ target: textOf(node.arguments[0]), typeOnly: false });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter(({ target }) => target !== "");
}

/** @param {ts.Node} node */
const textOf = (node) => (ts.isStringLiteralLike(node) ? node.text : "");

/** @param {ts.ImportClause | undefined} clause */
function isTypeOnly(clause) {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/**
 * @param {string} from the importing file
 * @param {string} target as written
 * @returns {string | null} path inside the checkout, or null for a package
 */
export function insideTarget(from, target) {
  if (target.startsWith("#")) return target.slice(1);
  if (target.startsWith(".")) return posix.join(posix.dirname(from), target);
  return null;
}
