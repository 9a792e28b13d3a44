import { label } from "../../shared/i18n/label.ts";
import type { Context } from "../kernel/context.ts";
import type { Add } from "../kernel/hooks.ts";
import { systemTable } from "../schema/names.ts";

/**
 * The statement that tells every process to load definitions anew; run it in the transaction that changes
 * them.
 */
export const raiseDefinitions = (context: Context) => ({
  text: `update ${systemTable(context.workspace, "versions")} set definitions = definitions + 1`,
  values: [],
});

const DEFINING = new Set(["object_definition", "field_definition", "definition_change"]);
/** A change of metadata raises the definitions' version, which every request reads along (decision 13). */
export const definitionsVersion: Add = {
  word: "add",
  name: "definitions.version",
  label: label("更新定义的版本", "Raises the version of the definitions"),
  applies: (object) => DEFINING.has(object.name),
  writes: [],
  run: async ({ context }) => ({ ledger: [raiseDefinitions(context)] }),
};
