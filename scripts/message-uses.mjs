import ts from "typescript";

/**
 * @typedef {object} Uses how one file asks for words
 * @property {{ prefix: string, key: string }[]} exact `t("key")` under a known prefix
 * @property {{ prefix: string, pattern: RegExp, text: string }[]} patterns keys put together: t(`roles.${role}`)
 * @property {string[]} named prefixes under which a variable names the key: `t(kind)`
 * @property {string[]} whole namespaces taken as a whole, as data
 * @property {Set<string>} literals every text in the file: what a variable may hold
 */

const MAKERS = new Set(["useTranslations", "getTranslations", "createTranslator"]);

/**
 * @param {string} path
 * @param {string} text
 * @returns {Uses}
 */
export function messageUses(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {Translators} */
  const translators = new Map();
  /** @type {Uses} */
  const uses = { exact: [], patterns: [], named: [], whole: [], literals: new Set() };
  each(file, (node) => {
    if (ts.isStringLiteralLike(node)) uses.literals.add(node.text);
    if (ts.isVariableDeclaration(node)) learnTranslator(node, translators);
    const space = wholeSpace(node);
    if (space && !path.startsWith("messages/")) uses.whole.push(space);
  });
  each(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const argument = node.arguments[0];
    const prefix = prefixOf(node, translators);
    if (argument && prefix !== undefined) addUse(uses, prefix, argument);
  });
  return uses;
}

/** @param {ts.Node} node @param {(node: ts.Node) => void} look */
function each(node, look) {
  look(node);
  ts.forEachChild(node, (child) => each(child, look));
}

/** A namespace read as data: its file imported, or taken out of the catalogue. @param {ts.Node} node */
function wholeSpace(node) {
  if (ts.isImportDeclaration(node))
    return /#messages\/\w+\/([\w-]+)\.json/.exec(node.moduleSpecifier.getText())?.[1];
  if (ts.isPropertyAccessExpression(node)) return /^catalog\[[^\]]+\]\.(\w+)$/.exec(node.getText())?.[1];
  return undefined;
}

/** The prefixes of translators by name, for each function that makes some. */
/** @typedef {Map<ts.Node, Map<string, string>>} Translators */

/** @param {ts.VariableDeclaration} node @param {Translators} translators */
function learnTranslator(node, translators) {
  const { name, initializer } = node;
  if (!ts.isIdentifier(name) || !initializer) return;
  const call = ts.isAwaitExpression(initializer) ? initializer.expression : initializer;
  if (!ts.isCallExpression(call) || !MAKERS.has(call.expression.getText())) return;
  const scope = ts.findAncestor(node, (outer) => ts.isFunctionLike(outer) || ts.isSourceFile(outer)) ?? node;
  const known = translators.get(scope) ?? new Map();
  const space = call.arguments[0];
  translators.set(scope, known.set(name.text, space && ts.isStringLiteralLike(space) ? space.text : ""));
}

/** @param {ts.CallExpression} call @param {Translators} translators @returns {string | undefined} undefined: no translator */
function prefixOf(call, translators) {
  const name = calledName(call);
  const scope = ts.findAncestor(call, (outer) => Boolean(translators.get(outer)?.has(name)));
  return scope && translators.get(scope)?.get(name);
}

/** `t("…")`, `t.rich("…")` → `t`. @param {ts.CallExpression} call */
function calledName({ expression }) {
  const callee = ts.isPropertyAccessExpression(expression) ? expression.expression : expression;
  return ts.isIdentifier(callee) ? callee.text : "";
}

/** @param {Uses} uses @param {string} prefix @param {ts.Expression} argument */
function addUse(uses, prefix, argument) {
  if (ts.isStringLiteralLike(argument)) uses.exact.push({ prefix, key: argument.text });
  else if (ts.isConditionalExpression(argument)) {
    addUse(uses, prefix, argument.whenTrue);
    addUse(uses, prefix, argument.whenFalse);
  } else if (ts.isTemplateExpression(argument)) {
    const parts = [argument.head.text, ...argument.templateSpans.map(({ literal }) => literal.text)];
    const source = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+");
    uses.patterns.push({ prefix, pattern: new RegExp(`^${source}$`), text: parts.join("…") });
  } else uses.named.push(prefix);
}
