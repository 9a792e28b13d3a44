import { both } from "../../../../ui/record/list/scenes.ts";
import type { HomeScope } from "../../../../ui/slots/home-tiles.ts";

/** The list of just the records that a figure or a heading of the home page speaks of. */
export function recordsPath(object: string, { filter: whose }: HomeScope, filter: string, sort = ""): string {
  const query = new URLSearchParams({ scene: "all", view: "list", filter: both(whose, filter) });
  if (sort) query.set("sort", sort);
  return `/records/${object}?${query}`;
}
