import { FormatRegistry } from "@sinclair/typebox";

/** The formats that schemas name (`schema.ts`); TypeBox refuses a format that it does not know. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};
for (const [name, pattern] of Object.entries(FORMATS))
  FormatRegistry.Set(name, (value) => pattern.test(value));
