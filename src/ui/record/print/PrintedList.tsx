import { groupDigits } from "../../../shared/money/group-digits.ts";
import { useMe } from "../../data/session.ts";
import { useLanguage } from "../../kit/language.tsx";
import { QueryResult } from "../../kit/QueryResult.tsx";
import { timeText } from "../../kit/time-text.ts";
import { usePageTitle } from "../../kit/use-page-title.ts";
import { countText } from "../list/ListHeader.tsx";
import { both, scenesOf } from "../list/scenes.ts";
import { useFootSums } from "../list/use-foot-sums.ts";
import type { ListPageTools } from "../list/use-list-page.ts";
import { useConditionInWords } from "./condition-in-words.ts";
import { Paper } from "./Paper.tsx";
import { PrintedTable } from "./PrintedTable.tsx";
import { printMessages } from "./print.messages.ts";
import { type PrintedRows, usePrintedRows } from "./use-printed-rows.ts";
import * as styles from "./PrintedList.module.css";

export interface PrintedListProps {
  readonly page: ListPageTools;
  readonly onClose: () => void;
}
/** Wider than this, in pixels of the list, the columns do not fit beside each other on an upright page. */
const UPRIGHT = 760;

/**
 * A list as a document: what it shows and under which conditions, by whom and when it was printed, all its
 * columns and rows up to a limit that it names, and the sums.
 */
export function PrintedList({ page, onClose }: PrintedListProps) {
  const { t, of } = useLanguage();
  const { object, columns, query, filter, sort } = page;
  const answer = usePrintedRows(object.name, { ...query, filter, sort });
  const foot = useFootSums(page);
  const title = of(object.plural);
  usePageTitle(title, useSceneName(page));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const isSummed = foot === null || foot.ask !== null || foot.sums.size > 0;
  return (
    <Paper
      label={t(printMessages.preview, { object: title })}
      isWide={width > UPRIGHT}
      isReady={answer.isSuccess && isSummed}
      onClose={onClose}
    >
      <QueryResult query={answer} rows={12}>
        {(printed) => (
          <>
            <Head page={page} title={title} printed={printed} />
            <PrintedTable
              object={object}
              columns={columns}
              rows={printed.rows}
              sums={foot?.sums.size ? foot.sums : null}
              sumLabel={
                printed.total > printed.rows.length
                  ? t(printMessages.totalOfAll, { count: countText(printed.total, printed.more) })
                  : t(printMessages.total)
              }
            />
          </>
        )}
      </QueryResult>
    </Paper>
  );
}

/** What the scene of the list is called. */
function useSceneName({ object, scene, sceneKey }: ListPageTools): string {
  const { t } = useLanguage();
  const label = scenesOf(object).find(({ key }) => key === sceneKey)?.label;
  return scene.view?.name ?? (label ? t(label) : "");
}

interface HeadProps {
  readonly page: ListPageTools;
  readonly title: string;
  readonly printed: PrintedRows;
}
function Head({ page, title, printed: { rows, total, more, at } }: HeadProps) {
  const { t } = useLanguage();
  const me = useMe();
  const count = countText(total, more);
  const isCut = total > rows.length;
  return (
    <header className={styles.head}>
      <div className={styles.what}>
        <h1>{title}</h1>
        <span>{useSceneName(page)}</span>
      </div>
      <dl className={styles.which}>
        {useWhich(page).map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </dl>
      <p className={styles.who}>
        <span>{me.company.name}</span>
        <span>{t(printMessages.printedBy, { name: me.user.name, time: timeText(at) })}</span>
        <span>
          {t(printMessages.count, { count: isCut || more ? count : groupDigits(String(rows.length)) })}
        </span>
      </p>
      {isCut && (
        <p className={styles.cut} role="note">
          {t(printMessages.cut, { shown: groupDigits(String(rows.length)), count })}
        </p>
      )}
    </header>
  );
}

/** By what the list is narrowed, in words. */
function useWhich({ object, state, scene, asOf }: ListPageTools): readonly string[] {
  const { t } = useLanguage();
  const inWords = useConditionInWords(object);
  const conditions = both(scene.view?.filter ?? "", state.filter);
  return [
    ...(conditions ? [t(printMessages.conditions, { conditions: inWords(conditions) })] : []),
    ...(state.search ? [t(printMessages.search, { text: state.search })] : []),
    ...(asOf ? [t(printMessages.asOf, { day: asOf })] : []),
  ];
}
