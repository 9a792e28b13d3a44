import { useMemo } from "react";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import { usePreference } from "../../data/session.ts";
import { isList } from "../../data/values.ts";
import { type ColumnLayout, readColumns, type SavedView } from "../../data/views.ts";
import { kindUi } from "../../field/kind-uis.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";

export interface Column {
  readonly field: FieldInfo;
  readonly width: number;
}
export interface Layout {
  readonly columns: readonly Column[];
  /** How many of the first columns stay in sight. */
  readonly frozen: number;
}
export interface LayoutTools extends Layout {
  setColumns(columns: readonly Column[]): void;
  setFrozen(count: number): void;
  reset(): void;
}

export const columnOf = (field: FieldInfo, width?: number): Column => ({
  field,
  width: Math.max(60, width ?? (field.searchable && field.kind === "text" ? 240 : kindUi(field).width)),
});

/** Columns that a view or a scene shows; what people change of them is kept under its id. */
export type ListedColumns = Pick<SavedView, "id" | "columns">;

/** How a person's settings keep a layout. */
interface KeptLayout {
  readonly frozen?: WireValue;
  readonly columns?: WireValue;
}
/**
 * Columns of a list, or what the cards of a board show: this person's own, else the view's or scene's, else
 * the object's.
 */
export function useLayout(
  object: ObjectInfo,
  view: ListedColumns | null,
  place: "list" | "cards" = "list",
): LayoutTools {
  const [kept, keep] = usePreference<WireValue>(
    `${place}.${object.name}${view?.id ? `.${view.id}` : ""}`,
    null,
  );
  const { frozen: keptFrozen, columns: keptColumns }: KeptLayout = isMap(kept) ? kept : {};
  const frozen = typeof keptFrozen === "number" ? keptFrozen : 1;
  // The same columns until the layout changes: rows compare them.
  const columns = useMemo(() => {
    const own = isList(keptColumns) ? readColumns(keptColumns) : null;
    const wanted: readonly ColumnLayout[] =
      own ??
      (view && view.columns.length > 0 ? view.columns : object.list.columns.map((field) => ({ field })));
    return wanted.flatMap(({ field, width }) => {
      const info = object.byName[field];
      return info && isShown(info) ? [columnOf(info, width)] : [];
    });
  }, [object, view, keptColumns]);
  const write = (next: readonly Column[], count: number) =>
    keep({
      frozen: count,
      columns: next.map((column) => ({ field: column.field.name, width: Math.round(column.width) })),
    });
  return {
    columns,
    frozen: Math.min(frozen, columns.length),
    setColumns: (next) => write(next, frozen),
    setFrozen: (count) => write(columns, count),
    reset: () => keep(null),
  };
}
