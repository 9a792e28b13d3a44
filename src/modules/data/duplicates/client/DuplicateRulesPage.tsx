import { Segmented } from "antd";
import { useState } from "react";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { TRAITS } from "../shared/traits.ts";
import { duplicateMessages } from "./duplicates.messages.ts";
import { useRules } from "./rules-data.ts";
import { RulesTable } from "./RulesTable.tsx";
import { TryOut } from "./TryOut.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as duplicatesStyles from "./duplicates.module.css";

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
    <Page
      icon="copy"
      title={t(duplicateMessages.rules)}
      action={
        <Segmented
          value={object?.name ?? ""}
          aria-label={t(duplicateMessages.object)}
          options={offered.map((one) => ({ value: one.name, label: of(one.label) }))}
          onChange={choose}
        />
      }
    >
      <div className={`${base.stack} ${duplicatesStyles.duplicateCheck}`}>
        <p className={base.note}>{t(duplicateMessages.rulesNote)}</p>
        {object && (
          <QueryResult query={rules}>
            {(records) => <RulesTable object={object} records={records} />}
          </QueryResult>
        )}
        {object && <TryOut key={object.name} object={object} />}
      </div>
    </Page>
  );
}
