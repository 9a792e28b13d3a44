import { Checkbox } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Inspected, ReadingChoice } from "../shared/inspection.contract.ts";
import { readingMessages } from "./reading.messages.ts";
import { ReadingSelect } from "./ReadingSelect.tsx";

export interface ReadingPartProps {
  readonly inspected: Inspected;
  readonly isDisabled: boolean;
  readonly onChoose: (choice: ReadingChoice) => void;
}
/** Which row holds the titles, and whether the one below it belongs to them. */
export function TitleRow({ inspected, isDisabled, onChoose }: ReadingPartProps) {
  const { t } = useLanguage();
  const rows = inspected.head.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const shown = (cells: readonly string[]): string =>
    cells
      .filter((cell) => cell.trim() !== "")
      .slice(0, 4)
      .join(" · ");
  return (
    <>
      <ReadingSelect
        label={t(readingMessages.titleRow)}
        value={String(inspected.header_row)}
        isDisabled={isDisabled}
        options={rows.map(({ line, cells }) => ({
          value: String(line),
          label: t(readingMessages.rowOf, { row: line, cells: shown(cells) }),
        }))}
        onChange={(line) => onChoose({ header_row: Number(line), header_rows: 1 })}
      />
      <Checkbox
        checked={inspected.header_rows === 2}
        disabled={isDisabled}
        onChange={(event) => onChoose({ header_rows: event.target.checked ? 2 : 1 })}
      >
        {t(readingMessages.twoRows)}
      </Checkbox>
    </>
  );
}
