import { App, Button } from "antd";
import { useRef, useState } from "react";
import { uploadFile } from "../../../../ui/data/files.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { isList } from "../../../../ui/data/values.ts";
import { request } from "../../../../ui/data/request.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { pipelineTexts } from "../pipeline.messages.ts";
import { withMeet, withoutMeet } from "../supply.ts";
import type { UnmetProps } from "./UnmetCard.tsx";

/** Files go up at once; they are tied to the record when it moves. */
export function UploadDocument({ group, supply, onSupply }: UnmetProps) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const given = supply.meet[group.criterion];
  const ids = isList(given) ? given.map(String) : [];
  /** Names of what was uploaded here, by id. */
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const add = async (files: FileList | null) => {
    setBusy(true);
    try {
      const made: { readonly id: string; readonly name: string }[] = [];
      for (const file of files ?? []) made.push({ id: (await uploadFile(file, newId())).id, name: file.name });
      setNames((known) => ({ ...known, ...Object.fromEntries(made.map(({ id, name }) => [id, name])) }));
      if (made.length > 0) onSupply(withMeet(supply, group.criterion, [...ids, ...made.map(({ id }) => id)]));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      void message.error(error.problem.detail || error.problem.title);
    } finally {
      setBusy(false);
    }
  };
  const remove = async (id: string) => {
    const rest = ids.filter((one) => one !== id);
    onSupply(rest.length > 0 ? withMeet(supply, group.criterion, rest) : withoutMeet(supply, group.criterion));
    try {
      await request(`/records/file/${id}`, { method: "DELETE", key: newId() });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      void message.error(error.problem.detail || error.problem.title);
    }
  };
  return (
    <div
      className="gate-body gate-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void add(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t(pipelineTexts.upload)}
        onChange={(event) => {
          void add(event.target.files);
          event.target.value = "";
        }}
      />
      {ids.map((id) => (
        <span key={id} className="line gate-file">
          <Icon name="paper-clip" size={14} />
          <span className="grow clip">{names[id] ?? id}</span>
          <Ghost icon="close" aria-label={t(pipelineTexts.removeFile, { name: names[id] ?? "" })} onClick={() => void remove(id)} />
        </span>
      ))}
      <Button icon={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
        {t(pipelineTexts.upload)}
      </Button>
      <span className="note">{t(pipelineTexts.dropHere)}</span>
    </div>
  );
}
