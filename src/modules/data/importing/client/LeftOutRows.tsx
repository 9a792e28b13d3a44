import { useLanguage } from "../../../../ui/kit/language.tsx";
import { readingMessages } from "./reading.messages.ts";
import { ReadingSelect } from "./ReadingSelect.tsx";
import type { ReadingPartProps } from "./TitleRow.tsx";

/** Rows that the sheet hides and rows of sums, where there are any: read or left out. */
export function LeftOutRows({ inspected, isDisabled, onChoose }: ReadingPartProps) {
  const { t } = useLanguage();
  return (
    <>
      {inspected.notices.some(({ code }) => code.startsWith("hidden_rows")) && (
        <RowsChoice
          label={t(readingMessages.hiddenRows)}
          value={inspected.hidden_rows}
          isDisabled={isDisabled}
          onChange={(hidden_rows) => onChoose({ hidden_rows })}
        />
      )}
      {inspected.notices.some(({ code }) => code.startsWith("total_rows")) && (
        <RowsChoice
          label={t(readingMessages.totalRows)}
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
    <ReadingSelect
      {...rest}
      options={[
        { value: "read", label: t(readingMessages.readHidden) },
        { value: "skip", label: t(readingMessages.skipHidden) },
      ]}
      onChange={(value) => onChange(value === "skip" ? "skip" : "read")}
    />
  );
}
