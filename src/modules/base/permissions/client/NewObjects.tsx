import { Button } from "antd";
import { Suspense, useState } from "react";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import type { NewObject } from "../shared/new-objects.contract.ts";
import { useNewObjects } from "./use-new-objects.ts";
import { newObjectTexts } from "./new-objects.messages.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./NewObjects.module.css";

const UseDialog = lazily(() => import("./UseDialog.tsx").then((module) => module.UseDialog));

/** Asks whoever manages roles who may use the objects that nobody has said it of; nothing where all are answered. */
export function NewObjects() {
  const { t, of } = useLanguage();
  const me = useMe();
  const { data = [] } = useNewObjects(isAble(me, "roles.manage"));
  const [chosen, setChosen] = useState<NewObject | null>(null);
  if (data.length === 0) return null;
  return (
    <div className={bannerStyles.banner} role="status">
      <div className={`${base.stack} ${base.grow}`}>
        <div>
          <strong>{t(newObjectTexts.asked)}</strong>
          <p className={base.muted}>{t(newObjectTexts.askedHint)}</p>
        </div>
        <ul className={styles.newObjects}>
          {data.map((one) => (
            <li key={one.object}>
              <span className={base.grow}>{of(one.plural, one.object)}</span>
              <Button
                size="small"
                disabled={me.viewing !== undefined}
                aria-label={`${of(one.plural, one.object)} ${t(newObjectTexts.choose)}`}
                onClick={() => setChosen(one)}
              >
                {t(newObjectTexts.choose)}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <Suspense>{chosen && <UseDialog asked={chosen} onClose={() => setChosen(null)} />}</Suspense>
    </div>
  );
}
