import { App, Button } from "antd";
import { useMemo, useState } from "react";
import type { SelectOption } from "../../../shared/metadata/field.ts";
import { useDraft } from "../../data/drafts.ts";
import { useIntent } from "../../data/intent.ts";
import { newId } from "../../data/new-id.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { createRecord, useRefresh } from "../../data/records.ts";
import { useMe } from "../../data/session.ts";
import { textValue } from "../../data/values.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";

/** A visit or a call logged in seconds: kind, what was said, when to go on. */
export function ActivityComposer({
  activity,
  object,
  id,
}: {
  readonly activity: ObjectInfo;
  readonly object: string;
  readonly id: string;
}) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const refresh = useRefresh();
  const intent = useIntent();
  const types = typesOf(activity);
  const start = useMemo(() => ({ id: newId() }), []);
  const draft = useDraft(`${me.user.id}.log.${object}.${id}`, start);
  const [busy, setBusy] = useState(false);
  const content = textValue(draft.values["content"]);
  const type = textValue(draft.values["type"]) || (types[0]?.name ?? "");
  const next = textValue(draft.values["next_at"]);
  const save = async () => {
    if (!content.trim()) return;
    setBusy(true);
    const values = {
      ...draft.values,
      type,
      content: content.trim(),
      regarding: { object, id },
      ...(next ? { next_at: new Date(next).toISOString() } : {}),
    };
    try {
      await intent.run(values, (key) =>
        createRecord("activity", { ...values, occurred_at: new Date().toISOString() }, key),
      );
      draft.discard();
      draft.replace({ id: newId() });
      refresh("activity");
      refresh(object, id);
    } catch (error) {
      void message.error(wordsOf(error, t(recordTexts.keptOffline)), 6);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Types
        label={of(activity.byName["type"]?.label)}
        types={types}
        value={type}
        onChange={(next) => draft.set("type", next)}
      />
      <textarea
        aria-label={t(recordTexts.logActivity)}
        placeholder={t(recordTexts.logActivity)}
        rows={content ? 3 : 2}
        value={content}
        onChange={(event) => draft.set("content", event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void save();
        }}
      />
      {content && (
        <NextAt value={next} busy={busy} onChange={(time) => draft.set("next_at", time || undefined)} />
      )}
    </form>
  );
}

function NextAt({
  value,
  busy,
  onChange,
}: {
  readonly value: string;
  readonly busy: boolean;
  readonly onChange: (time: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="line">
      <label className="line muted grow">
        {t(recordTexts.nextAt)}
        <input
          className="native-input"
          type="datetime-local"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(recordTexts.logSave)}
      </Button>
    </div>
  );
}

const typesOf = (activity: ObjectInfo): readonly SelectOption[] => {
  const type = activity.byName["type"];
  return type?.kind === "select" ? type.options.filter((option) => !option.hidden) : [];
};

interface TypesProps {
  readonly label: string;
  readonly types: readonly SelectOption[];
  readonly value: string;
  readonly onChange: (type: string) => void;
}
function Types({ label, types, value, onChange }: TypesProps) {
  const { of } = useLanguage();
  return (
    <div className="composer-types" role="group" aria-label={label}>
      {types.slice(0, 6).map((option) => (
        <Ghost
          key={option.name}
          on={value === option.name}
          aria-pressed={value === option.name}
          onClick={() => onChange(option.name)}
        >
          {of(option.label)}
        </Ghost>
      ))}
    </div>
  );
}
