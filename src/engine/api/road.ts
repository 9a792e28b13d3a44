import type { Road } from "../../shared/metadata/hooks.ts";
import type { Call } from "./route.ts";

/** Which road a write came by: the screen says so itself, everything else is the API. */
export function roadOf(call: Call): Road {
  const said = call.request.headers["x-sluice-road"];
  return said === "form" || said === "board" || said === "sync" ? said : "api";
}
