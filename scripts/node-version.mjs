const OLDEST = [20, 19];

/**
 * Refuses a Node that is too old. Loaded before anything else, so it is written in what old Nodes understand.
 */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = major > Number(OLDEST[0]) || (major === OLDEST[0] && minor >= Number(OLDEST[1]));
  if (fits) return;
  console.error(`✗ Uratori needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}`);
  process.exit(1);
}
