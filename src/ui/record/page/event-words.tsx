import type { ReactNode } from "react";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import type { Described } from "../../../shared/wire/changes.contract.ts";
import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { dayOfEvent, timeText } from "../../kit/time-text.ts";
import { type FieldChange, partOf } from "./changed-part.ts";
import { ChangedFields } from "./ChangedFields.tsx";
import { ChangedValue } from "./ChangedValue.tsx";
import { ChangeReason } from "./ChangeReason.tsx";
import { noteIn } from "./note-in.ts";
import { EvidenceText } from "./evidence-words.tsx";
import { takenBack } from "./taken-back.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { useActorWords } from "./use-actor-words.ts";
import { TimelineEvent, Who } from "./TimelineEvent.tsx";
import * as chipStyles from "../../kit/chip.module.css";

export const roadMessages = defineMessages({
  form: label("页面", "page"),
  board: label("看板", "board"),
  bulk: label("批量修改", "bulk change"),
  import: label("导入", "import"),
  api: label("API", "API"),
  transition: label("阶段推进", "stage change"),
  automation: label("自动化", "automation"),
  sync: label("离线同步", "offline sync"),
  seed: label("演示数据", "demo data"),
  rule: label("规则", "rule"),
  setup: label("初始设置", "initial setup"),
});
/** Whether there are words for this way in. */
export const isRoad = (name: string): name is keyof typeof roadMessages => name in roadMessages;

export function When({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  return (
    <time dateTime={at} title={timeText(at)}>
      {dayOfEvent(at, language)}
    </time>
  );
}

/** By which road, where it was not the screen. */
export function RoadChip({ road }: { readonly road: string }) {
  const { t } = useLanguage();
  return isRoad(road) && road !== "form" ? (
    <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(roadMessages[road])}</span>
  ) : null;
}

const KINDS: Readonly<Record<string, keyof typeof recordScreenMessages>> = {
  create: "created",
  created: "created",
  update: "changed",
  updated: "changed",
  delete: "deletedIt",
  deleted: "deletedIt",
  restore: "restoredIt",
  restored: "restoredIt",
};

/** One entry of the change log: who, through which road, and each field before and after. */
export interface ChangeEventProps {
  readonly object: ObjectInfo;
  readonly change: Described;
  readonly short?: boolean;
  /** The record it happened around, where that is another one. */
  readonly around?: ReactNode;
}
export function ChangeEvent({ object, change, short, around }: ChangeEventProps) {
  const { t } = useLanguage();
  const actorWords = useActorWords();
  const { actor, kind, road, note } = change;
  const fields = change.changes.filter((one) => {
    const field = object.byName[one.field];
    return field !== undefined && !field.internal;
  });
  const creating = KINDS[kind] === "created";
  const move = creating ? undefined : fields.find((one) => object.byName[one.field]?.kind === "stage");
  const isBack = takenBack(note).length > 0;
  const follows = (one: FieldChange) => one === move || WITH_STAGE.has(one.field);
  const told = short && isBack ? [] : short && move ? fields.filter((one) => !follows(one)) : fields;
  const { evidence } = noteIn(note);
  return (
    <TimelineEvent
      icon={creating ? "plus" : isBack ? "history" : move ? "right" : "edit"}
      head={
        <>
          <Who name={actorWords(actor)} />
          {move ? (
            <MovedTo object={object} move={move} isBack={isBack} />
          ) : (
            <span>{t(recordScreenMessages[isBack ? "undidChange" : (KINDS[kind] ?? "changed")])}</span>
          )}
          {isMap(evidence) && <EvidenceText evidence={evidence} />}
          {!(move && road === "transition") && <RoadChip road={road} />}
          {around}
          <When at={change.at} />
        </>
      }
    >
      <ChangeReason note={note} />
      {!(creating && short) && <ChangedFields object={object} changes={told} />}
    </TimelineEvent>
  );
}

/** What follows from a stage by itself. */
const WITH_STAGE = new Set(["stage_type", "stage_entered_at", "probability", "forecast_category"]);

interface MovedToProps {
  readonly object: ObjectInfo;
  readonly move: FieldChange;
  /** It takes back the move to where the record stood. */
  readonly isBack: boolean;
}
function MovedTo({ object, move, isBack }: MovedToProps) {
  const { t } = useLanguage();
  const field = object.byName[move.field];
  const part = partOf(isBack ? move.before : move.after);
  return (
    <>
      <span>{t(isBack ? recordScreenMessages.undidMove : recordScreenMessages.movedTo)}</span>
      {field && <ChangedValue object={object} field={field} part={part} />}
    </>
  );
}
