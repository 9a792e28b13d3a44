import type { Values } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";

/** What a card carries while it is dragged (`useDraggable`). */
interface Carried {
  readonly record?: unknown;
}
/** The record of the card that is dragged. */
export const draggedRecord = (data: Carried | undefined): Readonly<Values> | null =>
  isMap(data?.record) ? data.record : null;
