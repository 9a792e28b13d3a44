import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { OBJECTS } from "../../../../ui/data/objects.ts";
import type { InspectedColumn } from "../shared/inspection.contract.ts";
import { makeColumnFields, type NewField, type NewKind } from "../shared/new-fields.contract.ts";

/** A column as it would become a field, as one edits it. */
export interface FieldDraft {
  readonly column: InspectedColumn;
  readonly isTicked: boolean;
  readonly label: string;
  readonly kind: NewKind;
  readonly options: readonly string[];
}
const PREFERRED: NewKind = "text";

const draftOf = (column: InspectedColumn): FieldDraft => ({
  column,
  isTicked: column.samples.length > 0,
  label: column.new_field?.label ?? column.name.slice(0, 100),
  kind: column.new_field?.kind ?? PREFERRED,
  options: column.new_field?.options ?? column.samples.map((sample) => sample.slice(0, 100)),
});
const asField = ({ column, label, kind, options }: FieldDraft): NewField => ({
  column: column.name,
  label: label.trim(),
  kind,
  ...(kind === "select" ? { options: [...options] } : {}),
});

/** Columns to become fields in one go; `onMade` hears the field of each. */
export function useNewFields(
  object: string,
  columns: readonly InspectedColumn[],
  onMade: (made: readonly { readonly column: string; readonly field: string }[]) => void,
) {
  const client = useQueryClient();
  const intent = useIntent();
  const [changed, setChanged] = useState<Readonly<Record<string, Partial<FieldDraft>>>>({});
  const drafts = columns.map((column) => ({ ...draftOf(column), ...changed[column.name] }));
  const change = (column: string, next: Partial<FieldDraft>): void =>
    setChanged((before) => ({ ...before, [column]: { ...before[column], ...next } }));
  const wanted = drafts.filter(({ isTicked, label }) => isTicked && label.trim() !== "");
  const make = useMutation({
    mutationFn: async () => {
      const body = { object, columns: wanted.map(asField) };
      const { data } = await intent.run(body, (key) => call(makeColumnFields, { body, key }));
      await client.invalidateQueries({ queryKey: OBJECTS });
      return data;
    },
    onSuccess: onMade,
  });
  return {
    drafts,
    change,
    tickAll: (isTicked: boolean): void => columns.forEach(({ name }) => change(name, { isTicked })),
    count: wanted.length,
    make: (): void => make.mutate(),
    isMaking: make.isPending,
    error: make.error,
  };
}
