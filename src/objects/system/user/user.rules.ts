import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { phoneHooks } from "../../phone-hooks.ts";
import { user } from "./user.object.ts";

export const userHooks: readonly ObjectHook[] = [...phoneHooks(user, { mobile: "mobile" })];
