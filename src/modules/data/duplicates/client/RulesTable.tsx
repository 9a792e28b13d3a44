import { Select } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { kindsOf } from "../shared/traits.ts";
import { duplicateMessages } from "./duplicates.messages.ts";
import { LeastLikeness } from "./LeastLikeness.tsx";
import { type RuleAction, ruleOf } from "./rules-data.ts";
import { usePutRule } from "./use-put-rule.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RulesTable.module.css";

const ACTIONS = ["block", "warn", "off"] as const;

export interface RulesTableProps {
  readonly object: ObjectInfo;
  readonly records: readonly Values[];
}
/** By what records of an object are compared, and what happens when they are alike. */
export function RulesTable({ object, records }: RulesTableProps) {
  const { t, of } = useLanguage();
  const put = usePutRule();
  const rows = kindsOf(object.name).map(({ kind, fields }) => ({
    ...ruleOf(records, object.name, kind),
    fields,
  }));
  return (
    <DataTable
      label={t(duplicateMessages.rules)}
      rows={rows}
      rowKey={(rule) => rule.kind}
      columns={[
        {
          key: "kind",
          title: t(duplicateMessages.matchedBy),
          render: (rule) => t(duplicateMessages[rule.kind]),
        },
        {
          key: "fields",
          title: t(duplicateMessages.compared),
          render: (rule) => (
            <span className={base.muted}>
              {rule.fields.map((name) => of(object.byName[name]?.label, name)).join(" / ")}
            </span>
          ),
        },
        {
          key: "action",
          title: t(duplicateMessages.whatHappens),
          render: (rule) => (
            <Select<RuleAction>
              className={styles.duplicateAction}
              aria-label={t(duplicateMessages.actionOf, { kind: t(duplicateMessages[rule.kind]) })}
              value={rule.action}
              options={ACTIONS.map((value) => ({ value, label: t(duplicateMessages[value]) }))}
              onChange={(action) => put(rule, { action })}
            />
          ),
        },
        {
          key: "least",
          title: t(duplicateMessages.least),
          render: (rule) => (
            <LeastLikeness key={rule.least} rule={rule} onChange={(least) => put(rule, { least })} />
          ),
        },
      ]}
    />
  );
}
