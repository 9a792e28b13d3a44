import { App, Button } from "antd";
import { useRef, useState } from "react";
import { uploadFile } from "../../../../ui/data/files.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { isList } from "../../../../ui/data/values.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { pipelineTexts } from "../pipeline.messages.ts";
import { withMeet } from "../supply.ts";
import type { UnmetProps } from "./UnmetCard.tsx";

/** Files go up at once; they are tied to the record when it moves. */
export function UploadDocument({ group, supply, onSupply }: UnmetProps) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const given = supply.meet[group.criterion];
  const ids = isList(given) ? given : [];
  const add = async (files: FileList | null) => {
    setBusy(true);
    try {
      const made = [];
      for (const file of files ?? []) made.push((await uploadFile(file, newId())).id);
      if (made.length > 0) onSupply(withMeet(supply, group.criterion, [...ids, ...made]));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      void message.error(error.problem.detail || error.problem.title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="gate-body row-wrap">
      <input ref={input} type="file" multiple hidden onChange={(event) => void add(event.target.files)} />
      <Button icon={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
        {t(pipelineTexts.upload)}
      </Button>
      {ids.length > 0 && <span className="muted">{t(pipelineTexts.uploaded, { count: ids.length })}</span>}
    </div>
  );
}
