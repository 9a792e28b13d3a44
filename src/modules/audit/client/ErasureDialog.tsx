import { App, Button, Checkbox, Input, Modal, Select } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useIntent } from "../../../ui/data/intent.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { useRefresh } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import { RecordSelect } from "../../permissions/client/public.tsx";
import type { ErasurePreview } from "../shared/wire.ts";
import { download } from "./audit-data.ts";
import { privacyTexts } from "./audit.messages.ts";
import { BASES, useCounts } from "./privacy-words.ts";

const SUBJECTS = ["contact", "lead", "user"];

/** Whom, why, and what will go and stay; the person's data can be taken along first. */
export function ErasureDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const objects = useObjects();
  const field = useId();
  const [object, setObject] = useState("contact");
  const [id, setId] = useState("");
  const [basis, setBasis] = useState<string>("asked");
  const [reason, setReason] = useState("");
  const [attachments, setAttachments] = useState(true);
  const { busy, ask } = useAsking(onClose);
  const chooseObject = (name: string) => [setObject(name), setId("")];
  const failed = (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8);
  return (
    <Modal
      open
      title={t(privacyTexts.ask)}
      onCancel={onClose}
      onOk={() => void ask({ object, id, legal_basis: basis, attachments, ...(reason ? { reason } : {}) })}
      okText={t(privacyTexts.submit)}
      okButtonProps={{ disabled: !id, danger: true, loading: busy }}
    >
      <div className="stack privacy-form">
        <div className="labelled">
          <label htmlFor={`${field}-kind`}>{t(privacyTexts.kind)}</label>
          <Select
            id={`${field}-kind`}
            value={object}
            options={SUBJECTS.map((name) => ({ value: name, label: of(objects.get(name)?.label, name) }))}
            onChange={chooseObject}
          />
        </div>
        <div className="labelled">
          <label htmlFor={`${field}-who`}>{t(privacyTexts.who)}</label>
          <RecordSelect key={object} id={`${field}-who`} object={object} value={id} onChange={setId} />
        </div>
        {id && <TakeAlong object={object} id={id} onFailed={failed} />}
        <div className="labelled">
          <label htmlFor={`${field}-basis`}>{t(privacyTexts.basis)}</label>
          <Select
            id={`${field}-basis`}
            value={basis}
            options={BASES.map((name) => ({ value: name, label: t(privacyTexts[name]) }))}
            onChange={setBasis}
          />
        </div>
        <div className="labelled">
          <label htmlFor={`${field}-reason`}>{t(privacyTexts.reason)}</label>
          <Input.TextArea
            id={`${field}-reason`}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <Checkbox checked={attachments} onChange={(event) => setAttachments(event.target.checked)}>
          {t(privacyTexts.attachments)}
        </Checkbox>
        {id && <Preview object={object} id={id} attachments={attachments} />}
        <p className="note">{t(privacyTexts.forever)}</p>
      </div>
    </Modal>
  );
}

/** Asks once, however often it is pressed. */
function useAsking(onDone: () => void) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const intent = useIntent();
  const [busy, setBusy] = useState(false);
  const ask = async (body: object) => {
    if (busy) return;
    setBusy(true);
    try {
      await intent.run(body, (key) => request("/erasures", { method: "POST", body, key }));
      void message.success(t(privacyTexts.submitted));
      refresh("erasure_request");
      onDone();
    } catch (error) {
      void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8);
      setBusy(false);
    }
  };
  return { busy, ask };
}

function Preview({
  object,
  id,
  attachments,
}: {
  readonly object: string;
  readonly id: string;
  readonly attachments: boolean;
}) {
  const { t } = useLanguage();
  const counts = useCounts();
  const { data, error } = useQuery({
    queryKey: ["erasure-preview", object, id],
    queryFn: async ({ signal }) =>
      (await request<{ data: ErasurePreview }>("/erasures/preview", { query: { object, id }, signal })).data,
  });
  if (error)
    return (
      <div className="banner banner-danger" role="alert">
        {wordsOf(error, t(recordTexts.keptOffline))}
      </div>
    );
  if (!data) return null;
  const none = t(privacyTexts.nothing);
  return (
    <div className="banner banner-info">
      <div>
        {t(privacyTexts.emptied, {
          list: [counts({ [object]: 1 }), attachments ? counts({ ...data.erased }) : ""]
            .filter(Boolean)
            .join(" · "),
        })}
      </div>
      <div>
        {t(privacyTexts.stays, {
          list:
            [counts({ ...data.kept }), attachments ? "" : counts({ ...data.erased })]
              .filter(Boolean)
              .join(" · ") || none,
        })}
      </div>
    </div>
  );
}

/** What is kept of the person, as a file to hand over. */
function TakeAlong({
  object,
  id,
  onFailed,
}: {
  readonly object: string;
  readonly id: string;
  readonly onFailed: (error: unknown) => void;
}) {
  const { t } = useLanguage();
  const take = (format: "json" | "csv") =>
    void download(`/personal-data/${object}/${id}`, `personal-data.${format}`, { query: { format } }).catch(
      onFailed,
    );
  return (
    <div className="row-wrap">
      <Button icon={<Icon name="download" />} onClick={() => take("json")}>
        {t(privacyTexts.export)} · {t(privacyTexts.json)}
      </Button>
      <Button icon={<Icon name="download" />} onClick={() => take("csv")}>
        {t(privacyTexts.csv)}
      </Button>
    </div>
  );
}
