import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** What of a list stands in its address: everything that makes two people see the same. */
export interface ListState {
  /** mine | subordinates | all | recent | view:<id> */
  readonly scene: string;
  readonly search: string;
  /** Expression text. */
  readonly filter: string;
  readonly sort: string;
  /** What the list is grouped by, as in "close_date:month"; "none": by nothing, whatever the scene says. */
  readonly group: string;
  /** A bare date. */
  readonly asOf: string;
  /** A bare date: what has changed since then is marked. */
  readonly since: string;
  /** Of what changed: only this. */
  readonly part: SincePart | "";
  readonly mode: ListMode | "";
  /** What the bars of a chart stand for: "count", or a field whose sum they are. */
  readonly measure: string;
  /** The field by which a board has lanes; "none": not even the person's own. */
  readonly lanes: string;
  /** The record in the side drawer. */
  readonly open: string;
  /** "1" while the create form is open. */
  readonly create: string;
}
const NAMES: Readonly<Record<keyof ListState, string>> = {
  scene: "scene",
  search: "q",
  filter: "filter",
  sort: "sort",
  group: "group",
  asOf: "as_of",
  since: "since",
  part: "part",
  mode: "view",
  measure: "measure",
  lanes: "lanes",
  open: "open",
  create: "new",
};
/** How a list shows its records. */
export const LIST_MODES = ["list", "board", "chart"] as const;
export type ListMode = (typeof LIST_MODES)[number];
export const SINCE_PARTS = ["new", "changed", "gone"] as const;
export type SincePart = (typeof SINCE_PARTS)[number];
const KEYS = Object.keys(NAMES).filter((key): key is keyof ListState => key in NAMES);

export function useListState(): readonly [
  ListState,
  (change: Partial<ListState>, how?: "push" | "replace") => void,
] {
  const [params, setParams] = useSearchParams();
  const state = useMemo<ListState>(() => {
    return {
      scene: params.get("scene") ?? "",
      search: params.get("q") ?? "",
      filter: params.get("filter") ?? "",
      sort: params.get("sort") ?? "",
      group: params.get("group") ?? "",
      asOf: params.get("as_of") ?? "",
      since: params.get("since") ?? "",
      part: SINCE_PARTS.find((part) => part === params.get("part")) ?? "",
      mode: LIST_MODES.find((mode) => mode === params.get("view")) ?? "",
      measure: params.get("measure") ?? "",
      lanes: params.get("lanes") ?? "",
      open: params.get("open") ?? "",
      create: params.get("new") ?? "",
    };
  }, [params]);
  const change = useCallback(
    (next: Partial<ListState>, how: "push" | "replace" = "push") => {
      setParams(
        (now) => {
          const params = new URLSearchParams(now);
          for (const key of KEYS) {
            const value = next[key];
            if (value === undefined) continue;
            if (value === "") params.delete(NAMES[key]);
            else params.set(NAMES[key], value);
          }
          return params;
        },
        { replace: how === "replace" },
      );
    },
    [setParams],
  );
  return [state, change];
}
