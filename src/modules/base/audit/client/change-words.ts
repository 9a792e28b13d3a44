import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useActorWords } from "../../../../ui/record/page/use-actor-words.ts";
import { isRoad, roadMessages } from "../../../../ui/record/page/event-words.tsx";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";

const KINDS = ["create", "update", "delete", "restore"] as const;
const isOneOf = <T extends string>(all: readonly T[], name: string): name is T =>
  all.some((one) => one === name);
const SHOWN = 3;

/** What the log names as the cause of all that a person's move writes: no record of its own. */
const STAGE_MOVE = "stage_move";

/** Words for what the log says by name. */
export function useChangeWords() {
  const { t, of } = useLanguage();
  const actorWords = useActorWords();
  const objects = useObjects();
  const kind = (name: string): string => (isOneOf(KINDS, name) ? t(auditScreenMessages[name]) : name);
  const road = (name: string): string => (isRoad(name) ? t(roadMessages[name]) : name);
  const field = (change: AuditChange, name: string): string =>
    of(objects.get(change.object)?.byName[name]?.label ?? change.labels?.fields[name], name);
  return {
    kind,
    road,
    field,
    kinds: KINDS.map((name) => ({ value: name, label: kind(name) })),
    roads: Object.keys(roadMessages).map((name) => ({ value: name, label: road(name) })),
    actor: ({ actor }: AuditChange): string =>
      actorWords({ ...actor, name: actor.name ?? actor.id?.slice(-8) ?? null }),
    object: ({ object, labels }: AuditChange): string =>
      of(objects.get(object)?.label ?? labels?.object, object),
    /** A version gone back to, a move, or the record (a job, an import, a rule) it followed from. */
    cause: (value: WireValue | undefined, label: LabelMap | null): string => {
      if (!isMap(value)) return value ? String(value) : "";
      const restored = /^restored (\S+)$/.exec(textValue(value["note"]))?.[1];
      if (restored) return t(auditScreenMessages.restoredTo, { time: timeText(restored) });
      const { object, id, note } = value;
      const name = textValue(object);
      if (name === STAGE_MOVE)
        return t(textValue(note) === "undo" ? auditScreenMessages.undoneMove : auditScreenMessages.stageMove);
      return `${of(objects.get(name)?.label ?? label ?? undefined, name)} ${textValue(id).slice(-8)}`;
    },
    fields: (change: AuditChange): string => {
      const names = Object.keys(change.after).map((name) => field(change, name));
      const some = names.slice(0, SHOWN).join(t(auditScreenMessages.comma));
      if (names.length === 0) return kind(change.kind);
      return names.length > SHOWN
        ? t(auditScreenMessages.fields, { fields: some, count: names.length })
        : some;
    },
  };
}
