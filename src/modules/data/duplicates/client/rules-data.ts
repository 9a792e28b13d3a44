import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { createRecord, fetchPage, patchRecord } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { duplicateRule } from "../shared/duplicate-rule.object.ts";
import type { MatchKind } from "../shared/traits.ts";

export type RuleAction = "block" | "warn" | "off";
export interface DuplicateRule {
  readonly object: string;
  readonly kind: MatchKind;
  /** Null: not written down yet; then it gives a hint. */
  readonly record: Values | null;
  readonly action: RuleAction;
  readonly least: number | null;
}
const KEY = ["records", "duplicate_rule", "settings"] as const;
const OBJECT = duplicateRule.name;

export const useRules = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await fetchPage(OBJECT, { limit: 100 }, null, signal)).data,
  });

export function ruleOf(records: readonly Values[], object: string, kind: MatchKind): DuplicateRule {
  const record =
    records.find((one) => {
      const rule = partOf(duplicateRule, one);
      return rule.object === object && rule.kind === kind;
    }) ?? null;
  const { action, least } = partOf(duplicateRule, record);
  return { object, kind, record, action: action ?? "warn", least: least ?? null };
}

/** Writes what changed of a rule; what the rules find is asked for anew. */
export function useChangeRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      rule: { object, kind, record, action },
      values,
    }: {
      readonly rule: DuplicateRule;
      readonly values: Values;
    }) =>
      record
        ? patchRecord(
            {
              object: OBJECT,
              id: idOf(record),
              values,
              base: Object.fromEntries(Object.keys(values).map((name) => [name, record[name] ?? null])),
            },
            newId(),
          )
        : createRecord(OBJECT, { object, kind, action, ...values }, newId()),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: KEY });
      void client.invalidateQueries({ queryKey: ["duplicates"] });
    },
  });
}
