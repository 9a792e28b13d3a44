// The engine's own order: no folder calls back, and modules come in by its face.
import { join, relative } from "node:path";
import { root } from "./terminal.mjs";

/** Lowest first: a folder imports those before it, types too. docs/ARCHITECTURE.md says what each is. */
export const ENGINE_FOLDERS = [
  "kernel",
  "schema",
  "values",
  "catalog",
  "totals",
  "access",
  "query",
  "changes",
  "record",
  "versions",
  "undo",
  "definitions",
  "history",
  "health",
  "behaviour",
  "api",
];
const FACE = "public.ts";

const src = join(root, "src");
const partsOf = (path) => relative(src, path).split(/[/\\]/);
/** The place of a file of the engine in its order; its root is put together of all folders, so it comes last. */
const placeOf = ([, folder, ...inside]) =>
  inside.length === 0 ? ENGINE_FOLDERS.length : ENGINE_FOLDERS.indexOf(folder);

/** Why one file may not import another, of which at least one is of the engine; undefined where it may. */
export function whyNotOfEngine(path, target) {
  const [from, to] = [partsOf(path), partsOf(target)];
  if (to[0] !== "engine") return undefined;
  if (from[0] === "modules") {
    const isFace = to.length === 2 && to[1] === FACE;
    return isFace || from.includes("testing") ? undefined : `modules import src/engine/${FACE} only`;
  }
  if (from[0] !== "engine") return undefined;
  if (to[1] === FACE) return `src/engine/${FACE} is for modules`;
  const [own, other] = [placeOf(from), placeOf(to)];
  if (own < 0 || other < 0)
    return `src/engine/${own < 0 ? from[1] : to[1]} has no place in scripts/engine-order.mjs`;
  return other > own ? `${from[1]} stands below ${to.length === 2 ? "the engine's root" : to[1]}` : undefined;
}
