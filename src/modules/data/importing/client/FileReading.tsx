import { useLanguage } from "../../../../ui/kit/language.tsx";
import { ENCODINGS } from "../shared/encodings.ts";
import type { Inspected, ReadingChoice } from "../shared/inspection.contract.ts";
import type { FileNotice } from "../shared/reading.contract.ts";
import { DelimiterChoice } from "./DelimiterChoice.tsx";
import { ENCODING_NAMES } from "./encoding-names.ts";
import { LeftOutRows } from "./LeftOutRows.tsx";
import { readingMessages } from "./reading.messages.ts";
import { ReadingSelect } from "./ReadingSelect.tsx";
import { TitleRow } from "./TitleRow.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./FileReading.module.css";

/** How it was read: the import that follows reads it the same way. */
export const readingIn = ({
  sheet,
  lines_sheet,
  encoding,
  delimiter,
  header_row,
  header_rows,
  hidden_rows,
  total_rows,
}: Inspected) => ({
  ...(sheet ? { sheet } : {}),
  ...(lines_sheet ? { lines_sheet } : {}),
  ...(encoding ? { encoding } : {}),
  ...(delimiter ? { delimiter } : {}),
  header_row,
  header_rows,
  hidden_rows,
  total_rows,
});

export interface FileReadingProps {
  readonly inspected: Inspected;
  readonly isReading: boolean;
  /** Reads it another way; absent where that is settled. */
  readonly onRead?: (choice: ReadingChoice) => void;
}

/**
 * Encoding, separator, sheet and row of titles as they were found out, to be chosen otherwise; and what
 * should be known of the file.
 */
export function FileReading({ inspected, isReading, onRead }: FileReadingProps) {
  const { t } = useLanguage();
  const { sheets, sheet, encoding, delimiter, notices } = inspected;
  const chosen = readingIn(inspected);
  const choose = (choice: ReadingChoice): void => onRead?.({ ...chosen, ...choice });
  /** Another table begins elsewhere: its titles are looked for again. */
  const anew = ({ hidden_rows, total_rows }: ReadingChoice, choice: ReadingChoice): void =>
    onRead?.({ ...(hidden_rows ? { hidden_rows } : {}), ...(total_rows ? { total_rows } : {}), ...choice });
  const isDisabled = isReading || !onRead;
  return (
    <div className={styles.importReading} role="group" aria-label={t(readingMessages.reading)}>
      {sheets.length > 1 && (
        <ReadingSelect
          label={t(readingMessages.sheet)}
          value={sheet ?? ""}
          isDisabled={isDisabled}
          options={sheets.map((name) => ({
            value: name,
            label: inspected.hidden_sheets.includes(name) ? t(readingMessages.hiddenSheet, { name }) : name,
          }))}
          onChange={(name) => anew(chosen, { sheet: name })}
        />
      )}
      {inspected.lines_sheet !== null && (
        <ReadingSelect
          label={t(readingMessages.linesSheet)}
          value={inspected.lines_sheet}
          isDisabled={isDisabled}
          options={[
            { value: "-", label: t(readingMessages.noLines) },
            ...sheets.filter((name) => name !== sheet).map((name) => ({ value: name, label: name })),
          ]}
          onChange={(name) => choose({ lines_sheet: name })}
        />
      )}
      {encoding && (
        <ReadingSelect
          label={t(readingMessages.encoding)}
          value={encoding}
          isDisabled={isDisabled}
          options={ENCODINGS.map((name) => ({ value: name, label: ENCODING_NAMES[name] ?? name }))}
          onChange={(name) => anew(chosen, { encoding: name })}
        />
      )}
      {delimiter && (
        <DelimiterChoice
          value={delimiter}
          isDisabled={isDisabled}
          onChange={(sign) => anew(chosen, { ...(encoding ? { encoding } : {}), delimiter: sign })}
        />
      )}
      <TitleRow inspected={inspected} isDisabled={isDisabled} onChoose={choose} />
      <LeftOutRows inspected={inspected} isDisabled={isDisabled} onChoose={choose} />
      <FileNotices notices={notices} />
    </div>
  );
}

const SHOWN_PLACES = 3;
/** What should be known of a file, with the first places. */
export function FileNotices({ notices }: { readonly notices: readonly FileNotice[] }) {
  const { t } = useLanguage();
  if (notices.length === 0) return null;
  return (
    <ul className={styles.importNotices} aria-label={t(readingMessages.notices)}>
      {notices.map(({ code, message, count, places }) => (
        <li
          key={code}
          data-grave={code === "damaged_text" || code === "formulas_without_value" ? "" : undefined}
        >
          {message}
          {places.length > 0 && (
            <span className={base.note}>
              {" "}
              {places
                .slice(0, SHOWN_PLACES)
                .map(({ line, column }) => t(readingMessages.place, { line, column }))
                .join(" · ")}
              {count > SHOWN_PLACES ? ` ${t(readingMessages.more, { count })}` : ""}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
