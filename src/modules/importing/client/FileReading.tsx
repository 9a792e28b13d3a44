import { Checkbox, Select } from "antd";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { ENCODINGS } from "../shared/encodings.ts";
import type { FileNotice } from "../shared/reading.contract.ts";
import type { Inspected } from "./import-data.ts";
import { readingTexts as texts } from "./reading.messages.ts";

/** How the file is to be read, in the words of the API. */
export interface ReadingChoice {
  readonly sheet?: string;
  readonly lines_sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header_row?: number;
  readonly header_rows?: number;
  readonly hidden_rows?: "read" | "skip";
  readonly total_rows?: "read" | "skip";
}
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
}: Inspected): ReadingChoice => ({
  ...(sheet ? { sheet } : {}),
  ...(lines_sheet ? { lines_sheet } : {}),
  ...(encoding ? { encoding } : {}),
  ...(delimiter ? { delimiter } : {}),
  header_row,
  header_rows,
  hidden_rows,
  total_rows,
});

const ENCODING_NAMES: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  gb18030: "GBK / GB18030",
  shift_jis: "Shift-JIS",
  "euc-kr": "EUC-KR",
  big5: "Big5",
  "euc-jp": "EUC-JP",
  "windows-1252": "Windows-1252",
  "windows-1250": "Windows-1250",
  "windows-1251": "Windows-1251",
  "windows-1253": "Windows-1253",
  "windows-1254": "Windows-1254",
  macintosh: "Mac Roman",
};

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
  const delimiters = [
    { value: ",", label: t(texts.comma) },
    { value: ";", label: t(texts.semicolon) },
    { value: "\t", label: t(texts.tab) },
    { value: "|", label: t(texts.bar) },
  ];
  const known = delimiters.some(({ value }) => value === delimiter)
    ? delimiters
    : [...delimiters, { value: delimiter ?? "", label: delimiter ?? "" }];
  return (
    <div className="import-reading" role="group" aria-label={t(texts.reading)}>
      {sheets.length > 1 && (
        <Choice
          label={t(texts.sheet)}
          value={sheet ?? ""}
          isDisabled={isDisabled}
          options={sheets.map((name) => ({
            value: name,
            label: inspected.hidden_sheets.includes(name) ? t(texts.hiddenSheet, { name }) : name,
          }))}
          onChange={(name) => anew(chosen, { sheet: name })}
        />
      )}
      {inspected.lines_sheet !== null && (
        <Choice
          label={t(texts.linesSheet)}
          value={inspected.lines_sheet}
          isDisabled={isDisabled}
          options={[
            { value: "-", label: t(texts.noLines) },
            ...sheets.filter((name) => name !== sheet).map((name) => ({ value: name, label: name })),
          ]}
          onChange={(name) => choose({ lines_sheet: name })}
        />
      )}
      {encoding && (
        <Choice
          label={t(texts.encoding)}
          value={encoding}
          isDisabled={isDisabled}
          options={ENCODINGS.map((name) => ({ value: name, label: ENCODING_NAMES[name] ?? name }))}
          onChange={(name) => anew(chosen, { encoding: name })}
        />
      )}
      {delimiter && (
        <Choice
          label={t(texts.delimiter)}
          value={delimiter}
          isDisabled={isDisabled}
          options={known}
          onChange={(sign) => anew(chosen, { ...(encoding ? { encoding } : {}), delimiter: sign })}
        />
      )}
      <TitleRow inspected={inspected} isDisabled={isDisabled} onChoose={choose} />
      <LeftOutRows inspected={inspected} isDisabled={isDisabled} onChoose={choose} />
      <FileNotices notices={notices} />
    </div>
  );
}

interface PartProps {
  readonly inspected: Inspected;
  readonly isDisabled: boolean;
  readonly onChoose: (choice: ReadingChoice) => void;
}
/** Rows that the sheet hides and rows of sums, where there are any: read or left out. */
function LeftOutRows({ inspected, isDisabled, onChoose }: PartProps) {
  const { t } = useLanguage();
  return (
    <>
      {inspected.notices.some(({ code }) => code.startsWith("hidden_rows")) && (
        <RowsChoice
          label={t(texts.hiddenRows)}
          value={inspected.hidden_rows}
          isDisabled={isDisabled}
          onChange={(hidden_rows) => onChoose({ hidden_rows })}
        />
      )}
      {inspected.notices.some(({ code }) => code.startsWith("total_rows")) && (
        <RowsChoice
          label={t(texts.totalRows)}
          value={inspected.total_rows}
          isDisabled={isDisabled}
          onChange={(total_rows) => onChoose({ total_rows })}
        />
      )}
    </>
  );
}

interface RowsChoiceProps {
  readonly label: string;
  readonly value: "read" | "skip";
  readonly isDisabled: boolean;
  readonly onChange: (value: "read" | "skip") => void;
}
/** Whether rows of a kind are imported. */
function RowsChoice({ onChange, ...rest }: RowsChoiceProps) {
  const { t } = useLanguage();
  return (
    <Choice
      {...rest}
      options={[
        { value: "read", label: t(texts.readHidden) },
        { value: "skip", label: t(texts.skipHidden) },
      ]}
      onChange={(value) => onChange(value === "skip" ? "skip" : "read")}
    />
  );
}

function TitleRow({ inspected, isDisabled, onChoose }: PartProps) {
  const { t } = useLanguage();
  const rows = inspected.head.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const shown = (cells: readonly string[]): string =>
    cells
      .filter((cell) => cell.trim() !== "")
      .slice(0, 4)
      .join(" · ");
  return (
    <>
      <Choice
        label={t(texts.titleRow)}
        value={String(inspected.header_row)}
        isDisabled={isDisabled}
        options={rows.map(({ line, cells }) => ({
          value: String(line),
          label: t(texts.rowOf, { row: line, cells: shown(cells) }),
        }))}
        onChange={(line) => onChoose({ header_row: Number(line), header_rows: 1 })}
      />
      <Checkbox
        checked={inspected.header_rows === 2}
        disabled={isDisabled}
        onChange={(event) => onChoose({ header_rows: event.target.checked ? 2 : 1 })}
      >
        {t(texts.twoRows)}
      </Checkbox>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}
function Choice({ label, value, isDisabled, options, onChange }: ChoiceProps) {
  return (
    <label className="import-reading-choice">
      <span className="note">{label}</span>
      <Select
        size="small"
        aria-label={label}
        popupMatchSelectWidth={false}
        disabled={isDisabled}
        value={value}
        options={[...options]}
        onChange={onChange}
      />
    </label>
  );
}

const SHOWN_PLACES = 3;
/** What should be known of a file, with the first places. */
export function FileNotices({ notices }: { readonly notices: readonly FileNotice[] }) {
  const { t } = useLanguage();
  if (notices.length === 0) return null;
  return (
    <ul className="import-notices" aria-label={t(texts.notices)}>
      {notices.map(({ code, message, count, places }) => (
        <li
          key={code}
          data-grave={code === "damaged_text" || code === "formulas_without_value" ? "" : undefined}
        >
          {message}
          {places.length > 0 && (
            <span className="note">
              {" "}
              {places
                .slice(0, SHOWN_PLACES)
                .map(({ line, column }) => t(texts.place, { line, column }))
                .join(" · ")}
              {count > SHOWN_PLACES ? ` ${t(texts.more, { count })}` : ""}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
