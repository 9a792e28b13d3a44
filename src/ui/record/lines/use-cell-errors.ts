import { use, useMemo, useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { idOf, isSame, moneyOf, textValue } from "../../data/values.ts";
import type { ProblemItem } from "../../../shared/wire/problem.ts";
import { LineErrorsContext } from "../../field/line-errors.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { LineColumn, LinesField } from "./line-columns.ts";
import { linesMessages } from "./lines.messages.ts";
import { isUnread } from "./read-cell.ts";

/** What is wrong with cells: by line and field, a line as a whole under "". */
export interface CellErrors {
  readonly of: (row: Values, field: string) => string | undefined;
  /** Cells with something wrong, from above. */
  readonly all: readonly { readonly row: number; readonly column: number }[];
}
/** Names that were looked for and not found, or found more than once. */
export type UnclearNames = ReadonlyMap<string, "none" | "several">;

/** What the server refused of single lines, until that cell is changed, and what could not be read here. */
export function useCellErrors(
  field: LinesField,
  columns: readonly LineColumn[],
  rows: readonly Values[],
  unclear: UnclearNames,
): CellErrors {
  const { t, of } = useLanguage();
  const told = use(LineErrorsContext);
  const refused = useRefused(field, told, rows);
  const wrongOf = useMemo(() => {
    const byName = new Map(columns.map((column) => [column.field.name, column]));
    return (row: Values, name: string): string | undefined => {
      const said = refused.size > 0 ? refused.get(`${idOf(row)} ${name}`) : undefined;
      if (said && isSame(said.seen, row[name])) return said.message;
      const column = byName.get(name);
      if (!column || !isUnread(column.field, row[name])) return undefined;
      const value = unreadText(row[name]);
      const why = unclear.get(value);
      if (why) return t(why === "none" ? linesMessages.notFound : linesMessages.several, { value });
      return t(linesMessages.unread, { value, field: of(column.field.label, name) });
    };
  }, [refused, unclear, columns, t, of]);
  // Apart from the above: a row is drawn again for what is wrong with it, not for what another one holds.
  const all = useMemo(
    () =>
      rows.flatMap((row, at) =>
        columns.flatMap(({ field: { name } }, place) =>
          wrongOf(row, name) === undefined ? [] : [{ row: at, column: place }],
        ),
      ),
    [wrongOf, columns, rows],
  );
  return { of: wrongOf, all };
}

interface RefusedCell {
  readonly message: string;
  /** What stood there when it was refused. */
  readonly seen: WireValue | undefined;
}
const NONE: ReadonlyMap<string, RefusedCell> = new Map();

/** What was refused, by line and field, with what stood there then. */
function useRefused(
  field: LinesField,
  told: readonly ProblemItem[],
  rows: readonly Values[],
): ReadonlyMap<string, RefusedCell> {
  const [known, setKnown] = useState({ told: [] as readonly ProblemItem[], cells: NONE });
  if (known.told === told) return known.cells;
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  const cells = new Map<string, RefusedCell>();
  for (const { line, field: name = "", message } of told) {
    const row = line?.field === field.name ? byId.get(line.id) : undefined;
    const key = `${line?.id} ${name}`;
    if (row && !cells.has(key)) cells.set(key, { message, seen: row[name] });
  }
  setKnown({ told, cells });
  return cells;
}

const unreadText = (value: WireValue | undefined): string => moneyOf(value)?.amount ?? textValue(value);
