import { Link } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as styles from "./ImportCounts.module.css";

/**
 * Rows = created + updated + skipped + failed, each a link to its rows; what was made along the way stands
 * apart.
 */
export function ImportCounts({ answer }: { readonly answer: ImportAnswer }) {
  const { t } = useLanguage();
  const figures = [
    { name: importScreenMessages.rows, value: answer.rows },
    { name: importScreenMessages.created, value: answer.created, rows: "created" },
    { name: importScreenMessages.updated, value: answer.updated, rows: "updated" },
    { name: importScreenMessages.skipped, value: answer.skipped, rows: "skipped" },
    { name: importScreenMessages.failed, value: answer.failed, rows: "failed", isBad: answer.failed > 0 },
    ...(answer.linked_created > 0
      ? [{ name: importScreenMessages.linked, value: answer.linked_created }]
      : []),
    ...(answer.overrides > 0 ? [{ name: importScreenMessages.overrides, value: answer.overrides }] : []),
  ];
  const parts = figures.flatMap(({ rows, value }) => (rows && value > 0 ? [{ rows, value }] : []));
  return (
    <>
      {answer.rows > 0 && (
        <div className={styles.importShares} aria-hidden="true">
          {parts.map(({ rows, value }) => (
            <span key={rows} data-rows={rows} style={{ flexGrow: value }} />
          ))}
        </div>
      )}
      <dl className={styles.importCounts} data-part="import-counts">
        {figures.map(({ name, value, isBad, rows }) => (
          <div key={name.en} data-bad={isBad ? "" : undefined} data-rows={rows}>
            <dt>{t(name)}</dt>
            <dd>
              {rows && value > 0 ? (
                <Link to={`/imports/${answer.id}?rows=${rows}`}>{value.toLocaleString()}</Link>
              ) : (
                value.toLocaleString()
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
