import { useState } from "react";
import { uploadFile } from "../../data/files.ts";
import { LARGE, LargeUpload, type Progress } from "../../data/large-upload.ts";
import { newId } from "../../data/new-id.ts";
import { useRefresh } from "../../data/records.ts";
import { fieldMessages } from "../../field/field.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { useProblemWords } from "../../kit/use-problem-words.ts";

/** A large file on its way, and how it is held and let go on. */
export interface LargeUnderWay {
  readonly progress: Progress;
  readonly pause: () => void;
  readonly goOn: () => void;
}

/** Sends files to a record one after another; a file that fails is told and does not stop the others. */
export function useUpload(object: string, id: string) {
  const { t } = useLanguage();
  const tell = useTell();
  const inWords = useProblemWords();
  const refresh = useRefresh();
  const [under, setUnder] = useState<string | null>(null);
  const [large, setLarge] = useState<LargeUnderWay | null>(null);
  const upload = async (files: readonly File[]) => {
    for (const one of files) {
      setUnder(one.name);
      try {
        const given = { regarding_object: object, regarding_id: id };
        if (one.size > LARGE) {
          const sending: LargeUpload = new LargeUpload(one, given, (progress) =>
            setLarge({ progress, pause: () => sending.pause(), goOn: () => sending.goOn() }),
          );
          await sending.run();
        } else await uploadFile(one, newId(), given);
      } catch (error) {
        tell.refused(t(fieldMessages.uploadFailed, { name: one.name, reason: inWords(error) }));
      }
      setLarge(null);
    }
    setUnder(null);
    refresh("file");
  };
  return { under, large, upload };
}
