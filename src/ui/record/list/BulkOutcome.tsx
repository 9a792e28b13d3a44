import { Button, Modal } from "antd";
import { Link } from "react-router";
import type { BulkResult } from "../../data/bulk.ts";
import { useRecords } from "../../data/records.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Answer } from "../../kit/Answer.tsx";
import { DataTable } from "../../kit/DataTable.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { bulkAnswer } from "./bulk-answer.ts";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./BulkOutcome.module.css";

const SHOWN = 100;

/** What a change of many rows has come to: how many passed, and each that did not with its reason. */
export function BulkOutcome({
  object,
  outcome,
  onClose,
}: {
  readonly object: ObjectInfo;
  readonly outcome: BulkResult;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { results, errors_file: file } = outcome;
  const rows = results.filter((result) => !result.ok).slice(0, SHOWN);
  const filter = `id in [${rows.map(({ id }) => JSON.stringify(id)).join(", ")}]`;
  const titles = useRecords(object.name, { filter, fields: object.title, limit: SHOWN }, rows.length > 0);
  const titleOf = new Map(titles.data?.data.map((record) => [idOf(record), textValue(record[object.title])]));
  return (
    <Modal
      open
      width={640}
      title={t(recordScreenMessages.bulkOutcome)}
      onCancel={onClose}
      footer={
        <>
          {file && <Button href={file}>{t(recordScreenMessages.bulkRefusedFile)}</Button>}
          <Button type="primary" onClick={onClose}>
            {t(kitMessages.close)}
          </Button>
        </>
      }
    >
      <div className={base.stack}>
        <Answer clauses={bulkAnswer(outcome)} tone={outcome.refused > 0 ? "needs" : "good"} />
        {rows.length > 0 && (
          <div className={styles.bulkRefused}>
            <DataTable
              label={t(recordScreenMessages.bulkOutcome)}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "record",
                  title: t(recordScreenMessages.bulkRecord),
                  render: ({ id }) => <Link to={recordPath(object.name, id)}>{titleOf.get(id) ?? "…"}</Link>,
                },
                {
                  key: "reason",
                  title: t(recordScreenMessages.bulkReason),
                  render: (row) =>
                    row.errors?.map(({ message }) => message).join(t(recordScreenMessages.between)) ||
                    row.detail ||
                    row.code,
                },
              ]}
            />
          </div>
        )}
      </div>
    </Modal>
  );
}
