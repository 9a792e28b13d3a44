import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { treeRule } from "../../tree-rule.ts";

export const departmentHooks: readonly ObjectHook[] = [treeRule("department", "parent")];
