import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { phoneHooks } from "../../phone-hooks.ts";
import { treeRule } from "../../tree-rule.ts";

export const userHooks: readonly ObjectHook[] = [...phoneHooks("user", { mobile: "mobile" }), treeRule("user", "manager")];
