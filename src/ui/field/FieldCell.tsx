import { isBlank } from "../data/values.ts";
import type { CellProps } from "./kind-ui.ts";
import { kindUi } from "./kind-uis.ts";

/** A field's value as lists and pages show it; nothing when it is empty. */
export function FieldCell(props: CellProps) {
  if (isBlank(props.value)) return null;
  const { Cell } = kindUi(props.field);
  return <Cell {...props} />;
}
