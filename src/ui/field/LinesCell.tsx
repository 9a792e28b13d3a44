import { isMap } from "../../shared/metadata/wire-value.ts";
import { isList } from "../data/values.ts";
import { useLanguage } from "../kit/language.tsx";
import { fieldMessages } from "./field.messages.ts";
import type { CellProps } from "./kind-ui.ts";
import { CountCell } from "./simple-cells.tsx";

const SIGNS = [
  ["added", "linesAdded"],
  ["changed", "linesChanged"],
  ["removed", "linesRemoved"],
] as const;

/** How many lines a record has; in its log how many were added, changed and removed. */
export function LinesCell(props: CellProps) {
  const { t } = useLanguage();
  const { value } = props;
  if (!isMap(value)) return <CountCell {...props} />;
  const parts = SIGNS.flatMap(([name, text]) => {
    const ids = value[name];
    return isList(ids) && ids.length > 0 ? [t(fieldMessages[text], { count: ids.length })] : [];
  });
  return <span>{parts.join(" · ")}</span>;
}
