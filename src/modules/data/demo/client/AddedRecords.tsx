import { Link } from "react-router";
import type { AddedRecord } from "../shared/demo.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { demoTexts } from "./demo.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./DemoPage.module.css";

const SHOWN = 8;

/** The first records that people made on top of the demo, to be looked at in a tab of their own. */
export function AddedRecords({
  added,
  total,
}: {
  readonly added: readonly AddedRecord[];
  readonly total: number;
}) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const shown = added.slice(0, SHOWN);
  return (
    <ul className={styles.added}>
      {shown.map(({ object, id, title }) => (
        <li key={id}>
          <span className={base.muted}>{of(objects.get(object)?.label, object)}</span>{" "}
          <Link to={recordPath(object, id)} target="_blank">
            {title ?? id}
          </Link>
        </li>
      ))}
      {total > shown.length && (
        <li className={base.muted}>{t(demoTexts.andMore, { count: total - shown.length })}</li>
      )}
    </ul>
  );
}
