import { Button, Input } from "antd";
import { useState } from "react";
import { placeOf, textValue } from "../../data/values.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import * as base from "../../kit/base.module.css";
import * as stackTightStyles from "../stack-tight.module.css";

export function LocationInput({ value, onChange, id, disabled }: InputProps) {
  const { t } = useLanguage();
  const [denied, setDenied] = useState(false);
  const now = placeOf(value);
  const locate = () => {
    setDenied(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        onChange({
          lat: coords.latitude,
          lng: coords.longitude,
          accuracy: Math.round(coords.accuracy),
          ...(now?.address ? { address: now.address } : {}),
        }),
      () => setDenied(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <div className={stackTightStyles.stackTight}>
      <div className={base.line}>
        <Button id={id} icon={<Icon name="location" />} onClick={locate} disabled={disabled}>
          {t(fieldMessages.here)}
        </Button>
        {now && (
          <span className={`${base.num} ${base.muted}`}>
            {textValue(now.lat)}, {textValue(now.lng)}
          </span>
        )}
      </div>
      {now && (
        <Input
          value={textValue(now.address)}
          placeholder={t(fieldMessages.detail)}
          aria-label={t(fieldMessages.detail)}
          disabled={disabled}
          onChange={(event) => onChange({ ...now, address: event.target.value })}
        />
      )}
      {denied && <div className={`${base.note} ${base.noteError}`}>{t(fieldMessages.locationDenied)}</div>}
    </div>
  );
}
