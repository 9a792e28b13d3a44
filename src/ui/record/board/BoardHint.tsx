import { useEffect, useState } from "react";
import { useLanguage } from "../../kit/language.tsx";
import { boardMessages } from "./board.messages.ts";
import { useBoardScope } from "./board-scope.ts";
import * as styles from "./BoardHint.module.css";

/** Which keys there are, shown while a card has the focus of the keyboard; a mouse is never told. */
export function BoardHint() {
  const { t } = useLanguage();
  const { moves, lanes, movable } = useBoardScope();
  const isOnCard = useIsOnCard();
  const { carried } = moves;
  const words = carried?.byKeys
    ? lanes
      ? boardMessages.hintLanes
      : boardMessages.hintCarry
    : isOnCard && !carried
      ? movable
        ? boardMessages.hintRest
        : boardMessages.hintRead
      : null;
  return words ? (
    <p className={styles.hint} data-part="board-hint" aria-hidden>
      {t(words)}
    </p>
  ) : null;
}

/** Whether a card has a focus that is seen, as one that the keyboard brought is. */
function useIsOnCard(): boolean {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const look = () => setOn(document.querySelector("[data-record]:focus-visible") !== null);
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, []);
  return isOn;
}
