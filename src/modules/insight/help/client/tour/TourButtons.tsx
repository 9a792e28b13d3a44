import { Button } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { tourTexts } from "./tour.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";

interface TourButtonsProps {
  readonly at: number;
  readonly total: number;
  readonly onEnd: () => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}
/** Where one is on the tour, and the ways on, back and out. */
export function TourButtons({ at, total, onEnd, onBack, onNext }: TourButtonsProps) {
  const { t } = useLanguage();
  const isLast = at === total - 1;
  return (
    <div className={base.line}>
      <span className={`${base.muted} ${base.num} ${base.grow}`}>
        {t(tourTexts.of, { at: at + 1, total })}
      </span>
      {!isLast && (
        <Button type="text" onClick={onEnd}>
          {t(tourTexts.skip)}
        </Button>
      )}
      {at > 0 && <Button onClick={onBack}>{t(tourTexts.back)}</Button>}
      <Button type="primary" onClick={onNext}>
        {t(isLast ? tourTexts.finish : tourTexts.next)}
      </Button>
    </div>
  );
}
