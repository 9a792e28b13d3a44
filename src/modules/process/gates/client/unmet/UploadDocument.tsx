import { Button } from "antd";
import { useRef, useState } from "react";
import { uploadFile } from "../../../../../ui/data/files.ts";
import { newId } from "../../../../../ui/data/new-id.ts";
import { isList } from "../../../../../ui/data/values.ts";
import { removeRecord } from "../../../../../ui/data/records.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { gateScreenMessages } from "../gate.messages.ts";
import { useBusy } from "../../../../../ui/kit/use-busy.ts";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { withMeet, withoutMeet } from "../gate-answers.ts";
import type { UnmetProps } from "./UnmetCard.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as gateStyles from "../gate.module.css";
import * as styles from "./UploadDocument.module.css";

/** Files go up at once; they are tied to the record when it moves. */
export function UploadDocument({ group, supply, onSupply }: UnmetProps) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const given = supply.meet[group.criterion];
  const ids = isList(given) ? given.map(String) : [];
  const { names, busy, add, remove } = useUploads(ids, (next) =>
    onSupply(
      next.length > 0 ? withMeet(supply, group.criterion, next) : withoutMeet(supply, group.criterion),
    ),
  );
  return (
    <div
      className={`${gateStyles.gateBody} ${styles.gateDrop}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void add([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t(gateScreenMessages.upload)}
        onChange={(event) => {
          // Copied, as the list empties with the input.
          void add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      {ids.map((id) => (
        <FileLine key={id} name={names[id] ?? id} onRemove={() => void remove(id)} />
      ))}
      <Button icon={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
        {t(gateScreenMessages.upload)}
      </Button>
      <span className={`${base.note} ${styles.byMouse}`}>{t(gateScreenMessages.dropHere)}</span>
    </div>
  );
}

/** Files that have gone up for one criterion, by name; one that is taken back is deleted again. */
function useUploads(ids: readonly string[], onChange: (ids: readonly string[]) => void) {
  const tell = useTell();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const { busy, run } = useBusy();
  const upload = async (files: readonly File[]) => {
    const made: { readonly id: string; readonly name: string }[] = [];
    for (const file of files) made.push({ id: (await uploadFile(file, newId())).id, name: file.name });
    setNames((known) => ({ ...known, ...Object.fromEntries(made.map(({ id, name }) => [id, name])) }));
    if (made.length > 0) onChange([...ids, ...made.map(({ id }) => id)]);
  };
  const add = (files: readonly File[]) => run(() => upload(files).catch(tell.failed));
  const remove = (id: string) => {
    onChange(ids.filter((one) => one !== id));
    return removeRecord("file", id, { key: newId() }).catch(tell.failed);
  };
  return { names, busy, add, remove };
}

function FileLine({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useLanguage();
  return (
    <span className={`${base.line} ${styles.gateFile}`}>
      <Icon name="paper-clip" size={14} />
      <span className={`${base.grow} ${base.clip}`}>{name}</span>
      <QuietButton icon="close" aria-label={t(gateScreenMessages.removeFile, { name })} onClick={onRemove} />
    </span>
  );
}
