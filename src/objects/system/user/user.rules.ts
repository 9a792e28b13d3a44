import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { phoneHooks } from "../../phone-hooks.ts";

export const userHooks: readonly ObjectHook[] = [...phoneHooks("user", { mobile: "mobile" })];
