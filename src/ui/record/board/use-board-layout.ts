import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import { usePreference } from "../../data/session.ts";
import { isList } from "../../data/values.ts";

/** How a person's settings keep a board. */
interface KeptLayout {
  readonly lanes?: WireValue;
  readonly folded?: WireValue;
  readonly open?: WireValue;
  readonly foldedLanes?: WireValue;
}
export interface BoardLayout {
  /** The field whose values are lanes; empty: none. */
  readonly lanes: string;
  /** Columns of open stages that are narrow. */
  readonly folded: readonly string[];
  /** Stages where it ends that are columns nevertheless. */
  readonly open: readonly string[];
  readonly foldedLanes: readonly string[];
}
const texts = (value: WireValue | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** What a person has folded and divided of a board, kept for each view. */
export function useBoardLayout(object: string, view: string) {
  const [kept, keep] = usePreference<WireValue>(`board_layout.${object}${view ? `.${view}` : ""}`, null);
  const read: KeptLayout = isMap(kept) ? kept : {};
  const layout: BoardLayout = {
    lanes: typeof read.lanes === "string" ? read.lanes : "",
    folded: texts(read.folded),
    open: texts(read.open),
    foldedLanes: texts(read.foldedLanes),
  };
  const change = (next: Partial<BoardLayout>) => {
    const { lanes, folded, open, foldedLanes } = { ...layout, ...next };
    keep({ lanes, folded: [...folded], open: [...open], foldedLanes: [...foldedLanes] });
  };
  return { layout, change };
}
/** With it where it was not, without it where it was. */
export const turned = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
