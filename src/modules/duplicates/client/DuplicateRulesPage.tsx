import { App, Segmented, Select } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useDuplicates, useSettled } from "../../../ui/data/duplicates.ts";
import { type ObjectInfo, useObjects } from "../../../ui/data/objects.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Loaded } from "../../../ui/kit/Loaded.tsx";
import { NumberField } from "../../../ui/kit/NumberField.tsx";
import { PageHeader } from "../../../ui/kit/PageHeader.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import { kindsOf, TRAITS } from "../shared/traits.ts";
import { CheckFields, givenOf } from "./CheckFields.tsx";
import { duplicateMessages } from "./duplicates.messages.ts";
import { FoundTable } from "./FoundTable.tsx";
import { type DuplicateRule, type RuleAction, ruleOf, useChangeRule, useRules } from "./rules-data.ts";
import "./duplicates.css";

const ACTIONS = ["block", "warn", "off"] as const;

/**
 * What is taken for a duplicate and what happens then, for each object that is checked; and a place to try it
 * out.
 */
export function DuplicateRulesPage() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const rules = useRules();
  const offered = Object.keys(TRAITS).flatMap((name) => objects.get(name) ?? []);
  const [chosen, choose] = useState("account");
  const object = offered.find((one) => one.name === chosen) ?? offered[0];
  return (
    <div className="page">
      <PageHeader icon="copy" title={t(duplicateMessages.rules)}>
        <Segmented
          value={object?.name ?? ""}
          aria-label={t(duplicateMessages.object)}
          options={offered.map((one) => ({ value: one.name, label: of(one.label) }))}
          onChange={choose}
        />
      </PageHeader>
      <div className="page-body">
        <div className="stack duplicate-check">
          <p className="note">{t(duplicateMessages.rulesNote)}</p>
          {object && (
            <Loaded query={rules}>{(records) => <RulesTable object={object} records={records} />}</Loaded>
          )}
          {object && <TryOut key={object.name} object={object} />}
        </div>
      </div>
    </div>
  );
}

function RulesTable({
  object,
  records,
}: {
  readonly object: ObjectInfo;
  readonly records: readonly Values[];
}) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const change = useChangeRule();
  const put = (rule: DuplicateRule, values: Values) =>
    change.mutate(
      { rule, values },
      {
        onSuccess: () => void message.success(t(duplicateMessages.saved)),
        onError: (error) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8),
      },
    );
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
            <span className="muted">
              {rule.fields.map((name) => of(object.byName[name]?.label, name)).join(" / ")}
            </span>
          ),
        },
        {
          key: "action",
          title: t(duplicateMessages.whatHappens),
          render: (rule) => (
            <Select<RuleAction>
              className="duplicate-action"
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
          render: (rule) => <Least key={rule.least} rule={rule} onChange={(least) => put(rule, { least })} />,
        },
      ]}
    />
  );
}

/** Values that are the same or not have no degrees. */
function Least({
  rule,
  onChange,
}: {
  readonly rule: DuplicateRule;
  readonly onChange: (least: number | null) => void;
}) {
  const { t } = useLanguage();
  const [value, setValue] = useState(rule.least);
  if (rule.kind === "uscc" || rule.kind === "email") return <span className="muted">—</span>;
  const commit = () => value !== rule.least && onChange(value);
  return (
    <NumberField
      className="duplicate-least"
      label={t(duplicateMessages.leastOf, { kind: t(duplicateMessages[rule.kind]) })}
      min={50}
      max={100}
      suffix="%"
      placeholder={t(duplicateMessages.anyLikeness)}
      disabled={rule.action === "off"}
      value={value}
      onChange={setValue}
      onDone={commit}
    />
  );
}

function TryOut({ object }: { readonly object: ObjectInfo }) {
  const { t } = useLanguage();
  const [values, setValues] = useState<Values>({});
  const given = givenOf(values);
  const found = useDuplicates(object.name, given);
  const text = JSON.stringify(given);
  const isSettled = useSettled(text) === text;
  return (
    <section className="stack" aria-label={t(duplicateMessages.tryOut)}>
      <h2>{t(duplicateMessages.tryOut)}</h2>
      <p className="note">{t(duplicateMessages.tryOutNote)}</p>
      <CheckFields object={object} values={values} onChange={setValues} />
      {found.length > 0 && <FoundTable object={object.name} found={found} withEffect />}
      {found.length === 0 && text !== "{}" && isSettled && <p>{t(duplicateMessages.nothingFound)}</p>}
    </section>
  );
}
