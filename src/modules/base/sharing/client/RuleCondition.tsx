import { Button } from "antd";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { ConditionPanel } from "../../../../ui/record/condition/ConditionPanel.tsx";
import { ConditionWords } from "../../../../ui/record/condition/ConditionWords.tsx";
import { sharingScreenMessages } from "./sharing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RuleCondition.module.css";

export interface RuleConditionProps {
  readonly values: Values;
  readonly building: boolean;
  readonly onBuild: (open: boolean) => void;
  readonly onChange: (criteria: string) => void;
}
/** The condition in words with how many records meet it; the builder opens in its place. */
export function RuleCondition({ values, building, onBuild: setBuilding, onChange }: RuleConditionProps) {
  const { t } = useLanguage();
  const { object: name = "", criteria = "" } = partOf(sharingRule, values);
  const object = useObject(name);
  const counted = useRecords(
    object?.name ?? "",
    { filter: criteria, limit: 1, count: "bounded" },
    object !== undefined && criteria !== "" && !building,
  );
  if (!object) return null;
  const { total, more = false } = counted.data ?? {};
  return (
    <Labelled label={t(sharingScreenMessages.ruleCondition)} required>
      {() =>
        building ? (
          <div className={styles.ruleBuilder}>
            <ConditionPanel
              object={object}
              value={criteria}
              onChange={onChange}
              onClose={() => setBuilding(false)}
            />
          </div>
        ) : (
          <div className={base.stack}>
            {criteria && (
              <span>
                <ConditionWords object={object.name} text={criteria} />
              </span>
            )}
            {total !== undefined && (
              <span className={base.muted}>
                {t(more ? sharingScreenMessages.matchingMany : sharingScreenMessages.matching, {
                  count: total,
                })}
              </span>
            )}
            <span>
              <Button size="small" onClick={() => setBuilding(true)}>
                {t(sharingScreenMessages.changeCondition)}
              </Button>
            </span>
          </div>
        )
      }
    </Labelled>
  );
}
