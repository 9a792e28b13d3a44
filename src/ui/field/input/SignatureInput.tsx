import { Button } from "antd";
import { type PointerEvent, useRef, useState } from "react";
import { fileUrl, uploadFile } from "../../data/files.ts";
import { newId } from "../../data/new-id.ts";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { useTell } from "../../kit/use-tell.tsx";
import * as base from "../../kit/base.module.css";
import * as stackTightStyles from "../stack-tight.module.css";
import * as styles from "./SignatureInput.module.css";

export function SignatureInput({ value, onChange, id, disabled }: InputProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const kept = textValue(value);
  const draw = (event: PointerEvent<HTMLCanvasElement>, start: boolean) => {
    if (disabled || (!start && event.buttons === 0)) return;
    stroke(event, start);
    if (start) setDrawn(true);
  };
  const clear = () => {
    canvas.current?.getContext("2d")?.clearRect(0, 0, 360, 120);
    setDrawn(false);
    onChange(null);
  };
  const keep = () =>
    canvas.current?.toBlob((blob) => {
      if (!blob) return;
      uploadFile(new File([blob], "signature.png", { type: "image/png" }), newId()).then(
        (file) => onChange(file.id),
        (error: unknown) =>
          tell.refused(
            t(fieldMessages.uploadFailed, {
              name: "signature.png",
              reason: error instanceof Error ? error.message : "",
            }),
          ),
      );
    });
  return (
    <div className={stackTightStyles.stackTight}>
      {kept ? (
        <img className={styles.signature} src={fileUrl(kept)} alt={t(fieldMessages.signed)} />
      ) : (
        <canvas
          ref={canvas}
          className={styles.signature}
          width={360}
          height={120}
          aria-label={t(fieldMessages.sign)}
          onPointerDown={(event) => draw(event, true)}
          onPointerMove={(event) => draw(event, false)}
        />
      )}
      <div className={base.line}>
        <Button id={id} size="small" disabled={disabled || (!drawn && !kept)} onClick={clear}>
          {t(fieldMessages.clear)}
        </Button>
        {!kept && (
          <Button size="small" type="primary" disabled={disabled || !drawn} onClick={keep}>
            {t(fieldMessages.useSignature)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Begins a line at the pointer, or draws on to it. */
function stroke(event: PointerEvent<HTMLCanvasElement>, start: boolean): void {
  const pen = event.currentTarget.getContext("2d");
  if (!pen) return;
  const corner = event.currentTarget.getBoundingClientRect();
  const [x, y] = [event.clientX - corner.left, event.clientY - corner.top];
  if (start) {
    pen.lineWidth = 2;
    pen.lineCap = "round";
    pen.strokeStyle = "#17211f";
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(x, y);
    return;
  }
  pen.lineTo(x, y);
  pen.stroke();
}
