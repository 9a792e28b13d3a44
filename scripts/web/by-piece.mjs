import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const NAMED = /import\s*\{([^}]+)\}\s*from\s*["']([^"']+)["'];?/g;
const namesIn = (list) =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const [given, own = given] = name.split(/\s+as\s+/);
      return { given, own };
    });
const kebab = (name) => name.replace(/[a-z](?=[A-Z])/g, (end) => `${end}-`).toLowerCase();

/**
 * Takes each piece of antd, and each thing that a module's face offers, from its own file. The builder drops
 * what nobody uses of such a list only at its end: until then all of antd seems to hang on every page that
 * shows a button, and nothing can be said about which page needs what (`page-parts.mjs`).
 */
export const byPiece = (packages) => ({
  name: "by-piece",
  apply: "build",
  enforce: "post",
  transform: {
    filter: { id: /\/src\/.*\.tsx?$/ },
    handler: (code, id) =>
      code.replace(NAMED, (whole, list, from) => {
        const names = namesIn(list);
        if (from === "antd") return names.map((name) => ofAntd(packages, name)).join(" ");
        return from.endsWith("/public.ts") ? (ofFace(resolve(dirname(id), from), names) ?? whole) : whole;
      }),
  },
});

function ofAntd(packages, { given, own }) {
  const path = `antd/es/${kebab(given)}/index.js`;
  if (!existsSync(join(packages, path))) throw new Error(`antd has no folder for ${given}`);
  return `import ${own} from "${path}";`;
}

/** Undefined where the face has something of its own. */
function ofFace(face, names) {
  const offered = new Map();
  for (const [, list, from] of readFileSync(face, "utf8").matchAll(
    /export\s*\{([^}]+)\}\s*from\s*"([^"]+)"/g,
  ))
    for (const { given, own } of namesIn(list.replace(/\btype\s/g, "")))
      offered.set(own, { given, from: resolve(dirname(face), from) });
  const found = names.map(({ given, own }) => ({ own, ...offered.get(given) }));
  if (found.some(({ from }) => from === undefined)) return undefined;
  return found.map(({ own, given, from }) => `import { ${given} as ${own} } from "${from}";`).join(" ");
}
