import { Button } from "antd";
import { useRef, useState } from "react";
import { fileUrl, uploadFile } from "../../data/files.ts";
import { useTitle } from "../../data/lookups.ts";
import { newId } from "../../data/new-id.ts";
import { isList, textValue } from "../../data/values.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { useTell } from "../../kit/use-tell.tsx";
import * as base from "../../kit/base.module.css";
import * as stackTightStyles from "../stack-tight.module.css";

function FileLine({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { t } = useLanguage();
  const name = useTitle("file", id, "");
  return (
    <li className={base.line}>
      <Icon name="paper-clip" size={14} />
      <a className={`${base.clip} ${base.grow}`} href={fileUrl(id)} target="_blank" rel="noopener">
        {name || id}
      </a>
      <QuietButton icon="close" aria-label={t(fieldMessages.remove)} onClick={onRemove} />
    </li>
  );
}

/** Uploads at once and keeps the ids; the record takes them when it is saved. */
export function FileInput({ field, value, onChange, id, disabled }: InputProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const picker = useRef<HTMLInputElement>(null);
  const [under, setUnder] = useState<string | null>(null);
  const ids = isList(value) ? value.map(textValue) : [];
  const limit = field.kind === "file" || field.kind === "image" ? (field.max_count ?? 20) : 1;
  const upload = async (files: readonly File[]) => {
    let next: readonly string[] = ids;
    for (const file of files.slice(0, limit - ids.length)) {
      setUnder(file.name);
      try {
        next = [...next, (await uploadFile(file, newId())).id];
        onChange(next);
      } catch (error) {
        tell.refused(
          t(fieldMessages.uploadFailed, {
            name: file.name,
            reason: error instanceof Error ? error.message : "",
          }),
        );
      }
    }
    setUnder(null);
  };
  return (
    <div className={stackTightStyles.stackTight}>
      {ids.length > 0 && (
        <ul>
          {ids.map((one) => (
            <FileLine key={one} id={one} onRemove={() => onChange(ids.filter((other) => other !== one))} />
          ))}
        </ul>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple={limit > 1}
        accept={field.kind === "image" ? "image/*" : undefined}
        onChange={(event) => void upload([...(event.target.files ?? [])])}
      />
      {ids.length < limit && (
        <Button
          id={id}
          icon={<Icon name="upload" />}
          loading={under !== null}
          disabled={disabled}
          onClick={() => picker.current?.click()}
        >
          {under ? t(fieldMessages.uploading, { name: under }) : t(fieldMessages.upload)}
        </Button>
      )}
    </div>
  );
}
