import { useLanguage } from "../../../../ui/kit/language.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import * as styles from "./WonWords.module.css";

const SPARKS = 12;

/** That a record is won, with a moment of joy: once, quietly, and not for whoever wants nothing to move. */
export function WonWords({ name }: { readonly name: string }) {
  const { t } = useLanguage();
  return (
    <span className={styles.won}>
      <span className={styles.sparks} aria-hidden>
        {Array.from({ length: SPARKS }, (_, at) => (
          <i key={at} style={{ rotate: `${(360 / SPARKS) * at}deg` }} />
        ))}
      </span>
      {t(gateScreenMessages.won, { name })}
    </span>
  );
}
