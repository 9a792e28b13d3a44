import type { Values } from "../../../shared/metadata/object.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { boardMessages } from "./board.messages.ts";
import { useBoardScope } from "./board-scope.ts";
import * as styles from "./CardActions.module.css";

/**
 * What is done with a card without opening it, shown under the pointer. By keys the same is in the palette: a
 * board would else have three stops for each card.
 */
export function CardActions({ record }: { readonly record: Values }) {
  const { t } = useLanguage();
  const { acts } = useBoardScope();
  const next = acts.nextOf(record);
  if (!acts.log && !next) return null;
  return (
    <div className={styles.actions} data-part="card-actions">
      {acts.log && (
        <QuietButton
          icon="message"
          tabIndex={-1}
          aria-label={t(boardMessages.log)}
          onClick={() => acts.log?.(record)}
        />
      )}
      {next && (
        <QuietButton
          icon={next.isWon ? "check" : "right"}
          tabIndex={-1}
          aria-label={t(boardMessages.advance, { stage: next.name })}
          onClick={() => next.go()}
        />
      )}
    </div>
  );
}
