import type { ComponentType } from "react";
import type { ConditionOperator, ConditionValue } from "../../shared/expression/simple-conditions.ts";
import type { Label } from "../../shared/i18n/label.ts";
import type { FieldKind } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import type { FieldInfo } from "../data/objects.ts";

export interface CellProps {
  readonly field: FieldInfo;
  readonly value: WireValue | undefined;
  readonly record: Values;
  readonly object: string;
}
export interface InputProps {
  readonly field: FieldInfo;
  readonly value: WireValue | undefined;
  readonly onChange: (value: WireValue) => void;
  readonly id?: string;
  readonly object: string;
  readonly record?: Values;
  /** The moment that is looked at, where it is not now. */
  readonly asOf?: string | null;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  /** What an empty input says instead of how to fill it, such as “All” in a filter. */
  readonly placeholder?: string;
}
/** A comparison of the condition builder; `value` says what is typed beside it. */
export interface FilterOperator {
  readonly key: string;
  readonly label: Label;
  readonly operator: ConditionOperator;
  readonly value: "none" | "one" | "many";
  /** Compared with this instead of something typed. */
  readonly fixed?: ConditionValue;
}
/** What a field kind looks like: one of these per kind. */
export interface KindUi {
  readonly Cell: ComponentType<CellProps>;
  /** Absent: the kind is never typed. */
  readonly Input?: ComponentType<InputProps>;
  readonly operators: readonly FilterOperator[];
  readonly align?: "right" | "center";
  readonly width: number;
  /** May be changed in a cell of a list; others open the form. */
  readonly inline?: boolean;
  /** Takes the whole width of a form. */
  readonly wide?: boolean;
  readonly sortable?: boolean;
}
export type KindUis = Readonly<Record<FieldKind, KindUi>>;
