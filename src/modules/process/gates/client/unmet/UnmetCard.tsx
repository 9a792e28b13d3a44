import { Suspense } from "react";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { type ObjectInfo, useObject } from "../../../../../ui/data/objects.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import { Skeleton } from "../../../../../ui/kit/States.tsx";
import type { UnmetItem } from "../../shared/moves.contract.ts";
import { useContributions } from "../../../../../ui/extension-point.ts";
import { gateScreens } from "../gate-screens.ts";
import { gateScreenMessages } from "../gate.messages.ts";
import { type GateAnswers, type UnmetGroup, withMeet } from "../gate-answers.ts";
import { CreateRelated } from "./CreateRelated.tsx";
import { FillFields } from "./FillFields.tsx";
import { SignOff } from "./SignOff.tsx";
import { isTicked, TickItems } from "./TickItems.tsx";
import { UploadDocument } from "./UploadDocument.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as gateStyles from "../gate.module.css";
import * as styles from "./UnmetCard.module.css";

const AnswerForm = lazily(() => import("./AnswerForm.tsx").then((module) => module.AnswerForm));
const GiveReason = lazily(() => import("./GiveReason.tsx").then((module) => module.GiveReason));

export interface UnmetProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly group: UnmetGroup;
  readonly supply: GateAnswers;
  readonly onSupply: (supply: GateAnswers) => void;
}
export interface UnmetCardProps extends UnmetProps {
  readonly isMet: boolean;
  /** Something was made outside of the dialog: the gate is asked again. */
  readonly onChecked: () => void;
}

/** One criterion: what it says while it is open, what met it once it is, and the inputs for it. */
export function UnmetCard(props: UnmetCardProps) {
  const { t } = useLanguage();
  const { group, isMet } = props;
  const titles = useTitles(props);
  return (
    <section
      className={gateStyles.gateItem}
      data-part="gate-item"
      data-state={isMet ? "met" : "open"}
      data-criterion={group.criterion}
      tabIndex={-1}
    >
      {titles.map((title) => (
        <header key={title}>
          <Icon name={isMet ? "check" : "warning"} size={15} />
          <span>{title}</span>
          {isMet && <span className={base.srOnly}>{t(gateScreenMessages.layerMet)}</span>}
        </header>
      ))}
      <UnmetBody {...props} />
    </section>
  );
}

/** What is missing, in the criterion's words; once met, what is there: “检查清单 2/2”. */
function useTitles({ object, group, supply, isMet }: UnmetCardProps): readonly string[] {
  const { t, of } = useLanguage();
  const [item] = group.items;
  const other = useObject(item?.fix?.object ?? "");
  const missing = [...new Set(group.items.map(({ message }) => message))];
  const fix = item?.fix;
  const given = supply.meet[group.criterion];
  const items = fix?.items ?? [];
  const ticked = items.filter((one) => one.done || isTicked(given, one.id));
  const counted = { done: ticked.length, of: items.length };
  if (fix?.action === "tick" && ticked.length > 0) return [t(gateScreenMessages.ticked, counted)];
  if (fix?.action === "complete_tasks" && ticked.length > 0)
    return [t(gateScreenMessages.tasksDone, counted)];
  if (!isMet) return missing;
  const labels = group.fields.map((name) => of(object.byName[name]?.label, name));
  if ((fix?.action === "fill" || fix?.action === "change") && labels.length > 0) return [labels.join(" · ")];
  if (fix?.action === "create_related")
    return [t(gateScreenMessages.relatedThere, { object: of(other?.label, fix.object) })];
  if (fix?.action === "upload") return [t(gateScreenMessages.documentThere)];
  if (fix?.action === "answer") return [t(gateScreenMessages.formDone)];
  return missing;
}

/** Of an added kind: what its module shows to meet it. */
function SupplyAdded({ object, record, group, supply, onSupply }: UnmetCardProps) {
  const [unmet] = group.items;
  const { Supply } = useContributions(gateScreens).get(unmet?.kind ?? "") ?? {};
  if (!Supply) return null;
  return (
    <Supply
      object={object}
      record={record}
      unmet={unmet}
      value={supply.meet[group.criterion]}
      onChange={(value) => onSupply(withMeet(supply, group.criterion, value))}
    />
  );
}

/** Whose sign-off is asked for. */
function roleIn(params: NonNullable<UnmetItem["params"]> = {}): string {
  const { role } = params;
  return String(role ?? "");
}
function UnmetBody(props: UnmetCardProps) {
  const { t } = useLanguage();
  const { group, supply, onSupply } = props;
  const [item] = group.items;
  const fix = item?.fix;
  switch (fix?.action) {
    case "fill":
    case "change":
      return <FillFields {...props} />;
    case "tick":
      return (
        <TickItems
          items={fix.items ?? []}
          value={supply.meet[group.criterion]}
          onChange={(value) => onSupply(withMeet(supply, group.criterion, value))}
        />
      );
    case "complete_tasks":
      return (
        <TickItems
          asList
          items={fix.items ?? []}
          value={supply.meet[group.criterion]}
          onChange={(value) => onSupply(withMeet(supply, group.criterion, value))}
        />
      );
    case "answer":
      return (
        <Suspense fallback={<Skeleton rows={3} />}>
          <AnswerForm {...props} form={fix.form ?? ""} />
        </Suspense>
      );
    case "upload":
      return <UploadDocument {...props} />;
    case "create_related":
      return <CreateRelated {...props} other={fix.object ?? ""} />;
    case "ask_approval":
      return <SignOff {...props} role={roleIn(item?.params)} />;
    case "give_reason":
      return (
        <Suspense fallback={<div className={styles.reasonWaiting} />}>
          <GiveReason value={supply.reason} onChange={(reason) => onSupply({ ...supply, reason })} />
        </Suspense>
      );
    case "supply":
      return <SupplyAdded {...props} />;
    case "wait":
      return (
        <div className={`${gateStyles.gateBody} ${base.note}`}>
          {t(gateScreenMessages.waitUntil, { date: fix.until ?? "" })}
        </div>
      );
    default:
      return null;
  }
}
