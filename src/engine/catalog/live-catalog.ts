import type { Database } from "../../platform/db/database.ts";
import type { ObjectDefinition } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { applySchema } from "../schema/apply.ts";
import { buildCatalog, EMPTY_LAYER, type Layer } from "./build-catalog.ts";
import { checkCatalog } from "./check-catalog.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { loadLayer } from "./load-layer.ts";

/** The live metadata of workspaces, loaded anew when their version number has moved. */
export interface LiveCatalogs {
  /** The catalog of at least this version. */
  at(workspace: Workspace, version: number): Promise<Catalog>;
  /**
   * Makes tables for what is shipped and what was added, and loads. Throws with every problem named when the
   * definitions are wrong.
   */
  open(workspace: Workspace): Promise<Catalog>;
  readonly shipped: readonly ObjectDefinition[];
}

/** Reads the stages of every object's pipelines, and the limits of their clocks. */
export type LoadStages = (
  db: Database,
  workspace: Workspace,
) => Promise<Required<Pick<Layer, "stages" | "clocks">>>;

export function liveCatalogs(
  db: Database,
  shipped: readonly ObjectDefinition[],
  loadStages?: LoadStages,
): LiveCatalogs {
  const loaded = new Map<string, Catalog>();
  const loading = new Map<string, Promise<Catalog>>();
  const load = async (workspace: Workspace): Promise<Catalog> => {
    const { layer, version } = await loadLayer(db, workspace);
    const staged = await loadStages?.(db, workspace);
    const catalog = buildCatalog(version, shipped, { ...layer, ...staged });
    loaded.set(workspace.code, catalog);
    return catalog;
  };
  return {
    shipped,
    async at(workspace, version) {
      for (;;) {
        const known = loaded.get(workspace.code);
        if (known && known.version >= version) return known;
        const joined = loading.get(workspace.code);
        const running = joined ?? load(workspace).finally(() => loading.delete(workspace.code));
        loading.set(workspace.code, running);
        const catalog = await running;
        // A load that was under way may have begun before that version; one's own has not.
        if (catalog.version >= version || !joined) return catalog;
      }
    },
    async open(workspace) {
      const base = buildCatalog(0, shipped, EMPTY_LAYER);
      refuseProblems(base);
      await applySchema(db, workspace, base);
      const catalog = await load(workspace);
      // What is wrong in a company's own definitions, after an upgrade say, is listed in the settings and
      // does not keep the program from starting.
      await applySchema(db, workspace, catalog);
      return catalog;
    },
  };
}

function refuseProblems(catalog: Catalog): void {
  const problems = checkCatalog(catalog);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `${problem.text["zh-CN"] ?? ""} / ${problem.text["en"] ?? ""}`);
  throw new Error(`对象定义有误 / the definitions are wrong:\n${lines.join("\n")}`);
}
