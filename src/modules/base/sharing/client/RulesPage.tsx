import { Button, Switch } from "antd";
import { Suspense, useState } from "react";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useRecords, useRefresh } from "../../../../ui/data/records.ts";
import { removeRecord } from "../../../../ui/data/records.ts";
import { idOf, titleAt } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { ConditionWords } from "../../../../ui/record/condition/ConditionWords.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { saveRecord } from "./share-data.ts";
import { sharingScreenMessages } from "./sharing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RulesPage.module.css";

const read = (rule: Values) => partOf(sharingRule, rule);
const RuleDialog = lazily(() => import("./RuleDialog.tsx").then((module) => module.RuleDialog));

/** Sharing rules: which records are shared by a condition, and whom that reaches. */
export function RulesPage() {
  const { t } = useLanguage();
  const rules = useRecords("sharing_rule", { sort: "name", limit: 200 });
  const [doing, setDoing] = useState<{ readonly rule: Values | null } | null>(null);
  const add = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setDoing({ rule: null })}>
      {t(sharingScreenMessages.addRule)}
    </Button>
  );
  return (
    <Page
      icon="share"
      title={t(sharingScreenMessages.rules)}
      action={
        <>
          <span className={base.grow} />
          {add}
        </>
      }
    >
      <div className={`${base.stack} ${styles.sharingRules}`}>
        <p className={base.note}>{t(sharingScreenMessages.rulesNote)}</p>
        <QueryResult query={rules}>
          {({ data }) =>
            data.length === 0 ? (
              <Empty
                icon="share"
                title={t(sharingScreenMessages.noRules)}
                detail={t(sharingScreenMessages.noRulesDetail)}
              />
            ) : (
              <RulesTable rules={data} onEdit={(rule) => setDoing({ rule })} />
            )
          }
        </QueryResult>
      </div>
      <Suspense>
        {doing && <RuleDialog rule={doing.rule} onClose={() => (setDoing(null), void rules.refetch())} />}
      </Suspense>
    </Page>
  );
}

/** Switching a rule and taking it away, with what went wrong in words. */
function useRuleActions() {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const remove = useRemove();
  const refresh = useRefresh();
  const onDone = () => refresh(sharingRule.name);
  return {
    toggle: (rule: Values, active: boolean) =>
      attempt(() => saveRecord(sharingRule.name, rule, { active }, newId()), { onDone }),
    remove: (rule: Values) =>
      remove({
        title: t(sharingScreenMessages.deleteRule, { name: read(rule).name ?? "" }),
        detail: t(sharingScreenMessages.deleteRuleAsk),
        send: () => removeRecord(sharingRule.name, idOf(rule), { key: newId() }),
        onDone,
      }),
  };
}

function RulesTable({
  rules,
  onEdit,
}: {
  readonly rules: readonly Values[];
  readonly onEdit: (rule: Values) => void;
}) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  return (
    <DataTable
      label={t(sharingScreenMessages.rules)}
      rows={rules}
      rowKey={idOf}
      columns={[
        {
          key: "name",
          title: t(sharingScreenMessages.ruleName),
          render: (rule) => <strong>{read(rule).name}</strong>,
        },
        {
          key: "object",
          title: t(sharingScreenMessages.ruleObject),
          render: (rule) => {
            const { object = "" } = read(rule);
            return of(objects.get(object)?.label, object);
          },
        },
        {
          key: "criteria",
          title: t(sharingScreenMessages.ruleCondition),
          render: (rule) => {
            const { object = "", criteria = "" } = read(rule);
            return (
              <span className={styles.ruleCondition}>
                <ConditionWords object={object} text={criteria} />
              </span>
            );
          },
        },
        { key: "to", title: t(sharingScreenMessages.ruleTo), render: (rule) => titleAt(rule, "to") },
        {
          key: "level",
          title: t(sharingScreenMessages.ruleLevel),
          render: (rule) =>
            t(read(rule).level === "edit" ? sharingScreenMessages.edit : sharingScreenMessages.read),
        },
        {
          key: "actions",
          title: t(sharingScreenMessages.ruleActive),
          align: "right",
          render: (rule) => <RuleActions rule={rule} onEdit={() => onEdit(rule)} />,
        },
      ]}
    />
  );
}

function RuleActions({ rule, onEdit }: { readonly rule: Values; readonly onEdit: () => void }) {
  const { t } = useLanguage();
  const { toggle, remove } = useRuleActions();
  const { name = "", active } = read(rule);
  return (
    <span className={`${base.line} ${base.lineEnd}`}>
      <Switch
        size="small"
        aria-label={`${t(sharingScreenMessages.ruleActive)} ${name}`}
        checked={active !== false}
        onChange={(on) => void toggle(rule, on)}
      />
      <QuietButton icon="edit" aria-label={`${t(sharingScreenMessages.editRule)} ${name}`} onClick={onEdit} />
      <QuietButton
        icon="trash"
        aria-label={t(sharingScreenMessages.deleteRule, { name })}
        onClick={() => remove(rule)}
      />
    </span>
  );
}
