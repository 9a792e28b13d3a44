import { isAble, type Me } from "../../../../../ui/data/session.ts";
import type { Role } from "./tour-stops.ts";

const LEADING = ["sales_manager", "sales_director"];
/** Which tour fits: what somebody may manage says more than what their role is called. */
export function roleOf(me: Me): Role {
  if (isAble(me, "settings.manage") && isAble(me, "people.manage")) return "administrator";
  const leads = isAble(me, "pipeline.override") || me.roles.some(({ name }) => LEADING.includes(name));
  return leads ? "manager" : "seller";
}
