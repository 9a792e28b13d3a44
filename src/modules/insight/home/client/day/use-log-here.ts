import { useMemo, useState } from "react";
import { activity as activityObject } from "../../../../../objects/work/activity/activity.object.ts";
import { task as taskObject } from "../../../../../objects/work/task/task.object.ts";
import type { SelectOption } from "../../../../../shared/metadata/field.ts";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { useDraft } from "../../../../../ui/data/drafts.ts";
import { useIntent } from "../../../../../ui/data/intent.ts";
import { newId } from "../../../../../ui/data/new-id.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { createRecord, patchRecord, useRefresh } from "../../../../../ui/data/records.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { textValue } from "../../../../../ui/data/values.ts";
import { useSave } from "../../../../../ui/kit/use-save.ts";
import type { DayItem } from "./day-plan.ts";
import { type About, aboutOf } from "./use-numbers.ts";

export interface LogHereOptions {
  readonly activities: ObjectInfo;
  readonly item: DayItem;
  readonly onLogged: (about: About | null) => void;
}

/**
 * What is said of an item of the day, kept as a draft until it is saved. A planned activity is the record
 * itself: it is done and says how it went. Of a task a new one is logged, and the task may be done with it.
 */
export function useLogHere({ activities, item, onLogged }: LogHereOptions) {
  const me = useMe();
  const refresh = useRefresh();
  const intent = useIntent();
  const { busy, save: send } = useSave();
  const isTask = item.object === taskObject.name;
  const planned = partOf(activityObject, isTask ? {} : item.record);
  const types = useMemo(() => typesOf(activities), [activities]);
  const start = useMemo(
    () => ({
      id: newId(),
      type: planned.type ?? types[0]?.name ?? null,
      content: planned.content ?? "",
    }),
    [planned.type, planned.content, types],
  );
  const draft = useDraft(`${me.user.id}.day.${item.id}`, start);
  const [alsoFinish, setAlsoFinish] = useState(true);
  const typed = partOf(activityObject, draft.values);
  const content = textValue(typed.content);
  const type = textValue(typed.type);
  const about = aboutOf(item);

  const write = async (key: string): Promise<void> => {
    const said = { type, content: content.trim() };
    if (!isTask) {
      const values = { ...said, status: "done" };
      const base = { type: planned.type, content: planned.content ?? null, status: planned.status };
      await patchRecord({ object: item.object, id: item.id, values, base: asValues(base) }, key);
      return;
    }
    const when = { occurred_at: new Date().toISOString(), regarding: about && { ...about } };
    await createRecord(activityObject.name, { id: textValue(typed.id), ...said, ...when }, key);
    if (!alsoFinish) return;
    const { status = "open" } = partOf(taskObject, item.record);
    const done = { object: item.object, id: item.id, values: { status: "done" }, base: { status } };
    await patchRecord(done, newId());
  };
  const save = () =>
    send(() => intent.run({ ...draft.values, alsoFinish }, write), {
      onDone: () => {
        draft.discard();
        refresh(activityObject.name);
        if (isTask) refresh(taskObject.name, item.id);
        if (about) refresh(about.object, about.id);
        onLogged(about);
      },
    });
  return { draft, types, type, content, busy, save, isTask, alsoFinish, setAlsoFinish };
}

/** Of a record only what was answered: the rest is not said to have been seen. */
const asValues = (values: Record<string, string | null | undefined>): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
const typesOf = (activities: ObjectInfo): readonly SelectOption[] => {
  const type = activities.byName["type"];
  return type?.kind === "select" ? type.options.filter((option) => !option.hidden) : [];
};
