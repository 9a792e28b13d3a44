import { useQueryClient } from "@tanstack/react-query";
import { Modal, Radio } from "antd";
import { useState } from "react";
import { type AddedRecord, removeDemoData } from "../shared/demo.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { AddedRecords } from "./AddedRecords.tsx";
import { DEMO, useRemovalPreview } from "./demo-data.ts";
import { demoTexts } from "./demo.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** Says what goes, and asks about what people made on top of it. */
export function RemoveDemoDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const preview = useRemovalPreview();
  const [isAlong, takeAlong] = useState(false);
  const { busy, save } = useSave();
  const remove = () =>
    void save(() => call(removeDemoData, { body: { with_added: isAlong } }), {
      onDone: async () => {
        await client.invalidateQueries({ queryKey: DEMO });
        onClose();
      },
    });
  return (
    <Modal
      open
      title={t(demoTexts.askTitle)}
      okText={t(demoTexts.remove)}
      okButtonProps={{ danger: true, disabled: !preview.data, loading: busy }}
      cancelText={t(kitMessages.cancel)}
      onOk={remove}
      onCancel={onClose}
    >
      <QueryResult query={preview} rows={3}>
        {({ records, added, added_total, owned }) => (
          <div className={base.stack}>
            <p>{t(demoTexts.askCount, { count: records.toLocaleString() })}</p>
            {owned > 0 && <p>{t(demoTexts.askOwned, { count: owned })}</p>}
            {added_total > 0 && (
              <Asked added={added} total={added_total} isAlong={isAlong} onChange={takeAlong} />
            )}
          </div>
        )}
      </QueryResult>
    </Modal>
  );
}

interface AskedProps {
  readonly added: readonly AddedRecord[];
  readonly total: number;
  readonly isAlong: boolean;
  readonly onChange: (isAlong: boolean) => void;
}
function Asked({ added, total, isAlong, onChange }: AskedProps) {
  const { t } = useLanguage();
  return (
    <>
      <p>{t(demoTexts.askAdded, { count: total })}</p>
      <AddedRecords added={added} total={total} />
      <Radio.Group
        aria-label={t(demoTexts.choice)}
        value={isAlong}
        options={[
          { value: false, label: t(demoTexts.keep) },
          { value: true, label: t(demoTexts.along) },
        ]}
        onChange={({ target }) => onChange(target.value === true)}
      />
    </>
  );
}
