import type { ListEmptyProps } from "./ListEmpty.tsx";
import type { ListPageTools } from "./use-list-page.ts";

/** What leaves nothing over in a list. */
export function whyEmpty({
  state,
  filter,
  asOf,
}: Pick<ListPageTools, "state" | "filter" | "asOf">): ListEmptyProps["because"] {
  if (state.filter !== "" || state.search !== "" || asOf !== "") return "conditions";
  return filter === "" ? "none" : "scene";
}
