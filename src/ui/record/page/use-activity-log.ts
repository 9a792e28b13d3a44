import { useMemo } from "react";
import { activity as activityObject } from "../../../objects/work/activity/activity.object.ts";
import type { SelectOption } from "../../../shared/metadata/field.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { useDraft } from "../../data/drafts.ts";
import { useIntent } from "../../data/intent.ts";
import { newId } from "../../data/new-id.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { createRecord, useRefresh } from "../../data/records.ts";
import { useMe } from "../../data/session.ts";
import { textValue } from "../../data/values.ts";
import { useSave } from "../../kit/use-save.ts";

export interface ActivityLogOptions {
  /** The object of activities. */
  readonly activity: ObjectInfo;
  /** The record that it is logged around. */
  readonly object: string;
  readonly id: string;
  readonly onLogged?: () => void;
}

/** What is typed for an activity, kept as a draft until it is saved, and how it is saved. */
export function useActivityLog({ activity, object, id, onLogged }: ActivityLogOptions) {
  const me = useMe();
  const refresh = useRefresh();
  const intent = useIntent();
  const types = typesOf(activity);
  const start = useMemo(() => ({ id: newId() }), []);
  const draft = useDraft(`${me.user.id}.log.${object}.${id}`, start);
  const { busy, save: send } = useSave();
  const typed = partOf(activityObject, draft.values);
  const content = textValue(typed.content);
  const type = textValue(typed.type) || (types[0]?.name ?? "");
  const next = textValue(typed.next_at);
  const save = async () => {
    if (!content.trim()) return;
    const values = {
      ...draft.values,
      type,
      content: content.trim(),
      regarding: { object, id },
      ...(next ? { next_at: new Date(next).toISOString() } : {}),
    };
    const happened = { ...values, occurred_at: new Date().toISOString() };
    const create = (key: string) => createRecord(activityObject.name, happened, key);
    await send(() => intent.run(values, create), {
      onDone: () => {
        draft.discard();
        draft.replace({ id: newId() });
        refresh(activityObject.name);
        refresh(object, id);
        onLogged?.();
      },
    });
  };
  return { draft, types, type, content, next, busy, save };
}

const typesOf = (activity: ObjectInfo): readonly SelectOption[] => {
  const type = activity.byName["type"];
  return type?.kind === "select" ? type.options.filter((option) => !option.hidden) : [];
};
